/// The lines that boxes and rules are drawn with.
public enum Stroke: Hashable, Sendable {
  /// Thin lines with sharp corners.
  case plain
  /// Thin lines with round corners.
  case rounded
  /// Heavy lines: what is selected is told apart without colour.
  case heavy
  /// Two thin lines.
  case double
  /// Thin broken lines with round corners.
  case dashed

  /// Horizontal, vertical, then the corners from the upper left one clockwise.
  var scalars: [Character] {
    switch self {
    case .plain: Array("─│┌┐┘└")
    case .rounded: Array("─│╭╮╯╰")
    case .heavy: Array("━┃┏┓┛┗")
    case .double: Array("═║╔╗╝╚")
    case .dashed: Array("╌╎╭╮╯╰")
    }
  }
}

extension Canvas {
  /// Fills a rectangle with a glyph, a space if none is given.
  ///
  /// - Parameters:
  ///   - rect: What to fill; nil stands for the whole region.
  ///   - character: One column wide; of another one nothing but its first glyph is taken.
  ///   - style: Colours that it leaves open stay as they are there.
  public mutating func fill(
    _ rect: Rect? = nil, with character: Character = " ", style: Style
  ) {
    let area = onFrame(rect ?? bounds)
    let content = content(of: character)
    for row in area.top..<max(area.top, area.bottom) {
      for column in area.left..<area.right {
        frame.place(
          content, width: 1, at: column, row: row, within: area.left..<area.right, style: style)
      }
    }
  }

  /// Lays a style over a rectangle and keeps what is written there.
  public mutating func restyle(_ rect: Rect? = nil, _ style: Style) {
    let area = onFrame(rect ?? bounds)
    for row in area.top..<area.bottom {
      frame.patch(row: row, columns: area.left..<area.right, with: style)
    }
  }

  /// Draws a horizontal line to the right of a place.
  public mutating func hline(
    at point: Point, length: Int, stroke: Stroke = .plain, style: Style
  ) {
    fill(
      Rect(origin: point, size: Size(length, 1)), with: stroke.scalars[0], style: style)
  }

  /// Draws a vertical line down from a place.
  public mutating func vline(
    at point: Point, length: Int, stroke: Stroke = .plain, style: Style
  ) {
    fill(
      Rect(origin: point, size: Size(1, length)), with: stroke.scalars[1], style: style)
  }

  /// Draws a box along the inner edge of a rectangle; what is inside stays.
  ///
  /// - Returns: The rectangle inside the box.
  @discardableResult
  public mutating func box(_ rect: Rect, stroke: Stroke = .rounded, style: Style) -> Rect {
    guard !rect.isEmpty else { return rect }
    let scalars = stroke.scalars
    let last = Point(rect.right - 1, rect.bottom - 1)
    hline(at: rect.origin, length: rect.columns, stroke: stroke, style: style)
    hline(at: Point(rect.left, last.row), length: rect.columns, stroke: stroke, style: style)
    vline(at: rect.origin, length: rect.rows, stroke: stroke, style: style)
    vline(at: Point(last.column, rect.top), length: rect.rows, stroke: stroke, style: style)
    let corners = [
      rect.origin, Point(last.column, rect.top), last, Point(rect.left, last.row),
    ]
    for (corner, character) in zip(corners, scalars[2...]) {
      fill(Rect(origin: corner, size: Size(1, 1)), with: character, style: style)
    }
    return rect.inset(columns: 1, rows: 1)
  }

  /// What a cell holds to stand for the first glyph of a character.
  private mutating func content(of character: Character) -> UInt32 {
    var text = String(character)
    let glyph = text.withUTF8 { bytes in
      var reader = GlyphReader(bytes)
      return reader.next()
    }
    guard let glyph, glyph.columns == 1 else { return Scalars.space }
    return frame.content(for: glyph)
  }
}
