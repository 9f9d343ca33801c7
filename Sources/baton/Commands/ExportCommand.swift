import ArgumentParser
import BatonModel
import BatonStore
import Foundation

/// `baton export`: leads for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the leads that match a query for other programs.",
    usage: "baton export [<query> ...] --format <format> [--output <file>] [<options>]",
    discussion: """
      csv is for spreadsheets: UTF-8 with commas, amounts in whole units, and an
      apostrophe before every cell that a spreadsheet would run as a formula.
      jsonl is what `baton list --json` prints. Leads that have ended are written
      too; `is:open` leaves them out.

      Examples:
        baton export --format csv --output leads.csv
        baton export is:open owner:maria --format jsonl > maria.jsonl
        baton export --format csv --as-of 2026-12-01 > month.csv
      """)

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, jsonl
  }

  @OptionGroup var query: QueryArgument

  @Option(help: "What is written.")
  var format: Format?

  @Flag(help: "The same as --format jsonl.")
  var json = false

  @Option(
    help: ArgumentHelp("The file, replaced as a whole; else standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (format != nil) != json else {
      throw ValidationError("Say --format csv or --format jsonl.")
    }
  }

  func run() throws {
    let query = try query.parsed()
    let session = try Session(common)
    let (leads, reckoning) = try session.leads(matching: query)
    guard let file = output else {
      let output = Output()
      try write(leads, reckoning, to: output)
      try output.flush()
      return
    }
    try OutputFile.replace(Paths(around: session.around).absolute(file)) { output in
      try write(leads, reckoning, to: output)
    }
  }

  private func write(_ leads: [LeadSummary], _ reckoning: Reckoning, to output: Output) throws {
    switch format ?? .jsonl {
    case .jsonl:
      for lead in leads {
        try output.raw(JSONValue.object(LeadRow(lead, reckoning).json).encoded(.compact))
      }
    case .csv:
      var writer = CSVWriter()
      writer.append(LeadCells.header)
      for lead in leads {
        writer.append(LeadCells.cells(of: LeadRow(lead, reckoning)))
        try output.raw(writer.takeBytes())
      }
      try output.raw(writer.takeBytes())
    }
  }
}
