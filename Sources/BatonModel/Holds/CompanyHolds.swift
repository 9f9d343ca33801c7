/// A hold, and the lead in whose file it stands.
public struct StandingHold: Hashable, Sendable {
  /// The lead in whose file it stands.
  public let lead: LeadID
  /// What that lead is called.
  public let name: String
  /// The hold.
  public let hold: Hold

  /// A hold of a lead.
  public init(_ hold: Hold, of lead: LeadSummary) {
    self.hold = hold
    self.lead = lead.id
    name = lead.name
  }

  /// What it asks of whoever turns to a lead that it covers, and what to do: a sentence each.
  public func request(
    for lead: LeadSummary, on calendar: BoardCalendar
  ) -> (what: String, remedy: String) {
    let whom = hold.scope == .company ? lead.company ?? lead.name : lead.name
    return (
      "\(hold.by) asks that nobody contacts \(whom): \(hold.reason).",
      "It holds until \(calendar.day(of: hold.end)); talk to \(hold.by) first."
    )
  }

  fileprivate init(masking other: StandingHold) {
    lead = other.lead
    name = "another lead"
    var hold = other.hold
    hold.reason = Lead.withheld
    self.hold = hold
  }
}

/// The holds that cover everybody at a company, to be found by whom they cover.
///
/// Two leads are at one company where it is called alike, capitals and accents aside, or has one
/// domain.
public struct CompanyHolds: Hashable, Sendable {
  private var holds: [CompanyKey: [StandingHold]] = [:]

  /// None.
  public init() {}

  /// Those of some leads.
  ///
  /// - Complexity: O(n) in the number of leads, of which most have no hold.
  public init(_ leads: some Sequence<LeadSummary>) {
    for lead in leads { add(lead) }
  }

  /// The same for guests, who may not know in whose file they stand, nor why.
  var masked: CompanyHolds {
    var masked = CompanyHolds()
    masked.holds = holds.mapValues { $0.map(StandingHold.init(masking:)) }
    return masked
  }

  /// Whether there is none.
  public var isEmpty: Bool { holds.isEmpty }

  /// Adds those of a lead.
  public mutating func add(_ lead: LeadSummary) {
    let wide = lead.holds.filter { $0.scope == .company }
    guard !wide.isEmpty else { return }
    for key in lead.companyKeys {
      holds[key, default: []] += wide.map { StandingHold($0, of: lead) }
    }
  }

  /// The holds in files of other leads that cover a lead, the earliest first.
  public func holds(on lead: LeadSummary) -> [StandingHold] {
    guard !holds.isEmpty else { return [] }
    var found: [StandingHold] = []
    for key in lead.companyKeys {
      for one in holds[key] ?? [] where one.lead != lead.id && !found.contains(one) {
        found.append(one)
      }
    }
    return found.sorted {
      ($0.hold.from, $0.lead, $0.hold.id) < ($1.hold.from, $1.lead, $1.hold.id)
    }
  }
}

/// What tells that two leads are at one company.
enum CompanyKey: Hashable, Sendable {
  case name(FoldedText)
  case domain(String)

  /// The keys of a company; made once a lead, since every card asks for them.
  static func keys(name: String?, domain: String?) -> [CompanyKey] {
    var keys: [CompanyKey] = []
    if let name, name.contains(where: { !$0.isWhitespace }) {
      keys.append(.name(FoldedText(name)))
    }
    if let domain { keys.append(.domain(domain)) }
    return keys
  }
}
