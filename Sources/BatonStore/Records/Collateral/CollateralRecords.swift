public import BatonModel

extension Collateral: FileRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Collateral> = [
    .list("answersObjections", \.answersObjections),
    .required("id", \.id),
    .optional("kind", \.kind),
    .optional("link", \.link),
    .optional("owner", \.owner),
    .optional("reviewed", \.reviewed),
    .required("revision", \.revision, in: .counts),
    .required("schema", \.schema),
    .list("servesSteps", \.servesSteps),
    .required("title", \.title),
  ]

  /// What reading begins with.
  public static let blank = Collateral(id: "", title: "")
}
