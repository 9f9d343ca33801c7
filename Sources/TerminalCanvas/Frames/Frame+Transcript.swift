extension Frame {
  /// The frame as text that shows its styles too, for tests that compare with a recorded one.
  ///
  /// First the rows. Then, behind `styles:`, for each row a letter in each column, and what each
  /// letter means; the style of the upper left cell is a space, and rows that have only that are
  /// empty.
  public var transcript: String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    var marks: [Style: Character] = [:]
    var legend: [String] = []
    var rows: [String] = []
    if let first = cells.first?.style {
      marks[first] = " "
      legend.append("  = \(first)")
    }
    for row in 0..<size.rows {
      var text = ""
      for column in 0..<size.columns {
        let style = self[column, row].style
        if marks[style] == nil {
          let mark = marks.count <= letters.count ? letters[marks.count - 1] : "?"
          marks[style] = mark
          legend.append("\(mark) = \(style)")
        }
        text.append(marks[style] ?? "?")
      }
      rows.append(text.withoutTrailingSpaces)
    }
    return (lines + ["styles:"] + rows + legend).joined(separator: "\n") + "\n"
  }
}

extension String {
  /// The text up to its last character that is no space.
  var withoutTrailingSpaces: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
