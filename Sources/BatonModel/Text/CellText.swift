/// Small rules on the text of a cell, all without a locale.
public enum CellText {
  /// `cell` without white space, no-break spaces and byte order marks at its ends.
  ///
  /// - Complexity: O(1) for a cell that begins and ends with a printable ASCII character.
  public static func trimmed(_ cell: String) -> String {
    let utf8 = cell.utf8
    guard let first = utf8.first, let last = utf8.last else { return cell }
    if isPrintable(first), isPrintable(last) { return cell }
    let scalars = cell.unicodeScalars
    guard let start = scalars.firstIndex(where: { !isPadding($0) }),
      let end = scalars.lastIndex(where: { !isPadding($0) })
    else { return "" }
    return String(scalars[start...end])
  }

  /// Whether nothing is on the cell but white space.
  public static func isBlank(_ cell: String) -> Bool {
    if let first = cell.utf8.first, isPrintable(first) { return false }
    return cell.unicodeScalars.allSatisfy(isPadding)
  }

  /// The form in which two words are compared: trimmed, inner white space as one blank, case
  /// folded.
  ///
  /// Used for headers and for the words of value tables, never for what is stored.
  public static func folded(_ cell: String) -> String {
    trimmed(cell).split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  /// `cell` without the first of `prefixes` that it begins with, as ad platforms put `p:` before
  /// phone numbers and `l:` before ids so that spreadsheets leave them alone.
  public static func stripping(_ prefixes: [String], from cell: String) -> String {
    for prefix in prefixes where cell.hasPrefix(prefix) {
      return trimmed(String(cell.dropFirst(prefix.count)))
    }
    return cell
  }

  private static func isPrintable(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  private static func isPadding(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}"
  }
}
