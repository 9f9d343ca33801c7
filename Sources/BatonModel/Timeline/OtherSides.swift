/// What the other sides did with a buyer of late and what they plan: to be seen before one turns to
/// the buyer.
public struct OtherSides: Sendable {
  /// Touches of the last so many days are of late.
  public static let recentDays = 30.0

  /// What the other sides did of late, the latest first.
  public let recent: [TouchSummary]
  /// The latest time another side turned to the buyer, where a touch now would collide with it.
  public let collision: TouchSummary?
  /// What somebody of another side has planned.
  public let plan: (member: Member, step: NextStepSummary)?
  private let moment: Instant

  /// What the sides besides one did up to a moment, and plan from then on.
  ///
  /// - Complexity: O(touches).
  public init(of lead: LeadSummary, besides side: Side, on board: Board, at moment: Instant) {
    self.init(
      touches: lead.touches, nextStep: lead.nextStep, owner: lead.owner, besides: side,
      on: board, at: moment)
  }

  /// The same of a whole lead.
  public init(of lead: Lead, besides side: Side, on board: Board, at moment: Instant) {
    self.init(
      touches: lead.touches.filter { $0.retracted == nil }.map(TouchSummary.init),
      nextStep: lead.nextStep.map(NextStepSummary.init), owner: lead.owner, besides: side,
      on: board, at: moment)
  }

  private init(
    touches: [TouchSummary], nextStep: NextStepSummary?, owner: MemberID?, besides side: Side,
    on board: Board, at moment: Instant
  ) {
    recent = touches.filter { touch in
      touch.side != side && touch.side != .buyer && touch.at <= moment
        && moment.days(since: touch.at) <= OtherSides.recentDays
    }.sorted { $0.at > $1.at }
    let window = Double(board.windows.collisionHours)
    collision = recent.first {
      $0.direction == .outbound && moment.days(since: $0.at) * 24 < window
    }
    if let nextStep, let member = (nextStep.owner ?? owner).flatMap(board.member),
      member.side != side
    {
      plan = (member, nextStep)
    } else {
      plan = nil
    }
    self.moment = moment
  }

  /// What is to be weighed before a touch, each in a sentence.
  ///
  /// - Parameter time: how moments are written where the words are read.
  public func warnings(time: (Instant) -> String) -> [String] {
    let met = collision.map { touch in
      "\(touch.side.rawValue) was in touch by \(touch.channel.rawValue) at \(time(touch.at))."
    }
    let planned = plan.map { plan in
      "\(plan.member.name) of \(plan.member.side.rawValue) plans a \(plan.step.kind.rawValue) at "
        + "\(time(plan.step.due))."
    }
    return [met, planned].compactMap { $0 }
  }
}
