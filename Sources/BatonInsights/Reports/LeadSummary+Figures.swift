internal import BatonModel

extension LeadSummary {
  /// Whether the lead is open, won or lost at a moment; what ended later is open still.
  func fate(asOf now: Instant) -> Fate {
    guard let parking = parking(asOf: now), parking.kind.isClosed else { return .open }
    return parking.kind == .won ? .won : .lost
  }

  /// When the lead ended, if it has by a moment.
  func ended(asOf now: Instant) -> Instant? {
    fate(asOf: now) == .open ? nil : parked?.since
  }

  /// The lead's stays in a stage as they looked at a moment.
  func stays(in stage: StageID, asOf now: Instant) -> [Stay] {
    var stays: [Stay] = []
    for stay in self.stays where stay.stage == stage {
      if let stay = Stay(stay, asOf: now) { stays.append(stay) }
    }
    return stays
  }

  /// The lead's touches and fate, each side a team of its own.
  func contact(asOf now: Instant) -> ContactHistory {
    var touches: [ContactHistory.Touch] = []
    touches.reserveCapacity(self.touches.count)
    for touch in self.touches where touch.at <= now {
      touches.append(
        ContactHistory.Touch(
          day: touch.at.dayNumber, team: touch.side.team,
          isOutbound: touch.direction == .outbound))
    }
    let handedOver = self.handoffs.first(where: \.isFromMarketingToSales)
    return ContactHistory(
      created: createdAt.dayNumber, fate: fate(asOf: now),
      hasReason: parked?.isUnexplained == false,
      handedAt: handedOver?.offeredAt.dayNumber,
      acceptedAt: handedOver.flatMap { $0.state == .accepted ? $0.answeredAt?.dayNumber : nil },
      touches: touches)
  }
}

extension Side {
  /// The number of the side as a team (see ``ContactHistory``).
  var team: Int { Side.allCases.firstIndex(of: self) ?? 0 }
}
