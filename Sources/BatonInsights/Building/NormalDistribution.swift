import Foundation

/// The standard normal distribution.
enum NormalDistribution {
  /// The point of two-sided 95 % confidence: 97.5 % of the distribution lie below it.
  static let z95 = 1.959963984540054

  /// The share of the distribution below `x`, exact to rounding in both tails.
  static func cumulative(_ x: Double) -> Double {
    erfc(-x * 0.5.squareRoot()) / 2
  }

  /// The point below which a share `p` of the distribution lies, or nil unless 0 < p < 1.
  ///
  /// Abramowitz and Stegun 26.2.23 gives four digits; each Halley step on the exact distribution
  /// then triples them, so two reach rounding.
  static func quantile(_ p: Double) -> Double? {
    guard p > 0, p < 1 else { return nil }
    return p > 0.5 ? -lowerQuantile(1 - p) : lowerQuantile(p)
  }

  /// The point of two-sided confidence `level`, such as 0.95, or nil unless 0 < level < 1.
  static func twoSided(_ level: Double) -> Double? {
    level > 0 ? quantile(0.5 + level / 2) : nil
  }

  private static func lowerQuantile(_ share: Double) -> Double {
    let p = max(share, .leastNormalMagnitude)
    let t = (-2 * log(p)).squareRoot()
    let above = 2.515517 + t * (0.802853 + t * 0.010328)
    let below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var x = above / below - t
    for _ in 0..<2 {
      let newton = (cumulative(x) - p) * (2 * Double.pi).squareRoot() * exp(x * x / 2)
      x -= newton / (1 + x * newton / 2)
    }
    return x
  }
}
