public import BatonModel

/// A fact of a lead, or of the people around it, that a column of a file can state.
///
/// The raw value is how a mapping file names it.
public enum ImportField: String, CaseIterable, Sendable {
  /// What the record is called in the system that the file comes from.
  case id
  /// What the lead is called: the title of a deal, where it is not simply the person.
  case name
  /// When the lead came in.
  case created
  /// The stage, through the mapping's table of stages.
  case stage
  /// Since when the lead is in its stage.
  case stageEntered = "stage.entered"
  /// Whether the lead is won, lost or still open, through the mapping's table of stages.
  case outcome
  /// When it was won or lost; of no meaning for a lead that is open.
  case closed
  /// Why it was lost, or why it rests: a reason code or its words, else kept as a note to it.
  case lostReason = "lost.reason"
  /// When a lead returns that rests, as nurture or waiting; without it such a lead is open.
  case parkedUntil = "parked.until"
  /// What the deal is worth.
  case amount
  /// The currency of the amount, where the file has a column for it.
  case currency
  /// The owner in sales, by name, e-mail address or id.
  case owner
  /// Whom that owner reports to.
  case ownerManager = "owner.manager"
  /// Where that owner works.
  case ownerOffice = "owner.office"
  /// The owner in marketing, by name, e-mail address or id.
  case marketingOwner
  /// The person's whole name.
  case personName = "person.name"
  /// The person's given name.
  case firstName = "person.firstName"
  /// The person's family name.
  case lastName = "person.lastName"
  /// The person's position.
  case personTitle = "person.title"
  /// Where the person is written to.
  case email = "person.email"
  /// Where the person is called.
  case phone = "person.phone"
  /// The company's name.
  case company = "company.name"
  /// The company's site, or its domain.
  case companyDomain = "company.domain"
  /// What the company does.
  case industry = "company.industry"
  /// The country that the company is in.
  case country = "company.country"
  /// The city that the company is in.
  case city = "company.city"
  /// How many people work there.
  case employees = "company.employees"
  /// What it turns over a year.
  case revenue = "company.revenue"
  /// The company that it belongs to.
  case parentCompany = "company.parent"
  /// Yes where the person must not be written to.
  case doNotEmail = "consent.doNotEmail"
  /// Yes where the person must not be called.
  case doNotCall = "consent.doNotCall"
  /// Yes where the person must neither be written to nor called.
  case doNotContact = "consent.doNotContact"
  /// What is marked on the lead, divided by `;`, as Baton's export writes it: `do-not-email` and
  /// `do-not-call` forbid, the other marks follow from the lead.
  case flags
  /// How good the lead is, 1 to 5, usually through a table of values.
  case quality = "feedback.quality"
  /// What sales says of the lead.
  case feedbackNote = "feedback.note"
  /// Labels, divided by `;` or `,`.
  case tags
  /// Something to remember.
  case note

  /// Whether the team decides this on the board, so that a file may change it only where the cell
  /// itself has changed since it was last imported.
  public var isTeamDecision: Bool {
    switch self {
    case .stage, .outcome, .lostReason, .parkedUntil, .amount, .owner, .marketingOwner, .closed:
      true
    default: false
    }
  }

  /// Whether the column holds dates.
  public var isDate: Bool {
    self == .created || self == .stageEntered || self == .closed || self == .parkedUntil
  }
}

/// Which of a lead's contacts an acquisition column tells of.
public enum ArrivalMoment: String, CaseIterable, Sendable {
  case first, creating, last
}

/// A fact about where a lead came from; the raw value is its key in a mapping file.
public enum ArrivalField: String, CaseIterable, Sendable {
  case source, medium, campaign, term, content, referrer, landingPage, form
  case at
  case adID = "ad.id"
  case adHeadline = "ad.headline"
  case adPromise = "ad.promise"
}

/// A fact about a touch; the raw value is its key in a mapping file.
///
/// A file with a column for any of them logs touches on leads that are there, and makes no lead.
public enum TouchField: String, CaseIterable, Sendable {
  /// What the touch is called in the system that logged it, by which it is known when it comes
  /// again.
  case id
  /// When it was.
  case at
  /// The side of ours that took part: marketing, sales or delivery.
  case side
  /// Who turned to whom: inbound or outbound.
  case direction
  /// How.
  case channel
  /// Who of ours, by name, e-mail address or id; or the name of a system.
  case by
  /// What it was about; several columns are put one behind the other.
  case summary
  /// What came of it.
  case outcome
  /// The campaign that it belongs to, by id or title.
  case campaign
}

/// Where a column of a file goes.
public enum ImportTarget: Hashable, Sendable {
  /// A fact of the lead.
  case field(ImportField)
  /// A fact of its acquisition: `acquisition.source` of the contact that created the lead,
  /// `acquisition.first.source` and `acquisition.last.source` of the others.
  case arrival(ArrivalMoment, ArrivalField)
  /// A click id by its parameter: `acquisition.click:gclid`.
  case clickID(String)
  /// A fact of a touch: `touch.channel`.
  case touch(TouchField)
  /// The answer to a question: `answer:budget`.
  case answer(QuestionID)
  /// Kept on the lead under the column's own name, or another: `extra`, `extra:series`.
  case extra(as: String?)
  /// Not taken in at all.
  case ignore

  /// The target that a mapping file names, or nil where there is none of that name.
  public init?(path: String) {
    if let field = ImportField(rawValue: path) {
      self = .field(field)
    } else if path == "ignore" {
      self = .ignore
    } else if path == "extra" {
      self = .extra(as: nil)
    } else if let name = Self.name(in: path, after: "extra:") {
      self = .extra(as: name)
    } else if let name = Self.name(in: path, after: "answer:") {
      self = .answer(QuestionID(name))
    } else if let name = Self.name(in: path, after: "acquisition.click:") {
      self = .clickID(name)
    } else if let arrival = Self.arrival(path) {
      self = arrival
    } else if let field = Self.name(in: path, after: "touch.").flatMap(TouchField.init) {
      self = .touch(field)
    } else {
      return nil
    }
  }

  /// How a mapping file names the target.
  public var path: String {
    switch self {
    case .field(let field): field.rawValue
    case .arrival(.creating, let field): "acquisition.\(field.rawValue)"
    case .arrival(let moment, let field): "acquisition.\(moment.rawValue).\(field.rawValue)"
    case .clickID(let name): "acquisition.click:\(name)"
    case .touch(let field): "touch.\(field.rawValue)"
    case .answer(let question): "answer:\(question)"
    case .extra(nil): "extra"
    case .extra(let name?): "extra:\(name)"
    case .ignore: "ignore"
    }
  }

  /// The paths of all targets, with `…` where a name follows: for messages.
  public static let allPaths: [String] =
    ImportField.allCases.map(\.rawValue)
    + ArrivalField.allCases.map { ImportTarget.arrival(.creating, $0).path }
    + TouchField.allCases.map { ImportTarget.touch($0).path }
    + ["acquisition.click:…", "answer:…", "extra", "extra:…", "ignore"]

  /// Whether the column holds dates.
  var isDate: Bool {
    switch self {
    case .field(let field): field.isDate
    case .arrival(_, .at), .touch(.at): true
    default: false
    }
  }

  private static func name(in path: String, after prefix: String) -> String? {
    guard path.hasPrefix(prefix), path.count > prefix.count else { return nil }
    return String(path.dropFirst(prefix.count))
  }

  private static func arrival(_ path: String) -> ImportTarget? {
    guard let rest = name(in: path, after: "acquisition.") else { return nil }
    for moment in [ArrivalMoment.first, .last] {
      if let key = name(in: rest, after: "\(moment.rawValue).") {
        return ArrivalField(rawValue: key).map { .arrival(moment, $0) }
      }
    }
    return ArrivalField(rawValue: rest).map { .arrival(.creating, $0) }
  }
}
