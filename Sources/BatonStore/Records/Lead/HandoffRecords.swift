public import BatonModel

extension Handoff: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Handoff> = [
    .optional("answeredAt", \.answeredAt),
    .optional("answeredBy", \.answeredBy),
    .optional("due", \.due),
    .required("from", \.from),
    .required("id", \.id),
    .required("offeredAt", \.offeredAt),
    .required("offeredBy", \.offeredBy),
    .optional("offeredTo", \.offeredTo),
    .optional("packet", \.packet),
    .optional("proof", \.proof),
    .optional("reason", \.reason),
    .optional("retracted", \.retracted),
    .required("state", \.state),
    .required("to", \.to),
  ]

  /// What reading begins with.
  public static let blank = Handoff(
    id: "", from: .generate, to: .qualify, offeredAt: .blank, offeredBy: "")
}

extension Proof: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Proof> = [
    .required("at", \.at),
    .required("bookedAt", \.bookedAt),
    .required("by", \.by),
    .required("kind", \.kind),
  ]

  /// What reading begins with.
  public static let blank = Proof(kind: .call, at: .blank, bookedAt: .blank, by: "")
}

extension Packet: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Packet> = [
    .list("asks", \.asks),
    .optional("note", \.note),
    .list("people", \.people),
    .list("promises", \.promises),
    .list("risks", \.risks),
  ]

  /// What reading begins with.
  public static let blank = Packet()
}

extension Feedback: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Feedback> = [
    .optional("answer", \.answer),
    .required("at", \.at),
    .required("by", \.by),
    .required("id", \.id),
    .optional("note", \.note),
    .optional("quality", \.quality, in: Feedback.qualities),
    .optional("reason", \.reason),
    .optional("retracted", \.retracted),
    .required("side", \.side),
    .optional("verdict", \.verdict),
  ]

  /// What reading begins with.
  public static let blank = Feedback(id: "", at: .blank, by: "", side: .sales)
}

extension FeedbackAnswer: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<FeedbackAnswer> = [
    .required("action", \.action),
    .required("at", \.at),
    .required("by", \.by),
    .optional("note", \.note),
  ]

  /// What reading begins with.
  public static let blank = FeedbackAnswer(at: .blank, by: "", action: "")
}

extension Handoff.State: JSONCodable {}
extension Feedback.Verdict: JSONCodable {}
