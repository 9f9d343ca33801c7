/// The six activities of a revenue team, in the order in which a buyer meets them.
public enum Activity: String, CaseIterable, Hashable, Sendable, Comparable {
  case generate, qualify, close, deliver, account, review

  /// The place in the order: 0 for `generate`.
  public var rank: Int { Activity.allCases.firstIndex(of: self) ?? 0 }

  /// The side that does it.
  public var side: Side {
    switch self {
    case .generate, .review: .marketing
    case .qualify, .close: .sales
    case .deliver, .account: .delivery
    }
  }

  /// Orders by when a buyer meets them.
  public static func < (left: Activity, right: Activity) -> Bool { left.rank < right.rank }
}

/// Who acts: one of our three sides, or the buyer.
public enum Side: String, CaseIterable, Hashable, Sendable {
  case marketing, sales, delivery, buyer
}

/// How two parties meet. Open: a board may use channels that Baton has no word for.
public struct Channel: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// The channel as it stands in the file.
  public var rawValue: String

  /// Takes any text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A channel written in the source.
  public init(stringLiteral value: String) { rawValue = value }

  /// Electronic mail.
  public static let email: Channel = "email"
  /// A telephone call.
  public static let call: Channel = "call"
  /// A meeting, in a room or by video.
  public static let meeting: Channel = "meeting"
  /// A text message.
  public static let message: Channel = "message"
  /// Chat on the site.
  public static let chat: Channel = "chat"
  /// A visit of a page.
  public static let web: Channel = "web"
  /// A form that the buyer sent.
  public static let form: Channel = "form"
  /// A document that the buyer took.
  public static let download: Channel = "download"
  /// An event, a fair, a webinar.
  public static let event: Channel = "event"
  /// A social network.
  public static let social: Channel = "social"
  /// A letter.
  public static let letter: Channel = "letter"

  /// The channels that Baton offers by name.
  public static let known: [Channel] = [
    .call, .email, .meeting, .message, .chat, .web, .form, .download, .event, .social, .letter,
  ]
}
