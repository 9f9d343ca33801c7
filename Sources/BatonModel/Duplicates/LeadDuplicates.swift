/// What two leads may have in common, so that somebody should look whether they are one.
public struct DuplicateReason: Hashable, Sendable, Comparable {
  /// The kinds of likeness.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The same e-mail address, capitals aside.
    case email
    /// The same digits of a telephone number.
    case phone
    /// A person of the same name at the same domain.
    case name
  }

  /// What is alike.
  public let kind: Kind
  /// The address, the digits, or the name and the domain.
  public let value: String

  /// The likeness in words: `same e-mail address ana@helix.example`.
  public var words: String {
    switch kind {
    case .email: "same e-mail address \(value)"
    case .phone: "same telephone number \(value)"
    case .name: "same name and domain \(value)"
    }
  }

  /// Orders by kind as they count, then by value.
  public static func < (left: DuplicateReason, right: DuplicateReason) -> Bool {
    let kinds = Kind.allCases
    let ranks = (kinds.firstIndex(of: left.kind) ?? 0, kinds.firstIndex(of: right.kind) ?? 0)
    return ranks.0 == ranks.1 ? left.value < right.value : ranks.0 < ranks.1
  }
}

/// What a lead shows of itself to be compared with others.
public struct LeadLikeness: Sendable {
  /// The lead.
  public let id: LeadID
  /// The person or the buying group.
  public let name: String
  /// Where they work.
  public let company: String?
  /// The stage that the lead is in.
  public let stage: StageID
  /// When it came in.
  public let createdAt: Instant
  let reasons: Set<DuplicateReason>
  /// Whose each of them is: the person's name.
  let holders: [DuplicateReason: String]

  /// Takes from a lead what is compared. Linear in the number of its people.
  public init(_ lead: Lead) {
    id = lead.id
    name = lead.shownName
    company = lead.company?.name
    stage = lead.stage
    createdAt = lead.createdAt
    var reasons: Set<DuplicateReason> = []
    var holders: [DuplicateReason: String] = [:]
    func add(_ reason: DuplicateReason, of person: Person) {
      reasons.insert(reason)
      let isNamed = person.name.isSaid
      if holders[reason] == nil, isNamed { holders[reason] = person.name }
    }
    let site = lead.company?.domain.flatMap(ContactKey.ownDomain)
    for person in lead.people {
      let email = person.email.flatMap(ContactKey.email)
      if let email { add(DuplicateReason(kind: .email, value: email), of: person) }
      if let phone = person.phone.flatMap(ContactKey.phone) {
        add(DuplicateReason(kind: .phone, value: phone), of: person)
      }
      let folded = String(decoding: FoldedText(person.name).bytes, as: UTF8.self)
      let own = email?.split(separator: "@").last.flatMap { ContactKey.ownDomain(String($0)) }
      guard !folded.isEmpty, !folded.contains("@") else { continue }
      for domain in Set([site, own].compactMap { $0 }) {
        reasons.insert(DuplicateReason(kind: .name, value: "\(folded) · \(domain)"))
      }
    }
    self.reasons = reasons
    self.holders = holders
  }
}

extension LeadLikeness {
  /// Whether two leads have an e-mail address or a telephone number in common.
  public func sharesContact(with other: LeadLikeness) -> Bool {
    reasons.contains { $0.kind != .name && other.reasons.contains($0) }
  }
}

/// Leads that may be one.
public struct DuplicateGroup: Sendable {
  /// The leads, the oldest first.
  public let leads: [LeadLikeness]
  /// What at least two of them have in common.
  public let reasons: [DuplicateReason]

  /// What they have in common, in words, with whose address or number it is in each of them.
  public var reasonWords: [String] {
    reasons.map { reason in
      var names: [String] = []
      for lead in leads {
        if let name = lead.holders[reason], !names.contains(name) { names.append(name) }
      }
      return names.isEmpty ? reason.words : "\(reason.words) of \(names.joined(separator: " and "))"
    }
  }

  /// The groups of leads that have something in common, directly or through a third; the largest
  /// first.
  ///
  /// - Complexity: O(n log n) in the number of leads and their people.
  public static func find(in leads: [LeadLikeness]) -> [DuplicateGroup] {
    let leads = leads.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    var roots = Array(leads.indices)
    func root(_ place: Int) -> Int {
      var place = place
      while roots[place] != place {
        roots[place] = roots[roots[place]]
        place = roots[place]
      }
      return place
    }
    var firsts: [DuplicateReason: Int] = [:]
    var shared: Set<DuplicateReason> = []
    for (place, lead) in leads.enumerated() {
      for reason in lead.reasons {
        guard let first = firsts[reason] else {
          firsts[reason] = place
          continue
        }
        shared.insert(reason)
        let (one, other) = (root(first), root(place))
        roots[max(one, other)] = min(one, other)
      }
    }
    let groups = Dictionary(grouping: leads.indices, by: root).values.filter { $0.count > 1 }
    let reasons = Dictionary(grouping: shared) { root(firsts[$0] ?? 0) }
    return groups.map { places in
      DuplicateGroup(
        leads: places.sorted().map { leads[$0] }, reasons: (reasons[root(places[0])] ?? []).sorted()
      )
    }.sorted {
      ($1.leads.count, $0.leads[0].createdAt, $0.leads[0].id)
        < ($0.leads.count, $1.leads[0].createdAt, $1.leads[0].id)
    }
  }
}
