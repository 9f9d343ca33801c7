import BatonModel

/// What touches were about, by where the buyer stands and who turned to whom.
enum TouchWords {
  /// How buyers arrive, by channel and source.
  static func arrival(_ channel: Channel, source: String) -> Phrases {
    switch channel {
    case .event: source == "Webinar" ? webinars : plantDays
    case .chat: chats
    case .call: firstCalls
    case .social: posts
    case .letter: letters
    default: forms
    }
  }

  private static let forms: Phrases = [
    "Asked for the guide: handover takes § minutes today",
    "Price form: @ lines, three shifts", "Handover audit: § minutes lost a shift",
    "Wants a pilot on line #", "Asked for a call about cleaning logs",
    "Asked whether it runs with gloves on", "Wants to replace the paper on line #",
    "Asked for a quote for two plants",
  ]

  /// What buyers take, and what it is called among our papers.
  static let downloads: [(summary: String, document: CollateralID)] = [
    ("Took “The four-minute handover”", "four-minutes"), ("Took the audit checklist", "checklist"),
    ("Took the price list", "prices"), ("Took the dairy’s story", "dairy"),
    ("Took “When the network is down”", "no-network"),
  ]

  private static let plantDays: Phrases = [
    "Open plant day: stayed for the second tour",
    "Open plant day: came with both shift leaders",
    "Open plant day: filmed the board on line #",
    "Open plant day: asked the operators, not us",
  ]

  private static let webinars: Phrases = [
    "Webinar: asked about working offline", "Webinar: stayed to the end, @ questions",
    "Webinar: wanted the stop codes explained", "Webinar: asked what nights think of it",
  ]

  private static let chats: Phrases = [
    "Chat: does it run on old tablets?", "Chat: what does a third plant cost?",
    "Chat: is there a Polish version?", "Chat: who sees the operators’ names?",
  ]

  private static let firstCalls: Phrases = [
    "Rang in: night and day shift blame each other", "Rang in after reading the price page",
    "Rang in: auditor comes in ^",
  ]

  private static let posts: Phrases = [
    "Wrote under our post: we have three Piets", "Asked in a post who else in dairy uses it",
  ]

  private static let letters: Phrases = [
    "A letter, with photographs of the shift book"
  ]

  /// What we say on the channels that we seldom use.
  static func seldom(_ channel: Channel) -> Phrases {
    switch channel {
    case .social: ["Answered under their post", "Thanked for the comment on nights"]
    case .message: ["Text: Thursday, 7:30, at the gate", "Text: ten minutes late"]
    case .chat: ["Chat: yes, on old tablets too", "Chat: sent the page on names"]
    default: ["Posted a printed guide for the shift office", "Posted the signed papers"]
    }
  }

  /// What buyers write in a message.
  static let texts: Phrases = [
    "Text: can we make it 8?", "Text: line # is down, tomorrow please", "Text: thumbs up",
  ]

  /// What buyers read.
  static let visits: Phrases = [
    "Read the price page twice", "Read the security page", "Compared plans, § minutes",
    "Read the dairy’s story", "Looked at the contract",
  ]

  /// What marketing writes to somebody new, and to customers.
  static let marketing: Phrases = [
    "Sent the guide and the two-minute film", "Invited to the open plant day in ^",
    "Sent the dairy’s story", "Asked which line hurts most", "Sent the audit figure: €$k a year",
    "Newsletter: what night shifts write at 4 a.m.",
  ]

  /// Calls that nobody answered.
  static let noAnswer: Phrases = [
    "No answer; the line is loud until two", "No answer, switchboard says mornings",
    "Rang out", "No answer, third try",
  ]

  /// Messages that were left.
  static let leftMessage: Phrases = [
    "Left a message with the shift office", "Voicemail: named the stop on line #",
    "Left my number with the gate",
  ]

  /// Messages that came back.
  static let bounced: Phrases = [
    "Mailbox full", "Address unknown: left the company?", "Returned by their filter",
  ]
}
