extension Frame {
  /// The text of one row, all its columns, spaces at the end too.
  public func text(row: Int) -> String {
    var text = ""
    for column in 0..<size.columns {
      let cell = self[column, row]
      if !cell.isContinuation { glyph(of: cell).append(to: &text) }
    }
    return text
  }

  /// The rows as text, without the spaces at their ends.
  public var lines: [String] {
    (0..<size.rows).map { text(row: $0).withoutTrailingSpaces }
  }
}
