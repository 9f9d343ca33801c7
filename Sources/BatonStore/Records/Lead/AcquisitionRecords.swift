public import BatonModel

extension Acquisition: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Acquisition> = [
    .optional("creating", \.creating),
    .optional("first", \.first),
    .optional("last", \.last),
  ]

  /// What reading begins with.
  public static let blank = Acquisition()
}

extension Arrival: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Arrival> = [
    .optional("ad", \.ad),
    .optional("at", \.at),
    .optional("campaign", \.campaign),
    .map("clickIDs", \.clickIDs),
    .optional("content", \.content),
    .optional("form", \.form),
    .optional("landingPage", \.landingPage),
    .optional("medium", \.medium),
    .optional("provenance", \.provenance),
    .map("provenanceOf", \.provenanceOf),
    .optional("referrer", \.referrer),
    .optional("source", \.source),
    .optional("term", \.term),
  ]

  /// What reading begins with.
  public static let blank = Arrival()
}

extension SurveyAnswer: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<SurveyAnswer> = [
    .required("answer", \.answer),
    .optional("asked", \.asked),
    .optional("at", \.at),
    .optional("provenance", \.provenance),
    .required("question", \.question),
  ]

  /// What reading begins with.
  public static let blank = SurveyAnswer(question: "", answer: "")
}

extension Provenance: JSONCodable {}
