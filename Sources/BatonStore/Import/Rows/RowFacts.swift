import BatonModel

/// What one row of a file says of a lead, read and checked, before it meets the lead.
///
/// Everything is optional: what the row leaves blank says nothing.
struct RowFacts: Hashable, Sendable {
  /// Where the row begins in the file.
  var line: Int
  /// What the record is called in the system that the file comes from.
  var id: String?
  /// A name made of all cells of the row.
  var fingerprint = ""
  /// Whether that is the only name that the row has.
  var isNamedByCells = false
  /// What the row says under this mapping, in short: the same as long as both are.
  var signature = ""
  /// What the deal is called.
  var name: String?
  var person = PersonFacts()
  var company = CompanyFacts()
  var amount: Money?
  var place = PlaceFacts()
  var createdAt: Instant?
  var owner: MemberID?
  var marketingOwner: MemberID?
  var arrivals: [ArrivalMoment: Arrival] = [:]
  var doNotEmail = false
  var doNotCall = false
  var answers: [SurveyAnswer] = []
  var quality: Int?
  var feedbackNote: String?
  var tags: [String] = []
  var notes: [String] = []
  /// The touch that the row logs; nil where the file logs none.
  var touch: TouchFacts?
  /// Cells that are kept as written, by the name under which they are kept.
  var kept = JSONObject()
  /// The cells behind what the team decides on the board, by the same names.
  var decisions: [ImportField: [String]] = [:]

  init(line: Int) { self.line = line }

  /// The names by which a lead may be recognised, in the order in which they count.
  func keys(_ matches: [ImportMatch]) -> [RowKey] {
    matches.compactMap { match in
      switch match {
      case .id: id.map(RowKey.id)
      case .lead: id.map(RowKey.lead)
      case .email: person.email.flatMap(ContactKey.email).map(RowKey.email)
      case .phone: person.phone.flatMap(ContactKey.phone).map(RowKey.phone)
      case .row: nil
      }
    }
  }

  /// What the row's lead is called, unless the mapping has a template and the row no name.
  var leadName: String? { name ?? person.name }
}

/// A name by which a row's lead is recognised.
enum RowKey: Hashable, Sendable {
  /// The record's id in the system that the file comes from.
  case id(String)
  /// The lead's own id on this board.
  case lead(String)
  /// The person's e-mail address, as it is compared.
  case email(String)
  /// The person's telephone number, as it is compared.
  case phone(String)
  /// All cells of the row.
  case row(String)
}

/// What a row says of the person.
struct PersonFacts: Hashable, Sendable {
  var name: String?
  var title: String?
  var email: String?
  var phone: String?

  var isEmpty: Bool { name == nil && title == nil && email == nil && phone == nil }
}

/// What a row says of the company.
struct CompanyFacts: Hashable, Sendable {
  var name: String?
  var domain: String?
  var industry: String?
  var country: String?
  var city: String?
  var employees: Int?
  var revenue: Money?
  var parent: String?
}

/// What a row says of where the lead is.
struct PlaceFacts: Hashable, Sendable {
  var stage: StageID?
  /// Since when it is there.
  var entered: Instant?
  /// How it has ended, or as what it rests.
  var outcome: Parking.Kind?
  /// When it was won or lost.
  var closed: Instant?
  /// When it returns, where it rests.
  var until: Instant?
  var reason: ReasonID?
  /// The words of the file for the reason, where the board has none like them.
  var note: String?
}

/// Why a row is not taken in.
struct RowRefusal: Error, Hashable, Sendable {
  var reason: String
  var remedy: String
}
