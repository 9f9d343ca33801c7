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
    case .added(let lead, _), .changed(let lead, _, _):
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
      case .added(let lead, _), .changed(let lead, _, _): words(of: lead)
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

  /// What the history tells, else what can be seen to have been done outside of Baton.
  private var changes: [HistoryEntry] {
    switch happening {
    case .added(_, let changes): changes
    case .changed(let lead, let changes, let was):
      changes.isEmpty ? lead.outsideChanges(since: was, at: reckoning.now) : changes
    case .removed, .broken, .mended: []
    }
  }

  private func words(of lead: LeadSummary) -> String {
    let told = changes.map { "\($0.words(reckoning.board.calendar)) (\($0.by))" }
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
