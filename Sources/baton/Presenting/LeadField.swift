import BatonModel

/// The fields of a lead that `list`, `export` and `watch` give, in the order of a table's columns.
enum LeadField: String, CaseIterable {
  case id, name, company, stage, activity, owner, marketingOwner, source, campaign
  case amount, currency, daysInStage, limitDays, stalled, overdue
  case parked, parkedUntil, parkedReason, nextStep, lastTouch, quality, flags, tags
  case created, stageSince

  /// The fields in the order of JSON's keys.
  static let sorted = allCases.sorted { $0.rawValue < $1.rawValue }
}

extension LeadRow {
  /// The value of a field: null where the lead has none, so that every row has every key.
  func value(of field: LeadField) -> JSONValue {
    switch field {
    case .id: .string(lead.id.rawValue)
    case .name: .string(lead.name)
    case .company: .text(lead.company)
    case .stage: .string(lead.stage.rawValue)
    case .activity: .text(stage?.activity.rawValue)
    case .owner: .text(lead.owner?.rawValue)
    case .marketingOwner: .text(lead.marketingOwner?.rawValue)
    case .source: .text(lead.origin.source)
    case .campaign: .text(lead.origin.campaign?.rawValue)
    case .amount: .whole(lead.amount?.minorUnits)
    case .currency: .text(lead.amount?.currency)
    case .daysInStage: .tenths(standing.daysInStage)
    case .limitDays: standing.limitDays.map(JSONValue.tenths) ?? .null
    case .stalled: .bool(standing.isStalled)
    case .overdue: .bool(standing.isOverdue)
    case .parked: .text(standing.parking?.kind.rawValue)
    case .parkedUntil: .time(standing.parking?.until)
    case .parkedReason: .text(standing.parking?.reason?.rawValue)
    case .nextStep: lead.nextStep.map(LeadRow.value) ?? .null
    case .lastTouch: lead.lastTouch.map(LeadRow.value) ?? .null
    case .quality: .whole(lead.quality)
    case .flags: .array(flags.map { .string($0.rawValue) })
    case .tags: .array(lead.tags.map(JSONValue.string))
    case .created: .time(lead.createdAt)
    case .stageSince: .time(lead.stageSince)
    }
  }

  private static func value(of step: NextStepSummary) -> JSONValue {
    .object([
      "booked": .bool(step.isBooked), "due": .time(step.due), "kind": .string(step.kind.rawValue),
    ])
  }

  private static func value(of touch: TouchSummary) -> JSONValue {
    .object([
      "at": .time(touch.at), "channel": .string(touch.channel.rawValue),
      "direction": .string(touch.direction.rawValue), "side": .string(touch.side.rawValue),
    ])
  }
}
