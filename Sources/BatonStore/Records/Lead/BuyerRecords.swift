public import BatonModel

extension Company: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Company> = [
    .optional("city", \.city),
    .optional("country", \.country),
    .optional("domain", \.domain),
    .optional("employees", \.employees),
    .optional("industry", \.industry),
    .required("name", \.name),
    .optional("parent", \.parent),
    .optional("revenue", \.revenue),
  ]

  /// What reading begins with.
  public static let blank = Company(name: "")
}

extension Person: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Person> = [
    .list("approvals", \.approvals),
    .optional("email", \.email),
    .required("id", \.id),
    .required("name", \.name),
    .optional("part", \.part),
    .optional("phone", \.phone),
    .optional("title", \.title),
  ]

  /// What reading begins with.
  public static let blank = Person(id: "", name: "")
}

extension Approval: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Approval> = [
    .optional("at", \.at),
    .optional("due", \.due),
    .optional("note", \.note),
    .required("state", \.state),
    .required("subject", \.subject),
  ]

  /// What reading begins with.
  public static let blank = Approval(subject: "", state: .needed)
}

extension Consent: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Consent> = [
    .optional("at", \.at),
    .defaulted("doNotCall", \.doNotCall, to: false),
    .defaulted("doNotEmail", \.doNotEmail, to: false),
    .optional("note", \.note),
    .optional("provenance", \.provenance),
  ]

  /// What reading begins with.
  public static let blank = Consent()
}

extension Person.Part: JSONCodable {}
extension Approval.State: JSONCodable {}
