import BatonModel

extension ImportMapping: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<ImportMapping> = [
    .defaulted("additions", \.additions, to: BoardAdditions()),
    .map("columns", \.columns),
    .optional("currency", \.currency),
    .optional("dateOrder", \.dateOrder),
    .optional("decimalMark", \.decimalMark),
    .optional("defaultLostReason", \.defaultLostReason),
    .optional("defaultStage", \.defaultStage),
    .optional("delimiter", \.delimiter),
    .optional("encoding", \.encoding),
    .defaulted("idsAreSubmissions", \.idsAreSubmissions, to: false),
    .list("joins", \.joins),
    .required("match", \.match),
    .optional("nameTemplate", \.nameTemplate),
    .list("notAnswered", \.notAnswered),
    .optional("preset", \.preset),
    .defaulted("rowsAreSubmissions", \.rowsAreSubmissions, to: false),
    .required("schema", \.schema),
    .required("source", \.source),
    .map("stages", \.stages),
    .defaulted("unlistedAreAnswers", \.unlistedAreAnswers, to: false),
  ]

  /// What reading begins with.
  public static let blank = ImportMapping(source: "", match: [])

  /// Reads a mapping file.
  ///
  /// - Parameters:
  ///   - bytes: the file's contents.
  ///   - file: the file's name for the message.
  public static func read(
    _ bytes: [UInt8], file: String
  ) throws(ImportFileFault) -> ImportMapping {
    let mapping: ImportMapping
    do throws(JSONError) {
      mapping = try ImportMapping.decoded(from: bytes)
    } catch {
      throw ImportFileFault(error, file: file)
    }
    guard mapping.schema == currentSchema else {
      throw ImportFileFault(
        file: file,
        what: "The mapping has schema \(mapping.schema), this Baton knows \(currentSchema).",
        remedy: "Upgrade Baton, or let it propose the mapping anew.")
    }
    return mapping
  }
}

extension ColumnMapping: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<ColumnMapping> = [
    .defaulted("countsMinorUnits", \.countsMinorUnits, to: false),
    .defaulted("keep", \.keep, to: false),
    .list("notAnswered", \.notAnswered),
    .defaulted("powerOfTen", \.powerOfTen, to: 0),
    .list("strip", \.strip),
    .required("to", \.target),
    .map("values", \.values),
  ]

  /// What reading begins with.
  public static let blank = ColumnMapping(.ignore)

  /// Reads the short form, which is just the target, or the long one.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> ColumnMapping {
    if reader.skipWhitespace() == UInt8(ascii: "\"") {
      return ColumnMapping(try ImportTarget.read(from: &reader))
    }
    var column = blank
    try fields.read(into: &column, from: &reader)
    return column
  }

  /// Writes the short form where it says all.
  public func write(to writer: inout JSONWriter) {
    if self == ColumnMapping(target) {
      target.write(to: &writer)
    } else {
      Self.fields.write(self, to: &writer)
    }
  }
}

extension ImportTarget: JSONCodable {
  /// Reads a target by its path.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> ImportTarget {
    let text = try reader.readToken("the name of a fact, such as \"person.email\"")
    guard let target = ImportTarget(path: try reader.string(text)) else {
      throw reader.mismatch(
        "the name of a fact", at: text.bytes,
        remedy: "write one of: " + allPaths.joined(separator: ", "))
    }
    return target
  }

  /// Writes the target's path.
  public func write(to writer: inout JSONWriter) { writer.write(path) }
}

extension StageRule: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<StageRule> = [
    .optional("outcome", \.outcome),
    .optional("reason", \.reason),
    .optional("stage", \.stage),
  ]

  /// What reading begins with.
  public static let blank = StageRule()

  /// Reads the short form, which is just the stage, or the long one.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> StageRule {
    if reader.skipWhitespace() == UInt8(ascii: "\"") {
      return StageRule(stage: try StageID.read(from: &reader))
    }
    var rule = blank
    try fields.read(into: &rule, from: &reader)
    return rule
  }

  /// Writes the short form where it says all.
  public func write(to writer: inout JSONWriter) {
    if let stage, self == StageRule(stage: stage) {
      stage.write(to: &writer)
    } else {
      Self.fields.write(self, to: &writer)
    }
  }
}

extension ImportJoin: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<ImportJoin> = [
    .required("file", \.file),
    .required("key", \.key),
    .required("on", \.on),
  ]

  /// What reading begins with.
  public static let blank = ImportJoin(file: "", on: "")
}

extension BoardAdditions: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<BoardAdditions> = [
    .defaulted("campaigns", \.campaigns, to: false),
    .defaulted("members", \.members, to: false),
    .defaulted("questions", \.questions, to: false),
    .list("reasons", \.reasons),
    .list("stages", \.stages),
  ]

  /// What reading begins with.
  public static let blank = BoardAdditions()
}

extension ImportMatch: JSONCodable {}
extension DateOrder: JSONCodable {}
extension DecimalMark: JSONCodable {}
extension CSVDelimiter: JSONCodable {}
extension TextEncoding: JSONCodable {}
