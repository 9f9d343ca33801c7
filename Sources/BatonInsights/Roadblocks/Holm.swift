/// P-values of several tests made at once, adjusted so that one in twenty stays one in twenty.
///
/// Holm 1979; in the order given, at most 1.
///
/// - Complexity: O(n log n).
public func holmAdjusted(_ pValues: [Double]) -> [Double] {
  var adjusted = pValues
  var largest = 0.0
  let ascending = pValues.indices.sorted { pValues[$0] < pValues[$1] }
  for (rank, index) in ascending.enumerated() {
    largest = max(largest, min(1, Double(pValues.count - rank) * pValues[index]))
    adjusted[index] = largest
  }
  return adjusted
}
