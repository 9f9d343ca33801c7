internal import BatonModel

extension LeadSummary {
  /// Whether the lead is open, won or lost at a moment; what ended later is open still.
  func fate(asOf now: Instant) -> Fate {
    guard let parked, parked.kind.isClosed, parked.since <= now else { return .open }
    return parked.kind == .won ? .won : .lost
  }

  /// When the lead ended, if it has by a moment.
  func ended(asOf now: Instant) -> Instant? {
    fate(asOf: now) == .open ? nil : parked?.since
  }

  /// The lead as work in progress, from its coming in to its end.
  func flowItem(asOf now: Instant) -> FlowItem {
    FlowItem(arrived: createdAt.dayNumber, departed: ended(asOf: now)?.dayNumber)
  }

  /// The lead's touches and fate, teams numbered by `labels`.
  func contact(_ labels: inout Labels, asOf now: Instant) -> ContactHistory {
    var touches: [ContactHistory.Touch] = []
    touches.reserveCapacity(trail.touches.count)
    for touch in trail.touches where touch.at <= now {
      touches.append(
        ContactHistory.Touch(
          day: touch.at.dayNumber, team: labels.number(of: touch.side.rawValue),
          isOutbound: touch.direction == .outbound))
    }
    let handedOver = trail.handoffs.first(where: \.isFromMarketingToSales)
    return ContactHistory(
      created: createdAt.dayNumber, fate: fate(asOf: now), hasReason: parked?.reason != nil,
      handedAt: handedOver?.offeredAt.dayNumber,
      acceptedAt: handedOver.flatMap { $0.state == .accepted ? $0.answeredAt?.dayNumber : nil },
      touches: touches)
  }
}
