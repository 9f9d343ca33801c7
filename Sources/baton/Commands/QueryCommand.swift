import ArgumentParser
import BatonModel
import BatonStore
import Foundation

/// `baton query`, and `baton help query`: the query language explained.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Explain the QUERY of list, export, watch and the board's filter.",
    usage: "baton list [<query> ...]",
    discussion: explanation)

  @OptionGroup var output: OutputOptions

  func run() throws {
    let output = Output()
    if self.output.json {
      try output.raw(JSONValue.object(QueryCommand.json).encoded(.compact))
    } else {
      try output.line(QueryCommand.explanation)
    }
    try output.flush()
  }

  /// The guide for scripts: what each form finds, by subject.
  private static var json: JSONObject {
    func object(_ rows: [QueryGuide.Row]) -> JSONValue {
      .object(JSONObject(rows.map { ($0.form, .string($0.meaning)) }))
    }
    return JSONObject(
      QueryGuide.sections.map { ($0.title.lowercased(), object($0.rows)) }
        + [("examples", object(QueryGuide.examples))])
  }

  /// The guide in lines of at most 80 columns.
  static let explanation: String = {
    var lines = wrapped(QueryGuide.summary)
    for section in QueryGuide.sections {
      lines += ["", section.title] + section.rows.map { line($0, formColumns: 17) }
    }
    lines += ["", "Examples"]
    lines += QueryGuide.examples.map { line($0, formColumns: 33) }
    lines += ["", "On a command line, put terms with < or > in quotation marks:"]
    lines += ["  baton list 'age>10d' owner:maria"]
    return lines.joined(separator: "\n")
  }()

  private static func line(_ row: QueryGuide.Row, formColumns: Int) -> String {
    let form = row.form.padding(
      toLength: max(formColumns, row.form.count), withPad: " ", startingAt: 0)
    return "  \(form)  \(row.meaning)"
  }

  private static func wrapped(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= 80 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
