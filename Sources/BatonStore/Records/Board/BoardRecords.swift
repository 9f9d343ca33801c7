public import BatonModel

extension Board: FileRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Board> = [
    .always("currency", \.currency),
    .map("forgotten", \.forgotten),
    .list("journey", \.journey),
    .required("name", \.name),
    .list("questions", \.questions),
    .list("reasons", \.reasons),
    .optional("retention", \.retention),
    .required("revision", \.revision, in: .counts),
    .list("roadblockKinds", \.roadblockKinds),
    .required("schema", \.schema),
    .list("stages", \.stages),
    .list("team", \.team),
    // A name that is none would put every day and hour elsewhere without a word.
    .always("timeZone", \.timeZone).reading { property, reader throws(JSONError) in
      property.assumingMemoryBound(to: String.self).pointee = try reader.readTimeZone()
    },
    .always("windows", \.windows),
    .always("workingHours", \.workingHours),
  ]

  /// What reading begins with.
  public static let blank = Board(name: "")
}

extension JSONReader {
  /// Reads the name of a time zone.
  fileprivate mutating func readTimeZone() throws(JSONError) -> String {
    let expected = "the name of a time zone, such as Europe/Madrid"
    let text = try readToken(expected)
    let name = try string(text)
    guard BoardCalendar.knows(timeZoneName: name) else {
      throw mismatch(
        expected, at: text.bytes, remedy: "write it as the IANA database does: region and city")
    }
    return name
  }
}

extension Retention: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Retention> = [
    .optional("closedDays", \.closedDays, in: .spans),
    .optional("idleDays", \.idleDays, in: .spans),
  ]

  /// What reading begins with.
  public static let blank = Retention()
}

extension Windows: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Windows> = [
    .always("answerDays", \.answerDays, in: .spans),
    .always("collisionHours", \.collisionHours, in: .spans),
    .always("handoffHours", \.handoffHours, in: .spans),
    .always("holdDays", \.holdDays, in: .spans),
    .always("silenceDays", \.silenceDays, in: .spans),
  ]

  /// What reading begins with.
  public static let blank = Windows()
}

extension WorkingHours: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<WorkingHours> = [
    .always("endMinute", \.endMinute),
    .list("holidays", \.holidays),
    .always("startMinute", \.startMinute),
    .always("weekdays", \.weekdays),
  ]

  /// What reading begins with.
  public static let blank = WorkingHours()
}

extension Stage: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Stage> = [
    .required("activity", \.activity),
    .optional("explanation", \.explanation),
    .required("id", \.id),
    .always("kind", \.kind),
    .list("requires", \.requires),
    .optional("targetDays", \.targetDays, in: .spans),
    .required("title", \.title),
  ]

  /// What reading begins with.
  public static let blank = Stage(id: "", title: "", activity: .generate)
}

extension Member: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Member> = [
    .optional("email", \.email),
    .defaulted("hasLeft", \.hasLeft, to: false),
    .required("id", \.id),
    .optional("manager", \.manager),
    .required("name", \.name),
    .optional("office", \.office),
    .optional("role", \.role),
    .required("side", \.side),
  ]

  /// What reading begins with.
  public static let blank = Member(id: "", name: "", side: .sales)
}

extension Reason: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Reason> = [
    .required("id", \.id),
    .required("title", \.title),
    .list("uses", \.uses),
  ]

  /// What reading begins with.
  public static let blank = Reason(id: "", title: "", uses: [])
}

extension JourneyStep: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<JourneyStep> = [
    .list("channels", \.channels),
    .required("id", \.id),
    .defaulted("mayRepeat", \.mayRepeat, to: false),
    .defaulted("optional", \.isOptional, to: false),
    .optional("stage", \.stage),
    .required("title", \.title),
  ]

  /// What reading begins with.
  public static let blank = JourneyStep(id: "", title: "")
}

extension Question: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Question> = [
    .required("id", \.id),
    .optional("qualifies", \.qualifies),
    .required("text", \.text),
  ]

  /// What reading begins with.
  public static let blank = Question(id: "", text: "")
}

extension Stage.Kind: JSONCodable {}
extension Stage.Requirement: JSONCodable {}
extension Reason.Use: JSONCodable {}
extension Question.Qualifies: JSONCodable {}
