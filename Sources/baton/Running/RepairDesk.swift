import BatonModel
import BatonStore
import TerminalCanvas

/// Proposes the repairs of a board, asks whether to make them, and makes them.
struct RepairDesk {
  let folder: BoardFolder
  /// Who repairs, and when.
  let context: CommandContext
  /// Whether scripts read what comes.
  let isJSON: Bool
  /// Whether nobody needs to be asked.
  let isYes: Bool
  let output: Output

  /// Goes through the repairs of these faults.
  ///
  /// - Returns: whether any was made.
  func run(_ faults: [FileFault]) throws -> Bool {
    let repairs = try folder.proposeRepairs(of: faults)
    if repairs.isEmpty {
      if !isJSON, !faults.isEmpty { try output.line("Nothing can be repaired for certain.") }
      return false
    }
    if !isYes {
      for repair in repairs { try show(repair, made: nil) }
      guard try isAgreed(repairs.count) else { return false }
    }
    var count = 0
    for repair in repairs {
      let isMade = try folder.makeRepair(repair, in: context)
      if isMade { count += 1 }
      if isYes || isJSON { try show(repair, made: isMade) }
    }
    if !isJSON { try output.line("Repaired \(count) of \(repairs.count).") }
    return count > 0
  }

  private func isAgreed(_ count: Int) throws -> Bool {
    guard !isJSON, Confirmation.isPossible else {
      if !isJSON { try output.line("Make them with --yes.") }
      return false
    }
    try output.flush()
    return Confirmation.agrees(to: count == 1 ? "Make it? [y/N] " : "Make all \(count)? [y/N] ")
  }

  private func show(_ repair: BoardRepair, made: Bool?) throws {
    guard isJSON else {
      let outcome = made == false ? " (no longer needed)" : ""
      return try output.line(Sanitizer.safeText("repair: \(repair.description)\(outcome)"))
    }
    var json = JSONObject()
    json["file"] = .string(repair.file)
    json["made"] = .bool(made ?? false)
    json["repair"] = .string(repair.name)
    switch repair.act {
    case .move(let path): json["to"] = .string(path.description)
    case .correct(let key, let from, let to):
      json["key"] = .string(key)
      json["from"] = .string(from)
      json["to"] = .string(to)
    case .setAside, .remove: break
    }
    try output.raw(JSONValue.object(json).encoded(.compact))
  }
}
