public import BatonModel

extension LeadCommand.VerdictDraft: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.VerdictDraft> = [
    .optional("from", \.from),
    .optional("note", \.note),
    .optional("quality", \.quality),
    .optional("reason", \.reason),
    .optional("until", \.until),
    .required("verdict", \.verdict),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.VerdictDraft(.accept)
}

extension LeadCommand.Rating: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.Rating> = [
    .optional("note", \.note),
    .required("quality", \.quality),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.Rating(0)
}

extension LeadCommand.Reply: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.Reply> = [
    .required("action", \.action),
    .optional("feedback", \.feedback),
    .optional("note", \.note),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.Reply("")
}

extension LeadCommand.Offer: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.Offer> = [
    .optional("member", \.member),
    .optional("packet", \.packet),
    .required("to", \.to),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.Offer(to: .generate)
}

extension LeadCommand.HandoffStanding: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.HandoffStanding> = [
    .optional("answeredAt", \.answeredAt),
    .optional("answeredBy", \.answeredBy),
    .required("handoff", \.handoff),
    .optional("proof", \.proof),
    .optional("reason", \.reason),
    .required("state", \.state),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.HandoffStanding(.blank)
}

extension LeadCommand.HoldDraft: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.HoldDraft> = [
    .list("channels", \.channels),
    .required("reason", \.reason),
    .defaulted("scope", \.scope, to: .lead),
    .list("sides", \.sides),
    .optional("until", \.until),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.HoldDraft(reason: "", until: nil)
}

extension LeadCommand.RoadblockDraft: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.RoadblockDraft> = [
    .optional("due", \.due),
    .optional("fix", \.fix),
    .required("kind", \.kind),
    .optional("origin", \.origin),
    .optional("owner", \.owner),
    .optional("step", \.step),
    .optional("words", \.words),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.RoadblockDraft("")
}

extension LeadCommand.ConsentChange: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.ConsentChange> = [
    .optional("doNotCall", \.doNotCall),
    .optional("doNotEmail", \.doNotEmail),
    .defaulted("provenance", \.provenance, to: .declared),
    .optional("source", \.source),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.ConsentChange()
}

extension LeadCommand.AnswerDraft: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.AnswerDraft> = [
    .required("answer", \.answer),
    .optional("asked", \.asked),
    .optional("at", \.at),
    .defaulted("provenance", \.provenance, to: .declared),
    .required("question", \.question),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.AnswerDraft("", answer: "")
}

extension LeadCommand.AnswerPlace: ClosedJSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<LeadCommand.AnswerPlace> = [
    .required("at", \.at),
    .required("question", \.question),
  ]

  /// What reading begins with.
  public static let blank = LeadCommand.AnswerPlace(question: "", at: .blank)
}
