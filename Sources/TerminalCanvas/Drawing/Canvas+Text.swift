extension Canvas {
  /// Writes text into one row.
  ///
  /// Whatever the text holds, only harmless glyphs are drawn, and no more of it is looked at than
  /// is shown.
  ///
  /// - Parameters:
  ///   - text: Any text; line ends are shown as `⏎`.
  ///   - point: Where it begins; may lie outside the region, what is outside is not drawn.
  ///   - style: Colours that it leaves open stay as they are there.
  ///   - maxWidth: The columns it may take; nil stands for all up to the region's right edge.
  ///   - truncation: What is done when it is wider; a grapheme is never split.
  /// - Returns: The columns taken, seen or not.
  @discardableResult
  public mutating func put(
    _ text: String, at point: Point, style: Style = .plain, maxWidth: Int? = nil,
    truncation: Truncation = .ellipsis
  ) -> Int {
    put(text, at: point, style: style, room: room(at: point, maxWidth), truncation).columns
  }

  /// Writes text of several styles into one row.
  ///
  /// - Parameters:
  ///   - text: Its runs' styles are laid over `style`.
  ///   - point: Where it begins, or where the width begins in which it is aligned.
  ///   - style: What the runs leave open; colours it leaves open too stay as they are there.
  ///   - maxWidth: The columns it may take; nil stands for all up to the region's right edge.
  ///   - alignment: Where it stands in those columns.
  ///   - truncation: What is done when it is wider; a grapheme is never split.
  /// - Returns: The columns taken, seen or not, without those left free by the alignment.
  @discardableResult
  public mutating func put(
    _ text: StyledText, at point: Point, style: Style = .plain, maxWidth: Int? = nil,
    alignment: Alignment = .left, truncation: Truncation = .ellipsis
  ) -> Int {
    let room = room(at: point, maxWidth)
    let text = truncation == .ellipsis ? text.truncated(to: room) : text
    var start = point
    if alignment != .left {
      start.column += alignment.offset(of: text.width(upTo: room), in: room)
    }
    var used = 0
    for run in text.runs {
      let written = put(
        run.text, at: start.moved(columns: used), style: style.patched(by: run.style),
        room: room - used, .clip)
      used += written.columns
      guard written.isWhole else { break }
    }
    return used
  }

  /// Writes text into one row of a rectangle, at its left, right or in its middle.
  ///
  /// - Returns: The columns taken, without those left free by the alignment.
  @discardableResult
  public mutating func put(
    _ text: String, in rect: Rect, row: Int = 0, style: Style = .plain,
    alignment: Alignment = .left, truncation: Truncation = .ellipsis
  ) -> Int {
    let width = alignment == .left ? 0 : DisplayWidth.of(text, upTo: rect.columns)
    let point = Point(
      rect.left + alignment.offset(of: width, in: rect.columns), rect.top + row)
    return put(text, at: point, style: style, maxWidth: rect.columns, truncation: truncation)
  }

  /// The columns from a place on.
  private func room(at point: Point, _ maxWidth: Int?) -> Int {
    max(0, maxWidth ?? (size.columns - point.column))
  }

  private mutating func put(
    _ text: String, at point: Point, style: Style, room: Int, _ truncation: Truncation
  ) -> (columns: Int, isWhole: Bool) {
    let row = region.top + point.row
    let start = region.left + point.column
    let columns = row >= clip.top && row < clip.bottom ? clip.left..<clip.right : 0..<0
    let brush = Brush(style)
    var text = text
    return text.withUTF8 { bytes in
      var reader = GlyphReader(bytes)
      var used = 0
      // Where a cut leaves room for the ellipsis without splitting a grapheme.
      var cut = 0
      var graphemeStart = 0
      while let glyph = reader.next() {
        if !reader.joinsPrevious {
          graphemeStart = used
          if used < room { cut = used }
        }
        guard used + glyph.columns <= room, !reader.gaveUp else {
          let end = truncation == .ellipsis ? cut : graphemeStart
          for column in end..<max(end, used) {
            place(Scalars.space, 1, start + column, row, columns, brush)
          }
          guard truncation == .ellipsis, room > 0 else { return (end, false) }
          place(Scalars.ellipsis, 1, start + end, row, columns, brush)
          return (end + 1, false)
        }
        place(
          frame.content(for: glyph), glyph.columns, start + used, row, columns, brush)
        used += glyph.columns
      }
      return (used, true)
    }
  }

  @inline(__always)
  private mutating func place(
    _ content: UInt32, _ width: Int, _ column: Int, _ row: Int, _ columns: Range<Int>,
    _ brush: Brush
  ) {
    frame.place(
      content, width: width, at: column, row: row, within: columns, brush: brush)
  }
}
