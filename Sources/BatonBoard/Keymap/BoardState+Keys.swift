import BatonModel

extension BoardState {
  /// Where keys go now.
  public var keyContext: KeyContext {
    switch overlays.last {
    case .help, .faults: return .list
    case .picker: return .picker
    case .prompt: return .prompt
    case nil: break
    }
    if filter.isTyping { return .filter }
    if page != nil { return .lead }
    return feedback.hasFocus ? .feedback : .board
  }

  /// Why an intent cannot be followed now; nil where it can.
  ///
  /// The hint bar leaves it out for this reason, and a key pressed all the same tells it.
  public func obstacle(to intent: Intent) -> String? {
    switch intent {
    case .open where keyContext == .board, .moveLeft, .moveRight, .moveTo, .touch, .note, .assign,
      .nextStep, .amount, .copyID:
      return subject == nil && keyContext != .list
        ? "No lead is selected." : moveObstacle(to: intent)
    case .undo: return undoable.isEmpty ? "You have changed nothing that can be taken back." : nil
    case .faults: return faults.isEmpty ? "Every file can be read." : nil
    default: return nil
    }
  }

  private func moveObstacle(to intent: Intent) -> String? {
    guard intent == .moveLeft || intent == .moveRight else { return nil }
    guard grouping == .stage else { return "Columns are by \(grouping.title): use m to move." }
    guard let stage = subject?.stage, let rank = board.rank(of: stage) else { return nil }
    let target = rank + (intent == .moveRight ? 1 : -1)
    return board.stages.indices.contains(target) ? nil : "There is no stage further on."
  }
}
