/// What the cells of one column say about a question that a single cell may leave open.
public enum ColumnEvidence<Choice: Hashable & Sendable>: Hashable, Sendable {
  /// No cell depends on the answer, or none settles it.
  case open
  /// At least one cell settles it and none contradicts.
  case settled(Choice)
  /// Cells settle it both ways, so those that leave it open cannot be read.
  case contradictory

  /// The choice, where it is settled.
  public var choice: Choice? {
    if case .settled(let choice) = self { choice } else { nil }
  }

  /// Adds what one more cell says; nil where that cell leaves the question open.
  public mutating func take(_ choice: Choice?) {
    guard let choice else { return }
    switch self {
    case .open: self = .settled(choice)
    case .settled(let earlier) where earlier != choice: self = .contradictory
    case .settled, .contradictory: break
    }
  }
}
