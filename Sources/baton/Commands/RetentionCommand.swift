import ArgumentParser
import BatonModel
import BatonReports
import BatonStore

/// `baton retention`: what the board's policy says is to be forgotten.
struct RetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention",
    abstract: "List the leads that the board's policy says are to be forgotten.",
    usage: "baton retention [--json] [<options>]",
    discussion: """
      The policy stands in board.json, in days; either may be left out:

        "retention": {"closedDays": 730, "idleDays": 1095}

      A lead that was lost, disqualified or fell silent is due closedDays after its
      end; one that is open or rests, idleDays after anything last happened to it.
      Customers never are. It removes nothing: that is `baton forget`.

      With --json each line is an object with id, name, cause, since and due.

      Examples:
        baton retention
        baton retention --as-of 2027-01-01
        baton retention --json | jq -r .id | xargs -n 1 baton forget --yes
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = try Session(common)
    guard let policy = session.board.retention else {
      throw Failure(
        "This board has no policy of how long it keeps what it knows of people.",
        "Add one to board.json: \"retention\": {\"closedDays\": 730, \"idleDays\": 1095}.")
    }
    let found = try session.folder.findDue(policy, at: session.now)
    session.tellWhatIsLeftOut(found.faults)
    let output = Output()
    var table = TextTable([
      TextTable.Column(title: "LEAD", most: 64), TextTable.Column(title: "NAME", most: 40),
      TextTable.Column(title: "WHY", most: 40), TextTable.Column(title: "DUE", most: 10),
    ])
    let calendar = session.board.calendar
    let rows = found.due.map { due in
      [
        due.lead.rawValue, due.name, "\(due.cause.word) since \(calendar.day(of: due.since))",
        "\(calendar.day(of: due.due))",
      ]
    }
    if self.output.json {
      for due in found.due { try output.raw(JSONValue.object(due.json).encoded(.compact)) }
    } else if rows.isEmpty {
      try output.line("Nothing is due.")
    } else {
      for row in rows { table.measure(row) }
      try output.line(table.header)
      for row in rows { try output.line(table.line(row)) }
    }
    try output.flush()
  }
}

extension RetentionDue {
  /// The lead for scripts.
  fileprivate var json: JSONObject {
    [
      "cause": .string(cause.word), "due": .time(due), "id": .string(lead.rawValue),
      "name": .string(name), "since": .time(since),
    ]
  }
}

extension RetentionDue.Cause {
  /// The cause in a word: `lost`, `idle`.
  fileprivate var word: String {
    switch self {
    case .closed(let kind): kind.rawValue
    case .idle: "idle"
    }
  }
}
