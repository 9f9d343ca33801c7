import Foundation

/// Fisher's exact two-sided p-value of two shares: the chance, were they alike, of counts at most
/// as likely as these.
///
/// The chances of all tables with the same margins follow from one by their ratios, upwards and
/// downwards from the table at hand; a table up to 1e-7 likelier counts as equally likely, as in R
/// and SciPy.
///
/// - Complexity: O(smallest margin).
func fisherExact(_ first: Proportion, _ second: Proportion) -> Double {
  let drawn = first.count + second.count
  let fewest = max(0, drawn - second.total)
  let most = min(drawn, first.total)
  // The logarithm of the chance that the first share has one more, given how many it has.
  func logRatio(from count: Int) -> Double {
    let up = Double(first.total - count) * Double(drawn - count)
    let down = Double(count + 1) * Double(second.total - drawn + count + 1)
    return log(up / down)
  }
  let slack = log1p(1e-7)
  // Chances relative to the table at hand: the likelier ones may be too large for a number.
  var logs = [0.0]
  var current = 0.0
  for count in stride(from: first.count, to: most, by: 1) {
    current += logRatio(from: count)
    logs.append(current)
  }
  current = 0
  for count in stride(from: first.count - 1, through: fewest, by: -1) {
    current -= logRatio(from: count)
    logs.append(current)
  }
  let peak = logs.max() ?? 0
  let whole = logs.reduce(0) { $0 + exp($1 - peak) }
  let extreme = logs.reduce(0) { $1 <= slack ? $0 + exp($1 - peak) : $0 }
  return min(extreme / whole, 1)
}
