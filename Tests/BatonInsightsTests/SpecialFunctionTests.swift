import Testing

@testable import BatonInsights

@Suite("Special functions") struct SpecialFunctionTests {
  @Test(
    "Every row of the reference table",
    .enabled(if: Reference.isPresent, Reference.absence),
    arguments: [
      "normal_cdf", "normal_quantile", "chi2_upper_tail_x_df", "log_gamma",
      "incomplete_beta_a_b_x", "beta_quantile_a_b_p", "log_binomial_n_k",
    ])
  func reference(function: String) throws {
    let table = Reference.contents("special-functions")
    let tolerance = try table["tol"].requiredDouble
    let rows = table[function].array.map { $0.array.compactMap(\.double) }
    #expect(!rows.isEmpty)
    for row in rows {
      let value = try #require(Self.value(of: function, row))
      let expected = try #require(row.last)
      #expect(isClose(value, expected, tolerance), "\(function) of \(row)")
    }
  }

  private static func value(of function: String, _ row: [Double]) -> Double? {
    switch function {
    case "normal_cdf": NormalDistribution.cumulative(row[0])
    case "normal_quantile": NormalDistribution.quantile(row[0])
    case "chi2_upper_tail_x_df":
      ChiSquaredDistribution.upperTail(row[0], degreesOfFreedom: Int(row[1]))
    case "log_gamma": logGamma(row[0])
    case "incomplete_beta_a_b_x": BetaDistribution(a: row[0], b: row[1]).cumulative(row[2])
    case "beta_quantile_a_b_p": BetaDistribution(a: row[0], b: row[1]).quantile(row[2])
    case "log_binomial_n_k": logBinomial(Int(row[0]), Int(row[1]))
    default: nil
    }
  }

  @Test("The normal distribution keeps its digits far out, and is nil outside its range")
  func normal() {
    #expect(isClose(NormalDistribution.quantile(0.975), NormalDistribution.z95, 1e-15))
    #expect(isClose(NormalDistribution.twoSided(0.95), NormalDistribution.z95, 1e-15))
    #expect(isRelativelyClose(NormalDistribution.cumulative(-20), 2.7536241186061556e-89))
    #expect(isClose(NormalDistribution.quantile(1e-300), -37.0470962993612))
    #expect(isClose(NormalDistribution.quantile(1e-20), -9.262340089798409))
    #expect(isClose(NormalDistribution.quantile(0.5), 0))
    for outside in [0, 1, -0.1, 1.1, .nan] {
      #expect(NormalDistribution.quantile(outside) == nil)
    }
    #expect(NormalDistribution.twoSided(0) == nil)
    #expect(NormalDistribution.twoSided(1) == nil)
  }

  @Test("The chi-squared tail for odd and even degrees of freedom")
  func chiSquared() {
    // The 5 % points of any textbook's table.
    for (x, degrees) in [(3.841459, 1), (5.991465, 2), (7.814728, 3), (18.307038, 10)] {
      let tail = ChiSquaredDistribution.upperTail(x, degreesOfFreedom: degrees)
      #expect(isClose(tail, 0.05, 1e-7))
    }
    let far = ChiSquaredDistribution.upperTail(400, degreesOfFreedom: 29)
    #expect(isRelativelyClose(far, 7.442615214262138e-67))
    let even = ChiSquaredDistribution.upperTail(30, degreesOfFreedom: 30)
    #expect(isClose(even, 0.4656537089440098))
    #expect(ChiSquaredDistribution.upperTail(0, degreesOfFreedom: 4) == 1)
  }

  @Test("Beta quantiles from the bulk to the far tail")
  func betaQuantiles() {
    #expect(isClose(BetaDistribution(a: 13, b: 4).quantile(0.05), 0.5834277192938471))
    #expect(isClose(BetaDistribution(a: 500, b: 1500).quantile(0.95), 0.26606372662179545))
    let tiny = BetaDistribution(a: 0.01, b: 12).quantile(0.05)
    #expect(isRelativelyClose(tiny, 3.8801664864751736e-132, 1e-9))
    #expect(BetaDistribution(a: 2, b: 2).quantile(0) == 0)
    #expect(BetaDistribution(a: 2, b: 2).quantile(1) == 1)
  }

  @Test("A beta quantile undoes the distribution", arguments: [0.05, 0.3, 0.5, 0.95])
  func betaRoundTrip(p: Double) {
    for (a, b) in [(0.5, 0.5), (1, 1), (2, 30), (146, 8), (40_000, 60_000)] {
      let beta = BetaDistribution(a: a, b: b)
      #expect(isClose(beta.cumulative(beta.quantile(p)), p, 1e-9), "a \(a), b \(b)")
    }
  }

  @Test("A system is solved, and a singular one refused")
  func linearSystem() throws {
    let solution = try #require(
      solvePositiveDefinite([[4, 2, 0], [2, 5, 1], [0, 1, 3]], [8, 15, 11]))
    for (value, expected) in zip(solution, [1.0, 2, 3]) { #expect(isClose(value, expected)) }
    #expect(solvePositiveDefinite([[1, 1], [1, 1]], [1, 1]) == nil)
    #expect(solvePositiveDefinite([[-1]], [1]) == nil)
  }

  @Test("Names are numbered in the order they come")
  func labels() {
    var labels = Labels()
    #expect(["web", "call", "web", "demo"].map { labels.number(of: $0) } == [0, 1, 0, 2])
    #expect(labels.names == ["web", "call", "demo"])
    #expect(labels.count == 3)
  }
}
