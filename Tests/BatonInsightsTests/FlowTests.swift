import Testing

@testable import BatonInsights

@Suite("Flow") struct FlowTests {
  @Test(
    "Windows and load", .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("flow"))
  func reference(reference: ReferenceCase) throws {
    let input = reference.input
    func engaging() throws -> EngagingRows {
      try EngagingRows(try #require(Reference.cases("km-crm-engaging").first).input)
    }
    if let asOf = input["asOf"].double {
      let rows = try engaging()
      let owned = zip(rows.owner, rows.items).map { (owner: rows.owners[$0], item: $1) }
      return reference.check(Self.figures(TeamLoad(owned, asOf: asOf)))
    }
    let items =
      input["items_from"] == .null
      ? input["items"].array.map {
        FlowItem(arrived: $0[0].double ?? .nan, departed: $0[1].double)
      } : try engaging().items
    let window = try #require(
      FlowWindow(
        items, from: try input["from"].requiredDouble, to: try input["to"].requiredDouble))
    reference.check(Self.figures(window))
  }

  private static func figures(_ window: FlowWindow) -> JSON {
    .object([
      "wip_from": JSON(window.startingWork), "wip_to": JSON(window.endingWork),
      "avgWIP": JSON(window.averageWork), "arrivals": JSON(window.arrivals),
      "departures": JSON(window.departures), "throughput_per_day": JSON(window.throughput),
      "cycle": .object([
        "mean": JSON(window.cycleDays.mean), "p50": JSON(window.cycleDays.median),
        "p85": JSON(window.cycleDays.quantile(0.85)),
        "p95": JSON(window.cycleDays.quantile(0.95)),
      ]),
      "little": JSON(window.balance),
      "ageOfWip": .object([
        "n": JSON(window.ages.count), "mean": JSON(window.ages.mean),
        "p85": JSON(window.ages.quantile(0.85)),
      ]),
    ])
  }

  private static func figures(_ load: TeamLoad) -> JSON {
    .object([
      "team_weeks_to_clear": JSON(load.team.weeksToClear),
      "owners": .object(
        load.owners.mapValues { owner in
          .object([
            "open": JSON(owner.open), "closes": JSON(owner.closes),
            "arrivals": JSON(owner.arrivals), "per_week": JSON(owner.closesPerWeek),
            "weeks_to_clear": JSON(owner.weeksToClear),
            "load": JSON(owner.arrivalsPerClose), "heavy": JSON(load.isHeavy(owner)),
          ])
        }),
    ])
  }

  @Test(
    "Cumulative flow", .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("cumulative-flow"))
  func cumulativeFlow(reference: ReferenceCase) throws {
    let flow = CumulativeFlow(
      leads: reference.input["leads"].array.map { $0.array.map(\.double) },
      stages: try reference.input["stages"].requiredInt,
      days: reference.input["days"].array.compactMap(\.double))
    reference.check(.array(flow.reached.map { JSON($0) }))
  }

  @Test(
    "Forecasts", .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("forecast"))
  func forecast(reference: ReferenceCase) throws {
    let history = reference.input["history"].array.compactMap(\.int)
    let forecast = try #require(CloseForecast(history: history))
    let outlook = forecast.outlook(weeks: try reference.input["weeks"].requiredInt)
    func answers(
      _ question: String, _ answer: (String) throws -> JSON
    ) throws -> JSON {
      let asked = reference.expected[question].object.keys
      return .object(
        Dictionary(uniqueKeysWithValues: try asked.map { ($0, try answer($0)) }))
    }
    reference.check(
      .object([
        "mean": JSON(outlook.mean),
        "atLeast": try answers("atLeast") { chance in
          JSON(outlook.closes(withChance: try #require(Double(chance))))
        },
        "p_atLeast": try answers("p_atLeast") { closes in
          JSON(outlook.chance(ofAtLeast: try #require(Int(closes))))
        },
        "weeksFor": try answers("weeksFor") { question in
          let parts = question.split(separator: "@")
          return JSON(
            forecast.weeks(
              for: try #require(Int(parts[0])), chance: try #require(Double(parts[1]))))
        },
      ]))
  }

  @Test("Work in balance and work that piles up")
  func balance() throws {
    // One lead a day that stays two days: two inside at any time.
    let steady = (-5..<20).map { FlowItem(arrived: Double($0), departed: Double($0) + 2) }
    let window = try #require(FlowWindow(steady, from: 0, to: 10))
    #expect(window.startingWork == 2)
    #expect(window.endingWork == 2)
    #expect(window.averageWork == 2)
    #expect(window.throughput == 1)
    #expect(window.cycleDays.mean == 2)
    #expect(window.balance == 1)
    #expect(window.ages.values == [0, 1])
    let stuck = steady + (0..<10).map { FlowItem(arrived: Double($0), departed: nil) }
    #expect(try #require(FlowWindow(stuck, from: 0, to: 10)?.balance) > 3)
    #expect(FlowWindow(steady, from: 3, to: 3) == nil)
    #expect(try #require(FlowWindow([], from: 0, to: 3)).balance == nil)
  }

  @Test("Heavy is twice the team's weeks of work, or open work and no closes")
  func load() throws {
    func items(_ owner: String, open: Int, closed: Int) -> [(owner: String, item: FlowItem)] {
      Array(repeating: (owner, FlowItem(arrived: 0, departed: nil)), count: open)
        + Array(repeating: (owner, FlowItem(arrived: 50, departed: 90)), count: closed)
    }
    let late = [(owner: "late", item: FlowItem(arrived: 101, departed: nil))]
    let load = TeamLoad(
      items("ana", open: 2, closed: 16) + items("ben", open: 10, closed: 8)
        + items("cem", open: 1, closed: 0) + items("dia", open: 0, closed: 0) + late, asOf: 100)
    let ana = try #require(load.owners["ana"])
    let ben = try #require(load.owners["ben"])
    let cem = try #require(load.owners["cem"])
    #expect(ana.closesPerWeek == 2)
    #expect(ana.weeksToClear == 1)
    #expect(ana.arrivals == 16)
    #expect(ana.arrivalsPerClose == 1)
    #expect(load.team.weeksToClear == 13.0 / 3)
    #expect(!load.isHeavy(ana))
    #expect(load.isHeavy(ben))
    #expect(cem.weeksToClear == nil)
    #expect(load.isHeavy(cem))
    #expect(load.owners.count == 3)
  }

  @Test("Going back and skipping do not reduce the cumulative flow")
  func cumulative() {
    let flow = CumulativeFlow(
      leads: [[0, nil, 2], [3, 1, nil], [nil, nil, nil]], stages: 3, days: [2, 0, 1])
    #expect(flow.days == [0, 1, 2])
    #expect(flow.reached == [[1, 0, 0], [2, 1, 0], [2, 2, 1]])
    #expect(flow.band(of: 0) == [1, 1, 0])
    #expect(flow.band(of: 2) == [0, 0, 1])
  }

  @Test("A forecast of coin flips is the binomial distribution")
  func coinFlips() throws {
    let forecast = try #require(CloseForecast(history: [0, 1, 0, 1, 0, 1, 0, 1]))
    let outlook = forecast.outlook(weeks: 4)
    let chances = (0...5).map { outlook.chance(ofAtLeast: $0) }
    #expect(chances.map { $0 * 16 } == [16, 15, 11, 5, 1, 0])
    #expect(outlook.closes(withChance: 0.5) == 2)
    #expect(outlook.closes(withChance: 1) == 0)
    #expect(outlook.mean == 2)
    #expect(forecast.weeks(for: 1, chance: 0.75) == 2)
    #expect(forecast.weeks(for: 1, chance: 0.751) == 3)
    #expect(forecast.weeks(for: 0, chance: 1) == 0)
    #expect(forecast.weeks(for: 261, chance: 0.1) == nil)
    #expect(forecast.weeks(for: 200, chance: 0.9) == nil)
    #expect(forecast.outlook(weeks: 0).chance(ofAtLeast: 1) == 0)
  }

  @Test("A short or impossible history gives no forecast")
  func shortHistory() {
    #expect(CloseForecast(history: [1, 2, 3, 4, 5, 6, 7]) == nil)
    #expect(CloseForecast(history: [1, 2, 3, 4, 5, 6, 7, -1]) == nil)
  }
}
