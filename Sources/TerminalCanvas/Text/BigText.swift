/// Figures and headings several rows high, drawn with block characters: to be read from across a
/// room.
public enum BigText {
  /// How large a pixel of a glyph is drawn. Glyphs are five pixels high.
  public enum Scale: Int, CaseIterable, Hashable, Sendable {
    /// Two pixels to a cell, one above the other: three rows high.
    case half
    /// Two cells to a pixel, side by side: five rows high.
    case whole
    /// Eight cells to a pixel, in two rows: ten rows high.
    case double

    /// The rows that a text takes.
    public var rows: Int {
      switch self {
      case .half: 3
      case .whole: 5
      case .double: 10
      }
    }

    fileprivate var columnsPerPixel: Int {
      switch self {
      case .half: 1
      case .whole: 2
      case .double: 4
      }
    }
  }

  /// The rows of a text, from the top, all of the same width; nil where one of its characters has
  /// no large glyph, so that it is to be written small.
  ///
  /// Digits, capitals and the signs of money, spans and shares are known; of small letters those
  /// that stand behind figures.
  ///
  /// - Complexity: O(the length of the text).
  public static func rows(_ text: String, _ scale: Scale) -> [String]? {
    guard let drawn = drawn(text) else { return nil }
    var pixels = [[Bool]](repeating: [], count: 5)
    for glyph in drawn {
      for (row, bits) in glyph.enumerated() {
        if !pixels[row].isEmpty { pixels[row].append(false) }
        pixels[row] += bits.map { $0 == "#" }
      }
    }
    guard !pixels[0].isEmpty else { return nil }
    switch scale {
    case .whole:
      return pixels.map { row in row.map { $0 ? "██" : "  " }.joined() }
    case .double:
      return pixels.flatMap { row in
        let line = row.map { $0 ? "████" : "    " }.joined()
        return [line, line]
      }
    case .half:
      pixels.append([Bool](repeating: false, count: pixels[0].count))
      return stride(from: 0, to: 6, by: 2).map { top in
        String(zip(pixels[top], pixels[top + 1]).map { halves($0, $1) })
      }
    }
  }

  /// The columns that a text takes; nil where it has no large form.
  public static func columns(_ text: String, _ scale: Scale) -> Int? {
    guard let drawn = drawn(text) else { return nil }
    let pixels = drawn.reduce(0) { $0 + $1[0].count + ($0 == 0 ? 0 : 1) }
    return pixels == 0 ? nil : pixels * scale.columnsPerPixel
  }

  /// The glyphs of a text; nil where a character has none. Groups of thousands stand close
  /// together, or one figure looks like two.
  private static func drawn(_ text: String) -> [[String]]? {
    let characters = Array(text)
    var drawn: [[String]] = []
    for (place, character) in characters.enumerated() {
      let isWithinNumber =
        character == " " && place > 0 && characters[place - 1].isNumber
        && characters[(place + 1)...].prefix(3).count(where: \.isNumber) == 3
      guard let glyph = glyphs[isWithinNumber ? "\u{202F}" : character] else { return nil }
      drawn.append(glyph)
    }
    return drawn
  }

  private static func halves(_ upper: Bool, _ lower: Bool) -> Character {
    switch (upper, lower) {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }

  private static let glyphs: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"],
    "1": [" # ", "## ", " # ", " # ", "###"],
    "2": ["###", "  #", "###", "#  ", "###"],
    "3": ["###", "  #", "###", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"],
    "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"],
    "7": ["###", "  #", "  #", " # ", " # "],
    "8": ["###", "# #", "###", "# #", "###"],
    "9": ["###", "# #", "###", "  #", "###"],
    " ": ["  ", "  ", "  ", "  ", "  "],
    "\u{202F}": ["", "", "", "", ""],
    ".": [" ", " ", " ", " ", "#"],
    ",": [" ", " ", " ", "#", "#"],
    ":": [" ", "#", " ", "#", " "],
    "+": ["   ", " # ", "###", " # ", "   "],
    "-": ["   ", "   ", "###", "   ", "   "],
    "–": ["   ", "   ", "###", "   ", "   "],
    "−": ["   ", "   ", "###", "   ", "   "],
    "/": ["  #", "  #", " # ", "#  ", "#  "],
    "%": ["#  #", "  # ", " #  ", "#   ", "#  #"],
    "<": ["  #", " # ", "#  ", " # ", "  #"],
    ">": ["#  ", " # ", "  #", " # ", "#  "],
    "★": ["  #  ", "#####", " ### ", " # # ", "#   #"],
    "€": [" ###", "### ", "#   ", "### ", " ###"],
    "$": [" ###", "# # ", " ## ", " # #", "### "],
    "£": [" ##", " # ", "###", " # ", "###"],
    "¥": ["# #", " # ", "###", " # ", " # "],
    "k": ["#  ", "# #", "## ", "# #", "# #"],
    "M": ["#   #", "## ##", "# # #", "#   #", "#   #"],
    "A": [" # ", "# #", "###", "# #", "# #"],
    "C": [" ##", "#  ", "#  ", "#  ", " ##"],
    "D": ["## ", "# #", "# #", "# #", "## "],
    "E": ["###", "#  ", "## ", "#  ", "###"],
    "F": ["###", "#  ", "## ", "#  ", "#  "],
    "G": [" ###", "#   ", "# ##", "#  #", " ###"],
    "H": ["# #", "# #", "###", "# #", "# #"],
    "I": ["#", "#", "#", "#", "#"],
    "J": ["  #", "  #", "  #", "# #", " # "],
    "K": ["# #", "# #", "## ", "# #", "# #"],
    "L": ["#  ", "#  ", "#  ", "#  ", "###"],
    "N": ["#  #", "## #", "# ##", "#  #", "#  #"],
    "O": [" ## ", "#  #", "#  #", "#  #", " ## "],
    "P": ["## ", "# #", "## ", "#  ", "#  "],
    "Q": [" ## ", "#  #", "#  #", "# ##", " ###"],
    "R": ["## ", "# #", "## ", "# #", "# #"],
    "S": [" ##", "#  ", " # ", "  #", "## "],
    "T": ["###", " # ", " # ", " # ", " # "],
    "U": ["# #", "# #", "# #", "# #", "###"],
    "V": ["# #", "# #", "# #", "# #", " # "],
    "W": ["#   #", "#   #", "# # #", "# # #", " # # "],
    "X": ["# #", "# #", " # ", "# #", "# #"],
    "Y": ["# #", "# #", " # ", " # ", " # "],
    "Z": ["###", "  #", " # ", "#  ", "###"],
    "’": ["#", "#", " ", " ", " "],
    "'": ["#", "#", " ", " ", " "],
    "B": ["## ", "# #", "## ", "# #", "## "],
    "d": ["  #", "  #", "###", "# #", "###"],
    "h": ["#  ", "#  ", "###", "# #", "# #"],
    "m": ["     ", "     ", "#### ", "# # #", "# # #"],
    "o": ["   ", "   ", "###", "# #", "###"],
    "f": [" ##", "#  ", "## ", "#  ", "#  "],
    "w": ["     ", "     ", "# # #", "# # #", "#####"],
    "y": ["   ", "# #", "###", "  #", "###"],
  ]
}
