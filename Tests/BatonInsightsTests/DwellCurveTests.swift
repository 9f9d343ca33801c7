import Testing

@testable import BatonInsights

// Freireich et al. 1963: weeks in remission under 6-mercaptopurine and under placebo.
private let treated = stays(
  left: [6, 6, 6, 7, 10, 13, 16, 22, 23], open: [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])
private let placebo = stays(
  left: [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], open: [])

private func stays(left: [Double], open: [Double]) -> [Stay] {
  left.map { Stay(days: $0, hasLeft: true) }
    + open.map { Stay(days: $0, hasLeft: false) }
}

@Suite("Time in stage") struct DwellCurveTests {
  @Test(
    "Curves", .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("km-small"))
  func small(reference: ReferenceCase) {
    let curve = DwellCurve(Self.read(reference.input))
    reference.check(Self.figures(curve, asked: reference.expected))
  }

  @Test(
    "Curves and log-rank tests of published data",
    .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("km-logrank-classic"))
  func classic(reference: ReferenceCase) {
    let stays = Self.read(reference.input)
    var actual = Self.figures(DwellCurve(stays), asked: reference.expected).object
    let groups = reference.input["group"].array.compactMap(\.string)
    if !groups.isEmpty {
      actual["logrank"] = Self.logRank(zip(groups, stays))
    }
    reference.check(.object(actual))
  }

  @Test(
    "A real board's stage by owner and segment",
    .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("km-crm-engaging"))
  func engaging(reference: ReferenceCase) throws {
    let rows = try EngagingRows(reference.input)
    let all = DwellCurve(rows.stays)
    let limit = try #require(StallLimit(target: nil, teamHistory: all))
    let target = try #require(StallLimit(target: 60, teamHistory: all))
    func grouped(_ names: [String], _ numbers: [Int]) -> (JSON, [(String, Stay)]) {
      let named = zip(numbers, rows.stays).map { (names[$0], $1) }
      let figures = Dictionary(grouping: named, by: \.0).mapValues { group in
        let stays = group.map(\.1)
        var figures = Self.figures(DwellCurve(stays), asked: .null).object
        let open = stays.filter { !$0.hasLeft }
        figures["stalled_over_all_p80"] = JSON(open.count { limit.isPassed(byAge: $0.days) })
        figures["stalled_over_sla_60"] = JSON(open.count { target.isPassed(byAge: $0.days) })
        return JSON.object(figures)
      }
      return (.object(figures), named)
    }
    let (byOwner, ownedStays) = grouped(rows.owners, rows.owner)
    let (bySegment, segmentStays) = grouped(rows.segments, rows.segment)
    let firstTwo = ownedStays.filter { rows.owners.prefix(2).contains($0.0) }
    reference.check(
      .object([
        "all": Self.figures(all, asked: reference.expected["all"]),
        "by_owner": byOwner,
        "by_segment": bySegment,
        "logrank_owners": Self.logRank(ownedStays),
        "logrank_segments": Self.logRank(segmentStays),
        "logrank_first_two_owners": Self.logRank(firstTwo),
      ]))
  }

  private static func read(_ input: JSON) -> [Stay] {
    zip(input["days"].array, input["exited"].array).map {
      Stay(days: $0.double ?? .nan, hasLeft: $1.int == 1)
    }
  }

  private static func figures(_ curve: DwellCurve, asked: JSON) -> JSON {
    let steps = curve.steps
    let bounds = curve.medianBounds
    return .object([
      "n": JSON(curve.stays), "exits": JSON(curve.exits), "open": JSON(curve.open),
      "median": JSON(curve.quantile(0.5)), "p80": JSON(curve.quantile(0.8)),
      "p90": JSON(curve.quantile(0.9)),
      "median_ci": .array([JSON(bounds.low), JSON(bounds.high)]),
      "steps": .object([
        "t": JSON(steps.map(\.day)), "at_risk": JSON(steps.map(\.atRisk)),
        "exits": JSON(steps.map(\.exits)), "S": JSON(steps.map(\.staying)),
        "lo": JSON(steps.map(\.interval.low)), "hi": JSON(steps.map(\.interval.high)),
      ]),
      "leaves_within": .array(
        asked["leaves_within"].array.map { asked in
          let age = asked["age"].double ?? .nan
          let next = asked["next"].double ?? .nan
          let chance = curve.leaves(within: next, atAge: age)
          return .object(["age": JSON(age), "next": JSON(next), "p": JSON(chance)])
        }),
    ])
  }

  private static func logRank(_ named: some Sequence<(String, Stay)>) -> JSON {
    let groups = Dictionary(grouping: named, by: \.0)
    let names = groups.keys.sorted()
    let test = LogRankTest(names.map { groups[$0, default: []].map(\.1) })
    let figures = zip(names, test?.groups ?? []).map { name, group in
      (
        name,
        JSON.object(["observed": JSON(group.observed), "expected": JSON(group.expected)])
      )
    }
    return .object([
      "chi2": JSON(test?.statistic), "df": JSON(test?.degreesOfFreedom), "p": JSON(test?.pValue),
      "groups": .object(Dictionary(uniqueKeysWithValues: figures)),
    ])
  }

  @Test("The remission curve as published (Freireich et al. 1963)")
  func freireich() {
    let curve = DwellCurve(treated)
    #expect(curve.steps.map(\.day) == [6, 7, 10, 13, 16, 22, 23])
    #expect(curve.steps.map(\.atRisk) == [21, 17, 15, 12, 11, 7, 6])
    let published = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    for (step, expected) in zip(curve.steps, published) {
      #expect(isClose(step.staying, expected, 5e-4))
    }
    #expect(curve.quantile(0.5) == 23)
    #expect(curve.quantile(0.8) == nil)
    #expect(DwellCurve(placebo).quantile(0.5) == 8)
  }

  @Test("The log-rank test of both groups as published")
  func freireichLogRank() throws {
    let test = try #require(LogRankTest([treated, placebo]))
    #expect(isClose(test.statistic, 16.79, 5e-3))
    #expect(test.degreesOfFreedom == 1)
    #expect(test.groups.map(\.observed) == [9, 21])
    #expect(isClose(test.groups[0].expected, 19.25, 5e-3))
    #expect(isClose(test.groups[1].expected, 10.75, 5e-3))
  }

  @Test("Groups that cannot be compared give no test")
  func incomparableGroups() throws {
    #expect(LogRankTest([]) == nil)
    #expect(LogRankTest([treated]) == nil)
    #expect(LogRankTest([treated, []]) == nil)
    let never = stays(left: [], open: [1, 2, 3])
    #expect(LogRankTest([never, never]) == nil)
    // A group that is gone before anybody leaves takes no part.
    let gone = stays(left: [], open: [0.5])
    let with = try #require(LogRankTest([treated, gone, placebo]))
    let without = try #require(LogRankTest([treated, placebo]))
    #expect(isClose(with.statistic, without.statistic))
    #expect(with.degreesOfFreedom == 1)
  }

  @Test("A curve that touches a share exactly is there")
  func exactQuantiles() {
    for count in 1...60 {
      let curve = DwellCurve(stays(left: (1...count).map(Double.init), open: []))
      for tenth in 1...9 {
        let expected = Double((tenth * count + 9) / 10)
        #expect(curve.quantile(Double(tenth) / 10) == expected, "\(tenth)/10 of \(count)")
      }
    }
  }

  @Test("Those still there lengthen the dwell")
  func censoring() {
    let left: [Double] = [1, 2, 3, 4, 5]
    #expect(DwellCurve(stays(left: left, open: [])).dwell(0.5) == 3)
    #expect(DwellCurve(stays(left: left, open: [9, 9, 9, 9])).dwell(0.5) == 5)
    #expect(DwellCurve(stays(left: left, open: [9, 9, 9, 9, 9, 9])).dwell(0.5) == nil)
  }

  @Test("Under five exits no dwell is shown and no limit set")
  func fewExits() {
    let four = DwellCurve(stays(left: [1, 2, 3, 4], open: []))
    let five = DwellCurve(stays(left: [1, 2, 3, 4, 5], open: []))
    #expect(four.quantile(0.8) == 4)
    #expect(four.dwell(0.8) == nil)
    #expect(StallLimit(target: nil, teamHistory: four) == nil)
    #expect(StallLimit(target: nil, teamHistory: five)?.days == 4)
    #expect(StallLimit(target: nil, teamHistory: five)?.origin == .teamHistory)
    #expect(StallLimit(target: 2, teamHistory: four)?.days == 2)
    #expect(StallLimit(target: 2, teamHistory: five)?.origin == .target)
  }

  @Test("A lead is stalled beyond its limit, not at it")
  func limit() throws {
    let limit = try #require(StallLimit(target: 2, teamHistory: DwellCurve([])))
    #expect(!limit.isPassed(byAge: 2))
    #expect(limit.isPassed(byAge: 2.01))
  }

  @Test("A stay as it looked at a time")
  func stay() {
    #expect(Stay(entered: 3, left: nil, asOf: 10) == Stay(days: 7, hasLeft: false))
    #expect(Stay(entered: 3, left: 5, asOf: 10) == Stay(days: 2, hasLeft: true))
    #expect(Stay(entered: 3, left: 5, asOf: 5) == Stay(days: 2, hasLeft: true))
    #expect(Stay(entered: 3, left: 5, asOf: 4) == Stay(days: 1, hasLeft: false))
    #expect(Stay(entered: 3, left: nil, asOf: 2) == nil)
    #expect(Stay(entered: 3, left: 1, asOf: 9) == nil)
  }

  @Test("The chance to leave soon")
  func leavesWithin() {
    let curve = DwellCurve(placebo)
    #expect(curve.staying(after: 0) == 1)
    #expect(isClose(curve.leaves(within: 7, atAge: 3), 0.5))
    #expect(curve.leaves(within: 7, atAge: 23) == nil)
    #expect(DwellCurve([]).leaves(within: 7, atAge: 3) == 0)
  }
}
