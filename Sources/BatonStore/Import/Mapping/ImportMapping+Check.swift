public import BatonModel

extension ImportMapping {
  /// Refuses a mapping that names what the board will not have.
  ///
  /// - Parameters:
  ///   - board: the board before anything is added.
  ///   - file: the mapping's file for the message; empty for one that was proposed.
  public func check(on board: Board, file: String = "") throws(ImportFileFault) {
    func fault(_ what: String, _ remedy: String) -> ImportFileFault {
      ImportFileFault(file: file, what: what, remedy: remedy)
    }
    guard !match.isEmpty else {
      throw fault(
        "The mapping does not say how rows are recognised.",
        "Say under “match” one or more of: "
          + ImportMatch.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    let stageIDs = (board.stages + additions.stages).map(\.id)
    let reasons = board.reasons + additions.reasons
    guard !stageIDs.isEmpty else {
      throw fault("The board has no stage.", "Add stages to board.json.")
    }
    for stage in [defaultStage].compactMap({ $0 }) + stages.values.compactMap(\.stage)
    where !stageIDs.contains(stage) {
      throw fault(
        "The mapping names a stage “\(stage)” that the board does not have.",
        "Name one of: \(stageIDs.map(\.rawValue).joined(separator: ", ")).")
    }
    if let reason = defaultLostReason, !reasons.contains(where: { $0.id == reason }) {
      throw fault(
        "The mapping names a reason “\(reason)” that the board does not have.",
        "Add it under “additions”, or name one of the board's.")
    }
    for (word, rule) in stages.sorted(by: { $0.key < $1.key }) {
      guard let outcome = rule.outcome else { continue }
      guard outcome.isClosed else {
        throw fault(
          "“\(word)” means \(outcome.rawValue), which needs a date that a file cannot give.",
          "Name a stage, or an outcome that ends the lead: won, lost, disqualified, silent.")
      }
      guard let reason = rule.reason, let use = outcome.reasonUse else { continue }
      guard reasons.contains(where: { $0.id == reason && $0.uses.contains(use) }) else {
        throw fault(
          "“\(reason)” is no reason for \(outcome.rawValue) on this board.",
          "Add it under “additions”, or name one of the board's.")
      }
    }
  }
}
