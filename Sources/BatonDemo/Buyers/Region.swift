import BatonModel

/// A country's names, from which people and companies are put together. None of them exists.
struct Region: Sendable {
  /// The country, in English.
  var country: String
  /// The telephone prefix.
  var dialling: String
  /// The currency of offers there.
  var currency = "EUR"
  /// Cities and towns.
  var cities: [String]
  /// Given names.
  var given: [Word]
  /// Family names.
  var family: [Word]
  /// What companies there are called after.
  var houses: [Word]
  /// How a company's name is made of a house.
  var trades: [Trade]
  /// Whether the family name comes first, without a blank.
  var isFamilyFirst = false
}

/// A word with what it is in an address: `山田|yamada`.
struct Word: Sendable, ExpressibleByStringLiteral {
  /// The word as it is written.
  let text: String
  /// The word in small letters from a to z, with hyphens for the rest.
  let slug: String

  init(stringLiteral literal: String) {
    let parts = literal.split(separator: "|")
    text = String(parts[0])
    slug = Word.slug(String(parts[parts.count - 1]))
  }

  /// A word as it stands in an address.
  static func slug(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in FoldedText(text).bytes {
      if (97...122).contains(byte) || (48...57).contains(byte) {
        bytes.append(byte)
      } else if bytes.last != 45, byte < 128, byte != 39 {
        bytes.append(45)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// How companies of a trade are named: the house stands for `%`.
struct Trade: Sendable {
  /// The name, with the house as `%`.
  var pattern: String
  /// The industry, in English.
  var industry: String
  /// The industry as it stands in an address.
  var slug: String

  init(_ pattern: String, _ industry: String) {
    self.pattern = pattern
    self.industry = industry
    slug = Word.slug(industry)
  }

  /// The company's name.
  func name(of house: Word) -> String {
    guard let mark = pattern.firstIndex(of: "%") else { return pattern }
    return pattern[..<mark] + house.text + pattern[pattern.index(after: mark)...]
  }
}

extension Region {
  /// The countries of most buyers, the frequent ones several times.
  static let common: [Region] =
    [netherlands, netherlands, netherlands, germany, germany, germany, germany, belgium]
    + [france, france, france, spain, spain, italy, italy, portugal, austria, switzerland]
    + [britain, britain, ireland, poland, poland, czechia, denmark, sweden, finland, romania]
    + [turkiye, hungary]

  /// Countries that are rare, and whose names a board must show as well.
  static let rare: [Region] = [
    japan, egypt, india, greece, korea, ukraine, thailand, israel, china, vietnam,
  ]
}
