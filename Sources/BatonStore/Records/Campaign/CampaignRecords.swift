public import BatonModel

extension Campaign: FileRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Campaign> = [
    .list("ads", \.ads),
    .list("answersObjections", \.answersObjections),
    .optional("channel", \.channel),
    .optional("cost", \.cost),
    .optional("end", \.end),
    .required("id", \.id),
    .optional("owner", \.owner),
    .required("revision", \.revision, in: .counts),
    .required("schema", \.schema),
    .optional("start", \.start),
    .required("title", \.title),
  ]

  /// What reading begins with.
  public static let blank = Campaign(id: "", title: "")
}

extension Ad: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Ad> = [
    .required("headline", \.headline),
    .optional("id", \.id),
    .optional("promise", \.promise),
  ]

  /// What reading begins with.
  public static let blank = Ad(headline: "")
}
