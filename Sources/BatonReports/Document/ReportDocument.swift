public import BatonModel
internal import TerminalCanvas

/// Pages that are handed on together: one report, or the minutes of a meeting.
///
/// It is written as text for a terminal, as Markdown, as one HTML page or as JSON, all from the
/// same pages.
public struct ReportDocument: Sendable {
  /// What it is.
  public var title: String
  /// What it looks at: the board, since when, who was there.
  public var subtitle: String?
  /// The pages, in order.
  public var pages: [ReportPage]
  /// The same for scripts.
  public var json: JSONObject

  /// A document of some pages.
  public init(title: String, subtitle: String? = nil, pages: [ReportPage], json: JSONObject) {
    self.title = title
    self.subtitle = subtitle
    self.pages = pages
    self.json = json
  }

  /// A document of one page, which is then its title.
  public init(_ page: ReportPage) {
    var rest = page
    rest.title = ""
    rest.subtitle = nil
    self.init(title: page.title, subtitle: page.subtitle, pages: [rest], json: page.json)
  }

  /// The document as plain text, harmless to print.
  ///
  /// - Parameter width: The columns that a line may take.
  public func text(width: Int) -> [String] {
    var lines = [Sanitizer.safeText(title).uppercased()]
    if let subtitle { lines += Sanitizer.wrapped(subtitle, columns: width) }
    for page in pages { lines += [""] + page.text(width: width) }
    return lines
  }
}

extension ReportPage.Table {
  /// The places of the columns that are worth showing where there is room for all: those that may
  /// be left out only where a row has something in them.
  var shownColumns: [Int] {
    columns.indices.filter { place in
      columns[place].leavesAs == 0
        || rows.contains { place < $0.cells.count && !$0.cells[place].text.isEmpty }
    }
  }
}

extension TextTable.Column {
  /// The heading where it need not be told from the rows by capitals: `Came in`.
  var heading: String { title.prefix(1) + title.dropFirst().lowercased() }
}
