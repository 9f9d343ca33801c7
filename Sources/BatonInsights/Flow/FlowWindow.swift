/// One lead's way through a part of the pipeline, in day numbers.
public struct FlowItem: Hashable, Sendable {
  /// When it came in.
  public let arrived: Double
  /// When it left, or nil while it is still there.
  public let departed: Double?

  /// A lead that came and has left, or not yet.
  public init(arrived: Double, departed: Double?) {
    self.arrived = arrived
    self.departed = departed
  }

  /// Whether the lead was inside at a time; on the day of its departure it is not any more.
  func isInside(at time: Double) -> Bool {
    arrived <= time && !hasDeparted(by: time)
  }

  func hasDeparted(by time: Double) -> Bool {
    departed.map { $0 <= time } ?? false
  }
}

/// Work in progress, throughput and cycle time over a window of days.
public struct FlowWindow: Hashable, Sendable {
  /// How many leads were inside when the window began.
  public let startingWork: Int
  /// How many were inside when it ended.
  public let endingWork: Int
  /// The mean number inside over the window.
  public let averageWork: Double
  /// How many came in.
  public let arrivals: Int
  /// How many left.
  public let departures: Int
  /// How many left a day.
  public let throughput: Double
  /// The days that those who left had been inside.
  public let cycleDays: SortedSample
  /// The days that those inside at the end had been there.
  public let ages: SortedSample

  /// Measures `from` <= time < `to`, or gives nil for a window without days.
  ///
  /// - Complexity: O(n log n).
  public init?(_ items: some Sequence<FlowItem>, from: Double, to: Double) {
    guard from < to else { return nil }
    var startingWork = 0
    var arrivals = 0
    var overlap = 0.0
    var cycles: [Double] = []
    var ages: [Double] = []
    for item in items {
      if item.isInside(at: from) { startingWork += 1 }
      if item.isInside(at: to) { ages.append(to - item.arrived) }
      if item.arrived >= from && item.arrived < to { arrivals += 1 }
      if let departed = item.departed, departed >= from && departed < to {
        cycles.append(departed - item.arrived)
      }
      overlap += max(0, min(item.departed ?? to, to) - max(item.arrived, from))
    }
    self.startingWork = startingWork
    endingWork = ages.count
    averageWork = overlap / (to - from)
    self.arrivals = arrivals
    departures = cycles.count
    throughput = Double(cycles.count) / (to - from)
    cycleDays = SortedSample(cycles)
    self.ages = SortedSample(ages)
  }

  /// Mean work over throughput times mean cycle time, or nil where nothing left.
  ///
  /// Little's law makes it 1 in balance; well over 1, work piles up unfinished.
  public var balance: Double? {
    guard let cycle = cycleDays.mean, throughput * cycle > 0 else { return nil }
    return averageWork / (throughput * cycle)
  }
}
