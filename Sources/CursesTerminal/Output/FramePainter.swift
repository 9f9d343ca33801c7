internal import CNCurses
internal import TerminalCanvas

/// Puts frames on the screen through ncurses.
///
/// What changed is found by comparing frames, which takes microseconds, so ncurses is handed only
/// cells that differ; it then finds the shortest way to write them. One `doupdate` a round, and
/// one round a frame but for `FramePieces`' delicate glyphs.
@MainActor
struct FramePainter {
  private var pairs: ColorPairs
  private var shown: Frame?
  private var cells: [cchar_t] = []
  private var isForgotten = false
  /// The cell whose colours and attributes were handed over last.
  private var brush: Cell?
  /// ncurses's attributes for each set of ours, by its bits.
  private let attributes: [attr_t]
  private let write: (String) -> Void

  /// - Parameters:
  ///   - pairs: The colours, none given out yet.
  ///   - canStrikeThrough: Whether blink is strike-through; see `TerminalDescription.plain`.
  ///   - write: Writes straight to the terminal, past ncurses.
  init(pairs: ColorPairs, canStrikeThrough: Bool, write: @escaping (String) -> Void) {
    self.pairs = pairs
    self.write = write
    let each: [(Attributes, attr_t)] = [
      (.bold, curses_bold()), (.dim, curses_dim()), (.italic, curses_italic()),
      (.underline, curses_underline()), (.reverse, curses_reverse()),
      (.strikethrough, canStrikeThrough ? curses_blink() : 0),
    ]
    attributes = (0..<64).map { bits in
      each.reduce(0) { sum, one in
        Attributes(rawValue: UInt16(bits)).contains(one.0) ? sum | one.1 : sum
      }
    }
  }

  /// Writes everything at the next frame, whatever is believed to be on the screen.
  mutating func invalidate() {
    isForgotten = true
  }

  /// Shows a frame on a screen of a size, and the cursor if it has a place inside.
  mutating func show(_ frame: Frame, cursor: Point?, on screen: Size) {
    paint(frame, cursor: cursor, on: screen)
    if pairs.isExhausted {
      // Pairs of earlier frames go; this frame's own are given out again.
      pairs.removeAll()
      invalidate()
      paint(frame, cursor: cursor, on: screen)
    }
  }

  private mutating func paint(_ frame: Frame, cursor: Point?, on screen: Size) {
    let isWhole = isForgotten || shown?.size != frame.size
    if isWhole {
      curses_erase()
      curses_forget_screen()
    }
    let pieces = FramePieces(
      frame.changes(since: isWhole ? nil : shown), of: frame, within: screen)
    // Terminals that know of it then show all rounds at once; others take no notice.
    let isSynchronized = isWhole || pieces.rounds.count > 1
    if isSynchronized { write("\u{1B}[?2026h") }
    for (index, round) in pieces.rounds.enumerated() {
      for piece in round { put(piece, of: frame, on: screen) }
      if index < pieces.rounds.count - 1 {
        curses_place_cursor(0, 0)
        curses_update()
      }
    }
    curses_place_cursor(Int32(cursor?.row ?? 0), Int32(cursor?.column ?? 0))
    curses_update()
    if isSynchronized { write("\u{1B}[?2026l") }
    shown = frame
    isForgotten = false
  }

  private mutating func put(_ piece: FramePieces.Piece, of frame: Frame, on screen: Size) {
    cells.removeAll(keepingCapacity: true)
    let row = piece.row * frame.size.columns
    for column in piece.columns {
      let cell = frame.cells[row + column]
      if cell.isContinuation { continue }
      append(cell, of: frame, fits: column + Int(cell.columns) <= screen.columns)
    }
    for column in piece.unchanged..<piece.columns.upperBound {
      curses_forget_cell(Int32(piece.row), Int32(column))
    }
    curses_put(Int32(piece.row), Int32(piece.columns.lowerBound), cells, Int32(cells.count))
  }

  /// Appends what shows a cell; where ncurses would draw it in other columns than the frame has,
  /// the sign for what cannot be shown in those.
  private mutating func append(_ cell: Cell, of frame: Frame, fits: Bool) {
    let look = look(of: cell)
    let (pair, isBold) = pairs.pair(look.foreground, on: look.background)
    var attributes = self.attributes[Int(look.attributes.rawValue) & (self.attributes.count - 1)]
    if isBold { attributes |= curses_bold() }
    let glyph = frame.glyph(of: cell)
    var one = cchar_t()
    if !fits {
      curses_cell(&one, 0x20, 0, 0, 0, 0, attributes, pair)
    } else if glyph.base < 0x7F || curses_scalar_width(glyph.base) == glyph.columns {
      let marks = glyph.marks
      curses_cell(&one, glyph.base, marks.x, marks.y, marks.z, marks.w, attributes, pair)
    } else {
      curses_cell(&one, 0xFFFD, 0, 0, 0, 0, attributes, pair)
      if glyph.columns == 2 {
        cells.append(one)
        curses_cell(&one, 0x20, 0, 0, 0, 0, attributes, pair)
      }
    }
    cells.append(one)
  }

  /// The cell with whose colours and attributes to draw a cell.
  ///
  /// Of a blank only the background is seen: where that is the one of the cell written before it,
  /// it takes all else from there too. Otherwise the terminal is told of other colours and back
  /// between any two words.
  private mutating func look(of cell: Cell) -> Cell {
    if cell.isBlank, let brush, brush.background == cell.background,
      brush.attributes.isDisjoint(with: Self.seenOnBlanks),
      cell.attributes.isDisjoint(with: Self.seenOnBlanks)
    {
      return brush
    }
    brush = cell
    return cell
  }

  private static let seenOnBlanks: Attributes = [.underline, .reverse, .strikethrough]
}
