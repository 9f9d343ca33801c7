internal import CNCurses
internal import TerminalCanvas

extension TerminalDescription {
  /// What a string capability has the terminal do; nothing where it has none.
  func bytes(_ name: String) -> [UInt8] {
    strings[name].map { Self.withoutPauses($0) } ?? []
  }

  /// The same of a string that takes numbers, by terminfo's own language.
  @MainActor
  func bytes(_ name: String, _ first: Int32, _ second: Int32 = 0) -> [UInt8] {
    guard let string = strings[name] else { return [] }
    return (string + [0]).withUnsafeBytes { bytes in
      guard let format = bytes.baseAddress, let filled = curses_fill(format, first, second) else {
        return []
      }
      return Self.withoutPauses(
        Array(UnsafeRawBufferPointer(start: filled, count: curses_length(filled))))
    }
  }

  /// What shows the cursor without touching whether it blinks.
  var showingCursor: [UInt8] {
    text("civis") == "\u{1B}[?25l" ? Array("\u{1B}[?25h".utf8) : bytes("cnorm")
  }

  /// What switches each attribute on.
  ///
  /// None where attributes take a place on the screen of their own (`xmc`).
  var attributeStrings: [(attribute: Attributes, bytes: [UInt8])] {
    if (numbers["xmc"] ?? 0) > 0 { return [] }
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "sitm"), (.underline, "smul"), (.reverse, "rev"),
      (.strikethrough, "smxx"),
    ]
    return names.compactMap { attribute, name in
      let bytes = bytes(name)
      return bytes.isEmpty ? nil : (attribute, bytes)
    }
  }

  /// The attributes that the terminal shows as colours, so that they do not go with any (`ncv`).
  var colorlessAttributes: Attributes {
    let bits: [(Int, Attributes)] = [
      (1 << 1, .underline), (1 << 2, .reverse), (1 << 4, .dim), (1 << 5, .bold),
      (1 << 15, .italic),
    ]
    let numbered = numbers["ncv"] ?? 0
    return bits.reduce(into: []) { if numbered & $1.0 != 0 { $0.formUnion($1.1) } }
  }

  /// A string without the pauses (`$<50/>`) that terminals needed which had to catch up.
  private static func withoutPauses(_ string: [UInt8]) -> [UInt8] {
    guard string.contains(UInt8(ascii: "$")) else { return string }
    return Array(
      String(decoding: string, as: UTF8.self).replacing(/\$<[0-9.]+[*\/]*>/, with: "").utf8)
  }
}
