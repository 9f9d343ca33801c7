extension StyledText {
  /// A place between two scalars: a run and an offset into its UTF-8.
  struct Position: Hashable, Comparable {
    var run: Int
    var offset: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.run, left.offset) < (right.run, right.offset)
    }
  }

  /// The end of the text.
  var end: Position { Position(run: runs.count, offset: 0) }

  /// The text between two places, with its styles.
  func slice(_ start: Position, _ end: Position) -> Self {
    var slice = Self()
    for index in start.run...max(start.run, end.run) where index < runs.count {
      let text = runs[index].text
      let count = text.utf8.count
      let from = index == start.run ? min(start.offset, count) : 0
      let to = index == end.run ? min(end.offset, count) : count
      guard from < to else { continue }
      let lower = text.utf8.index(text.startIndex, offsetBy: from)
      let upper = text.utf8.index(lower, offsetBy: to - from)
      slice.append(String(text[lower..<upper]), runs[index].style)
    }
    return slice
  }

  /// Goes through the glyphs until the body returns false.
  ///
  /// - Parameter body: Gets each glyph with the place where it begins.
  func forEachGlyph(
    from start: Position = Position(run: 0, offset: 0),
    _ body: (Glyph, Position, _ reader: borrowing GlyphReader) -> Bool
  ) {
    for run in start.run..<max(start.run, runs.count) {
      var text = runs[run].text
      let skipped = run == start.run ? start.offset : 0
      let goesOn = text.withUTF8 { bytes in
        var reader = GlyphReader(UnsafeBufferPointer(rebasing: bytes[skipped...]))
        var offset = skipped
        while let glyph = reader.next() {
          guard body(glyph, Position(run: run, offset: offset), reader) else { return false }
          offset = skipped + reader.offset
        }
        return true
      }
      guard goesOn else { return }
    }
  }

  /// The text, cut with `…` where it takes more than so many columns.
  ///
  /// - Complexity: O(columns), however long the text is.
  public func truncated(to columns: Int) -> Self {
    cut(to: columns, always: false)
  }

  /// Whether all of it can be drawn in so many columns.
  private func fits(in columns: Int) -> Bool {
    var room = columns
    for run in runs {
      let (used, isWhole) = DisplayWidth.measure(run.text, upTo: room)
      guard used <= room, isWhole else { return false }
      room -= used
    }
    return true
  }

  /// The text cut to so many columns, with `…` also where it would fit if `always`.
  func cut(to columns: Int, always: Bool) -> Self {
    if !always, fits(in: columns) { return self }
    var used = 0
    var cut = Position(run: 0, offset: 0)
    var isTooWide = false
    forEachGlyph { glyph, position, reader in
      if !reader.joinsPrevious, used < columns { cut = position }
      used += glyph.columns
      isTooWide = used > columns || reader.gaveUp
      return !isTooWide
    }
    guard isTooWide || always else { return self }
    guard columns > 0 else { return Self() }
    if !isTooWide, used < columns { cut = end }
    var slice = slice(Position(run: 0, offset: 0), cut)
    let last = min(cut.run, runs.count - 1)
    slice.append("…", last >= 0 ? runs[last].style : .plain)
    return slice
  }
}
