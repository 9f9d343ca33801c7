import ArgumentParser
import BatonModel

/// The query of the commands that go through leads.
struct QueryArgument: ParsableArguments {
  @Argument(
    help: "Which leads; all without one. See `baton help query`.",
    completion: .custom(Completions.queryTerms))
  var query: [String] = []

  /// Stands before a term that begins with a dash while the arguments are parsed.
  ///
  /// The parser would take `-tag:partner` for options. No argument of a process can hold a NUL, so
  /// none is mistaken for the mark.
  private static let mark = "\0"

  /// The commands whose arguments may be terms of a query.
  private static let commands: Set<String> = [
    "list", "export", "watch", "stalled", "flow", "roadblocks", "silent", "sources",
  ]

  /// The reports of which the same is true where they are asked for as such.
  private static let reports: Set<String> = ["meeting", "feedback", "surveys", "holds"]

  /// The flags of those commands: what follows them is no value of theirs.
  private static let flags: Set<String> = [
    "--json", "--help", "--version", "--masked", "--compare", "--risks",
  ]

  /// The short options of those commands.
  private static let shortOptions: Set<String> = ["-h", "-o"]

  /// The arguments with every negated term of a query marked as no option.
  static func marked(_ arguments: [String]) -> [String] {
    // A shell that asks what may be typed passes on the words as they stand.
    guard arguments.first?.hasPrefix("---") != true,
      let command = arguments.indices.first(where: { takesQuery(arguments, at: $0) })
    else { return arguments }
    var marked = Array(arguments[...command])
    for argument in arguments[(command + 1)...] {
      let previous = marked.last ?? ""
      let isValue =
        previous == "-o"
        || previous.hasPrefix("--") && previous != "--" && !previous.contains("=")
          && !flags.contains(previous)
      let isTerm =
        argument.hasPrefix("-") && !argument.hasPrefix("--") && !shortOptions.contains(argument)
        && !isValue
      marked.append(isTerm ? mark + argument : argument)
    }
    return marked
  }

  /// Whether a command begins there whose arguments may be terms of a query; some reports are named
  /// by words that mean something else elsewhere.
  private static func takesQuery(_ arguments: [String], at place: Int) -> Bool {
    if commands.contains(arguments[place]) { return true }
    if place > 0 && arguments[place - 1] == "report" { return reports.contains(arguments[place]) }
    return place == 0 && arguments[place] == "feedback"
  }

  /// The query as one would type it at the board's filter.
  var text: String {
    query.map { $0.hasPrefix(QueryArgument.mark) ? String($0.dropFirst()) : $0 }
      .joined(separator: " ")
  }

  /// The query.
  ///
  /// - Throws: `Failure` of wrong usage that shows where the mistake stands.
  func parsed() throws(Failure) -> Query {
    do throws(QueryError) {
      return try Query(text)
    } catch {
      let start = text.index(text.startIndex, offsetBy: min(error.column, text.count))
      let wrong = text[start...].prefix(max(1, error.length))
      let place = "character \(error.column + 1) of the query"
      let excerpt = wrong.isEmpty ? "" : ", at “\(wrong)”"
      throw Failure("\(error.what) (\(place)\(excerpt))", error.remedy, status: .usage)
    }
  }
}
