internal import BatonModel

/// A number of a report, with the leads behind it.
public struct LeadCount: Sendable {
  /// What is counted.
  public enum Subject: String, CaseIterable, Sendable {
    /// Leads that came to a stage, or past it.
    case reached
    /// Leads that came past a stage.
    case wentOn
    /// Leads that were lost in a stage.
    case lostHere
    /// Open leads that came to a stage and no further.
    case stillHere
    /// Leads whose handoff waits for its answer or its proof.
    case waiting
    /// Leads whose handoff waits beyond its clock.
    case overdue
    /// Leads that were handed over.
    case offered
    /// Leads whose handoff was accepted.
    case accepted
    /// Leads whose handoff was rejected.
    case rejected
    /// Leads whose handoff nobody answered in time.
    case lapsed
    /// Leads that came in.
    case arrivals
    /// Leads that were won.
    case won
    /// Leads that ended otherwise.
    case lost
    /// Leads in progress at the end of the time.
    case inProgress
    /// Open leads.
    case open
    /// Leads that ended.
    case closes
    /// Open leads that stand before a roadblock.
    case blockedNow
    /// Open leads that stand before a roadblock whose fix is past due.
    case pastDue
    /// Leads that stood before a roadblock within the report's days.
    case blockedOfLate
    /// Leads that ever met a roadblock.
    case everMet
  }

  /// What is counted.
  public let subject: Subject
  /// How many leads there are; one that was handed over twice is one.
  public let leads: Int
  /// The query that finds them.
  public let query: String
}

extension FlowReport.StageRow {
  /// The numbers of the stage, each with the query that finds its leads.
  public var counts: [LeadCount] {
    let furthest = Dimension.fieldTerm(.furthest, stage.id.rawValue)
    let reached = { Dimension.fieldTerm(.reached, $0) }
    return [
      LeadCount(subject: .reached, leads: step.reached, query: reached(stage.id.rawValue)),
      LeadCount(
        subject: .wentOn, leads: step.conversion.count,
        query: next.map { reached($0.rawValue) } ?? "is:won"),
      LeadCount(subject: .lostHere, leads: step.lostHere, query: "\(furthest) is:closed -is:won"),
      LeadCount(subject: .stillHere, leads: step.stillHere, query: "\(furthest) is:open"),
    ]
  }
}

extension FlowReport.Week {
  /// The numbers of the week, each with the query that finds its leads.
  public var counts: [LeadCount] {
    FlowReport.counts(
      self, from: monday, through: CivilDay(dayNumber: monday.dayNumber + 6))
  }
}

extension FlowReport {
  /// The numbers of all its weeks together, each with the query that finds its leads.
  public var countsOfAllWeeks: [LeadCount] {
    guard let first = weeks.first, let last = weeks.last else { return [] }
    return FlowReport.counts(
      Week(
        monday: first.monday, arrivals: weeks.reduce(0) { $0 + $1.arrivals },
        won: weeks.reduce(0) { $0 + $1.won }, lost: weeks.reduce(0) { $0 + $1.lost },
        inProgress: last.inProgress),
      from: first.monday, through: CivilDay(dayNumber: last.monday.dayNumber + 6))
  }

  fileprivate static func counts(
    _ week: Week, from first: CivilDay, through last: CivilDay
  ) -> [LeadCount] {
    let days = QueryDays(from: first, through: last)
    let upToEnd = QueryDays(from: nil, through: last)
    return [
      LeadCount(subject: .arrivals, leads: week.arrivals, query: "came:\(days)"),
      LeadCount(subject: .won, leads: week.won, query: "is:won ended:\(days)"),
      LeadCount(subject: .lost, leads: week.lost, query: "-is:won ended:\(days)"),
      LeadCount(
        subject: .inProgress, leads: week.inProgress, query: "came:\(upToEnd) -ended:\(upToEnd)"),
    ]
  }

  /// The numbers of an owner, each with the query that finds its leads.
  public static func counts(_ owner: TeamLoad.Owner, of member: String) -> [LeadCount] {
    let term = Dimension.owner.term(for: member)
    let days = "\(Int(TeamLoad.windowDays))d"
    return [
      LeadCount(subject: .open, leads: owner.open, query: "\(term) is:open"),
      LeadCount(subject: .closes, leads: owner.closes, query: "\(term) ended<\(days)"),
      LeadCount(
        subject: .arrivals, leads: owner.arrivals, query: "\(term) created<\(days) created>=0d"),
    ]
  }
}

extension JointRow {
  /// The numbers of the joint, each with the query that finds its leads.
  public var counts: [LeadCount] {
    let handed =
      "\(QueryField.gave.rawValue):==\(from.rawValue) \(QueryField.took.rawValue):==\(to.rawValue)"
      + " handed:\(QueryDays(from: since, through: nil))"
    let answered = { (answer: HandoffTrace.Answer) in
      "\(handed) \(QueryField.answer.rawValue):==\(answer.rawValue)"
    }
    return [
      LeadCount(subject: .waiting, leads: waiting, query: query),
      LeadCount(subject: .overdue, leads: overdue, query: "\(query) is:belated"),
      LeadCount(subject: .offered, leads: leads.offered, query: handed),
      LeadCount(subject: .accepted, leads: leads.accepted, query: answered(.accepted)),
      LeadCount(subject: .rejected, leads: leads.rejected, query: answered(.rejected)),
      LeadCount(subject: .lapsed, leads: leads.lapsed, query: answered(.lapsed)),
    ]
  }
}
