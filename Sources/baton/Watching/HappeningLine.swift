import BatonModel
import BatonStore
import TerminalCanvas

/// The line in which `watch` tells of something.
struct HappeningLine {
  let happening: Happening
  let reckoning: Reckoning

  /// The name that scripts know it by.
  var event: String {
    switch happening {
    case .added: "added"
    case .changed: "changed"
    case .removed: "removed"
    case .broken: "broken"
    case .mended: "mended"
    }
  }

  /// The line for scripts.
  var json: JSONObject {
    var json: JSONObject = ["at": .time(reckoning.now), "event": .string(event)]
    switch happening {
    case .added(let lead, let changes), .changed(let lead, let changes):
      json["changes"] = .array(changes.map { .object($0.json) })
      show(lead, in: &json)
    case .removed(let lead), .mended(let lead): show(lead, in: &json)
    case .broken(let fault): fault.show(in: &json)
    }
    return json
  }

  /// The line for people.
  var text: String {
    let said =
      switch happening {
      case .added(let lead, let changes), .changed(let lead, let changes):
        words(of: lead, changes)
      case .removed(let lead): "\(lead.id)  \(lead.name): removed"
      case .mended(let lead): "\(lead.id)  \(lead.name): its file can be read again"
      case .broken(let fault): "\(fault); \(fault.remedy)"
      }
    let time = Figures.time(reckoning.now, reckoning.board.calendar)
    return Sanitizer.safeText("\(time)  \(said)")
  }

  private func show(_ lead: LeadSummary, in json: inout JSONObject) {
    json["id"] = .string(lead.id.rawValue)
    json["lead"] = .object(LeadRow(lead, reckoning).json)
  }

  private func words(of lead: LeadSummary, _ changes: [HistoryEntry]) -> String {
    let calendar = reckoning.board.calendar
    let told = changes.map { "\($0.words(calendar)) (\($0.by))" }
    // Whoever edits a file by hand leaves no entry in the history.
    let what = told.isEmpty ? "\(event) outside of Baton" : told.joined(separator: "; ")
    return "\(lead.id)  \(lead.name): \(what)"
  }
}

extension FileFault {
  /// The fault as members of a JSON object.
  func show(in json: inout JSONObject) {
    json["column"] = .whole(column)
    json["file"] = .string(file)
    json["kind"] = .string(kind.rawValue)
    json["line"] = .whole(line)
    json["message"] = .string(message)
    json["remedy"] = .string(remedy)
  }
}
