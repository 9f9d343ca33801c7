/// What a query asks of a lead, field by field.
extension QueryMatcher {
  private var now: Instant { reckoning.now }

  func has(_ value: QueryValue, in field: QueryField, of lead: LeadSummary) -> Bool {
    switch field {
    case .source: value.matches(lead.origin.source)
    case .campaign: value.matches(lead.origin.campaign?.rawValue)
    case .ad: value.matches(lead.origin.headline)
    case .company: value.matches(lead.company)
    case .roadblock: value.matches(lead.roadblock)
    case .tag:
      value.text.bytes.isEmpty ? lead.tags.isEmpty : lead.tags.contains { value.matches($0) }
    case .id: value.matches(lead.id.rawValue)
    case .obstacle, .blockedby, .step, .fixer, .fix, .fixdue: meets([.field(field, [value])], lead)
    case .gave, .took, .answer: handed([.field(field, [value])], lead)
    case .giver: lead.handoff.map { value.names($0.from) } ?? false
    case .taker: lead.handoff.map { value.names($0.to) } ?? false
    case .reason: lead.turnedDown(asOf: now).contains { value.matches($0.reason?.rawValue) }
    case .answered:
      value.text.bytes.isEmpty
        ? lead.answers(asOf: now).isEmpty
        : said([(field, [value])], lead)
    case .said: said([(field, [value])], lead)
    case .answerer: value.matches(lead.unanswered?.answerer.rawValue)
    case .owner, .marketing, .stage, .furthest, .reached, .activity: false
    }
  }

  /// Whether one roadblock of a lead is as all of some terms ask; it stands, unless they ask for
  /// others too.
  func meets(_ facts: [RoadblockFact], _ lead: LeadSummary) -> Bool {
    let looksBack = facts.contains { if case .stood = $0 { true } else { false } }
    return lead.roadblocks.contains { roadblock in
      (looksBack || roadblock.stands(at: now))
        && facts.allSatisfy { fact in
          switch fact {
          case .stood(let span): lead.stood(before: roadblock, within: span)
          case .field(let field, let values):
            values.contains { $0.matches(roadblock.text(of: field, asOf: now)) }
          }
        }
    }
  }

  /// Whether one answer of a lead's is as all of some terms ask; of two to one question the last
  /// counts.
  func said(_ facts: [(field: QueryField, values: [QueryValue])], _ lead: LeadSummary) -> Bool {
    let answers = lead.answers(asOf: now)
    return answers.indices.contains { place in
      facts.allSatisfy { field, values in
        let text = field == .said ? answers[place].answer : answers[place].question.rawValue
        return values.contains { $0.matches(text) }
      } && !answers[(place + 1)...].contains { $0.question == answers[place].question }
    }
  }

  /// Whether one handoff of a lead is as all of some terms ask.
  func handed(_ facts: [HandoffFact], _ lead: LeadSummary) -> Bool {
    lead.handoffs.contains { handoff in
      facts.allSatisfy { fact in
        switch fact {
        case .offered(let span): span.contains(handoff.offeredAt)
        case .field(.gave, let values): values.contains { $0.names(handoff.from) }
        case .field(.took, let values): values.contains { $0.names(handoff.to) }
        case .field(_, let values):
          values.contains { $0.matches(handoff.answer(asOf: now)?.rawValue) }
        }
      }
    }
  }

  func isIn(_ state: QueryState, _ lead: LeadSummary, _ standing: Standing) -> Bool {
    switch state {
    case .stalled: standing.isStalled
    case .late: standing.isLate
    case .stepless: standing.light == .missing
    case .overdue: standing.isOverdue
    case .today: standing.light == .today
    case .waiting: standing.parking?.kind == .waiting
    case .nurture: standing.parking?.kind == .nurture
    case .parked: standing.parking != nil
    case .open: standing.isOpen
    case .closed: !standing.isOpen
    case .won: standing.parking?.kind == .won
    case .lost: standing.parking?.kind == .lost
    case .disqualified: standing.parking?.kind == .disqualified
    case .silent: standing.parking?.kind == .silent
    case .unowned: lead.owner == nil
    case .held: reckoning.held(lead) != nil
    case .blocked: meets([], lead)
    case .unapproved: lead.marks.contains(.approvalMissing)
    case .handoff: lead.handoff != nil
    case .offered: lead.handoff.map { !$0.isAccepted && !$0.hasLapsed(asOf: now) } ?? false
    case .lapsed: lead.handoff?.hasLapsed(asOf: now) ?? false
    case .unproven: lead.handoff.map { $0.isAccepted && !$0.hasLapsed(asOf: now) } ?? false
    case .belated: lead.handoff.map(reckoning.isBelated) ?? false
    case .unanswered: lead.unanswered != nil
    case .wordless:
      isIn(.vanished, lead, standing) || isIn(.unexplained, lead, standing)
    case .vanished:
      standing.isOpen && lead.createdAt <= now
        && now.days(since: lead.quietSince(asOf: now))
          > Double(reckoning.board.windows.silenceDays)
    case .unexplained: standing.parking?.isUnexplained ?? false
    case .dropped: reckoning.isDropped(lead)
    }
  }

  func figure(_ measure: QueryMeasure, of lead: LeadSummary, _ standing: Standing)
    -> Double?
  {
    switch measure {
    case .age: standing.daysInStage
    case .amount: lead.amount?.units
    case .quality: lead.quality.map(Double.init)
    case .touched: lead.lastTouch.map { now.days(since: $0.at) }
    case .quiet: lead.lastTwoWay.map { now.days(since: $0) }
    case .created: now.days(since: lead.createdAt)
    case .offered: lead.handoff.map { now.days(since: $0.offeredAt) }
    case .unanswered: lead.unanswered.map { now.days(since: $0.at) }
    case .held: reckoning.held(lead).map { now.days(since: $0.since) }
    case .ended:
      standing.parking.flatMap { $0.kind.isClosed ? now.days(since: $0.since) : nil }
    }
  }
}

extension QueryDays {
  /// From the first instant of the first day to the end of the last; what is still to come has not
  /// happened yet.
  func instants(at reckoning: Reckoning) -> Range<Instant> {
    let calendar = reckoning.board.calendar
    let start = first.map { calendar.instant(of: $0) } ?? .distantPast
    let now = Instant(microseconds: reckoning.now.microseconds + 1)
    let end =
      last.map { min(now, calendar.instant(of: CivilDay(dayNumber: $0.dayNumber + 1))) } ?? now
    return start..<max(start, end)
  }
}

extension LeadSummary {
  /// Whether something happened to the lead within a span of time.
  func has(_ event: QueryEvent, within span: Range<Instant>) -> Bool {
    switch event {
    case .came: span.contains(createdAt)
    case .moved: stays.dropFirst().contains { span.contains($0.entered) }
    case .handed: handoffs.contains { span.contains($0.offeredAt) }
    case .ended: parked.map { $0.kind.isClosed && span.contains($0.since) } ?? false
    case .stood: roadblocks.contains { stood(before: $0, within: span) }
    }
  }
}

/// What a term asks of a roadblock.
enum RoadblockFact: Sendable {
  /// It stood on some day of a span of time.
  case stood(Range<Instant>)
  /// One of its fields has one of these values.
  case field(QueryField, [QueryValue])
}

/// What a term asks of a handoff.
enum HandoffFact: Sendable {
  /// It was offered within a span of time.
  case offered(Range<Instant>)
  /// One of its fields has one of these values.
  case field(QueryField, [QueryValue])
}

extension QueryField {
  /// Whether it is about a handoff of any time: several such terms ask it of one and the same.
  var isOfHandoff: Bool { self == .gave || self == .took || self == .answer }

  /// Whether it is about a roadblock: several such terms ask it of one and the same.
  var isOfRoadblock: Bool {
    switch self {
    case .obstacle, .blockedby, .step, .fixer, .fix, .fixdue: true
    default: false
    }
  }

  /// Whether it is about an answer to a question, which leads without any answer have not: several
  /// such terms ask it of one and the same.
  func isOfAnswer(_ values: [QueryValue]) -> Bool {
    self == .said || self == .answered && values.allSatisfy { !$0.text.bytes.isEmpty }
  }
}

extension RoadblockTrace {
  /// What stands in a field that is about a roadblock; nil for nothing.
  fileprivate func text(of field: QueryField, asOf now: Instant) -> String? {
    switch field {
    case .obstacle: kind
    case .blockedby: origin.rawValue
    case .step: step?.rawValue
    case .fixer: owner?.rawValue
    case .fix: fix
    case .fixdue: due == nil ? nil : isOverdue(at: now) ? "overdue" : "ahead"
    default: nil
    }
  }
}

extension QueryValue {
  /// Whether an activity is meant, by itself or by the side that does it.
  fileprivate func names(_ activity: Activity) -> Bool {
    matches(activity.rawValue) || matches(activity.side.rawValue)
  }
}
