import ArgumentParser
import BatonModel
import Foundation

/// `baton query`, and `baton help query`: the query language explained.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Explain the QUERY of list, export, watch and the board's filter.",
    usage: "baton list [<query> ...]",
    discussion: explanation)

  func run() throws { print(QueryCommand.explanation) }

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
