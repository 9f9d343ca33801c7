public import TerminalCanvas

/// A table of text fitted to a width: aligned by columns of the terminal, harmless to print.
///
/// Rows are given twice, once to measure and once to print, so that no more than one of them
/// need be kept as text.
public struct TextTable: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// The heading.
    public var title: String
    /// Where its text stands.
    public var alignment: Alignment
    /// The most columns that it is given, however much room there is.
    public var most: Int
    /// The fewest columns that it is cut to; `.max` where it is never cut.
    public var least: Int
    /// Where there is no room, the column with the highest number is left out first; 0 never is.
    public var leavesAs: Int
    /// A column that nothing was measured for yet.
    public init(
      title: String, alignment: Alignment = .left, most: Int = 40, least: Int = 8,
      leavesAs: Int = 0
    ) {
      self.title = title
      self.alignment = alignment
      self.most = most
      self.least = least
      self.leavesAs = leavesAs
    }

    /// A column of figures: at the right edge, and never cut.
    public static func figures(_ title: String, leavesAs: Int = 0) -> Column {
      Column(title: title, alignment: .right, most: 24, least: .max, leavesAs: leavesAs)
    }

    /// The widest text that was measured.
    fileprivate(set) var width = 0
    /// By how much it was cut to fit.
    fileprivate(set) var cut = 0
    /// Whether it is left out.
    fileprivate(set) var isOut = false
    /// Whether no row has text in it.
    fileprivate(set) var isEmpty = true

    fileprivate var narrowest: Int { min(width, least) }
  }

  private var columns: [Column]
  private static let gap = "  "

  /// A table that has measured nothing but its headings.
  public init(_ columns: [Column]) {
    self.columns = columns
    for index in columns.indices {
      self.columns[index].width = DisplayWidth.of(columns[index].title)
    }
  }

  /// Takes the widths of a row into account.
  public mutating func measure(_ cells: [String]) {
    for (index, cell) in cells.enumerated() where !cell.isEmpty {
      columns[index].isEmpty = false
      let most = columns[index].most
      guard columns[index].width < most else { continue }
      columns[index].width = max(
        columns[index].width, min(most, DisplayWidth.of(cell, upTo: most)))
    }
  }

  /// Leaves columns out and cuts the others down, always the widest, until a row fits into a
  /// width or nothing can be done. What may be left out and is empty is left out in any case.
  public mutating func fit(into room: Int) {
    leaveOutEmpty { $0.leavesAs > 0 }
    while narrowest > room,
      let next = columns.indices.filter({ !columns[$0].isOut && columns[$0].leavesAs > 0 })
        .max(by: { columns[$0].leavesAs < columns[$1].leavesAs })
    {
      columns[next].isOut = true
    }
    while columns(\.width) > room {
      let cuttable = columns.indices.filter {
        !columns[$0].isOut && columns[$0].width > columns[$0].least
      }
      guard let widest = cuttable.max(by: { columns[$0].width < columns[$1].width }) else { return }
      columns[widest].width -= 1
      columns[widest].cut += 1
    }
  }

  /// Leaves out the columns in which no row has text.
  public mutating func leaveOutEmpty(where mayGo: (Column) -> Bool = { _ in true }) {
    for index in columns.indices where columns[index].isEmpty && mayGo(columns[index]) {
      columns[index].isOut = true
    }
  }

  /// By how much a column was cut to fit; 0 where it has all that it measured.
  func columnsCut(from column: Int) -> Int {
    columns.indices.contains(column) ? columns[column].cut : 0
  }

  /// The columns that a row takes at least.
  private var narrowest: Int { columns(\.narrowest) }

  private func columns(_ width: (Column) -> Int) -> Int {
    let shown = columns.filter { !$0.isOut }
    return shown.reduce(TextTable.gap.count * (shown.count - 1)) { $0 + width($1) }
  }

  /// The headings.
  public var header: String { line(columns.map(\.title)) }

  /// The cells of a row as wide as their columns, with where each begins; what is left out is not
  /// among them.
  public func places(_ cells: [String]) -> [(cell: Int, offset: Int, text: String)] {
    var offset = 0
    var places: [(Int, Int, String)] = []
    for (index, column) in columns.enumerated() where !column.isOut {
      let text = index < cells.count ? cells[index] : ""
      places.append(
        (index, offset, Sanitizer.fitted(text, columns: column.width, alignment: column.alignment)))
      offset += column.width + TextTable.gap.count
    }
    return places
  }

  /// A row, without blanks at its end.
  public func line(_ cells: [String]) -> String {
    var line = places(cells).map(\.text).joined(separator: TextTable.gap)
    while line.last == " " { line.removeLast() }
    return line
  }
}
