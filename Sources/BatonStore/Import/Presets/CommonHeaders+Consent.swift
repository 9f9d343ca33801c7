import BatonModel

/// The headers under which files say that a buyer must be left alone.
extension CommonHeaders {
  /// What becomes of a column that forbids contact or asks whether it is allowed; nil for others.
  ///
  /// A file may have several such columns: one that forbids is enough.
  ///
  /// - Parameter cells: the column's cells. A column of consent whose cells answer neither yes nor
  ///   no, such as the name of a newsletter, is something else.
  static func consentColumn(
    _ header: String, cells: some Sequence<String>
  ) -> ColumnMapping? {
    let name = header.lowercased().filter { $0.isLetter || $0.isNumber }
    if let field = forbidding[name] { return ColumnMapping(.field(field)) }
    guard let field = asking[name] else { return nil }
    let answers = ValueTable(opposites)
    guard cells.contains(where: { answers[$0] != nil }) else { return nil }
    var column = ColumnMapping.words(.field(field), opposites)
    column.notAnswered = ["-"]
    column.keep = true
    return column
  }

  /// Headers of which a yes forbids, without their spaces and marks.
  private static let forbidding = fields([
    .doNotEmail: [
      "donotemail", "consentdonotemail", "emailoptout", "optout", "optedout", "optoutemail",
      "optedoutofemail", "hasoptedoutofemail", "hsemailoptout", "unsubscribe", "unsubscribed",
      "unsubscribedfromallemail", "optedoutofallemail", "noemail",
    ],
    .doNotCall: [
      "donotcall", "consentdonotcall", "donotphone", "calloptout", "phoneoptout", "nocall",
    ],
    .doNotContact: ["donotcontact", "consentdonotcontact", "nocontact"],
  ])

  /// Headers of which a no forbids: a box that asks for consent says the opposite of what Baton
  /// keeps.
  private static let asking = fields([
    .doNotEmail: [
      "consent", "consentemail", "emailconsent", "marketingconsent", "consentmarketing",
      "gdprconsent", "consentgdpr", "newsletter", "newsletterconsent", "consentnewsletter",
      "optin", "emailoptin", "optinemail", "marketingoptin", "newsletteroptin",
      "acceptsmarketing",
    ],
    .doNotCall: [
      "consentphone", "phoneconsent", "consentcall", "callconsent", "calloptin", "phoneoptin",
    ],
  ])

  /// What answers to a question for consent say of what is forbidden.
  private static let opposites: [String: String] = {
    var opposites: [String: String] = [:]
    for word in BooleanReader.yes { opposites[word] = "no" }
    for word in BooleanReader.no where word != "-" { opposites[word] = "yes" }
    for word in ["granted", "given", "agreed", "accepted", "opted in", "subscribed"] {
      opposites[word] = "no"
    }
    for word in [
      "denied", "declined", "refused", "rejected", "revoked", "withdrawn", "not given",
      "opted out", "unsubscribed",
    ] {
      opposites[word] = "yes"
    }
    return opposites
  }()

  private static func fields(_ headers: [ImportField: [String]]) -> [String: ImportField] {
    var fields: [String: ImportField] = [:]
    for (field, names) in headers {
      for name in names { fields[name] = field }
    }
    return fields
  }
}
