internal import TerminalCanvas

extension ReportDocument {
  /// The document as one HTML page that asks for nothing else: style and pictures are in it, there
  /// is no script, and text from files can be nothing but text.
  public func html() -> String {
    var page = Markup()
    page.literal("<!DOCTYPE html>\n")
    page.element("html", ["lang": "en"]) { page in
      page.newLine()
      page.element("head") { addHead(to: &$0) }
      page.newLine()
      page.element("body") { page in
        page.newLine()
        page.element("header") { page in
          page.element("h1", text: title)
          if let subtitle { page.element("p", ["class": "about"], text: subtitle) }
        }
        page.newLine()
        if pages.count > 1 { addContents(to: &page) }
        page.element("main") { page in
          page.newLine()
          for (number, part) in pages.enumerated() { part.add(to: &page, number: number) }
        }
        page.newLine()
      }
      page.newLine()
    }
    page.newLine()
    return page.html
  }

  private func addHead(to page: inout Markup) {
    page.newLine()
    page.open("meta", ["charset": "utf-8"])
    page.newLine()
    page.open("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    page.newLine()
    page.open("meta", ["name": "color-scheme", "content": "light dark"])
    page.newLine()
    page.open("meta", ["name": "referrer", "content": "no-referrer"])
    page.newLine()
    page.open(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'",
      ])
    page.newLine()
    page.element("title", text: title)
    page.newLine()
    page.element("style") { $0.literal(DocumentStyle.css) }
    page.newLine()
  }

  private func addContents(to page: inout Markup) {
    page.element("nav", ["aria-label": "Contents"]) { page in
      page.element("ol") { page in
        for (number, part) in pages.enumerated() {
          page.element("li") { page in
            page.element("a", ["href": "#\(ReportPage.anchor(number))"], text: part.title)
          }
        }
      }
    }
    page.newLine()
  }
}

extension ReportPage {
  fileprivate static func anchor(_ number: Int) -> String { "page-\(number + 1)" }

  fileprivate func add(to page: inout Markup, number: Int) {
    page.element("section", ["id": ReportPage.anchor(number)]) { page in
      page.newLine()
      if !title.isEmpty { page.element("h2", text: title) }
      if let subtitle { page.element("p", ["class": "about"], text: subtitle) }
      for block in blocks {
        block.add(to: &page)
        page.newLine()
      }
    }
    page.newLine()
  }
}

extension ReportPage.Block {
  fileprivate func add(to page: inout Markup) {
    switch self {
    case .figures(let figures):
      page.element("ul", ["class": "figures"]) { page in
        for figure in figures {
          page.element("li") { page in
            page.element("b", ["class": figure.tone.className], text: figure.value)
            page.text(" ")
            page.element("span", text: figure.label)
          }
        }
      }
    case .table(let table): table.add(to: &page)
    case .note(let text): page.element("p", ["class": "note"], text: text)
    case .said(let text): page.element("blockquote") { $0.element("p", text: text) }
    case .chart(let chart): chart.add(to: &page)
    }
  }
}

extension ReportPage.Table {
  fileprivate func add(to page: inout Markup) {
    if let title { page.element("h3", text: title) }
    guard !rows.isEmpty else {
      page.element("p", ["class": "none"], text: empty)
      return
    }
    let places = shownColumns
    page.element("div", ["class": "table"]) { page in
      page.element("table") { page in
        page.element("thead") { page in
          page.element("tr") { page in
            for place in places {
              let attributes = attributes(of: place)
              page.element(
                "th", ["scope": "col", "class": attributes], text: columns[place].heading)
            }
          }
        }
        page.newLine()
        page.element("tbody") { page in
          for row in rows {
            page.element("tr") { page in
              for place in places where place < row.cells.count {
                add(row.cells[place], at: place, to: &page)
              }
              // A row of sums may be shorter than the table.
              for place in places where place >= row.cells.count {
                page.element("td", ["class": attributes(of: place)])
              }
            }
            page.newLine()
          }
        }
      }
    }
  }

  private func add(_ cell: ReportPage.Cell, at place: Int, to page: inout Markup) {
    let classes = [attributes(of: place), cell.tone.className].filter { !$0.isEmpty }
    let attributes = classes.joined(separator: " ")
    if place == 0 {
      page.element("th", ["scope": "row", "class": attributes], text: cell.text)
    } else if let picture = cell.picture {
      page.element("td", ["class": attributes]) { picture.add(to: &$0) }
    } else {
      page.element("td", ["class": attributes], text: cell.text)
    }
  }

  /// How a column is set: figures to the right, and what a phone has no room for marked as such.
  private func attributes(of place: Int) -> String {
    [
      columns[place].alignment == .right ? "number" : "",
      columns[place].leavesAs > 0 ? "extra" : "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension ReportPage.Tone {
  fileprivate var className: String {
    switch self {
    case .plain: ""
    case .dim: "dim"
    case .strong: "strong"
    case .good: "good"
    case .warning: "warning"
    case .bad: "bad"
    }
  }
}
