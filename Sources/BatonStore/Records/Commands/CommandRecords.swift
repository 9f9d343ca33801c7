public import BatonModel

extension LeadCommand: JSONCodable {
  /// Reads an object whose one key names the command and whose value says the rest.
  ///
  /// `{"move": {"to": "close"}}`, `{"note": "called back"}`, `{"next": null}`.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> LeadCommand {
    var command: LeadCommand?
    try reader.beginObject()
    while let key = try reader.nextKey(isFirst: command == nil) {
      guard command == nil else { throw try reader.unknownKey(key) }
      let name = try reader.string(key.token)
      do throws(JSONError) {
        guard let read = try read(name, from: &reader) else { throw try reader.unknownKey(key) }
        command = read
      } catch {
        throw error.inside(key: name)
      }
    }
    guard let command else { throw reader.missingKey("move", opening: reader.next - 1) }
    return command
  }

  /// Reads what belongs to the command of a name; nil if there is no such command.
  private static func read(
    _ name: String, from reader: inout JSONReader
  ) throws(JSONError) -> LeadCommand? {
    switch name {
    case "move": .move(try Move.read(from: &reader))
    case "park": .park(try Park.read(from: &reader))
    case "revive": .revive(try Revive.read(from: &reader))
    case "touch": .touch(try TouchDraft.read(from: &reader))
    case "note": .note(try reader.readString())
    case "assign": .assign(try Assign.read(from: &reader))
    case "next": .next(try reader.skipNull() ? nil : NextStep.read(from: &reader))
    case "amount": .amount(try reader.skipNull() ? nil : Money.read(from: &reader))
    case "retract": .retract(try EntryID.read(from: &reader))
    case "restorePlace": .restorePlace(try Place.read(from: &reader))
    case "verdict": .verdict(try VerdictDraft.read(from: &reader))
    case "rate": .rate(try Rating.read(from: &reader))
    case "reply": .reply(try Reply.read(from: &reader))
    case "offer": .offer(try Offer.read(from: &reader))
    case "prove": .prove(try NextStep.read(from: &reader))
    case "hold": .hold(try HoldDraft.read(from: &reader))
    case "release": .release(try reader.skipNull() ? nil : EntryID.read(from: &reader))
    case "consent": .consent(try ConsentChange.read(from: &reader))
    case "survey": .survey(try AnswerDraft.read(from: &reader))
    case "block": .block(try RoadblockDraft.read(from: &reader))
    case "unblock": .unblock(try reader.skipNull() ? nil : reader.readString())
    default: try readInverse(name, from: &reader)
    }
  }

  /// Reads what belongs to a command that takes something back, or to one without anything.
  private static func readInverse(
    _ name: String, from reader: inout JSONReader
  ) throws(JSONError) -> LeadCommand? {
    switch name {
    case "lapse":
      _ = try JSONValue.read(from: &reader)
      return .lapse
    case "restoreHandoff": return .restoreHandoff(try HandoffStanding.read(from: &reader))
    case "withdrawReply": return .withdrawReply(try EntryID.read(from: &reader))
    case "renewHold": return .renewHold(try EntryID.read(from: &reader))
    case "restoreConsent": return .restoreConsent(try Consent.read(from: &reader))
    case "withdrawAnswer": return .withdrawAnswer(try AnswerPlace.read(from: &reader))
    case "restoreRoadblock": return .restoreRoadblock(try Roadblock.read(from: &reader))
    case "withdrawRoadblock": return .withdrawRoadblock(try EntryID.read(from: &reader))
    case "all": return .all(try [LeadCommand].read(from: &reader))
    default: return nil
    }
  }

  /// Writes an object with one key.
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    switch self {
    case .move(let value): writer.write(value, under: "move")
    case .park(let value): writer.write(value, under: "park")
    case .revive(let value): writer.write(value, under: "revive")
    case .touch(let value): writer.write(value, under: "touch")
    case .note(let value): writer.write(value, under: "note")
    case .assign(let value): writer.write(value, under: "assign")
    case .next(let value): writer.write(value, under: "next")
    case .amount(let value): writer.write(value, under: "amount")
    case .retract(let value): writer.write(value, under: "retract")
    case .restorePlace(let value): writer.write(value, under: "restorePlace")
    case .verdict(let value): writer.write(value, under: "verdict")
    case .rate(let value): writer.write(value, under: "rate")
    case .reply(let value): writer.write(value, under: "reply")
    case .offer(let value): writer.write(value, under: "offer")
    case .prove(let value): writer.write(value, under: "prove")
    case .lapse: writer.write(true, under: "lapse")
    case .hold(let value): writer.write(value, under: "hold")
    case .release(let value): writer.write(value, under: "release")
    case .consent(let value): writer.write(value, under: "consent")
    case .survey(let value): writer.write(value, under: "survey")
    case .block(let value): writer.write(value, under: "block")
    case .unblock(let value): writer.write(value, under: "unblock")
    case .restoreHandoff(let value): writer.write(value, under: "restoreHandoff")
    case .withdrawReply(let value): writer.write(value, under: "withdrawReply")
    case .renewHold(let value): writer.write(value, under: "renewHold")
    case .restoreConsent(let value): writer.write(value, under: "restoreConsent")
    case .withdrawAnswer(let value): writer.write(value, under: "withdrawAnswer")
    case .restoreRoadblock(let value): writer.write(value, under: "restoreRoadblock")
    case .withdrawRoadblock(let value): writer.write(value, under: "withdrawRoadblock")
    case .all(let value): writer.write(value, under: "all")
    }
    writer.endObject()
  }
}

extension JSONWriter {
  /// Writes a key and its value, which is `null` where there is none.
  fileprivate mutating func write<Value: JSONCodable>(_ value: Value?, under key: StaticString) {
    writeKey(key)
    if let value { value.write(to: &self) } else { writeNull() }
  }
}
extension LeadCommand.Move: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.Move> = [
    .optional("from", \.from),
    .optional("note", \.note),
    .required("to", \.to),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.Move(to: "")
}

extension LeadCommand.Park: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.Park> = [
    .optional("from", \.from),
    .required("kind", \.kind),
    .optional("note", \.note),
    .optional("reason", \.reason),
    .optional("until", \.until),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.Park(.waiting)
}

extension LeadCommand.Revive: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.Revive> = [
    .optional("note", \.note),
    .optional("to", \.to),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.Revive()
}

extension LeadCommand.TouchDraft: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.TouchDraft> = [
    .optional("at", \.at),
    .optional("by", \.by),
    .optional("campaign", \.campaign),
    .required("channel", \.channel),
    .required("direction", \.direction),
    .optional("outcome", \.outcome),
    .optional("person", \.person),
    .required("side", \.side),
    .optional("summary", \.summary),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.TouchDraft(
    side: .sales, direction: .inbound, channel: "")
}

extension LeadCommand.Assign: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.Assign> = [
    .required("ownership", \.ownership),
    .optional("to", \.to),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.Assign(.sales, to: nil)
}

extension LeadCommand.Place: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.Place> = [
    .optional("endedStep", \.endedStep),
    .optional("parked", \.parked),
    .required("stage", \.stage),
    .required("visits", \.visits, in: .counts),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.Place(
    stage: "", parked: nil, visits: 0)
}

extension LeadCommand.Ownership: JSONCodable {}
