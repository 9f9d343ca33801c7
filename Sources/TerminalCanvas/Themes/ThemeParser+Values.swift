extension ThemeParser {
  /// Reads a style: a colour, `on` and another one, attributes.
  func style(_ text: Substring) throws(Theme.Fault) -> Style {
    var style = Style.plain
    var words = text.utf8.split(whereSeparator: \.isBlank).map { Substring($0) }[...]
    if let first = words.first, first != "on", first != "plain", attribute(first) == nil {
      let color = try color(first)
      style.foreground = color
      words.removeFirst()
    }
    if words.first == "on" {
      words.removeFirst()
      guard let background = words.popFirst() else {
        throw fault("no colour follows \"on\"", "write the background's colour behind it")
      }
      let color = try color(background)
      style.background = color
    }
    for word in words where word != "plain" {
      guard let attribute = attribute(word) else {
        throw fault(
          "\(quoted(word)) is no attribute",
          "use \(Attributes.named.map(\.name).joined(separator: ", "));"
            + " colours come first, as in: ink on panel bold")
      }
      style.attributes.insert(attribute)
    }
    return style
  }

  func attribute(_ word: Substring) -> Attributes? {
    Attributes.named.first { $0.name == word }?.attribute
  }

  /// Reads a colour.
  func color(_ text: Substring) throws(Theme.Fault) -> Color {
    if text == "default" { return .terminalDefault }
    if text.hasPrefix("#") { return try hexColor(text) }
    if text.utf8.allSatisfy(\.isDigit) {
      guard let index = UInt8(text) else {
        throw fault("the terminal has no colour \(text)", "use a number from 0 to 255")
      }
      return .palette(index)
    }
    guard let color = palette[String(text)] else {
      let near = Self.nearest(to: text, in: palette.keys)
      throw fault(
        "no colour is named \(quoted(text))",
        near.map { "did you mean \(quoted($0))?" }
          ?? "name it under [palette], above, or write it as #rrggbb")
    }
    return color
  }

  private func hexColor(_ text: Substring) throws(Theme.Fault) -> Color {
    let digits = text.dropFirst()
    guard [3, 6].contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
      let bits = UInt32(digits, radix: 16)
    else {
      throw fault(
        "\(quoted(text)) is no colour", "write # and three or six hexadecimal digits: #1a2b3c")
    }
    if digits.count == 3 {
      return .rgb(
        UInt8(bits >> 8) * 17, UInt8(bits >> 4 & 15) * 17, UInt8(bits & 15) * 17)
    }
    return .rgb(UInt8(bits >> 16), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF))
  }

  /// The name that is most like a misspelt one, if any is like it.
  private static func nearest(to word: Substring, in names: some Sequence<String>) -> String? {
    // No name is that long, and comparing takes time for each letter.
    guard word.utf8.count <= 32 else { return nil }
    let near = names.map { (name: $0, distance: distance(word, $0[...])) }
      .filter { $0.distance <= max(1, word.count / 3) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return near?.name
  }

  /// How many letters must be changed, added or dropped to make one word of another
  /// (Levenshtein).
  private static func distance(_ left: Substring, _ right: Substring) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let substituted = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
      }
    }
    return row[right.count]
  }
}
