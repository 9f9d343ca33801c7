internal import TerminalCanvas

extension ReportDocument {
  /// The document as Markdown (CommonMark with GitHub's tables), harmless wherever it is shown:
  /// text from files is escaped, so that it makes no markup, no link and no HTML.
  public func markdown() -> String {
    var parts = ["# \(Markdown.text(title))"]
    if let subtitle { parts.append(Markdown.text(subtitle)) }
    for page in pages { parts += page.markdown() }
    return parts.joined(separator: "\n\n") + "\n"
  }
}

extension ReportPage {
  fileprivate func markdown() -> [String] {
    var parts: [String] = []
    if !title.isEmpty { parts.append("## \(Markdown.text(title))") }
    if let subtitle { parts.append(Markdown.text(subtitle)) }
    return parts + blocks.map { $0.markdown() }
  }
}

extension ReportPage.Block {
  fileprivate func markdown() -> String {
    switch self {
    case .figures(let figures):
      figures.map { "**\(Markdown.text($0.value))** \(Markdown.text($0.label))" }
        .joined(separator: " · ")
    case .table(let table): table.markdown()
    case .note(let text): Markdown.text(text)
    case .said(let text): "> \(Markdown.text(text))"
    case .chart(let chart): chart.markdown()
    }
  }
}

extension ReportPage.Table {
  fileprivate func markdown() -> String {
    let head = title.map { "### \(Markdown.text($0))\n\n" } ?? ""
    guard !rows.isEmpty else { return head + Markdown.text(empty) }
    let places = shownColumns
    let lines = [
      places.map { Markdown.text(columns[$0].heading) },
      places.map { columns[$0].alignment == .right ? "---:" : ":---" },
    ]
    let body = rows.map { row in
      places.map { $0 < row.cells.count ? Markdown.text(row.cells[$0].text) : "" }
    }
    return head
      + (lines + body).map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }
}

extension ReportPage.Chart {
  fileprivate func markdown() -> String {
    let picture = (picture(width: 72, rows: 6) + foot(width: 72)).joined(separator: "\n")
    var parts = ["**\(Markdown.text(title))**", "```text\n\(picture)\n```"]
    if series.count > 1 {
      parts.append(Markdown.text("From below: \(series.map(\.name).joined(separator: ", "))."))
    }
    return parts.joined(separator: "\n\n")
  }
}

/// Text made harmless in Markdown.
enum Markdown {
  /// What means something to Markdown wherever it stands.
  private static let marks = Set("\\`*_[]|~#@")

  /// A text in one line that shows as it is written: no markup, no HTML, no link, not even those
  /// that GitHub makes of bare addresses.
  static func text(_ text: String) -> String {
    let safe = Array(Sanitizer.safeText(text))
    var escaped = ""
    for (place, character) in safe.enumerated() {
      switch character {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      default:
        let isMark =
          marks.contains(character) || makesLink(character, after: escaped)
          || startsBlock(safe, at: place)
        if isMark { escaped.append("\\") }
        escaped.append(character)
      }
    }
    return escaped
  }

  /// Whether the character goes on with what GitHub would take for an address.
  private static func makesLink(_ character: Character, after text: String) -> Bool {
    switch character {
    case ":":
      ["http", "https", "ftp", "mailto", "xmpp"].contains { text.lowercased().hasSuffix($0) }
    case ".": text.lowercased().hasSuffix("www")
    default: false
    }
  }

  /// Whether the character would make the text a list, a ruler or the line below a title.
  private static func startsBlock(_ text: [Character], at place: Int) -> Bool {
    switch text[place] {
    case "-", "+", "=": place == 0
    case ".", ")":
      place > 0 && text[..<place].allSatisfy { $0.isASCII && $0.isNumber }
        && (place + 1 == text.count || text[place + 1] == " ")
    default: false
    }
  }
}
