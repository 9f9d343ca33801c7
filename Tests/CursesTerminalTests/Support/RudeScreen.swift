/// A terminal's screen that has its own mind about how wide glyphs are.
///
/// Knows what ncurses writes with the reduced description: absolute moves, erasing, and text.
struct RudeScreen {
  private(set) var rows: [[Unicode.Scalar]]
  private let columns: Int
  private let width: (Unicode.Scalar) -> Int
  private var row = 0
  private var column = 0

  init(columns: Int, rows: Int, width: @escaping (Unicode.Scalar) -> Int) {
    self.columns = columns
    self.width = width
    self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  mutating func take(_ text: String) {
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": takeEscape(&rest)
      case "\r": column = 0
      case "\u{20}"...: put(scalar)
      default: break
      }
    }
  }

  private mutating func takeEscape(_ rest: inout Substring.UnicodeScalarView) {
    guard rest.popFirst() == "[" else {
      rest = rest.dropFirst()
      return
    }
    var parameters = ""
    while let scalar = rest.popFirst() {
      guard ("\u{40}"..."\u{7E}").contains(scalar) else {
        parameters.unicodeScalars.append(scalar)
        continue
      }
      let numbers = parameters.split(separator: ";").map { Int($0) ?? 0 }
      switch scalar {
      case "H": (row, column) = ((numbers.first ?? 1) - 1, (numbers.dropFirst().first ?? 1) - 1)
      case "G": column = (numbers.first ?? 1) - 1
      case "J", "K": erase(parameters: parameters, whole: scalar == "J")
      case "X":
        for place in column..<min(columns, column + (numbers.first ?? 1)) { rows[row][place] = " " }
      default: break
      }
      return
    }
  }

  private mutating func erase(parameters: String, whole: Bool) {
    if whole, parameters == "2" {
      rows = rows.map { $0.map { _ in " " } }
      return
    }
    let range = parameters == "1" ? 0..<min(columns, column + 1) : min(column, columns)..<columns
    for place in range { rows[row][place] = " " }
    if whole {
      for below in rows.indices where below > row { rows[below] = rows[below].map { _ in " " } }
    }
  }

  /// Puts a glyph's scalar into its first cell and a dot into the others that it takes.
  private mutating func put(_ scalar: Unicode.Scalar) {
    for offset in 0..<width(scalar) where column + offset < columns {
      rows[row][column + offset] = offset == 0 ? scalar : "·"
    }
    column += width(scalar)
  }
}
