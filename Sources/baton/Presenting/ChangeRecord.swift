import BatonModel
import BatonReports
import BatonStore
import TerminalCanvas

/// A change of a lead as `history` and `log` tell it: who, when, which command, in words.
struct ChangeRecord: Sendable {
  /// The lead that was changed.
  let lead: LeadID
  /// What the lead is called now.
  let name: String
  /// What was changed.
  let change: HistoryEntry

  /// The columns of the text; the last takes as much as it needs.
  static let table = TextTable([
    TextTable.Column(title: "WHEN", most: 16), TextTable.Column(title: "WHO", most: 24),
    TextTable.Column(title: "LEAD", most: 40), TextTable.Column(title: "CHANGE", most: 16),
    TextTable.Column(title: "WHAT", most: 4_000),
  ])

  /// The cells of the text, in the order of the columns; without a lead where all have the same.
  func cells(_ calendar: BoardCalendar, withLead: Bool) -> [String] {
    [
      Figures.time(change.at, calendar), change.by, withLead ? "\(lead)  \(name)" : "",
      change.id.rawValue, change.words(calendar),
    ]
  }

  /// The line for scripts.
  var json: JSONObject {
    var json = change.json
    json["lead"] = .string(lead.rawValue)
    json["name"] = .string(name)
    return json
  }
}

extension ChangeRecord {
  /// Prints changes, the newest last.
  static func print(
    _ records: [ChangeRecord], asJSON: Bool, _ calendar: BoardCalendar, withLead: Bool
  ) throws {
    let output = Output()
    if asJSON {
      for record in records { try output.raw(JSONValue.object(record.json).encoded(.compact)) }
    } else {
      var table = table
      let rows = records.map { $0.cells(calendar, withLead: withLead) }
      for row in rows { table.measure(row) }
      table.leaveOutEmpty()
      if !rows.isEmpty { try output.line(table.header) }
      for row in rows { try output.line(table.line(row)) }
    }
    try output.flush()
  }
}

extension HistoryEntry {
  /// The change for scripts.
  var json: JSONObject {
    [
      "at": .time(at), "by": .string(by), "command": .string(command), "from": .text(from),
      "id": .string(id.rawValue), "note": .text(note), "subject": .text(subject),
      "to": .text(to), "undoes": .text(undoes?.rawValue),
    ]
  }
}
