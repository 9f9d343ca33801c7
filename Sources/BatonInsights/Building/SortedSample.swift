/// Values sorted once, from which any number of quantiles can be read.
public struct SortedSample: Hashable, Sendable {
  /// The values, ascending.
  public let values: [Double]

  /// Sorts the values, which must be finite.
  ///
  /// - Complexity: O(n log n).
  public init(_ values: some Sequence<Double>) {
    self.values = values.sorted()
  }

  /// Takes values that are in ascending order already.
  init(sorted values: [Double]) { self.values = values }

  /// How many values there are.
  public var count: Int { values.count }

  /// The arithmetic mean, or nil of no values.
  ///
  /// - Complexity: O(n).
  public var mean: Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The middle value, or nil of no values.
  public var median: Double? { quantile(0.5) }

  /// The point below which a share `q` of the values lies, or nil of no values.
  ///
  /// Hyndman and Fan's type 7 (1996), as in NumPy, R and spreadsheets: values between two
  /// neighbours are interpolated. `q` outside 0…1 counts as the nearer end.
  ///
  /// - Complexity: O(1).
  public func quantile(_ q: Double) -> Double? {
    guard let last = values.indices.last else { return nil }
    let position = Double(last) * min(max(q, 0), 1)
    let below = Int(position)
    guard below < last else { return values[last] }
    let fraction = position - Double(below)
    return values[below] + fraction * (values[below + 1] - values[below])
  }
}
