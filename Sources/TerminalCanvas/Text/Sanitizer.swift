/// Makes text from outside harmless for where people read it.
///
/// Drawing on a `Canvas` does the same by itself; this is for text that goes elsewhere, to
/// standard output or into a report. `GlyphReader` says what becomes of what.
public enum Sanitizer {
  /// Which white space survives.
  public enum Layout: Hashable, Sendable {
    /// None: line ends become `⏎` and tabs a space.
    case singleLine
    /// Line ends stay line ends.
    case lines
  }

  /// The text as a terminal may be shown it.
  ///
  /// Emoji sequences, flags and marks are reduced as on the screen, so that `DisplayWidth` is
  /// right about the result and a table keeps its columns. Applying it twice changes nothing.
  ///
  /// - Complexity: O(length).
  public static func safeText(_ text: String, layout: Layout = .singleLine) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var safe = ""
      safe.reserveCapacity(bytes.count)
      var start = 0
      while start < bytes.count {
        var reader = GlyphReader(UnsafeBufferPointer(rebasing: bytes[start...]))
        while let glyph = reader.next() {
          if reader.isLineBreak, layout == .lines {
            safe.append("\n")
          } else {
            glyph.append(to: &safe)
          }
        }
        start = bytes.count
        if reader.gaveUp { safe.append("…") }
      }
      return safe
    }
  }

  /// The text made harmless and exactly so many columns wide: cut with `…`, or padded.
  ///
  /// - Complexity: O(columns), however long the text is.
  public static func fitted(
    _ text: String, columns: Int, alignment: Alignment = .left
  ) -> String {
    let (shown, width) = truncated(text, columns: columns)
    let before = alignment.offset(of: width, in: columns)
    let after = max(0, columns - width - before)
    return String(repeating: " ", count: before) + shown + String(repeating: " ", count: after)
  }

  /// The text made harmless and at most so many columns wide, with `…` where it was cut.
  ///
  /// - Complexity: O(columns), however long the text is.
  public static func truncated(
    _ text: String, columns most: Int
  ) -> (text: String, columns: Int) {
    var text = text
    return text.withUTF8 { bytes in
      var reader = GlyphReader(bytes)
      var safe = ""
      var columns = 0
      // Where to cut so that the ellipsis fits: a length in UTF-8 and its columns.
      var cut = (length: 0, columns: 0)
      while let glyph = reader.next() {
        if !reader.joinsPrevious, columns < most { cut = (safe.utf8.count, columns) }
        guard columns + glyph.columns <= most, !reader.gaveUp else {
          guard most > 0 else { return ("", 0) }
          let end = safe.utf8.index(safe.startIndex, offsetBy: cut.length)
          return (safe[..<end] + "…", cut.columns + 1)
        }
        glyph.append(to: &safe)
        columns += glyph.columns
      }
      return (safe, columns)
    }
  }
}
