import Foundation

/// The chi-squared distribution with a whole number of degrees of freedom.
enum ChiSquaredDistribution {
  /// The share of the distribution at or above `x`, for at least one degree of freedom.
  ///
  /// The finite sums of Abramowitz and Stegun 26.4.4 and 26.4.5. All terms are positive, so that a
  /// small tail keeps its digits.
  ///
  /// - Complexity: O(`degreesOfFreedom`).
  static func upperTail(_ x: Double, degreesOfFreedom: Int) -> Double {
    guard x > 0 else { return 1 }
    let half = x / 2
    let isOdd = !degreesOfFreedom.isMultiple(of: 2)
    // Odd: exponents 1/2, 3/2, … behind the normal tail. Even: exponents 0, 1, ….
    var tail = isOdd ? erfc(half.squareRoot()) : 0
    var exponent = isOdd ? 0.5 : 0
    while exponent < Double(degreesOfFreedom) / 2 - 0.25 {
      tail += exp(exponent * log(half) - half - logGamma(exponent + 1))
      exponent += 1
    }
    return min(tail, 1)
  }
}
