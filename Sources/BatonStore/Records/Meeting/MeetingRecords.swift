public import BatonModel

extension Meeting: FileRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Meeting> = [
    .list("agenda", \.agenda),
    .required("date", \.date),
    .list("decisions", \.decisions),
    .list("history", \.history),
    .list("present", \.present),
    .required("revision", \.revision, in: .counts),
    .required("schema", \.schema),
  ]

  /// What reading begins with.
  public static let blank = Meeting(date: "")
}

extension AgendaItem: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<AgendaItem> = [
    .optional("figure", \.figure),
    .optional("note", \.note),
    .required("title", \.title),
  ]

  /// What reading begins with.
  public static let blank = AgendaItem(title: "")
}

extension Decision: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Decision> = [
    .optional("done", \.done),
    .optional("dropped", \.dropped),
    .optional("due", \.due),
    .required("id", \.id),
    .list("leads", \.leads),
    .optional("owner", \.owner),
    .optional("roadblock", \.roadblock),
    .required("text", \.text),
  ]

  /// What reading begins with.
  public static let blank = Decision(id: "", text: "")
}

extension MeetingEntry: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<MeetingEntry> = [
    .required("at", \.at),
    .required("by", \.by),
    .required("command", \.command),
    .required("id", \.id),
    .optional("subject", \.subject),
  ]

  /// What reading begins with.
  public static let blank = MeetingEntry(id: "", at: .blank, by: "", command: "")
}
