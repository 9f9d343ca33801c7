/// Makes text harmless as a cell that a spreadsheet opens.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula, which can send
/// what stands beside it elsewhere. An apostrophe before it has the cell shown as the text that it
/// is. Source: OWASP, "CSV Injection"; the full-width forms are taken for the same signs by
/// spreadsheets set to East Asian languages.
public enum SpreadsheetCell {
  /// The text, behind an apostrophe where a spreadsheet would run it.
  ///
  /// White space and invisible marks at the beginning do not hide a formula: some programs trim
  /// them before they look.
  ///
  /// - Complexity: O(blanks at the beginning) unless the text is changed.
  public static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    let begins = text.unicodeScalars.first { !isInvisible($0) } ?? first
    let isRun = signs.contains(begins) || breaks.contains(first)
    return isRun ? "'" + text : text
  }

  private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
  /// These begin another cell or line in programs that do not heed quotation marks.
  private static let breaks: Set<Unicode.Scalar> = ["\t", "\r", "\n"]

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
