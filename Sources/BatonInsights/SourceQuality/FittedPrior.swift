import Foundation

/// How much sources differ, estimated from their counts rather than set to ten average leads.
///
/// The beta-binomial distribution of highest likelihood (Griffiths 1973). For comparison only:
/// rankings use the fixed weight, which a person can follow.
public struct FittedPrior: Hashable, Sendable {
  /// The weight for an accepted lead.
  public let alpha: Double
  /// The weight against.
  public let beta: Double
  /// The logarithm of the likelihood of all counts.
  public let logLikelihood: Double

  /// Fits sources that have answers, or gives nil where they do not differ more than by chance.
  ///
  /// Newton's method on the logarithms of both weights, damped where it would not climb.
  ///
  /// - Complexity: O(answers) a step, usually under ten steps.
  public init?(_ tallies: some Sequence<SourceTally>) {
    let rows = tallies.map(\.accepted).filter { $0.total > 0 }
    guard rows.count > 1 else { return nil }
    var point = BetaBinomialPoint(rows, logAlpha: 0, logBeta: 0)
    var damping = 0.0
    for _ in 0..<100 {
      guard let (da, db) = point.newtonStep(damping: damping) else {
        damping = max(1, damping * 4)
        continue
      }
      let next = BetaBinomialPoint(
        rows, logAlpha: point.logAlpha + da, logBeta: point.logBeta + db)
      guard next.logLikelihood >= point.logLikelihood - 1e-12 else {
        damping = max(1, damping * 4)
        continue
      }
      damping /= 4
      point = next
      guard max(point.logAlpha, point.logBeta) < 14 else { return nil }
      if abs(da) + abs(db) < 1e-9 { break }
    }
    alpha = exp(point.logAlpha)
    beta = exp(point.logBeta)
    logLikelihood = point.logLikelihood
  }
}

/// The likelihood of counts at two weights, with its slopes by their logarithms.
private struct BetaBinomialPoint {
  let logAlpha: Double
  let logBeta: Double
  private(set) var logLikelihood = 0.0
  private var slopes = (a: 0.0, b: 0.0)
  private var curvature = (aa: 0.0, ab: 0.0, bb: 0.0)

  init(_ rows: [Proportion], logAlpha: Double, logBeta: Double) {
    self.logAlpha = logAlpha
    self.logBeta = logBeta
    let a = exp(logAlpha)
    let b = exp(logBeta)
    let scale = BatonInsights.logBeta(a, b)
    for row in rows {
      let yes = Double(row.count)
      let no = Double(row.total - row.count)
      logLikelihood +=
        logBinomial(row.total, row.count) + BatonInsights.logBeta(yes + a, no + b) - scale
      let forYes = Self.inverseSums(row.count, from: a)
      let forNo = Self.inverseSums(row.total - row.count, from: b)
      let forAll = Self.inverseSums(row.total, from: a + b)
      slopes.a += a * (forYes.first - forAll.first)
      slopes.b += b * (forNo.first - forAll.first)
      curvature.aa += a * a * (forAll.second - forYes.second)
      curvature.bb += b * b * (forAll.second - forNo.second)
      curvature.ab += a * b * forAll.second
    }
    curvature.aa += slopes.a
    curvature.bb += slopes.b
  }

  /// Newton's step towards a maximum, or nil where the surface does not bend downwards.
  func newtonStep(damping: Double) -> (Double, Double)? {
    let matrix = [
      [damping - curvature.aa, -curvature.ab],
      [-curvature.ab, damping - curvature.bb],
    ]
    guard let step = solvePositiveDefinite(matrix, [slopes.a, slopes.b]) else { return nil }
    return (step[0], step[1])
  }

  /// The sums of 1/x and of 1/x² over x = start, start + 1, …, `count` numbers in all: what is
  /// left of the digamma and trigamma functions when the arguments differ by a whole number.
  private static func inverseSums(_ count: Int, from start: Double) -> (
    first: Double, second: Double
  ) {
    var first = 0.0
    var second = 0.0
    for step in 0..<count {
      let inverse = 1 / (start + Double(step))
      first += inverse
      second += inverse * inverse
    }
    return (first, second)
  }
}
