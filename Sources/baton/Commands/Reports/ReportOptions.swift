import ArgumentParser
import BatonModel
import BatonReports
import BatonStore

/// What every report takes.
struct ReportOptions: ParsableArguments {
  /// As what a report is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, md, html, json
  }

  @OptionGroup var query: QueryArgument

  @Option(help: "As what it is written.")
  var format: Format?

  @Flag(help: "The same as --format json.")
  var json = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file, replaced as a whole; else standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Show aliases in the place of the buyers' names, for guests.")
  var masked = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !json || format == nil || format == .json else {
      throw ValidationError("--json and --format \(format?.rawValue ?? "") exclude each other.")
    }
  }

  /// Makes a report and writes it.
  func show(_ request: (Session) throws -> ReportRequest) throws {
    try showKnowing { session, _, _ in try request(session) }
  }

  /// Makes a report that depends on what the leads hold, and writes it.
  func showKnowing(
    _ request: (Session, [LeadSummary], Reckoning) throws -> ReportRequest
  ) throws {
    try write { session, leads, filter, reckoning in
      let view = MeetingView(masksNames: masked)
      let page = try request(session, leads, reckoning)
        .page(leads, matching: filter, in: view, reckoning)
      return ReportDocument(page)
    }
  }

  /// Makes a document of all leads of the board and writes it.
  func write(
    _ document: (Session, [LeadSummary], ReportFilter, Reckoning) throws -> ReportDocument
  ) throws {
    let filter = ReportFilter(query.text, try query.parsed())
    let session = try Session(common)
    let report = try session.folder.readTogether {
      let (leads, reckoning) = try session.leads(matching: Query())
      return try document(session, leads, filter, reckoning)
    }
    guard let file = self.output else {
      let output = Output()
      try write(report, width: session.around.columns ?? 100, to: output)
      try output.flush()
      return
    }
    try OutputFile.replace(Paths(around: session.around).absolute(file)) { output in
      try write(report, width: 100, to: output)
    }
  }

  private func write(_ document: ReportDocument, width: Int, to output: Output) throws {
    switch json ? .json : format ?? .text {
    case .text: for line in document.text(width: width) { try output.line(line) }
    case .md: try output.raw(Array(document.markdown().utf8))
    case .html: try output.raw(Array(document.html().utf8))
    case .json: try output.raw(JSONValue.object(document.json).encoded(.compact))
    }
  }
}
