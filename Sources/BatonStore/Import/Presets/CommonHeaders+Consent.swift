import BatonModel

/// The headers under which files say that a buyer must be left alone.
extension CommonHeaders {
  /// What becomes of a column that forbids contact or asks whether it is allowed; nil for others.
  ///
  /// A file may have several such columns: one that forbids is enough. Headers are known by their
  /// words, and one that may be meant so is taken to be: what is forbidden by mistake can be seen
  /// and allowed again, what is allowed by mistake cannot.
  ///
  /// - Parameter cells: the column's cells. A column whose cells answer neither yes nor no, such as
  ///   the name of a newsletter, is something else.
  static func consentColumn(
    _ header: String, cells: some Sequence<String>
  ) -> ColumnMapping? {
    let words = ConsentHeader(header)
    if words.forbids {
      let isKnown = forbidding.contains(words.joined)
      guard isKnown || cells.contains(where: { BooleanReader.read($0) != nil }) else { return nil }
      return ColumnMapping(.field(words.field))
    }
    guard words.asks else { return nil }
    let answers = ValueTable(opposites)
    guard cells.contains(where: { answers[$0] != nil }) else { return nil }
    var column = ColumnMapping.words(.field(words.field), opposites)
    column.notAnswered = ["-"]
    column.keep = true
    return column
  }

  /// Whether a header speaks of consent, whatever its cells hold.
  static func speaksOfConsent(_ header: String) -> Bool {
    let words = ConsentHeader(header)
    return words.forbids || words.asks
  }

  /// Headers, without their spaces and marks, that are nothing else: a cell that answers neither
  /// yes nor no is refused there.
  private static let forbidding: Set<String> = [
    "donotemail", "consentdonotemail", "emailoptout", "optout", "optedout", "optoutemail",
    "optedoutofemail", "hasoptedoutofemail", "hsemailoptout", "unsubscribe", "unsubscribed",
    "unsubscribedfromallemail", "optedoutofallemail", "noemail", "donotcall", "consentdonotcall",
    "donotphone", "calloptout", "phoneoptout", "nocall", "donotcontact", "consentdonotcontact",
    "nocontact",
  ]

  /// What answers to a question for consent say of what is forbidden: a box that asks for consent
  /// says the opposite of what Baton keeps.
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
}

/// The words of a header, and what they say of consent.
private struct ConsentHeader {
  /// `HasOptedOutOfEmail`, `has_opted_out_of_email` and `Has opted out of e-mail?` are the same but
  /// for where a word ends.
  private let words: [String]
  /// All of it without spaces and marks.
  let joined: String

  init(_ header: String) {
    var words: [String] = []
    var isAfterSmall = false
    var isInside = false
    for character in header {
      guard character.isLetter || character.isNumber else {
        // `Don't call` has two words.
        if character != "'", character != "’" { isInside = false }
        continue
      }
      let isNew = !isInside || (character.isUppercase && isAfterSmall)
      if isNew { words.append("") }
      words[words.count - 1] += character.lowercased()
      isAfterSmall = character.isLowercase
      isInside = true
    }
    self.words = words
    joined = words.joined()
  }

  /// Whether a yes forbids.
  var forbids: Bool {
    guard !isOther else { return false }
    return names(["optout", "optedout", "unsubscri", "donotcontact", "donotemail"])
      || names(["donotmail", "donotcall", "donotphone", "donotmarket"])
      || has(["opt", "opted"], before: ["out"])
      || has(["no"], before: ["email", "mail", "call", "contact"])
      || has(
        ["not", "dont", "donot"],
        before: ["email", "emails", "mail", "call", "calls", "phone", "contact", "market"])
      || has(["noemail", "nocall", "nocontact", "dontcontact", "dontcall", "dontemail"])
  }

  /// Whether a no forbids.
  var asks: Bool {
    guard !forbids, !isOther else { return false }
    if names(["consent", "einwilligung", "newsletter", "optedin"]) { return true }
    if has(["opt", "opted"], before: ["in"]) || has(["subscriber"]) { return true }
    if words.contains(where: { $0.hasSuffix("optin") || $0.hasSuffix("subscribed") }) {
      return true
    }
    if words.contains(where: { $0.hasPrefix("optin") && !$0.hasPrefix("opting") }) { return true }
    if has(["permission"]), words.count <= 2 { return true }
    guard mail || phone || contact || names(["market"]) else { return false }
    return names(["permission", "permitted", "acceptsmarketing", "subscription"])
      || has(["allow", "allowed", "allows", "agree", "agreed", "agrees", "accept", "accepts"])
      || has(["may", "can"], before: ["we", "i"])
  }

  /// What is forbidden: the channel that is named; with none or both, contact by any.
  var field: ImportField {
    // What one subscribes to comes by mail.
    let mail = mail || names(["subscri"])
    if mail, !phone { return .doNotEmail }
    if phone, !mail { return .doNotCall }
    return .doNotContact
  }

  private var mail: Bool { names(["mail", "newsletter"]) }

  private var contact: Bool { names(["contact"]) }

  private var phone: Bool {
    names(["phone", "telefon", "sms", "whatsapp"])
      || words.contains { $0.hasPrefix("call") || $0.hasSuffix("call") || $0.hasSuffix("calls") }
  }

  /// Whether the column counts, or speaks of a channel that Baton does not keep apart.
  private var isOther: Bool {
    has([
      "version", "number", "count", "id", "score", "opens", "opened", "clicks", "clicked", "sent",
      "received", "rate", "fax",
    ])
  }

  /// Whether one of the words has one of these in it, since not every header divides its words.
  private func names(_ parts: [String]) -> Bool {
    words.contains { word in parts.contains { word.contains($0) } }
  }

  private func has(_ wanted: [String]) -> Bool { words.contains { wanted.contains($0) } }

  private func has(_ firsts: [String], before seconds: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { firsts.contains($0) && seconds.contains($1) }
  }
}
