import Foundation

/// The beta distribution: what is known of a share after `a` weights for it and `b` against it.
struct BetaDistribution {
  let a: Double
  let b: Double
  /// The logarithm of the density's normalising constant, the same for every point.
  private let logScale: Double

  /// A distribution with both weights above zero.
  init(a: Double, b: Double) {
    self.a = a
    self.b = b
    logScale = -logBeta(a, b)
  }

  /// The share of the distribution below `x`: the regularised incomplete beta function.
  ///
  /// The continued fraction DLMF 8.17.22 on the side of the mean where it converges in
  /// O(√max(a, b)) terms. About 1e-14 exact at small weights, 1e-10 at weights of 100,000, where
  /// the gamma function's own size takes digits.
  func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(logScale + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2) {
      return front * Self.fraction(a, b, x) / a
    }
    return 1 - front * Self.fraction(b, a, 1 - x) / b
  }

  /// The point below which a share `p` of the distribution lies; 0 at p <= 0 and 1 at p >= 1.
  ///
  /// Newton's method inside a shrinking bracket. Where it does not halve its step, the bracket is
  /// halved in the order of floating-point numbers, so that a quantile of 1e-200 is found as
  /// surely as one of 0.5; at most some hundred evaluations, usually under ten.
  func quantile(_ p: Double) -> Double {
    guard p > 0 else { return 0 }
    guard p < 1 else { return 1 }
    var low = 0.0
    var high = 1.0
    var x = a / (a + b)
    var lastStep = 1.0
    for _ in 0..<200 {
      let excess = cumulative(x) - p
      if excess == 0 { return x }
      if excess > 0 { high = x } else { low = x }
      let density = exp(logScale + (a - 1) * log(x) + (b - 1) * log1p(-x))
      var next = x - excess / density
      let isHalved = abs(next - x) <= lastStep / 2
      if !(next > low && next < high && isHalved) {
        next = Double(bitPattern: (low.bitPattern + high.bitPattern) / 2)
      }
      if next == low || next == high || abs(next - x) <= x.ulp { return next }
      lastStep = abs(next - x)
      x = next
    }
    return x
  }

  /// DLMF 8.17.22 by Lentz's method as Thompson and Barnett changed it.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var value = d
    for term in 1...20_000 {
      let m = Double(term)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      value *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      value *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return value
  }
}
