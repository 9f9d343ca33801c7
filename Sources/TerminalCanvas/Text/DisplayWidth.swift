/// How many columns text takes when it is drawn.
public enum DisplayWidth {
  /// The columns that a text takes in one line, as drawing shows it.
  ///
  /// - Parameters:
  ///   - text: Any text; what is not for a terminal counts as what is shown in its stead.
  ///   - most: Where to stop counting. Give it what there is room for: the text may be long.
  /// - Returns: The columns, or a number greater than `most` if there are more.
  /// - Complexity: O(the columns counted).
  public static func of(_ text: String, upTo most: Int = .max) -> Int {
    measure(text, upTo: most).columns
  }

  /// The columns of a text, and whether all that was looked at is among them.
  static func measure(_ text: String, upTo most: Int) -> (columns: Int, isWhole: Bool) {
    var text = text
    return text.withUTF8 { bytes in
      var reader = GlyphReader(bytes)
      var columns = reader.skipPlain(upTo: most == .max ? most : most + 1)
      while columns <= most, let glyph = reader.next() {
        columns += glyph.columns
      }
      return (columns, !reader.gaveUp)
    }
  }
}
