import BatonReports
import TerminalCanvas

/// A report's page in lines, and in which of them the rows stand that lead somewhere.
struct ReportLines {
  private(set) var lines: [StyledText] = []
  /// The line of each row that leads somewhere, in the order of `ReportPage.targets`.
  private(set) var rows: [Int] = []

  private let width: Int
  private let look: Look
  private let selected: Int?
  private let size: Size

  /// How large a page is written.
  struct Size: Hashable {
    /// The most rows that figures may be high; 0 writes them small.
    var figureRows = 0
    /// Whether the title is several rows high, where it has such a form.
    var hasLargeTitle = false
    /// Whether there are empty lines between the rows of tables.
    var isSpaced = false

    /// From the largest on what a page can be written in, up to a height of figures.
    static func sizes(upTo figureRows: Int, hasLargeTitle: Bool) -> [Size] {
      [10, 5, 3].filter { $0 <= figureRows }.flatMap { rows in
        [true, false].map { isSpaced in
          Size(figureRows: rows, hasLargeTitle: hasLargeTitle && rows > 3, isSpaced: isSpaced)
        }
      }
    }
  }

  /// - Parameter trail: The columns that are taken before the title by where one came from.
  init(
    _ page: ReportPage, width: Int, trail: Int = 0, selected: Int?, size: Size = Size(),
    _ look: Look
  ) {
    self.width = width
    self.look = look
    self.selected = selected
    self.size = size
    addTitle(page.title)
    if let subtitle = page.subtitle { add(subtitle: subtitle, room: width - trail) }
    for block in page.blocks {
      lines.append(StyledText())
      switch block {
      case .figures(let figures):
        if let large = large(figures) {
          lines += large
        } else {
          add(figures)
        }
      case .table(let table): add(table)
      case .chart(let chart): add(chart)
      case .note(let text):
        lines += StyledText(text, look[.textDim]).wrapped(to: min(width, 100))
      case .said(let text):
        lines += StyledText("Said: \(text)", look[.text]).wrapped(to: min(width, 100))
      }
    }
  }

  private mutating func addTitle(_ title: String) {
    let large = size.hasLargeTitle ? BigText.rows(title.uppercased(), .half) : nil
    if let large, DisplayWidth.of(large[0]) <= width {
      lines += large.map { StyledText($0, look[.columnTitleSelected]) }
    } else {
      lines.append(
        StyledText(title, look[size.hasLargeTitle ? .columnTitleSelected : .cardTitle]))
    }
  }

  /// Adds what is looked at: behind a title of one line where there is room, else below it.
  private mutating func add(subtitle: String, room: Int) {
    let text = StyledText(subtitle, look[.textDim])
    let used = lines.count == 1 ? lines[0].width(upTo: room) : room
    // So much is left for how much lies out of view.
    if used + 2 + DisplayWidth.of(subtitle, upTo: room) + 6 <= room {
      lines[0] = lines[0] + StyledText("  ") + text
    } else {
      lines += text.wrapped(to: width, maxLines: 2)
    }
  }

  // MARK: - Blocks

  /// Figures side by side: each with what it is below it, as many in a row as there is room; those
  /// of another row stand below the first, with air between.
  private mutating func add(_ figures: [ReportPage.Figure]) {
    let columns = FigureColumns(figures, width: width)
    for start in stride(from: 0, to: figures.count, by: max(1, columns.widths.count)) {
      var values = StyledText()
      var labels = StyledText()
      for (column, figure) in figures[start...].prefix(columns.widths.count).enumerated() {
        let wide = columns.widths[column]
        values.append(
          Sanitizer.fitted(figure.value, columns: wide), style(figure.tone).adding(.bold))
        labels.append(Sanitizer.fitted(figure.label, columns: wide), look[.textDim])
      }
      if start > 0 { lines.append(StyledText()) }
      lines += [values, labels]
    }
  }

  /// Figures side by side, as high as there is room for; nil where they are to be written small.
  private func large(_ figures: [ReportPage.Figure]) -> [StyledText]? {
    for scale in BigText.Scale.allCases.reversed() where scale.rows <= size.figureRows {
      // Labels go on in a second line rather than that figures become smaller.
      for labelRows in 1...2 {
        if let rows = large(figures, scale, labelRows: labelRows) { return rows }
      }
    }
    return nil
  }

  private func large(
    _ figures: [ReportPage.Figure], _ scale: BigText.Scale, labelRows: Int
  ) -> [StyledText]? {
    let blocks = figures.map { LargeFigure($0, scale, labelRows: labelRows) }
    // Wider than between digits, or two figures look like one.
    let gap = max(6, scale.rows * 3 / 2)
    guard blocks.reduce(0, { $0 + $1.columns }) + gap * (blocks.count - 1) <= width else {
      return nil
    }
    var rows = [StyledText](repeating: StyledText(), count: scale.rows + labelRows)
    for (place, block) in blocks.enumerated() {
      // Behind the last there is nothing to keep apart, and perhaps no room.
      let columns = block.columns + (place == blocks.count - 1 ? 0 : gap)
      let tone = style(figures[place].tone).adding(.bold)
      for (row, text) in block.rows.enumerated() {
        rows[row].append(
          Sanitizer.fitted(text, columns: columns), row < scale.rows ? tone : look[.text])
      }
    }
    return rows
  }

  private mutating func add(_ table: ReportPage.Table) {
    if let title = table.title { lines.append(StyledText(title, look[.heading])) }
    guard !table.rows.isEmpty else {
      lines.append(StyledText("  " + table.empty, look[.textFaint]))
      return
    }
    let fitted = table.fitted(to: width - 2)
    lines.append(StyledText("  " + fitted.header, look[.textDim]))
    for (place, row) in table.rows.enumerated() {
      if size.isSpaced, place > 0 { lines.append(StyledText()) }
      let isSelected = row.target != nil && rows.count == selected
      if row.target != nil { rows.append(lines.count) }
      lines.append(
        line(row, table.texts(of: row, in: fitted), fitted, isSelected: isSelected))
    }
  }

  private func line(
    _ row: ReportPage.Row, _ texts: [String], _ table: TextTable, isSelected: Bool
  ) -> StyledText {
    let base = isSelected ? look[.cardSelected] : look[.text]
    var text = StyledText(
      isSelected ? "▸ " : "  ", isSelected ? base.patched(by: look[.columnTitleSelected]) : base)
    var used = 0
    for (cell, offset, words) in table.places(texts) {
      text.append(String(repeating: " ", count: max(0, offset - used)), base)
      let tone = row.cells.indices.contains(cell) ? row.cells[cell].tone : .plain
      let part = row.cells.indices.contains(cell) ? row.cells[cell].textBeyond : nil
      let within = part ?? words.count
      text.append(String(words.prefix(within)), style(tone, base, isSelected))
      text.append(String(words.dropFirst(within)), style(.bad, base, isSelected))
      used = offset + DisplayWidth.of(words)
    }
    if isSelected {
      text.append(String(repeating: " ", count: max(0, width - 2 - used)), base)
    }
    return text
  }

  private func style(_ tone: ReportPage.Tone, _ base: Style, _ isSelected: Bool) -> Style {
    isSelected ? base.patched(by: Style(style(tone).foreground)) : style(tone)
  }

  private mutating func add(_ chart: ReportPage.Chart) {
    lines += StyledText(chart.title, look[.heading]).wrapped(to: width)
    lines.append(StyledText())
    let beyond = chart.columnBeyond(in: width - 2)
    lines += chart.picture(width: width - 2, rows: 6).map { row in
      let marked = beyond ?? row.count
      return StyledText("  ") + StyledText(String(row.prefix(marked)), look[.columnTitleSelected])
        + StyledText(String(row.dropFirst(marked)), look[.bad])
    }
    lines += chart.foot(width: width - 2).map { StyledText("  " + $0, look[.textDim]) }
    if chart.series.count > 1 {
      let names = "From below: " + chart.series.map(\.name).joined(separator: ", ")
      lines += StyledText("  " + names, look[.textDim]).wrapped(to: width)
    }
  }

  private func style(_ tone: ReportPage.Tone) -> Style {
    switch tone {
    case .plain: look[.text]
    case .dim: look[.textDim]
    case .strong: look[.textStrong]
    case .good: look[.good]
    case .warning: look[.warn]
    case .bad: look[.bad]
    }
  }
}
