/// What repeated measurements of one thing come to. Milliseconds, unless said otherwise.
struct Figures: Codable {
  /// How often it was measured.
  var runs: Int
  /// Half of the measurements are below.
  var median: Double
  /// Of a hundred measurements ninety-nine are below.
  var p99: Double
  /// The largest.
  var worst: Double

  /// Sums up measurements; there must be one.
  init(_ values: some Sequence<Double>) {
    let sorted = values.sorted()
    runs = sorted.count
    median = sorted[sorted.count / 2]
    p99 = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    worst = sorted[sorted.count - 1]
  }
}

extension Duration {
  /// The span in milliseconds.
  var milliseconds: Double {
    Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15
  }
}
