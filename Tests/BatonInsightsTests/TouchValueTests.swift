import Testing

@testable import BatonInsights

@Suite("Touch value") struct TouchValueTests {
  @Test(
    "Credit by every rule", .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("attribution-small") + Reference.cases("attribution-pathdata"))
  func credit(reference: ReferenceCase) throws {
    if reference.input["halfLifeHours"] != .null {
      return try Self.checkTimeDecay(reference)
    }
    var kinds = Labels()
    let journeys = try Self.journeys(reference.input, &kinds)
    let credit = TouchCredit(journeys, kinds: kinds.count)
    func named(_ values: [Double]) -> JSON {
      JSON(Dictionary(uniqueKeysWithValues: zip(kinds.names, values)))
    }
    var markov: [String: JSON] = [:]
    for order in 1...2 {
      let value = try #require(MarkovCredit(journeys, kinds: kinds.count, order: order))
      markov["\(order)"] = .object([
        "P": JSON(value.winChance), "states": JSON(value.states),
        "removal": named(value.removalEffect), "credit": named(value.credit),
      ])
    }
    reference.check(
      .object([
        "wins": JSON(credit.wins), "losses": JSON(credit.losses), "first": named(credit.first),
        "last": named(credit.last), "linear": named(credit.linear),
        "position": named(credit.position), "markov": .object(markov),
      ]), ignoring: ["max_diff_to_ChannelAttribution"])
  }

  @Test(
    "Markov credit from transition counts",
    .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("attribution-pathdata-counts"))
  func transitionCounts(reference: ReferenceCase) throws {
    let counts = reference.input["counts"].array
    var kinds = Labels()
    func target(_ name: String) -> AbsorbingChain.Target {
      switch name {
      case "(conversion)": .win
      case "(null)": .loss
      default: .state(kinds.number(of: name))
      }
    }
    let transitions = try counts.map { row in
      let from = try row[0].requiredString
      return (
        from: from == "(start)" ? nil : kinds.number(of: from),
        to: target(try row[1].requiredString), weight: try row[2].requiredDouble
      )
    }
    var chain = AbsorbingChain(states: kinds.count)
    for (from, to, weight) in transitions { chain.add(weight, from: from, to: to) }
    let credit = MarkovCredit(
      chain: chain, kindsOfState: (0..<kinds.count).map { [$0] }, kinds: kinds.count,
      wins: try reference.input["wins"].requiredInt)
    func named(_ values: [Double]) -> JSON {
      JSON(Dictionary(uniqueKeysWithValues: zip(kinds.names, values)))
    }
    reference.check(
      .object([
        "P": JSON(credit.winChance), "removal": named(credit.removalEffect),
        "credit": named(credit.credit),
      ]), ignoring: ["max_diff_to_ChannelAttribution"])
  }

  private static func journeys(_ input: JSON, _ kinds: inout Labels) throws -> [TouchJourney] {
    var journeys: [TouchJourney] = []
    for row in input.array {
      journeys.append(
        TouchJourney(
          path: row["path"].array.compactMap(\.string).map { kinds.number(of: $0) },
          wins: try row["wins"].requiredInt, losses: try row["losses"].requiredInt))
    }
    let names = input["channels"].array.compactMap(\.string)
    let letters = Dictionary(uniqueKeysWithValues: zip(input["letters"].string ?? "", names))
    for row in input["rows"].array {
      let parts = try row.requiredString.split(separator: " ")
      let path = try parts[0].map { kinds.number(of: try #require(letters[$0])) }
      journeys.append(
        TouchJourney(
          path: path, wins: try #require(Int(parts[1])), losses: try #require(Int(parts[2]))))
    }
    return journeys
  }

  private static func checkTimeDecay(_ reference: ReferenceCase) throws {
    var kinds = Labels()
    var journeys: [TimedJourney] = []
    for row in reference.input["wins"].array {
      var touches: [TimedJourney.Touch] = []
      for (name, hours) in zip(row["path"].array, row["hoursBefore"].array) {
        touches.append(
          TimedJourney.Touch(
            kind: kinds.number(of: try name.requiredString),
            hoursBeforeWin: try hours.requiredDouble))
      }
      journeys.append(TimedJourney(touches: touches))
    }
    let halfLife = try reference.input["halfLifeHours"].requiredDouble
    let credit = TouchCredit.timeDecay(journeys, kinds: kinds.count, halfLife: halfLife)
    reference.check(JSON(Dictionary(uniqueKeysWithValues: zip(kinds.names, credit))))
  }

  /// Bryl 2016: C1 > C2 > C3 wins, C1 alone and C2 > C3 do not.
  static let bryl = [
    TouchJourney(path: [0, 1, 2], wins: 1, losses: 0),
    TouchJourney(path: [0], wins: 0, losses: 1),
    TouchJourney(path: [1, 2], wins: 0, losses: 1),
  ]

  @Test("Removal effects as published (Bryl 2016)")
  func markov() throws {
    let credit = try #require(MarkovCredit(Self.bryl, kinds: 3))
    for (effect, expected) in zip(credit.removalEffect, [0.5, 1, 1]) {
      #expect(isClose(effect, expected))
    }
    for (value, expected) in zip(credit.credit, [0.2, 0.4, 0.4]) {
      #expect(isClose(value, expected))
    }
  }

  @Test("At every order the chain wins as often as the leads did", arguments: 1...4)
  func winShare(order: Int) throws {
    let journeys = [
      TouchJourney(path: [0, 1, 0, 1, 1, 2, 0], wins: 3, losses: 11),
      TouchJourney(path: [2, 2, 2], wins: 1, losses: 4),
      TouchJourney(path: [1, 0], wins: 5, losses: 2),
      TouchJourney(path: [0, 1, 2, 0, 1, 2], wins: 0, losses: 7),
      TouchJourney(path: [], wins: 9, losses: 9),
    ]
    let credit = try #require(MarkovCredit(journeys, kinds: 3, order: order))
    #expect(isClose(credit.winChance, 9.0 / 33))
    #expect(isClose(credit.credit.reduce(0, +), 9))
  }

  @Test("A state with no way to an end never wins")
  func trappedState() {
    var chain = AbsorbingChain(states: 2)
    chain.add(1, from: nil, to: .state(0))
    chain.add(1, from: nil, to: .win)
    chain.add(1, from: 0, to: .state(1))
    chain.add(1, from: 1, to: .state(0))
    #expect(chain.winChance() == 0.5)
    #expect(AbsorbingChain(states: 0).winChance() == 0)
  }

  @Test("An order that needs too large a table is refused")
  func largeOrder() {
    #expect(MarkovCredit(Self.bryl, kinds: 3, order: 0) == nil)
    #expect(MarkovCredit(Self.bryl, kinds: 3, order: 11) == nil)
    #expect(MarkovCredit(Self.bryl, kinds: 2_000_000) == nil)
  }

  @Test("First, last, linear and position share out each win")
  func rules() {
    let credit = TouchCredit(
      [
        TouchJourney(path: [0, 1, 1, 2], wins: 10, losses: 3),
        TouchJourney(path: [2, 0], wins: 2, losses: 0),
        TouchJourney(path: [1], wins: 1, losses: 1),
        TouchJourney(path: [], wins: 4, losses: 2),
      ], kinds: 3)
    #expect(credit.first == [10, 1, 2])
    #expect(credit.last == [2, 1, 10])
    #expect(credit.linear == [3.5, 6, 3.5])
    #expect(credit.position == [5, 3, 5])
    #expect(credit.wins == 13)
    #expect(credit.losses == 4)
    #expect(credit.untouched == 6)
  }

  @Test("A touch a half-life earlier counts half as much, however long ago")
  func timeDecay() {
    func credit(since hours: Double) -> [Double] {
      let touches = [(0, 48.0), (1, 24.0), (1, 0.0)].map {
        TimedJourney.Touch(kind: $0, hoursBeforeWin: $1 + hours)
      }
      let journeys = [TimedJourney(touches: touches), TimedJourney(touches: [])]
      return TouchCredit.timeDecay(journeys, kinds: 2, halfLife: 24)
    }
    for hours in [0, 1e6] {
      #expect(isClose(credit(since: hours)[0], 1.0 / 7))
      #expect(isClose(credit(since: hours)[1], 6.0 / 7))
    }
  }
}
