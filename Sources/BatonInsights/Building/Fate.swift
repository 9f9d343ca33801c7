/// Whether a lead is still open, won or lost, as of the time of the figure.
public enum Fate: Hashable, Sendable {
  /// Neither won nor lost yet.
  case open
  /// Ended in an order.
  case won
  /// Ended without one.
  case lost
}
