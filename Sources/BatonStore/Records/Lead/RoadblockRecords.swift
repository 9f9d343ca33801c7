public import BatonModel

extension Roadblock: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Roadblock> = [
    .optional("due", \.due),
    .optional("fix", \.fix),
    .required("id", \.id),
    .required("kind", \.kind),
    .required("opened", \.opened),
    .required("origin", \.origin),
    .optional("owner", \.owner),
    .optional("resolved", \.resolved),
    .optional("step", \.step),
    .optional("words", \.words),
  ]

  /// What reading begins with.
  public static let blank = Roadblock(id: "", kind: "", origin: .ours, opened: .blank)
}

extension Objection: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Objection> = [
    .optional("answeredAt", \.answeredAt),
    .optional("answeredWith", \.answeredWith),
    .required("at", \.at),
    .optional("by", \.by),
    .required("code", \.code),
    .required("id", \.id),
    .optional("words", \.words),
  ]

  /// What reading begins with.
  public static let blank = Objection(id: "", code: "", at: .blank)
}

extension Ask: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Ask> = [
    .optional("answeredAt", \.answeredAt),
    .optional("answeredWith", \.answeredWith),
    .required("at", \.at),
    .required("id", \.id),
    .optional("step", \.step),
    .required("words", \.words),
  ]

  /// What reading begins with.
  public static let blank = Ask(id: "", at: .blank, words: "")
}

extension Roadblock.Origin: JSONCodable {}
