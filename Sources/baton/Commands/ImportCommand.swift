import ArgumentParser
import BatonModel
import BatonStore
import Foundation

/// `baton import`: takes in what another tool exported.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in leads from CSV or JSON files.",
    usage: "baton import <file> ... [--preset <name>] [--map <file>] [--dry-run] [<options>]",
    discussion: """
      What the columns mean is found out from their headers: exports of HubSpot,
      Salesforce, Pipedrive and Meta are known, and --preset names one. Look at it
      with --dry-run, which shows where every column goes, before and after, and
      writes nothing. To change it, keep it with --save-map, edit that file and give
      it back with --map.

      Importing a file again adds nothing. Blank cells never overwrite, consent only
      ever narrows, columns that Baton has no field for are kept on the lead. Rows
      are recognised by id or e-mail, never by a name alone. Ids are filed under the
      name of the tool, else of the file, as the first line says; a file of another
      name whose ids mean the same people is of the same tool. A row that is refused
      goes to a file beside it, as leads.rejects.csv, with its line and the reason;
      mend it there and import that. Dates that mean two things are refused until
      --date-order tells.

      With --json it prints one object a file, with read, created, updated,
      unchanged and refused.

      Examples:
        baton import contacts.csv --dry-run
        baton import contacts.csv
        baton import leads.csv --save-map leads-map.json --dry-run
        baton import leads.csv --map leads-map.json --match "Lead Number"
        curl -s https://forms.example/leads.json | baton import -
      """)

  @Argument(
    help: "CSV or JSON files; - for standard input.",
    completion: .file(extensions: ["csv", "tsv", "txt", "json", "jsonl"]))
  var files: [String]

  @Option(
    help: ArgumentHelp("The kind of export; else found out.", valueName: "name"),
    completion: .list(ImportPreset.all.map(\.name)))
  var preset: String?

  @Option(
    help: ArgumentHelp("A mapping of columns, as --save-map keeps it.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var map: String?

  @Option(
    help: ArgumentHelp(
      "What a row is recognised by: id, email, phone, row, or a column.", valueName: "field"))
  var match: String?

  @OptionGroup var dates: DateOrderOptions

  @Option(
    help: ArgumentHelp("Where to keep the mapping that is used.", valueName: "file"),
    completion: .file())
  var saveMap: String?

  @Option(
    help: ArgumentHelp("Where refused rows go; else beside the file.", valueName: "file"),
    completion: .file())
  var rejects: String?

  @Flag(help: "Show what would happen and write nothing.")
  var dryRun = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard files.count == 1 || (saveMap == nil && rejects == nil) else {
      throw ValidationError("--save-map and --rejects go with one file.")
    }
  }

  func run() throws {
    let session = try Session(common)
    let paths = Paths(around: session.around)
    var options = ImportOptions(now: session.now)
    options.preset = preset
    options.mapping = try map.map { try ImportCommand.mapping(in: $0, paths) }
    options.match = match
    options.dateOrder = dates.order
    let output = Output()
    // One after the other: a later file finds the leads of an earlier one on the board.
    for file in files {
      try importFile(file, options, session, output)
      try output.flush()
    }
  }

  private func importFile(
    _ file: String, _ options: ImportOptions, _ session: Session, _ output: Output
  ) throws {
    let paths = Paths(around: session.around)
    let prepared = try prepare(file, options, session)
    if let saveMap {
      try OutputFile.replace(paths.absolute(saveMap)) { try $0.raw(prepared.mapping.encoded()) }
    }
    var result: ImportResult?
    var rejectFile: String?
    if !dryRun {
      let meter = ProgressMeter("Writing leads", isShown: session.around.showsProgress)
      defer { meter.clear() }
      let written = try prepared.write(to: session.folder) { _, done, total in
        meter.show(done, of: total)
      }
      result = written
      rejectFile = try keepRefused(written.refused, of: file, prepared.plan.columns, paths)
    }
    let report = ImportReport(prepared: prepared, result: result, rejectFile: rejectFile)
    if self.output.json {
      try output.raw(JSONValue.object(report.json).encoded(.compact))
    } else {
      for line in report.lines { try output.line(line) }
    }
    // A dry run shows the columns, which help to answer, before it ends with what is asked.
    if !prepared.plan.questions.isEmpty {
      try output.flush()
      throw ImportError.questions(prepared.plan.questions)
    }
  }

  private func prepare(
    _ file: String, _ options: ImportOptions, _ session: Session
  ) throws -> PreparedImport {
    let meter = ProgressMeter("Reading leads", isShown: session.around.showsProgress)
    defer { meter.clear() }
    let progress: PreparedImport.Progress = { _, done, total in meter.show(done, of: total) }
    guard file == "-" else {
      return try PreparedImport(
        file: file, into: session.folder, options: options, progress: progress)
    }
    return try PreparedImport(
      bytes: try StandardInput.bytes(), name: "stdin", into: session.folder, options: options,
      progress: progress)
  }

  /// Writes the refused rows to their file and returns its path; nil where none was refused.
  private func keepRefused(
    _ refused: [RefusedRow], of file: String, _ columns: [String], _ paths: Paths
  ) throws -> String? {
    guard !refused.isEmpty else { return nil }
    let place = rejects ?? RejectFile.name(for: file == "-" ? "stdin" : file)
    let original = file == "-" ? nil : paths.absolute(file)
    try OutputFile.replace(paths.absolute(place), like: original) {
      try $0.raw(RejectFile.contents(refused, columns: columns))
    }
    return place
  }

  private static func mapping(in file: String, _ paths: Paths) throws -> ImportMapping {
    guard let data = FileManager.default.contents(atPath: paths.absolute(file)) else {
      throw Failure("\(file) cannot be read.", "Look whether the mapping is there.")
    }
    return try ImportMapping.read([UInt8](data), file: file)
  }
}
