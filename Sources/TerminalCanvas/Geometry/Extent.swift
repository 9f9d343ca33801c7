/// How much of a width or a height one part asks for.
public enum Extent: Hashable, Sendable {
  /// Exactly so many cells, as long as there are so many.
  case fixed(Int)
  /// At least `min`, at most `max`, and a share of what is left in proportion to `weight`.
  case flexible(min: Int = 0, max: Int = .max, weight: Int = 1)

  /// The least that the part asks for.
  var minimum: Int {
    switch self {
    case .fixed(let length): max(0, length)
    case .flexible(let min, _, _): max(0, min)
    }
  }

  /// The most that the part takes.
  var maximum: Int {
    switch self {
    case .fixed: minimum
    case .flexible(_, let max, _): Swift.max(minimum, max)
    }
  }

  /// The part's share of what is left over; 0 takes nothing of it.
  var weight: Int {
    switch self {
    case .fixed: 0
    case .flexible(_, _, let weight): max(0, weight)
    }
  }

  /// Shares a length out among parts.
  ///
  /// Each gets its minimum, the earlier ones first when there is not enough; what is left goes to
  /// the flexible ones by weight, none beyond its maximum. Cells that do not divide evenly go to
  /// the earlier parts, so that the same input always gives the same lengths.
  ///
  /// - Parameters:
  ///   - extents: What each part asks for.
  ///   - total: The cells there are.
  ///   - spacing: The cells between two neighbours, taken from the total beforehand.
  /// - Returns: A length for each part; with the spacing they never exceed `total`, except that
  ///   spacing alone may.
  /// - Complexity: O(n²) in the number of parts at worst, when each hits its maximum in turn.
  public static func lengths(_ extents: [Self], total: Int, spacing: Int = 0) -> [Int] {
    var left = max(0, total - spacing * max(0, extents.count - 1))
    var lengths = extents.map { extent in
      let length = min(extent.minimum, left)
      left -= length
      return length
    }
    var open = extents.indices.filter {
      extents[$0].weight > 0 && lengths[$0] < extents[$0].maximum
    }
    while left > 0, !open.isEmpty {
      // Each takes its share of what those before it have left, so that the sum comes out even.
      var weights = open.reduce(0) { $0 + extents[$1].weight }
      var pool = left
      for index in open {
        let share = (pool * extents[index].weight + weights - 1) / weights
        let added = min(share, extents[index].maximum - lengths[index])
        lengths[index] += added
        left -= added
        pool -= share
        weights -= extents[index].weight
      }
      open.removeAll { lengths[$0] >= extents[$0].maximum }
    }
    return lengths
  }
}
