public import BatonModel

extension Touch: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Touch> = [
    .required("at", \.at),
    .optional("by", \.by),
    .optional("campaign", \.campaign),
    .required("channel", \.channel),
    .optional("collateral", \.collateral),
    .required("direction", \.direction),
    .required("id", \.id),
    .optional("outcome", \.outcome),
    .optional("person", \.person),
    .optional("retracted", \.retracted),
    .required("side", \.side),
    .optional("step", \.step),
    .optional("summary", \.summary),
  ]

  /// What reading begins with.
  public static let blank = Touch(
    id: "", at: .blank, side: .sales, direction: .inbound, channel: "")
}

extension NextStep: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<NextStep> = [
    .defaulted("booked", \.isBooked, to: false),
    .required("due", \.due),
    .required("kind", \.kind),
    .optional("note", \.note),
    .optional("owner", \.owner),
  ]

  /// What reading begins with.
  public static let blank = NextStep(kind: .task, due: .blank)
}

extension Hold: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Hold> = [
    .required("by", \.by),
    .list("channels", \.channels),
    .required("from", \.from),
    .required("id", \.id),
    .optional("lifted", \.lifted),
    .required("reason", \.reason),
    .defaulted("scope", \.scope, to: .lead),
    .list("sides", \.sides),
    .required("until", \.until),
  ]

  /// What reading begins with.
  public static let blank = Hold(id: "", reason: "", from: .blank, until: .blank, by: "")
}

extension Touch.Direction: JSONCodable {}
extension Touch.Outcome: JSONCodable {}
extension NextStep.Kind: JSONCodable {}
extension Hold.Scope: JSONCodable {}
