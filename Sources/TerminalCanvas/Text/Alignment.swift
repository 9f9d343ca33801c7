/// Where text stands in a width greater than its own.
public enum Alignment: Hashable, Sendable {
  /// At the left edge.
  case left
  /// At the right edge.
  case right
  /// In the middle, the odd column to its right.
  case center

  /// The columns to leave free before something `length` long in `width`.
  func offset(of length: Int, in width: Int) -> Int {
    switch self {
    case .left: 0
    case .right: max(0, width - length)
    case .center: max(0, (width - length) / 2)
    }
  }
}

/// What is done with text that is wider than its place.
public enum Truncation: Hashable, Sendable {
  /// It ends in `…`, so that one sees that there is more.
  case ellipsis
  /// It ends where the place ends.
  case clip
}
