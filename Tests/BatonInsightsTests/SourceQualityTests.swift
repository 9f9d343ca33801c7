import Testing

@testable import BatonInsights

@Suite("Source quality") struct SourceQualityTests {
  @Test(
    "Scores, bands, priors and reasons", .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("source-quality"))
  func reference(reference: ReferenceCase) throws {
    let input = reference.input
    if !input["counts"].object.isEmpty {
      reference.check(Self.pareto(input["counts"].object.compactMapValues(\.int)))
    } else if !input["stars"].array.isEmpty {
      reference.check(try Self.stars(input))
    } else if reference.expected["alpha"] != .null {
      let prior = FittedPrior(try Self.tallies(input))
      reference.check(
        .object([
          "alpha": JSON(prior?.alpha), "beta": JSON(prior?.beta),
          "logLik": JSON(prior?.logLikelihood),
        ]))
    } else {
      reference.check(try Self.ranking(input))
    }
  }

  private static func tallies(_ input: JSON) throws -> [SourceTally] {
    try input["rows"].array.map { row in
      SourceTally(
        source: try row[0].requiredString, accepted: try row[1].requiredInt,
        answered: try row[2].requiredInt)
    }
  }

  private static func ranking(_ input: JSON) throws -> JSON {
    let ranking = SourceRanking(
      try tallies(input), weight: try input["m"].requiredDouble)
    let words: [SourceRanking.Comparison: String] = [
      .better: "better", .worse: "worse", .cannotTell: "cannot tell",
    ]
    let ranked = ranking.entries.map { entry in
      JSON.object([
        "source": JSON(entry.tally.source), "k": JSON(entry.tally.accepted.count),
        "n": JSON(entry.tally.accepted.total), "raw": JSON(entry.tally.accepted.share),
        "score": JSON(entry.score), "lo": JSON(entry.band?.low), "hi": JSON(entry.band?.high),
        "verdict": JSON(words[entry.comparison]),
      ])
    }
    return .object(["mu": JSON(ranking.mean), "ranked": .array(ranked)])
  }

  private static func stars(_ input: JSON) throws -> JSON {
    let tallies = try input["stars"].array.map { row in
      StarRanking.Tally(
        source: try row[0].requiredString, ratings: row[1].array.compactMap(\.int))
    }
    let ranking = StarRanking(tallies, weight: try input["m"].requiredDouble)
    let ranked = ranking.entries.map { entry in
      JSON.object([
        "source": JSON(entry.tally.source), "n": JSON(entry.tally.count),
        "mean": JSON(entry.tally.mean), "score": JSON(entry.score),
      ])
    }
    return .object(["mu": JSON(ranking.mean), "ranked": .array(ranked)])
  }

  private static func pareto(_ counts: [String: Int]) -> JSON {
    var counts = counts
    let none = counts.removeValue(forKey: "(none)") ?? 0
    let pareto = ReasonPareto(counts, withoutReason: none)
    let rows = pareto.rows.map { row in
      JSON.array([
        JSON(row.reason), JSON(row.count), JSON(row.share), JSON(row.cumulativeShare),
      ])
    }
    return .object([
      "none": JSON(pareto.withoutReason.count), "total_with_reason": JSON(pareto.withReason),
      "none_share": JSON(pareto.withoutReason.share), "rows": .array(rows),
      "vital": JSON(pareto.vital),
    ])
  }

  @Test("Two of two do not outrank 140 of 142")
  func fewLeads() throws {
    let ranking = SourceRanking([
      SourceTally(source: "live chat", accepted: 2, answered: 2),
      SourceTally(source: "welcome page", accepted: 140, answered: 142),
      SourceTally(source: "direct", accepted: 818, answered: 2543),
      SourceTally(source: "nobody yet", accepted: 0, answered: 0),
    ])
    #expect(
      ranking.entries.map(\.tally.source) == [
        "welcome page", "live chat", "nobody yet", "direct",
      ])
    #expect(
      ranking.entries.map(\.comparison) == [.better, .cannotTell, .cannotTell, .worse])
    let none = ranking.entries[2]
    #expect(none.score == ranking.mean)
    #expect(none.tally.accepted.share == nil)
    #expect(none.band != nil)
  }

  @Test("Where all sources agree, or none has an answer, nothing is told apart")
  func noSpread() throws {
    let allAccepted = SourceRanking([
      SourceTally(source: "b", accepted: 3, answered: 3),
      SourceTally(source: "a", accepted: 3, answered: 3),
    ])
    #expect(allAccepted.entries.map(\.tally.source) == ["a", "b"])
    #expect(allAccepted.entries.map(\.score) == [1, 1])
    #expect(allAccepted.entries.allSatisfy { $0.band == nil && $0.comparison == .cannotTell })
    let silent = SourceRanking([SourceTally(source: "a", accepted: 0, answered: 0)])
    #expect(silent.mean == nil)
    #expect(silent.entries.map(\.score) == [nil])
  }

  @Test("Equal scores rank by answers, then by name")
  func ties() {
    let ranking = SourceRanking(
      [("d", 0, 0), ("c", 1, 2), ("b", 5, 10), ("a", 1, 2)].map {
        SourceTally(source: $0, accepted: $1, answered: $2)
      })
    #expect(ranking.entries.map(\.score) == [0.5, 0.5, 0.5, 0.5])
    #expect(ranking.entries.map(\.tally.source) == ["b", "a", "c", "d"])
  }

  @Test("Few stars count for less")
  func stars() {
    let ranking = StarRanking([
      .init(source: "one five", ratings: [0, 0, 0, 0, 1]),
      .init(source: "many fours", ratings: [0, 0, 0, 40, 0]),
      .init(source: "many twos", ratings: [0, 40, 0, 0, 0]),
      .init(source: "none", ratings: [0, 0, 0, 0, 0]),
    ])
    #expect(
      ranking.entries.map(\.tally.source) == ["many fours", "one five", "none", "many twos"])
    #expect(StarRanking([.init(source: "none", ratings: [])]).entries.map(\.score) == [nil])
  }

  @Test("The vital few reasons")
  func pareto() {
    let pareto = ReasonPareto(["timing": 4, "budget": 4, "spam": 1, "other": 1], withoutReason: 30)
    #expect(pareto.rows.map(\.reason) == ["budget", "timing", "other", "spam"])
    #expect(pareto.vital == 2)
    #expect(pareto.withoutReason == Proportion(30, of: 40))
    let empty = ReasonPareto([:], withoutReason: 0)
    #expect(empty.rows.isEmpty)
    #expect(empty.vital == 0)
    #expect(empty.withoutReason.share == nil)
  }

  @Test("A prior is fitted only where sources differ by more than chance")
  func fittedPrior() throws {
    // As many sources above one half as below: both weights are equal.
    let spread = (1...9).map { SourceTally(source: "\($0)", accepted: $0 * 10, answered: 100) }
    let prior = try #require(FittedPrior(spread))
    #expect(isClose(prior.alpha, prior.beta, 1e-6))
    #expect(prior.alpha > 1 && prior.alpha < 3)
    let alike = (1...20).map { SourceTally(source: "\($0)", accepted: 50, answered: 100) }
    #expect(FittedPrior(alike) == nil)
    #expect(FittedPrior(Array(spread.prefix(1))) == nil)
    #expect(FittedPrior([]) == nil)
  }
}
