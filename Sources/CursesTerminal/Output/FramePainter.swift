internal import CNCurses
internal import TerminalCanvas

/// Turns frames into what a terminal is written, by the terminal's own strings.
///
/// Only cells that differ from the frame before are written. The cursor comes to them by absolute
/// moves, and again after each glyph whose columns a terminal may think differently of: a wide one,
/// one with marks over it, or a mark with a column of its own.
@MainActor
struct FramePainter {
  private let description: TerminalDescription
  private var pen: Pen
  private var shown: Frame?
  /// Where the terminal's cursor stands, as far as that is certain.
  private var place: Point?
  private var showsCursor: Bool?
  private var isForgotten = true
  private var bytes: [UInt8] = []
  /// Whether the last cell of the screen can be written without the screen moving up.
  private let takesLastCell: Bool
  private let systemWidth: (UInt32) -> Int

  /// - Parameters:
  ///   - description: The terminal's own description.
  ///   - depth: The colours to show.
  ///   - systemWidth: The columns of a scalar by the system's tables; by default those of the
  ///     locale that `open` has set.
  init(
    _ description: TerminalDescription, depth: ColorDepth,
    systemWidth: @escaping (UInt32) -> Int = { Int(curses_scalar_width($0)) }
  ) {
    self.description = description
    self.systemWidth = systemWidth
    pen = Pen(description, depth: depth)
    takesLastCell = !description.flags.contains("am") || description.flags.contains("xenl")
  }

  /// Writes everything at the next frame, whatever is believed to be on the screen.
  mutating func invalidate() {
    isForgotten = true
  }

  /// What shows a frame on a screen of a size, and the cursor if it has a place inside.
  ///
  /// - Complexity: O(cells) for the comparison; the bytes are those of the cells that differ, with
  ///   a colour's or a move's where one is needed.
  mutating func paint(_ frame: Frame, cursor: Point?, on screen: Size) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    let isWhole = isForgotten || shown?.size != frame.size
    if cursor == nil { showCursor(false) }
    if isWhole { clear() }
    var row = -1
    var written = 0
    let former = isWhole ? nil : shown
    for change in frame.changes(since: former) where change.row < screen.rows {
      if change.row != row { (row, written) = (change.row, 0) }
      let first = firstColumn(change.columns.lowerBound, row: row, of: frame, after: former)
      let columns = max(written, first)..<max(written, change.columns.upperBound)
      written = put(columns, row: row, of: frame, on: screen)
    }
    move(to: cursor ?? Point(0, 0))
    if cursor != nil { showCursor(true) }
    shown = frame
    isForgotten = false
    return isWhole || bytes.count > Self.atOnce ? Self.begin + bytes + Self.end : bytes
  }

  /// What leaves the screen to others: the terminal's own look, and its cursor.
  mutating func rest() -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    pen.reset(into: &bytes)
    place = nil
    move(to: Point(0, 0))
    bytes += description.showingCursor
    showsCursor = nil
    isForgotten = true
    return bytes
  }

  /// Terminals that know of it show all that stands between at once; others take no notice.
  private static let begin = Array("\u{1B}[?2026h".utf8)
  private static let end = Array("\u{1B}[?2026l".utf8)
  /// The bytes that a terminal takes in one go anyhow.
  private static let atOnce = 1024

  private mutating func clear() {
    // Others may have written: nothing is certain any more.
    pen.reset(into: &bytes)
    bytes += description.bytes("clear")
    place = Point(0, 0)
  }

  /// Where to begin to write what changes from a column on: a mark that stood there, or will, may
  /// hang on the glyph before it, which is then written as well.
  ///
  /// - Parameter former: The frame on the screen, of the same size; nil where all is written.
  private func firstColumn(
    _ column: Int, row: Int, of frame: Frame, after former: Frame?
  ) -> Int {
    let start = row * frame.size.columns
    func isMark(at column: Int, of frame: Frame) -> Bool {
      frame.glyph(of: frame.cells[start + column]).isSpacingMark
    }
    var first = column
    while first > 0,
      isMark(at: first, of: frame) || former.map({ isMark(at: first, of: $0) }) ?? false
        || frame.cells[start + first].isContinuation
    {
      first -= 1
    }
    return first
  }

  /// Writes cells side by side, and says where what was written ends.
  private mutating func put(
    _ columns: Range<Int>, row: Int, of frame: Frame, on screen: Size
  ) -> Int {
    let first = row * frame.size.columns
    let width = min(screen.columns, frame.size.columns)
    var column = columns.lowerBound
    var end = min(columns.upperBound, width)
    while column < end {
      let cell = frame.cells[first + column]
      move(to: Point(column, row))
      put(cell, of: frame, at: Point(column, row), on: screen)
      column += max(1, Int(cell.columns))
      guard cell.columns == 2 || cell.hasMarks else { continue }
      let next = column < width ? frame.cells[first + column] : nil
      if cell.hasMarks {
        // A terminal that knows no marks draws them in the column behind, over what stands there.
        if next != nil { end = max(end, column + 1) }
        place = nil
      } else if next?.columns == 2 {
        // Should the terminal take other columns for one wide glyph, then for the next as well.
        end = max(end, column + 1)
      } else {
        place = nil
      }
    }
    return column
  }

  /// Writes one cell where the cursor stands; the sign for what cannot be shown where the system
  /// counts other columns than the frame has.
  private mutating func put(_ cell: Cell, of frame: Frame, at point: Point, on screen: Size) {
    let end = point.column + Int(cell.columns)
    if end == screen.columns, point.row == screen.rows - 1, !takesLastCell { return }
    pen.take(cell, into: &bytes)
    let glyph = frame.glyph(of: cell)
    if glyph.isSpacingMark {
      // Emptied first: a terminal that draws the mark over the glyph before shows nothing here.
      bytes.append(0x20)
      place = nil
      move(to: point)
    }
    if end > screen.columns {
      bytes.append(0x20)
    } else if glyph.base < 0x7F || systemWidth(glyph.base) == glyph.columns {
      append(glyph.base)
      for mark in 0..<4 where glyph.marks[mark] != 0 { append(glyph.marks[mark]) }
    } else {
      append(0xFFFD)
      if glyph.columns == 2 { bytes.append(0x20) }
    }
    // Behind the last column terminals differ, some have begun a new line; and behind such a mark.
    place = end < screen.columns && !glyph.isSpacingMark ? Point(end, point.row) : nil
  }

  private mutating func append(_ scalar: UInt32) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    } else if let scalar = Unicode.Scalar(scalar) {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private mutating func move(to point: Point) {
    guard place != point else { return }
    bytes += description.bytes("cup", Int32(point.row), Int32(point.column))
    place = point
  }

  private mutating func showCursor(_ shows: Bool) {
    guard shows != showsCursor else { return }
    showsCursor = shows
    bytes += shows ? description.showingCursor : description.bytes("civis")
  }
}
