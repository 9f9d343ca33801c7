extension Theme {
  /// Reads a theme file.
  ///
  /// Lines are `key = value`, sections stand in brackets; a line that begins with `#`, and
  /// what follows a `#` that stands alone, is a comment. Before the first section stand `name` and
  /// `appearance` (`dark` or `light`); `[palette]` names colours, `[roles]` gives each role its
  /// style, and `[roles.16]` and `[roles.none]` say which look different where a terminal shows
  /// only sixteen colours or none. A colour is `#rgb`, `#rrggbb`, 0 to 255 for one of the
  /// terminal's own, `default`, or a name from the palette; a style is a colour, `on` and another,
  /// and attributes, in this order, each of which may be missing.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - file: Its name, for faults; the theme's `id` is made from it.
  /// - Throws: The first fault, with its line and a remedy.
  public static func parse(_ text: String, file: String) throws(Fault) -> Theme {
    var parser = ThemeParser(file: file)
    // By bytes: a program parses its own themes before its first frame.
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      try parser.read(Substring(line))
    }
    return try parser.finish()
  }
}
