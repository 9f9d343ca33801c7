import BatonModel
import BatonReports
import Testing

/// A report of every kind of block, as each format writes it.
@Suite struct DocumentTests {
  private static let page = ReportPage(
    title: "What changed", subtitle: "since Mon 16 Nov",
    blocks: [
      .figures([.init("12", "new"), .init("3", "lost", .warning)]),
      .table(
        ReportPage.Table(
          "By week",
          columns: [
            TextTable.Column(title: "WEEK OF"), .figures("CAME IN"),
            TextTable.Column(title: "", leavesAs: 1), TextTable.Column(title: "NEVER", leavesAs: 2),
          ],
          rows: [
            ReportPage.Row([
              ReportPage.Cell("2 Nov", .strong), ReportPage.Cell("1 200", .bad),
              ReportPage.Cell("███▏", .dim, picture: .bar(0.625, columns: 5)), "",
            ]),
            ReportPage.Row([
              "9 Nov", "–", ReportPage.Cell("▁█", picture: .course([0, 4])), "",
            ]),
          ])),
      .table(ReportPage.Table("Nobody", columns: [], rows: [], empty: "None.")),
      .note("A note."), .said("Three came from one form."),
    ], json: ["count": .whole(12)])

  @Test func drawsBarsToTheRoomThatIsLeft() {
    let columns = [
      TextTable.Column(title: "WHAT", least: .max),
      TextTable.Column(title: "", most: 16, least: 4),
    ]
    let whole = String(repeating: "█", count: 16)
    let table = ReportPage.Table(
      columns: columns,
      rows: [
        ReportPage.Row(["a", ReportPage.Cell(whole, picture: .bar(1, columns: 16))]),
        ReportPage.Row(["b", ReportPage.Cell("████████", picture: .bar(0.5, columns: 16))]),
      ])
    let page = ReportPage(title: "", blocks: [.table(table)], json: [:])
    #expect(page.text(width: 14) == ["WHAT", "a     ████████", "b     ████"])
    #expect(page.text(width: 22) == ["WHAT", "a     \(whole)", "b     ████████"])
  }

  @Test func writesMarkdown() {
    #expect(
      ReportDocument(title: "Minutes", subtitle: "Acme", pages: [Self.page], json: [:]).markdown()
        == """
        # Minutes

        Acme

        ## What changed

        since Mon 16 Nov

        **12** new · **3** lost

        ### By week

        | Week of | Came in |  |
        | :--- | ---: | :--- |
        | 2 Nov | 1 200 | ███▏ |
        | 9 Nov | – | ▁█ |

        ### Nobody

        None.

        A note.

        > Three came from one form.

        """)
  }

  @Test func writesHTML() throws {
    let html = ReportDocument(Self.page).html()
    let body = try #require(html.firstRange(of: "<body>").map { html[$0.lowerBound...] })
    #expect(
      html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"))
    #expect(
      body == """
        <body>
        <header><h1>What changed</h1><p class="about">since Mon 16 Nov</p></header>
        <main>
        <section id="page-1">
        <ul class="figures"><li><b class="strong">12</b> <span>new</span></li>\
        <li><b class="warning">3</b> <span>lost</span></li></ul>
        <h3>By week</h3><div class="table"><table><thead><tr><th scope="col">Week of</th>\
        <th scope="col" class="number">Came in</th><th scope="col" class="extra"></th></tr></thead>
        <tbody><tr><th scope="row" class="strong">2 Nov</th><td class="number bad">1 200</td>\
        <td class="extra dim"><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" \
        aria-hidden="true"><rect width="62.50" height="10"></rect></svg></td></tr>
        <tr><th scope="row">9 Nov</th><td class="number">–</td><td class="extra">\
        <svg class="course" viewBox="0 0 24 24" role="img" aria-label="0, 4">\
        <rect x="0" y="23" width="9" height="1" class="within"></rect>\
        <rect x="12" y="0" width="9" height="24" class="within"></rect></svg></td></tr>
        </tbody></table></div>
        <h3>Nobody</h3><p class="none">None.</p>
        <p class="note">A note.</p>
        <blockquote><p>Three came from one form.</p></blockquote>
        </section>
        </main>
        </body>
        </html>

        """)
  }

  @Test func drawsChartsWithinTheirFrame() throws {
    for kind in [ReportPage.Chart.Kind.histogram, .stacked] {
      for values in [[], [0], [0, 0, 0], [3, .infinity, .nan, 5], [1, 2, 4]] as [[Double]] {
        let chart = ReportPage.Chart(
          "Ages", kind, series: [("New", values), ("Won", values)], ends: ("0", "now"),
          mark: (2, "limit 2d"))
        let html = ReportDocument(
          ReportPage(title: "t", blocks: [.chart(chart)], json: [:])
        ).html()
        #expect(html.contains("<figcaption>Ages</figcaption>"))
        #expect(!html.contains("nan") && !html.contains("inf"))
      }
    }
  }

  @Test(arguments: [
    ("a | b", "a \\| b"), ("*b* _i_ `c`", "\\*b\\* \\_i\\_ \\`c\\`"),
    ("[x](http://e.vil)", "\\[x\\](http\\://e.vil)"), ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
    ("www.e.vil a@e.vil", "www\\.e.vil a\\@e.vil"), ("- no list", "\\- no list"),
    ("12. no list", "12\\. no list"), ("# no title", "\\# no title"), ("a\nb", "a⏎b"),
    ("\u{202E}evil\u{1B}[31m", "·evil␛\\[31m"), ("3.5d – 4", "3.5d – 4"),
  ])
  func escapesMarkdown(_ text: String, _ written: String) {
    let page = ReportPage(title: "t", blocks: [.note(text)], json: [:])
    let lines = ReportDocument(page).markdown().split(separator: "\n").map(String.init)
    #expect(lines.last == written)
  }
}
