public import BatonModel

extension Lead: FileRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Lead> = [
    .defaulted("acquisition", \.acquisition, to: Acquisition()),
    .optional("amount", \.amount),
    .list("answers", \.answers),
    .list("asks", \.asks),
    .optional("company", \.company),
    .defaulted("consent", \.consent, to: Consent()),
    .required("createdAt", \.createdAt),
    .map("externalIDs", \.externalIDs),
    .list("feedback", \.feedback),
    .list("handoffs", \.handoffs),
    .list("history", \.history),
    .list("holds", \.holds),
    .required("id", \.id),
    .map("imported", \.imported),
    .optional("marketingOwner", \.marketingOwner),
    .required("name", \.name),
    .optional("nextStep", \.nextStep),
    .list("notes", \.notes),
    .list("objections", \.objections),
    .optional("owner", \.owner),
    .optional("parked", \.parked),
    .list("people", \.people),
    .required("revision", \.revision, in: .counts),
    .list("roadblocks", \.roadblocks),
    .required("schema", \.schema),
    .optional("seal", \.seal.text),
    .required("stage", \.stage),
    .list("tags", \.tags),
    .list("touches", \.touches),
    .list("visits", \.visits),
  ]

  /// What reading begins with.
  public static let blank: Lead = {
    var lead = Lead(id: "", name: "", stage: "", createdAt: .blank)
    lead.visits = []
    return lead
  }()
}

extension StageVisit: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<StageVisit> = [
    .required("entered", \.entered),
    .required("stage", \.stage),
  ]

  /// What reading begins with.
  public static let blank = StageVisit(stage: "", entered: .blank)
}

extension Parking: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Parking> = [
    .optional("by", \.by),
    .required("kind", \.kind),
    .optional("note", \.note),
    .optional("reason", \.reason),
    .optional("returnsTo", \.returnsTo),
    .required("since", \.since),
    .optional("until", \.until),
  ]

  /// What reading begins with.
  public static let blank = Parking(kind: .waiting, since: .blank)
}

extension Note: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Note> = [
    .required("at", \.at),
    .required("by", \.by),
    .required("id", \.id),
    .optional("retracted", \.retracted),
    .required("text", \.text),
  ]

  /// What reading begins with.
  public static let blank = Note(id: "", at: .blank, by: "", text: "")
}

extension Retraction: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Retraction> = [
    .required("at", \.at),
    .required("by", \.by),
  ]

  /// What reading begins with.
  public static let blank = Retraction(at: .blank, by: "")
}

extension HistoryEntry: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<HistoryEntry> = [
    .required("at", \.at),
    .required("by", \.by),
    .required("command", \.command),
    .optional("from", \.from),
    .required("id", \.id),
    .optionalIfUnderstood("inverse", \.inverse),
    .optional("note", \.note),
    .optional("subject", \.subject),
    .optional("to", \.to),
    .optional("undoes", \.undoes),
  ]

  /// What reading begins with.
  public static let blank = HistoryEntry(id: "", at: .blank, by: "", command: "")
}

extension Parking.Kind: JSONCodable {}
