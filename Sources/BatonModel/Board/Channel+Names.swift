extension Channel {
  /// The channel that somebody means: a known one where the word is another name for it.
  ///
  /// Case, blanks, dashes and the width of letters do not count: `E-Mail`, `mail` and `ｅmail` are
  /// `email`. A word without another name stays as it is written, in lower case.
  public init(named word: String) {
    let letters = Channel.letters(of: word)
    self = Channel.names[letters] ?? Channel(rawValue: word.trimmedLowercased)
  }

  /// The known channel that a channel of a file is, however it is spelt there; nil for a channel
  /// that Baton has no word for.
  var known: Channel? {
    let letters = Channel.letters(of: rawValue)
    return Channel.names[letters] ?? Channel.known.first { $0.rawValue == letters }
  }

  /// Whether two spellings mean one channel.
  func isSame(as other: Channel) -> Bool { (known ?? self) == (other.known ?? other) }

  /// The letters of a word, folded.
  private static func letters(of word: String) -> String {
    let bytes = FoldedText(word).bytes.filter { $0 >= 0x61 && $0 <= 0x7A || $0 > 0x7F }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Other names by the letters in them.
  private static let names: [String: Channel] = {
    let names: [(Channel, [String])] = [
      (
        .email,
        ["email", "emails", "mail", "mails", "emailing", "mailing", "newsletter", "newsletters"]
      ),
      (
        .call,
        [
          "call", "calls", "phone", "phonecall", "telephone", "tel", "voicemail", "mobile", "cell",
          "coldcall",
        ]
      ),
      (
        .message,
        ["message", "messages", "sms", "text", "texts", "textmessage", "whatsapp", "telegram"]
      ),
    ]
    return Dictionary(
      names.flatMap { channel, words in words.map { ($0, channel) } },
      uniquingKeysWith: { first, _ in first })
  }()
}

extension String {
  fileprivate var trimmedLowercased: String {
    var word = lowercased()[...]
    while word.first?.isWhitespace ?? false { word.removeFirst() }
    while word.last?.isWhitespace ?? false { word.removeLast() }
    return String(word)
  }
}
