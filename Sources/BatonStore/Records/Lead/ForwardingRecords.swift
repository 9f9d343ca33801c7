public import BatonModel

extension ForwardingNote: FileRecord {
  /// The keys in the file.
  public static let fields: RecordFields<ForwardingNote> = [
    .required("at", \.at),
    .optionalIfUnderstood("before", \.before),
    .required("by", \.by),
    .required("forwardedTo", \.forwardedTo),
    .required("id", \.id),
    .required("revision", \.revision, in: .counts),
    .required("schema", \.schema),
  ]

  /// What reading begins with.
  public static let blank = ForwardingNote(id: "", forwardedTo: "", at: .blank, by: "")
}

extension MergedLeads: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<MergedLeads> = [
    .list("decisions", \.decisions),
    .required("kept", \.kept),
    .required("other", \.other),
  ]

  /// What reading begins with.
  public static let blank = MergedLeads(kept: .blank, other: .blank)
}

extension RedirectedDecision: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<RedirectedDecision> = [
    .required("id", \.id),
    .list("leads", \.leads),
    .required("meeting", \.meeting),
  ]

  /// What reading begins with.
  public static let blank = RedirectedDecision(meeting: "", id: "", leads: [])
}

extension ForwardingNote {
  /// The note in the bytes of a lead's file; nil where they are a lead, or broken.
  static func inPlaceOfLead(_ bytes: UnsafeRawBufferPointer) -> ForwardingNote? {
    try? RecordFile<ForwardingNote>.decode(bytes)
  }
}
