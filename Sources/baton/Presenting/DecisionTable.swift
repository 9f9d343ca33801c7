import BatonModel
import BatonReports
import BatonStore
import TerminalCanvas

/// Decisions as commands print them.
enum DecisionTable {
  /// Prints decisions: a table for people, a line each for scripts.
  static func print(_ shown: [DecisionStanding], _ session: Session, asJSON: Bool) throws {
    let output = Output()
    if asJSON {
      for standing in shown {
        try output.raw(JSONValue.object(standing.json).encoded(.compact))
      }
    } else if !shown.isEmpty {
      var table = TextTable([
        TextTable.Column(title: "ID", most: 64, least: .max),
        TextTable.Column(title: "DECIDED", most: 10, least: .max),
        TextTable.Column(title: "WHAT", most: 80, least: 24),
        TextTable.Column(title: "WHO", most: 20, least: 6),
        TextTable.Column(title: "UNTIL", most: 10, least: .max),
        TextTable.Column(title: "STATE", most: 8, least: .max),
        TextTable.Column(title: "ABOUT", most: 40, least: 8, leavesAs: 1),
      ])
      let rows = shown.map { cells(of: $0, session.board) }
      for row in rows { table.measure(row) }
      table.fit(into: session.around.columns ?? 100)
      try output.line(table.header)
      for row in rows { try output.line(table.line(row)) }
    }
    try output.flush()
  }

  /// Prints one decision of a meeting after a change.
  static func report(
    _ id: EntryID?, of meeting: Meeting, _ session: Session, _ options: ChangeOptions
  ) throws {
    guard let decision = meeting.decisions.first(where: { $0.id == id }) else { return }
    let standing = DecisionStanding(
      decision, of: meeting.date, asOf: session.now, on: session.board.calendar)
    let output = Output()
    if options.output.json {
      try output.raw(JSONValue.object(standing.json).encoded(.compact))
    } else {
      let who = decision.owner.map { session.board.member($0)?.name ?? $0.rawValue }
      let words = [standing.state.rawValue, who, decision.due.map { "until \($0)" }]
      let facts = words.compactMap { $0 }.joined(separator: ", ")
      try output.line(Sanitizer.safeText("\(decision.id)  \(decision.text): \(facts)"))
    }
    try output.flush()
  }

  private static func cells(of standing: DecisionStanding, _ board: Board) -> [String] {
    let decision = standing.decision
    let about = decision.leads.map(\.rawValue) + [decision.roadblock].compactMap { $0 }
    return [
      decision.id.rawValue, standing.meeting, decision.text,
      decision.owner.map { board.member($0)?.name ?? $0.rawValue } ?? "nobody",
      decision.due ?? "", standing.state.rawValue, about.joined(separator: ", "),
    ]
  }
}

extension DecisionStanding {
  /// The decision for scripts.
  var json: JSONObject {
    [
      "id": .string(decision.id.rawValue), "meeting": .string(meeting),
      "text": .string(decision.text), "owner": .text(decision.owner?.rawValue),
      "due": .text(decision.due), "state": .string(state.rawValue),
      "daysLeft": daysLeft.map { .whole($0) } ?? .null,
      "leads": .array(decision.leads.map { .string($0.rawValue) }),
      "roadblock": .text(decision.roadblock), "done": .time(decision.done),
    ]
  }
}
