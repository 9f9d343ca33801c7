/// The question to sales how a lead turned out that they accepted: asked at once, after one week
/// and after four.
public struct RatingPrompt: Hashable, Sendable {
  /// When after the acceptance it is asked.
  public enum Moment: Int, CaseIterable, Hashable, Sendable {
    /// At once: asked of whoever accepts, and owed by nobody.
    case acceptance = 0
    /// After one week.
    case week = 7
    /// After four weeks.
    case fourWeeks = 28

    /// How long after the acceptance, in words.
    public var words: String {
      switch self {
      case .acceptance: "just accepted"
      case .week: "a week on"
      case .fourWeeks: "four weeks on"
      }
    }

    /// From so many days after the acceptance a rating answers it: half-way from the one before.
    fileprivate var answeredFrom: Double {
      switch self {
      case .acceptance: 0
      case .week: 3.5
      case .fourWeeks: 17.5
      }
    }
  }

  /// Nobody is asked any more so many days after the acceptance.
  public static let lastDay = 56.0

  /// When after the acceptance it is asked.
  public let moment: Moment
  /// When sales accepted the lead.
  public let acceptedAt: Instant

  /// Since when it is asked.
  public var since: Instant { acceptedAt.adding(days: Double(moment.rawValue)) }

  /// Whether sales owes the answer, rather than being invited to it.
  public var isOwed: Bool { moment != .acceptance }
}

extension LeadTrail {
  /// When sales last accepted the lead, by a verdict or by the handoff itself.
  var acceptedBySales: Instant? {
    let byVerdict = verdicts.last { $0.side == .sales && $0.verdict == .accept }?.at
    let byHandoff = handoffs.last { $0.to.side == .sales && $0.state == .accepted }?
      .answeredAt
    guard let byVerdict, let byHandoff else { return byVerdict ?? byHandoff }
    return max(byVerdict, byHandoff)
  }
}

extension LeadSummary {
  /// When sales last accepted the lead, by a verdict or by the handoff itself.
  public var acceptedBySales: Instant? { facts.acceptedBySales }

  /// The question how the lead turned out, where it is asked at a moment and not answered.
  ///
  /// A lead that was given up, went back to a stage of marketing's or has ended has turned out, and
  /// is asked for no more.
  ///
  /// - Complexity: O(verdicts) while it is asked, else constant.
  public func ratingPrompt(_ reckoning: Reckoning) -> RatingPrompt? {
    let now = reckoning.now
    guard let accepted = acceptedBySales, accepted <= now,
      now < accepted.adding(days: RatingPrompt.lastDay),
      parked.map({ $0.kind == .waiting }) ?? true,
      !wentBack(since: accepted, on: reckoning.board),
      let moment = RatingPrompt.Moment.allCases.last(where: {
        accepted.adding(days: Double($0.rawValue)) <= now
      })
    else { return nil }
    let start = accepted.adding(days: moment.answeredFrom)
    let isSettled = verdicts.contains { given in
      guard given.side == .sales else { return false }
      return (given.quality != nil && given.at >= start)
        || (given.at > accepted && given.verdict?.wantsAnswer ?? false)
    }
    return isSettled ? nil : RatingPrompt(moment: moment, acceptedAt: accepted)
  }

  /// Whether the lead is in a stage of marketing's, to which it came after a moment.
  private func wentBack(since moment: Instant, on board: Board) -> Bool {
    stageSince > moment && board.stage(stage)?.activity.side == .marketing
  }

  /// The moments at which the question begins to be asked, or ends.
  public var ratingMoments: [Instant] {
    guard let accepted = acceptedBySales else { return [] }
    let days = RatingPrompt.Moment.allCases.map { Double($0.rawValue) } + [RatingPrompt.lastDay]
    return days.map { accepted.adding(days: $0) }
  }
}
