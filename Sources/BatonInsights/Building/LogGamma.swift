import Foundation

/// The natural logarithm of the gamma function at `x` > 0.
///
/// The form that also returns the sign is chosen by its type, since the plain C function leaves the
/// sign in a global that threads would race for.
func logGamma(_ x: Double) -> Double {
  let (value, _): (Double, Int) = lgamma(x)
  return value
}

/// The natural logarithm of the beta function at `a` > 0 and `b` > 0.
func logBeta(_ a: Double, _ b: Double) -> Double {
  logGamma(a) + logGamma(b) - logGamma(a + b)
}

/// The natural logarithm of the number of ways to choose `k` of `n`, for 0 <= k <= n.
func logBinomial(_ n: Int, _ k: Int) -> Double {
  logGamma(Double(n) + 1) - logGamma(Double(k) + 1) - logGamma(Double(n - k) + 1)
}
