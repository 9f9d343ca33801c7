import BatonModel

/// What the headers and stages of files mean that no preset knows.
enum CommonHeaders {
  /// The target of a header that is plainly one thing; nil for all others.
  ///
  /// Whole headers only: `Account Owner Email` and `Parent Account` speak of other records, and
  /// nothing of them must become the lead's own.
  static func target(of header: String) -> ImportTarget? {
    targets[key(header)]
  }

  /// The question that a header asks: it ends with a question mark, or is a member of an object
  /// of answers; nil for all others.
  static func question(in header: String) -> String? {
    let folded = header.lowercased()
    for start in ["answers.", "answer.", "survey."] where folded.hasPrefix(start) {
      let asked = CellText.trimmed(String(header.dropFirst(start.count)))
      return asked.isEmpty ? nil : asked
    }
    return header.hasSuffix("?") ? header : nil
  }

  /// Headers that may be what the record is called in its system, if each row has another.
  static func mayBeID(_ header: String) -> Bool { ids.contains(key(header)) }

  /// Where the word of a column of stages puts a lead on a standard board.
  static func stageRule(for word: String) -> StageRule? { stages[key(word)] }

  /// A header as it is looked up: `First_Name` is `first name`.
  private static func key(_ header: String) -> String {
    let divided = header.map { "_-./".contains($0) ? " " : $0 }
    return CellText.folded(String(divided))
  }

  private static let ids: Set<String> = [
    "id", "record id", "lead id", "contact id", "deal id", "opportunity id", "prospect id",
    "external id", "customer id", "lead number", "uuid", "guid", "recordid", "leadid",
  ]

  private static let targets: [String: ImportTarget] = {
    var targets: [String: ImportTarget] = [:]
    for (target, headers) in groups {
      for header in headers { targets[header] = target }
    }
    return targets
  }()

  private static let groups: [(ImportTarget, [String])] = [
    (.field(.personName), ["name", "full name", "contact name", "contact", "person", "lead name"]),
    (.field(.firstName), ["first name", "firstname", "given name", "vorname", "prénom", "nombre"]),
    (
      .field(.lastName),
      ["last name", "lastname", "surname", "family name", "nachname", "nom", "apellido"]
    ),
    (.field(.personTitle), ["job title", "jobtitle", "position", "role"]),
    (
      .field(.email),
      ["email", "e mail", "email address", "e mail address", "work email", "mail", "person email"]
    ),
    (
      .field(.phone),
      [
        "phone", "phone number", "telephone", "tel", "mobile", "mobile phone", "cell",
        "work phone", "telefon", "person phone",
      ]
    ),
    (
      .field(.company),
      [
        "company", "company name", "organization", "organisation", "account", "account name",
        "employer", "firma",
      ]
    ),
    (.field(.companyDomain), ["website", "website url", "domain", "company domain", "url"]),
    (.field(.industry), ["industry", "sector", "branche"]),
    (.field(.country), ["country", "country region", "land"]),
    (.field(.city), ["city", "town", "ort"]),
    (.field(.employees), ["employees", "number of employees", "company size", "headcount"]),
    (.field(.revenue), ["annual revenue", "revenue"]),
    (.field(.name), ["deal", "deal name", "opportunity", "opportunity name", "deal title"]),
    (.field(.amount), ["amount", "value", "deal value", "deal amount", "betrag"]),
    (.field(.currency), ["currency", "currency code"]),
    (
      .field(.stage),
      ["stage", "status", "lead status", "deal stage", "pipeline stage", "lifecycle stage"]
    ),
    (.field(.lostReason), ["lost reason", "closed lost reason", "loss reason"]),
    (.field(.closed), ["close date", "closed date", "closed at", "won date", "lost date"]),
    (
      .field(.created),
      [
        "created", "created at", "create date", "created date", "created time", "date created",
        "submitted at", "submission date", "timestamp",
      ]
    ),
    (
      .field(.owner),
      ["owner", "lead owner", "contact owner", "deal owner", "sales rep", "sales owner", "rep"]
    ),
    (.field(.marketingOwner), ["marketing owner"]),
    (.field(.tags), ["tags", "labels", "label"]),
    (.field(.note), ["note", "notes", "comment", "comments", "message"]),
    (
      .arrival(.creating, .source),
      ["source", "lead source", "leadsource", "utm source", "original source"]
    ),
    (.arrival(.creating, .medium), ["medium", "utm medium"]),
    (.arrival(.creating, .campaign), ["campaign", "campaign name", "utm campaign"]),
    (.arrival(.creating, .term), ["utm term", "search term", "keyword"]),
    (.arrival(.creating, .content), ["utm content"]),
    (.arrival(.creating, .referrer), ["referrer", "referer"]),
    (
      .arrival(.creating, .landingPage),
      [
        "landing page", "landingpage", "page url", "pageurl", "landing url", "landingurl",
        "landing page url",
      ]
    ),
    (.arrival(.creating, .form), ["form", "form name", "formname"]),
    (.arrival(.creating, .adHeadline), ["ad", "ad headline", "headline", "ad name"]),
    (.arrival(.creating, .adPromise), ["promise", "ad promise", "offer"]),
    (.clickID("gclid"), ["gclid"]), (.clickID("gbraid"), ["gbraid"]),
    (.clickID("wbraid"), ["wbraid"]), (.clickID("fbclid"), ["fbclid"]),
    (.clickID("msclkid"), ["msclkid"]), (.clickID("li_fat_id"), ["li fat id"]),
    (.clickID("ttclid"), ["ttclid"]), (.clickID("twclid"), ["twclid"]),
  ]

  private static let stages: [String: StageRule] = {
    let won = StageRule(stage: "decide", outcome: .won)
    let lost = StageRule(stage: "decide", outcome: .lost)
    let unfit = StageRule(
      stage: "qualify", outcome: .disqualified, reason: Reason.notRecorded.id)
    let groups: [(StageRule, [String])] = [
      (
        StageRule(stage: "new"),
        [
          "new", "open", "lead", "subscriber", "lead in", "open not contacted",
          "marketing qualified lead", "mql", "unread", "inbound",
        ]
      ),
      (
        StageRule(stage: "qualify"),
        [
          "qualify", "qualification", "working", "working contacted", "contacted", "connected",
          "contact made", "attempted to contact", "in progress", "sales qualified lead", "sql",
          "qualified", "open deal", "needs analysis", "prospecting", "prospect",
          "appointment scheduled", "demo scheduled", "meeting scheduled",
          "qualified to buy", "perception analysis", "id decision makers",
        ]
      ),
      (StageRule(stage: "nurture"), ["nurture", "nurturing", "bad timing", "recycled"]),
      (
        StageRule(stage: "propose"),
        [
          "proposal", "proposal made", "proposal price quote", "quote", "presentation scheduled",
          "value proposition", "opportunity", "propose", "offer",
        ]
      ),
      (
        StageRule(stage: "decide"),
        [
          "negotiation", "negotiation review", "negotiations started",
          "decision maker bought in", "contract sent", "decide", "decision", "closing",
        ]
      ),
      (
        won,
        [
          "won", "closed won", "closedwon", "customer", "closed converted", "evangelist",
          "converted",
        ]
      ),
      (lost, ["lost", "closed lost", "closedlost", "closed not converted"]),
      (unfit, ["unqualified", "disqualified", "junk", "spam", "not a fit"]),
    ]
    var rules: [String: StageRule] = [:]
    for (rule, words) in groups {
      for word in words { rules[word] = rule }
    }
    return rules
  }()
}
