/// One cell of a frame: what stands there and how it is drawn.
///
/// Sixteen bytes without padding, so that a frame of ten thousand is built and compared in
/// microseconds. A glyph of more than one scalar stands in its frame's table; ask the frame.
public struct Cell: Sendable {
  /// A scalar's value, or `Cell.inTable` and an index into the frame's table of glyphs.
  let content: UInt32
  /// The letter's colour.
  public internal(set) var foreground: Color
  /// The colour behind the letter.
  public internal(set) var background: Color
  /// How the letter is drawn.
  public internal(set) var attributes: Attributes
  /// The columns that the glyph takes: 1, 2, or 0 for the right half of a wide one.
  public let columns: UInt8
  private let unused: UInt8 = 0

  /// The bit that marks an index into the frame's table; no scalar has it.
  static let inTable: UInt32 = 1 << 31

  init(
    content: UInt32, columns: UInt8, foreground: Color, background: Color, attributes: Attributes
  ) {
    self.content = content
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
    self.columns = columns
  }

  /// A space in the given style; colours left open are the terminal's own.
  public static func blank(_ style: Style = .plain) -> Self {
    Self(
      content: 0x20, columns: 1, foreground: style.foreground ?? .terminalDefault,
      background: style.background ?? .terminalDefault, attributes: style.attributes)
  }

  /// Whether the cell is the right half of the wide glyph to its left.
  public var isContinuation: Bool { columns == 0 }

  /// Whether nothing stands in the cell.
  public var isBlank: Bool { content == 0x20 }

  /// The cell's colours and attributes.
  public var style: Style { Style(foreground, on: background, attributes) }

  /// Whether marks are drawn over the glyph's base.
  public var hasMarks: Bool { isInTable }

  /// Whether the glyph stands in the frame's table.
  var isInTable: Bool { content & Self.inTable != 0 }

  /// Whether all bits are the same; glyphs of one frame's table only.
  func isIdentical(to other: Self) -> Bool {
    content == other.content && foreground.bits == other.foreground.bits
      && background.bits == other.background.bits && attributes == other.attributes
      && columns == other.columns
  }

  /// The same look around another glyph.
  func replacing(content: UInt32, columns: UInt8) -> Self {
    Self(
      content: content, columns: columns, foreground: foreground, background: background,
      attributes: attributes)
  }

  /// The same cell with a style laid over it.
  func patched(by style: Style) -> Self {
    var cell = self
    if let foreground = style.foreground { cell.foreground = foreground }
    if let background = style.background { cell.background = background }
    cell.attributes.formUnion(style.attributes)
    return cell
  }
}
