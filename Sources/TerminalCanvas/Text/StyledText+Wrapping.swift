extension StyledText {
  /// The text broken into lines of at most so many columns.
  ///
  /// Lines break at spaces, behind hyphens and slashes, and between ideographs (not before closing
  /// punctuation nor behind opening one), within a word only where it is wider than a line, and
  /// never within a grapheme. Line ends in the text end a line; spaces at a break are dropped.
  ///
  /// - Parameters:
  ///   - columns: The most that a line takes; at least 1 is assumed.
  ///   - maxLines: The most lines; if there is more text, the last ends in `…`.
  /// - Returns: At least one line, which may be empty.
  /// - Complexity: O(what the lines hold), however long the text is.
  public func wrapped(to columns: Int, maxLines: Int = .max) -> [Self] {
    var wrapper = LineWrapper(columns: max(1, columns), maxLines: maxLines)
    forEachGlyph { glyph, position, reader in
      wrapper.read(glyph, at: position, of: reader)
    }
    wrapper.finish(at: end)
    let lines = wrapper.lines
    guard lines.count > maxLines, maxLines > 0 else {
      return maxLines > 0 ? lines.map { slice($0.start, $0.end) } : []
    }
    let last = lines[maxLines - 1]
    return lines.prefix(maxLines - 1).map { slice($0.start, $0.end) }
      + [slice(last.start, last.end).cut(to: columns, always: true)]
  }
}

/// Finds where lines end, glyph by glyph.
private struct LineWrapper {
  typealias Position = StyledText.Position

  let columns: Int
  let maxLines: Int
  private(set) var lines: [(start: Position, end: Position)] = []

  private var lineStart = Position(run: 0, offset: 0)
  private var used = 0
  /// The last place where the line may break: where it would end, the next begin, and the columns
  /// up to there.
  private var lastBreak: (end: Position, next: Position, used: Int)?
  private var graphemeStart = (position: Position(run: 0, offset: 0), used: 0)
  private var spacesStart: Position?
  private var previous: Glyph?
  private var beforePrevious: Glyph?

  init(columns: Int, maxLines: Int) {
    self.columns = columns
    self.maxLines = maxLines
  }

  /// Takes the next glyph in; false if no more are wanted.
  mutating func read(
    _ glyph: Glyph, at position: Position, of reader: borrowing GlyphReader
  ) -> Bool {
    if reader.isLineBreak {
      lines.append((lineStart, position))
      begin(at: Position(run: position.run, offset: position.offset + reader.length))
      return lines.count <= maxLines
    }
    if !reader.joinsPrevious { graphemeStart = (position, used) }
    defer { (beforePrevious, previous) = (previous, glyph) }
    if glyph.isSpace, !Scalars.isNoBreakSpace(reader.scalar) {
      if spacesStart == nil { spacesStart = position }
      used += 1
      return true
    }
    noteBreak(before: glyph, at: position, joinsPrevious: reader.joinsPrevious)
    spacesStart = nil
    while used + glyph.columns > columns, breakLine(before: position) {}
    used += glyph.columns
    return lines.count <= maxLines
  }

  /// Ends the last line.
  mutating func finish(at end: Position) {
    if lines.count <= maxLines { lines.append((lineStart, end)) }
  }

  private mutating func noteBreak(before glyph: Glyph, at position: Position, joinsPrevious: Bool) {
    guard let previous, position != lineStart else { return }
    if let spacesStart {
      // Spaces at the beginning of a paragraph indent it; the line does not break behind them.
      if spacesStart != lineStart { lastBreak = (spacesStart, position, used) }
    } else if !joinsPrevious, previous.allowsBreak(before: glyph, behind: beforePrevious) {
      lastBreak = (position, position, used)
    }
  }

  /// Breaks the line at the last good place, or else before the grapheme that does not fit.
  ///
  /// - Returns: Whether it could; not when a single grapheme is too wide.
  private mutating func breakLine(before position: Position) -> Bool {
    if let place = lastBreak {
      lines.append((lineStart, place.end))
      lineStart = place.next
      used -= place.used
      graphemeStart.used -= place.used
    } else if graphemeStart.position > lineStart {
      lines.append((lineStart, graphemeStart.position))
      lineStart = graphemeStart.position
      used -= graphemeStart.used
      graphemeStart.used = 0
    } else {
      return false
    }
    lastBreak = nil
    return true
  }

  private mutating func begin(at position: Position) {
    lineStart = position
    used = 0
    lastBreak = nil
    spacesStart = nil
    (beforePrevious, previous) = (nil, nil)
  }
}

extension Glyph {
  /// Whether it is a space.
  fileprivate var isSpace: Bool { base == Scalars.space || base == 0x3000 }

  /// Whether a line may end behind this glyph and the next begin with another, without a space.
  fileprivate func allowsBreak(before next: Glyph, behind former: Glyph?) -> Bool {
    if columns == 2 || next.columns == 2 {
      return !Self.neverLast.contains(base) && !Self.neverFirst.contains(next.base)
    }
    // A hyphen or slash parts only words: not "-5", a date or "//", nor "--reason" or "/tmp".
    let (hyphen, slash): (UInt32, UInt32) = (0x2D, 0x2F)
    guard base == hyphen || base == slash, next.base > 0x39, let former else { return false }
    return !former.isSpace && !(base == hyphen && former.base == hyphen)
  }

  /// Closing punctuation and small kana, which do not begin a line (JIS X 4051).
  private static let neverFirst = Set(
    "、。，．・：；？！）］｝〉》」』】〕〗’”ー々ゝゞヽヾぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;)]}%".unicodeScalars.map(\.value))
  /// Opening punctuation, which does not end a line.
  private static let neverLast = Set("（［｛〈《「『【〔〖‘“([{".unicodeScalars.map(\.value))
}
