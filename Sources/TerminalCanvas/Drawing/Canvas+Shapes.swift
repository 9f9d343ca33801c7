extension Canvas {
  /// Fills a rectangle with a glyph, a space if none is given.
  ///
  /// - Parameters:
  ///   - rect: What to fill; nil stands for the whole region.
  ///   - character: One column wide; for a wider one a space is taken.
  ///   - style: Colours that it leaves open stay as they are there.
  public mutating func fill(
    _ rect: Rect? = nil, with character: Character = " ", style: Style
  ) {
    fill(rect ?? bounds, content: content(of: character), brush: Brush(style))
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
    let rect = Rect(origin: point, size: Size(length, 1))
    fill(rect, content: stroke.horizontal, brush: Brush(style))
  }

  /// Draws a vertical line down from a place.
  public mutating func vline(
    at point: Point, length: Int, stroke: Stroke = .plain, style: Style
  ) {
    let rect = Rect(origin: point, size: Size(1, length))
    fill(rect, content: stroke.vertical, brush: Brush(style))
  }

  /// Draws a box along the inner edge of a rectangle; what is inside stays.
  ///
  /// - Returns: The rectangle inside the box.
  @discardableResult
  public mutating func box(_ rect: Rect, stroke: Stroke = .rounded, style: Style) -> Rect {
    guard !rect.isEmpty else { return rect }
    let (right, bottom) = (rect.right - 1, rect.bottom - 1)
    for row in [rect.top, bottom] {
      hline(at: Point(rect.left, row), length: rect.columns, stroke: stroke, style: style)
    }
    for column in [rect.left, right] {
      vline(at: Point(column, rect.top), length: rect.rows, stroke: stroke, style: style)
    }
    let corners = stroke.corners
    let brush = Brush(style)
    fill(Rect(rect.left, rect.top, 1, 1), content: corners.upperLeft, brush: brush)
    fill(Rect(right, rect.top, 1, 1), content: corners.upperRight, brush: brush)
    fill(Rect(right, bottom, 1, 1), content: corners.lowerRight, brush: brush)
    fill(Rect(rect.left, bottom, 1, 1), content: corners.lowerLeft, brush: brush)
    return rect.inset(columns: 1, rows: 1)
  }

  private mutating func fill(_ rect: Rect, content: UInt32, brush: Brush) {
    let area = onFrame(rect)
    for row in area.top..<area.bottom {
      frame.fill(area.left..<area.right, row: row, content: content, brush: brush)
    }
  }

  /// What a cell holds to stand for the first glyph of a character.
  private mutating func content(of character: Character) -> UInt32 {
    if character == " " { return Scalars.space }
    var text = String(character)
    let glyph = text.withUTF8 { bytes in
      var reader = GlyphReader(bytes)
      return reader.next()
    }
    guard let glyph, glyph.columns == 1 else { return Scalars.space }
    return frame.content(for: glyph)
  }
}
