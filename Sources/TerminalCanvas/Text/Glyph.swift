/// What one cell shows: a scalar that takes columns, and up to four marks drawn over it.
///
/// Only what every terminal draws alike becomes a glyph; see `GlyphReader` for what is replaced.
/// Four marks because that is what a curses cell holds.
public struct Glyph: Hashable, Sendable {
  /// The scalar's value.
  public let base: UInt32
  /// The marks' values in order; 0 where there are no more.
  public internal(set) var marks: SIMD4<UInt32> = .zero
  /// The columns the glyph takes: 1 or 2.
  public let columns: Int

  init(_ base: UInt32, columns: Int = 1) {
    self.base = base
    self.columns = columns
  }

  /// Whether marks are drawn over the base.
  public var hasMarks: Bool { marks.x != 0 }

  /// Whether it is a mark with a column of its own, as Indic vowel signs are: some terminals draw
  /// it over the glyph before it instead, in no column.
  public var isSpacingMark: Bool { base >= 0x300 && ScalarClass(of: base) == .spacingMark }

  /// The base and its marks, in the order they are written to a terminal; one to five.
  public var scalars: [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    if let scalar = Unicode.Scalar(base) { scalars.append(scalar) }
    for index in 0..<4 where marks[index] != 0 {
      if let mark = Unicode.Scalar(marks[index]) { scalars.append(mark) }
    }
    return scalars
  }

  /// Appends the glyph to a text.
  func append(to text: inout String) {
    if !hasMarks {
      if let scalar = Unicode.Scalar(base) { text.unicodeScalars.append(scalar) }
    } else {
      text.unicodeScalars.append(contentsOf: scalars)
    }
  }
}
