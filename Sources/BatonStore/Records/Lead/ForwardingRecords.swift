public import BatonModel

extension ForwardingNote: FileRecord {
  /// The keys in the file.
  public static let fields: RecordFields<ForwardingNote> = [
    .required("at", \.at),
    .required("by", \.by),
    .required("forwardedTo", \.forwardedTo),
    .required("id", \.id),
    .required("revision", \.revision),
    .required("schema", \.schema),
  ]

  /// What reading begins with.
  public static let blank = ForwardingNote(id: "", forwardedTo: "", at: .blank, by: "")
}

extension ForwardingNote {
  /// The note in the bytes of a lead's file; nil where they are a lead, or broken.
  static func inPlaceOfLead(_ bytes: UnsafeRawBufferPointer) -> ForwardingNote? {
    try? RecordFile<ForwardingNote>.decode(bytes)
  }
}
