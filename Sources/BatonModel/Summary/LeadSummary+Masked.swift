/// Leads shown to guests, who may see how they stand but not who they are.
extension LeadSummary {
  /// Leads without what could name their buyers: aliases for person and company, no tags and no
  /// words.
  ///
  /// `Buyer 17` is the seventeenth lead that came in, `Company 4` the fourth company of which one
  /// came, however its name is capitalised: told nothing but that order, nobody can guess a name
  /// and check the guess, and a lead has the same alias on every page and in the minutes. The ids
  /// stay, for whoever opens a lead; what is printed is ``shownID``.
  ///
  /// - Parameters:
  ///   - leads: All leads of the board, in any order, which is kept.
  ///   - board: Who is no member of it stays unnamed.
  /// - Complexity: O(n log n).
  public static func masked(_ leads: [LeadSummary], on board: Board) -> [LeadSummary] {
    // What is sorted and looked up lies together: to go to each lead again takes far longer.
    var order: [(createdAt: Instant, place: Int)] = []
    var companies: [CompanyKey?] = []
    order.reserveCapacity(leads.count)
    companies.reserveCapacity(leads.count)
    for (place, lead) in leads.enumerated() {
      order.append((lead.createdAt, place))
      companies.append(lead.companyKeys.name)
    }
    order.sort { one, other in
      one.createdAt != other.createdAt
        ? one.createdAt < other.createdAt : leads[one.place].id < leads[other.place].id
    }
    let team = TeamNames(board)
    var masked = leads
    var numbers: [CompanyKey: Int] = [:]
    for (number, entry) in order.enumerated() {
      let company = companies[entry.place].map { company in
        if let known = numbers[company] { return known }
        numbers[company] = numbers.count + 1
        return numbers.count
      }
      let alias = BuyerAlias(number: number + 1, company: company)
      masked[entry.place].mask = LeadMask(alias: alias, team: team)
    }
    return masked
  }

  /// The lead under an alias, as ``masked(_:on:)`` gives it.
  ///
  /// - Complexity: O(team). The lead's facts are shared.
  public func masked(as alias: BuyerAlias, on board: Board) -> LeadSummary {
    var masked = self
    masked.mask = LeadMask(alias: alias, team: TeamNames(board))
    return masked
  }

  /// The id as it may be printed: the alias, where the lead is masked.
  public var shownID: String { isMasked ? name : id.rawValue }

  /// An owner, as they may be shown.
  @usableFromInline
  func shown(_ owner: MemberID?) -> MemberID? {
    guard let mask, let owner else { return owner }
    return mask.team.name(owner)
  }

  // Apart from where nothing is masked, which reports ask for of a hundred thousand leads.

  @usableFromInline var nextStepForGuests: NextStepSummary? { facts.nextStep.map { masked($0) } }
  @usableFromInline var handoffForGuests: HandoffSummary? {
    facts.handoff.map { masked($0.value) }
  }
  @usableFromInline var unansweredForGuests: UnansweredSummary? {
    facts.unanswered.map { masked($0.value) }
  }

  /// A part of the lead, as it may be shown.
  func masked<Part: Masking>(_ part: Part) -> Part {
    mask.map { part.masked(knowing: $0.team) } ?? part
  }

  /// Parts of the lead, as they may be shown.
  func masked<Part: Masking>(_ parts: [Part]) -> [Part] {
    guard let mask else { return parts }
    return parts.map { $0.masked(knowing: mask.team) }
  }
}

/// What guests see of a lead in the place of names.
@usableFromInline
struct LeadMask: Sendable {
  /// What the buyer and the company are called.
  let alias: BuyerAlias
  /// Whom of those who deal with the lead they may know.
  let team: TeamNames
}

/// A part of a lead in which people are named, or words of theirs stand.
protocol Masking {
  /// The part for guests: without words, and nobody named but members.
  func masked(knowing team: TeamNames) -> Self
}

extension NextStepSummary: Masking {
  func masked(knowing team: TeamNames) -> NextStepSummary {
    var masked = self
    masked.owner = owner.map(team.name)
    return masked
  }
}

extension HandoffSummary: Masking {
  func masked(knowing team: TeamNames) -> HandoffSummary {
    var masked = self
    masked.offeredTo = offeredTo.map(team.name)
    masked.offeredBy = team.name(offeredBy)
    masked.answeredBy = answeredBy.map(team.name)
    return masked
  }
}

extension UnansweredSummary: Masking {
  func masked(knowing team: TeamNames) -> UnansweredSummary {
    var masked = self
    masked.by = team.name(by)
    return masked
  }
}

extension VerdictTrace: Masking {
  /// Of what was done about it only that it was.
  func masked(knowing team: TeamNames) -> VerdictTrace {
    var masked = self
    masked.by = team.name(by)
    masked.answeredBy = answeredBy.map(team.name)
    masked.action = action.map { _ in Lead.withheld }
    return masked
  }
}

extension RoadblockTrace: Masking {
  /// Of what removes it only that something does.
  func masked(knowing team: TeamNames) -> RoadblockTrace {
    var masked = self
    masked.owner = owner.map(team.name)
    masked.fix = fix.map { _ in Lead.withheld }
    return masked
  }
}

extension SurveyTrace: Masking {
  /// Only that there is an answer.
  func masked(knowing team: TeamNames) -> SurveyTrace {
    var masked = self
    masked.asked = asked.map { _ in Lead.withheld }
    masked.answer = Lead.withheld
    return masked
  }
}

extension Hold: Masking {
  /// Without its reason.
  func masked(knowing team: TeamNames) -> Hold {
    var masked = self
    masked.reason = Lead.withheld
    masked.by = team.name(by)
    return masked
  }
}
