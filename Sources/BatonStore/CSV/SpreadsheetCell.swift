/// Makes text harmless as a cell that a spreadsheet opens.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula, which can send
/// what stands beside it elsewhere. An apostrophe before it has the cell shown as the text that it
/// is. Source: OWASP, "CSV Injection"; the full-width forms are taken for the same signs by
/// spreadsheets set to East Asian languages.
public enum SpreadsheetCell {
  /// The text with U+FFFD for what is none, without control characters and marks that turn the
  /// direction of text, and behind an apostrophe where a spreadsheet would run it.
  ///
  /// White space and invisible marks at the beginning do not hide a formula: some programs trim
  /// them before they look. Line feeds and tabs stay.
  ///
  /// - Complexity: O(length).
  public static func harmless(_ text: String) -> String {
    let text = LoneSurrogate.replaced(in: text)
    let kept = text.unicodeScalars.contains(where: isUnprintable) ? printable(text) : text
    guard let first = kept.unicodeScalars.first else { return kept }
    let begins = kept.unicodeScalars.first { !isInvisible($0) } ?? first
    let isRun = signs.contains(begins) || first == "\t" || first == "\n"
    return isRun ? "'" + kept : kept
  }

  /// The text of a cell that ``harmless(_:)`` has made: without the apostrophe that it put there.
  public static func original(_ cell: String) -> String {
    guard cell.first == "'" else { return cell }
    let text = String(cell.dropFirst())
    return harmless(text) == cell ? text : cell
  }

  private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

  private static func printable(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.lazy.filter { !isUnprintable($0) })
    return String(kept)
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    // Embeddings, overrides and isolates of the direction of text.
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
