extension ReportPage.Table {
  /// The way to what is never the headline: tests of chance, and how sure they are.
  static func deeper(_ what: String, inShell command: String, to page: ReportRequest) -> Self {
    ReportPage.Table(
      columns: [
        TextTable.Column(title: "DEEPER", most: 60, least: 20),
        TextTable.Column(title: "IN A SHELL", most: 60, least: 12, leavesAs: 1),
      ],
      rows: [
        ReportPage.Row([ReportPage.Cell(what), ReportPage.Cell(command, .dim)], to: .page(page))
      ])
  }
}
