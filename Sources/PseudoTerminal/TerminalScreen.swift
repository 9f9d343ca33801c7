/// What a terminal shows of the bytes that a program writes to it.
///
/// Knows absolute moves, erasing, and text; the rest, such as colours and titles, it reads over.
/// How wide glyphs are is its own mind.
public struct TerminalScreen {
  /// The cells by row and column: a glyph stands in its first, and nothing in its others.
  public private(set) var cells: [[String]]
  private let columns: Int
  private let width: (Unicode.Scalar) -> Int
  private var row = 0
  private var column = 0

  /// An empty screen.
  public init(columns: Int, rows: Int, width: @escaping (Unicode.Scalar) -> Int) {
    self.columns = columns
    self.width = width
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The lines, from the top.
  public var lines: [String] { cells.map { $0.joined() } }

  /// Takes what was written, up to the last escape sequence that is whole.
  ///
  /// - Returns: What is left, to be given again before what follows.
  public mutating func take(_ text: String) -> String {
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      let before = rest
      rest.removeFirst()
      switch scalar {
      case "\u{1B}":
        guard takeEscape(&rest) else { return String(before) }
      case "\r": column = 0
      case "\n": row = min(row + 1, cells.count - 1)
      case "\u{8}": column = max(0, column - 1)
      case "\u{20}"...: put(scalar)
      default: break
      }
    }
    return ""
  }

  /// Takes an escape sequence; false where it is not whole yet.
  private mutating func takeEscape(_ rest: inout Substring.UnicodeScalarView) -> Bool {
    guard let kind = rest.popFirst() else { return false }
    switch kind {
    case "[": return takeControl(&rest)
    case "]":
      // A title: to the bell, or to the string terminator.
      while let scalar = rest.popFirst() {
        if scalar == "\u{7}" { return true }
        if scalar == "\u{1B}" { return rest.popFirst() != nil }
      }
      return false
    case "(", ")": return rest.popFirst() != nil
    default: return true
    }
  }

  private mutating func takeControl(_ rest: inout Substring.UnicodeScalarView) -> Bool {
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
        for place in column..<min(columns, column + (numbers.first ?? 1)) {
          cells[row][place] = " "
        }
      default: break
      }
      return true
    }
    return false
  }

  private mutating func erase(parameters: String, whole: Bool) {
    if whole, parameters == "2" {
      cells = cells.map { $0.map { _ in " " } }
      return
    }
    let range = parameters == "1" ? 0..<min(columns, column + 1) : min(column, columns)..<columns
    for place in range { cells[row][place] = " " }
    if whole {
      for below in cells.indices where below > row { cells[below] = cells[below].map { _ in " " } }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let wide = width(scalar)
    if wide == 0, (1...columns).contains(column) {
      cells[row][column - 1].unicodeScalars.append(scalar)
    }
    for offset in 0..<wide where column + offset < columns {
      cells[row][column + offset] = offset == 0 ? String(scalar) : ""
    }
    column += wide
  }
}
