import Testing

@testable import BatonInsights

@Suite("Roadblocks") struct RoadblockTests {
  @Test(
    "Risks, adjusted p-values and blocked days",
    .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("roadblocks"))
  func reference(reference: ReferenceCase) throws {
    let input = reference.input
    if !input.array.isEmpty {
      reference.check(JSON(holmAdjusted(input.array.compactMap(\.double))))
    } else if !input["leads"].array.isEmpty {
      reference.check(try Self.cost(input))
    } else {
      let numbers = try ["a", "n1", "c", "n0"].map { try input[$0].requiredInt }
      let risk = RoadblockRisk(
        exposed: Proportion(numbers[0], of: numbers[1]),
        others: Proportion(numbers[2], of: numbers[3]))
      reference.check(Self.figures(risk))
    }
  }

  private static func figures(_ risk: RoadblockRisk) -> JSON {
    let words: [RoadblockRisk.Finding: String] = [
      .tooFewToSay: "too few to say", .moreOftenLost: "more often lost",
      .lessOftenLost: "less often lost", .cannotTell: "cannot tell",
    ]
    let difference = risk.difference.map { difference in
      JSON.object([
        "p": JSON(difference.difference), "lo": JSON(difference.interval.low),
        "hi": JSON(difference.interval.high),
      ])
    }
    return .object([
      "rr": JSON(risk.relativeRisk), "rr_lo": JSON(risk.relativeRiskInterval?.low),
      "rr_hi": JSON(risk.relativeRiskInterval?.high), "diff": difference ?? .null,
      "fisher": JSON(risk.pValue), "verdict": JSON(words[risk.finding]),
    ])
  }

  private static func cost(_ input: JSON) throws -> JSON {
    let leads = try input["leads"].array.map { lead in
      try lead.array.map { blockage in
        RoadblockCost.Blockage(
          opened: try blockage[0].requiredDouble, resolved: blockage[1].double)
      }
    }
    let cost = RoadblockCost(
      leads, from: try input["from"].requiredDouble, asOf: try input["asOf"].requiredDouble)
    return .object([
      "blockedDays": JSON(cost.days), "per_lead": JSON(cost.daysByLead),
      "blockedNow": JSON(cost.blockedNow),
    ])
  }

  @Test(
    "Fisher's exact test, from a tasting of tea to large counts",
    arguments: [
      (3, 4, 1, 4, 0.485714285714), (8, 10, 1, 6, 0.034965034965), (0, 3, 0, 4, 1),
      (3, 3, 4, 4, 1), (30_000, 50_000, 29_000, 50_000, 1.332752279295e-10),
    ])
  func fisher(a: Int, n1: Int, c: Int, n0: Int, expected: Double) {
    let pValue = fisherExact(Proportion(a, of: n1), Proportion(c, of: n0))
    #expect(isRelativelyClose(pValue, expected, 1e-8))
  }

  @Test("A p-value a hundred orders below the likeliest table keeps its digits")
  func tinyPValue() {
    let pValue = fisherExact(Proportion(0, of: 300), Proportion(300, of: 300))
    // Two tables of 600 choose 300.
    #expect(isRelativelyClose(pValue, 1.4802978791996818e-179, 1e-9))
  }

  @Test("What is said depends on how many there are")
  func findings() {
    func finding(_ a: Int, _ n1: Int, _ c: Int, _ n0: Int) -> RoadblockRisk.Finding {
      RoadblockRisk(exposed: Proportion(a, of: n1), others: Proportion(c, of: n0)).finding
    }
    #expect(finding(4, 4, 1, 50) == .tooFewToSay)
    #expect(finding(9, 10, 5, 50) == .moreOftenLost)
    #expect(finding(1, 50, 9, 10) == .lessOftenLost)
    #expect(finding(5, 10, 5, 11) == .cannotTell)
    #expect(finding(0, 0, 5, 11) == .tooFewToSay)
  }

  @Test("A relative risk without a base is undefined")
  func relativeRisk() {
    let noBase = RoadblockRisk(exposed: Proportion(3, of: 6), others: Proportion(0, of: 6))
    #expect(noBase.relativeRisk == nil)
    #expect(noBase.relativeRiskInterval == nil)
    let nobody = RoadblockRisk(exposed: Proportion(0, of: 0), others: Proportion(2, of: 6))
    #expect(nobody.difference == nil)
    #expect(nobody.pValue == nil)
    let double = RoadblockRisk(exposed: Proportion(4, of: 6), others: Proportion(2, of: 6))
    #expect(double.relativeRisk == 2)
  }

  @Test("Holm's adjustment steps down and never falls")
  func holm() {
    let adjusted = holmAdjusted([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
      #expect(isClose(value, expected))
    }
    #expect(holmAdjusted([0.7, 0.8]) == [1, 1])
    #expect(holmAdjusted([]).isEmpty)
  }

  @Test("Overlapping roadblocks of a lead count once")
  func cost() {
    let cost = RoadblockCost(
      [
        [
          .init(opened: 6, resolved: 8), .init(opened: 0, resolved: 5),
          .init(opened: 3, resolved: 4),
        ],
        [.init(opened: 9, resolved: nil)], [.init(opened: 9, resolved: 10)], [],
        [.init(opened: 11, resolved: nil)],
      ], from: 1, asOf: 10)
    #expect(cost.daysByLead == [6, 1, 1, 0, 0])
    #expect(cost.days == 8)
    #expect(cost.blockedNow == 1)
  }
}
