/// Sentences of a kind, with places for figures, so that a hundred of them are not one.
///
/// `#` stands for a line's number, `@` for a few, `§` for minutes, `$` for thousands of euros,
/// `^` for a month and `~` for two digits.
struct Phrases: Sendable, ExpressibleByArrayLiteral {
  private let all: [String]

  init(arrayLiteral elements: String...) { all = elements }

  /// One of the sentences, with its figures.
  func one(using random: inout DemoRandom) -> String {
    let sentence = random.pick(all)
    guard sentence.unicodeScalars.contains(where: Phrases.places.contains) else {
      return sentence
    }
    var text = ""
    text.reserveCapacity(sentence.utf8.count + 8)
    for character in sentence.unicodeScalars {
      switch character {
      case "#": text += String(random.within(1...9))
      case "@": text += String(random.within(2...9))
      case "§": text += String(random.within(6...12) * 5)
      case "$": text += String(random.within(2...19))
      case "^": text += random.pick(Phrases.months)
      case "~": text += String(random.within(10...99))
      default: text.unicodeScalars.append(character)
      }
    }
    return text
  }

  private static let places: [Unicode.Scalar] = ["#", "@", "§", "$", "^", "~"]

  private static let months = [
    "January", "February", "March", "April", "May", "June", "September", "October",
  ]
}
