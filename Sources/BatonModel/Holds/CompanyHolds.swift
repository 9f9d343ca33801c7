/// A hold, and the lead in whose file it stands.
///
/// An object rather than a struct: one hold is found again at every lead of a large company, and a
/// report asks for those of a hundred thousand leads.
public final class StandingHold: Hashable, Sendable {
  /// The lead in whose file it stands.
  public let lead: LeadID
  /// What that lead is called.
  public let name: String
  /// The hold.
  public let hold: Hold
  /// Since when it lasts.
  public let from: Instant
  /// When it ends, by its date or before it.
  public let end: Instant

  /// A hold of a lead.
  public init(_ hold: Hold, of lead: LeadSummary) {
    self.hold = hold
    (from, end) = (hold.from, hold.end)
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

  /// Whether it is the same hold of the same lead, told alike.
  public static func == (one: StandingHold, other: StandingHold) -> Bool {
    one === other || one.lead == other.lead && one.name == other.name && one.hold == other.hold
  }

  /// By what names a hold on a board: the lead and the hold's own id.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(lead)
    hasher.combine(hold.id)
  }

  /// The order in which holds are told, the earliest first.
  static func precedes(_ one: StandingHold, _ other: StandingHold) -> Bool {
    (one.hold.from, one.lead, one.hold.id) < (other.hold.from, other.lead, other.hold.id)
  }

  fileprivate init(masking other: StandingHold, knowing team: TeamNames) {
    lead = other.lead
    name = "another lead"
    hold = other.hold.masked(knowing: team)
    (from, end) = (other.from, other.end)
  }
}

/// The holds that cover everybody at a company, to be found by whom they cover.
///
/// Two leads are at one company where it is called alike, capitals and accents aside, or has one
/// domain.
public struct CompanyHolds: Hashable, Sendable {
  /// The holds on each company, the earliest first.
  private var holds: [CompanyKey: [StandingHold]] = [:]

  /// None.
  public init() {}

  /// Those of some leads. Of an array rather than of any sequence, so that the loop is not generic
  /// for callers in other modules.
  ///
  /// - Complexity: O(n) in the number of leads, of which most have no hold.
  public init(_ leads: [LeadSummary]) {
    for lead in leads { add(lead) }
  }

  /// The same for guests, who may not know in whose file they stand, nor why.
  ///
  /// - Complexity: O(holds).
  func masked(on board: Board) -> CompanyHolds {
    guard !isEmpty else { return self }
    let team = TeamNames(board)
    var masked = CompanyHolds()
    masked.holds = holds.mapValues { $0.map { StandingHold(masking: $0, knowing: team) } }
    return masked
  }

  /// Whether there is none.
  public var isEmpty: Bool { holds.isEmpty }

  /// Adds those of a lead.
  public mutating func add(_ lead: LeadSummary) {
    guard !lead.facts.holds.isEmpty else { return }
    for hold in lead.holds where hold.scope == .company {
      let standing = StandingHold(hold, of: lead)
      for key in lead.companyKeys.all {
        var known = holds[key, default: []]
        guard !known.contains(standing) else { continue }
        let place = known.firstIndex { StandingHold.precedes(standing, $0) }
        known.insert(standing, at: place ?? known.endIndex)
        holds[key] = known
      }
    }
  }

  /// Takes away those of a lead, as it was when they were added.
  public mutating func remove(_ lead: LeadSummary) {
    guard lead.holds.contains(where: { $0.scope == .company }) else { return }
    for key in lead.companyKeys.all {
      let others = holds[key]?.filter { $0.lead != lead.id } ?? []
      holds[key] = others.isEmpty ? nil : others
    }
  }

  /// The holds in files of other leads that cover a lead, the earliest first.
  ///
  /// - Complexity: O(1) where the company has no holds, else O(its holds).
  public func holds(on lead: LeadSummary) -> [StandingHold] {
    guard !holds.isEmpty else { return [] }
    let named = lead.companyKeys.name.flatMap { holds[$0] } ?? []
    let sited = lead.companyKeys.domain.flatMap { holds[$0] } ?? []
    let found = CompanyHolds.united(named, sited)
    return found.contains { $0.lead == lead.id } ? found.filter { $0.lead != lead.id } : found
  }

  /// All holds of two lists in order. As a rule both are one list, for whoever is called alike has
  /// one site: it is handed on as it is.
  private static func united(_ one: [StandingHold], _ other: [StandingHold]) -> [StandingHold] {
    if other.isEmpty || one == other { return one }
    if one.isEmpty { return other }
    let further = other.filter { !one.contains($0) }
    return (one + further).sorted(by: StandingHold.precedes)
  }
}

/// What tells that leads are at one company: how it is called, and the domain of its site.
struct CompanyKeys: Hashable, Sendable {
  /// The key of the name; nil where there is none.
  let name: CompanyKey?
  /// The key of the domain; nil where there is none, or where anybody has a mailbox.
  let domain: CompanyKey?

  /// Those that there are.
  var all: [CompanyKey] { [name, domain].compactMap(\.self) }

  /// The keys of a company; made once a lead, since every card asks for them.
  init(name: String?, domain: String?) {
    self.name = name.flatMap { $0.isSaid ? CompanyKey(FoldedText($0)) : nil }
    self.domain = domain.map { CompanyKey($0) }
  }
}

/// A name or a domain of a company, as a number.
///
/// A hundred thousand leads carry two of them, and every report of holds compares them all: so it
/// is the text's hash, 64 bits of SipHash with the process's own random key, rather than the text.
/// That two companies of a board share one is as likely as one in a thousand million boards having
/// such a pair, nobody can make it happen without the key, and it would cost a warning too many.
/// A masked lead keeps its keys and yet holds no name.
struct CompanyKey: Hashable, Sendable {
  private let hash: Int

  fileprivate init(_ name: FoldedText) { hash = CompanyKey.hash(0, name) }

  fileprivate init(_ domain: String) { hash = CompanyKey.hash(1, domain) }

  /// The hash of a text, names and domains kept apart by a mark.
  private static func hash(_ mark: UInt8, _ text: some Hashable) -> Int {
    var hasher = Hasher()
    hasher.combine(mark)
    hasher.combine(text)
    return hasher.finalize()
  }
}
