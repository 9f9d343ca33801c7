import BatonDemo
import BatonModel
import Testing

/// A Wednesday in November, 11:20 in Amsterdam.
let wednesday = Instant(seconds: 1_794_997_200)

/// A board with its leads, made once for all tests that look at it.
struct Sample: CustomTestStringConvertible, Sendable {
  let demo: DemoBoard
  let leads: [Lead]
  let testDescription: String

  init(seed: UInt64, asOf: Instant) {
    demo = DemoBoard(seed: seed, asOf: asOf)
    leads = Array(demo.leads)
    testDescription = "seed \(seed) at \(asOf.rfc3339)"
  }

  /// Boards of an ordinary day.
  static let ordinary = [1, 2, 3].map { Sample(seed: $0, asOf: wednesday) }

  /// Boards of moments that are awkward to plan from: a Saturday night, New Year's Day, the night
  /// in which the clocks change, a Monday before work, the last minute of a day.
  static let awkward = [
    1_795_301_999, 1_798_787_000, 1_792_889_400, 1_795_391_000, 1_795_042_799,
  ].map { Sample(seed: 5, asOf: Instant(seconds: $0)) }
}

@Suite struct DemoBoardTests {
  @Test func givesTheSameLeadsEachTime() {
    let board = DemoBoard(seed: 7, asOf: wednesday)
    let again = DemoBoard(leads: 5, seed: 7, asOf: wednesday)
    #expect(board.board == again.board)
    #expect(board.campaigns == again.campaigns)
    #expect(board.collateral == again.collateral)
    for index in [0, 239, 1000, 99_999] {
      #expect(board.lead(at: index) == again.lead(at: index))
    }
  }

  @Test func givesTheSameLeadsToEveryThread() async {
    let board = DemoBoard(asOf: wednesday)
    let parts = await withTaskGroup(of: (Int, [Lead]).self) { group in
      for part in 0..<4 {
        group.addTask { (part, (part * 60..<part * 60 + 60).map(board.lead(at:))) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect((0..<4).flatMap { parts[$0] ?? [] } == Array(board.leads))
  }

  @Test func givesTheseLeadsOnEveryMachine() {
    let board = DemoBoard(leads: 3, seed: 1, asOf: wednesday)
    let leads = board.leads.map { "\($0.id) \($0.name), \($0.company?.name ?? "") (\($0.stage))" }
    #expect(
      leads == [
        "q0jdpmj1vf Lucie Říhová, Sklárny Vysočina (qualify)",
        "ydn7fcts6v Åse Kjær, Bækgård Emballage A/S (new)",
        "r2gqq4xvsv Niccolò Sartori, Pastificio Due Torri (decide)",
      ])
  }

  @Test func givesOtherLeadsForAnotherSeed() {
    let one = DemoBoard(seed: 1, asOf: wednesday)
    let two = DemoBoard(seed: 2, asOf: wednesday)
    let indices = 0..<20
    #expect(
      Set(indices.map { one.lead(at: $0).id }).isDisjoint(with: indices.map { two.lead(at: $0).id })
    )
    #expect(indices.map { one.lead(at: $0).name } != indices.map { two.lead(at: $0).name })
  }

  @Test func hasAsManyLeadsAsAreWanted() {
    #expect(DemoBoard.defaultLeadCount == 240)
    #expect(DemoBoard(asOf: wednesday).leads.count == 240)
    #expect(DemoBoard(leads: 1000, asOf: wednesday).leads.count == 1000)
    #expect(DemoBoard(leads: 0, asOf: wednesday).leads.isEmpty)
    #expect(DemoBoard(leads: -1, asOf: wednesday).leads.isEmpty)
  }

  @Test func namesNoTwoLeadsAlike() {
    let board = DemoBoard(leads: 1000, asOf: wednesday)
    let names = board.leads.map(\.id.rawValue)
    #expect(Set(names).count == 1000)
    #expect(names.allSatisfy { $0.utf8.count == 10 })
  }

  @Test func looksLikeATeamsBoard() {
    for sample in Sample.ordinary {
      let reckoning = Reckoning(board: sample.demo.board, now: wednesday)
      let all = sample.leads.map { (lead: $0, standing: reckoning.standing(of: LeadSummary($0))) }
      let open = all.filter(\.standing.isOpen)
      let counts = Dictionary(grouping: open, by: \.lead.stage).mapValues(\.count)
      #expect(
        counts == [
          "new": 46, "nurture": 24, "qualify": 34, "propose": 20, "decide": 12, "deliver": 9,
          "account": 9,
        ])
      #expect(open.filter(\.standing.isStalled).count == 21)
      #expect(open.filter(\.standing.isOverdue).count == 10)
      #expect(open.filter { $0.standing.light == .today }.count == 14)
      #expect(open.filter { $0.standing.light == .later }.count == 40)
      let ends = Dictionary(grouping: all) { $0.standing.parking?.kind }.mapValues(\.count)
      #expect(ends[.won] == 14)
      #expect(ends[.lost] == 26)
      #expect(ends[.disqualified] == 34)
      #expect(ends[.silent] == 12)
      #expect(ends[.waiting] == 8)
      #expect(ends[.nurture] == 12)
    }
  }

  @Test func putsMoneyIntoEveryColumnThatHasSome() {
    let leads = Sample.ordinary[0].leads
    for stage in ["qualify", "propose", "decide", "deliver", "account"] as [StageID] {
      let money = leads.filter { $0.stage == stage && $0.parked == nil }.compactMap(\.amount)
      #expect(money.reduce(0) { $0 + $1.units } > 20_000, "\(stage)")
    }
    let amounts = leads.compactMap { $0.amount?.units }.sorted()
    let middle = amounts[amounts.count / 2]
    #expect((5000...20_000).contains(middle))
    #expect((amounts.last ?? 0) > 80_000)
  }

  @Test func keepsTheTextThatIsSearchedSmall() {
    let bytes = Sample.ordinary[0].leads.map { LeadSummary($0).text.bytes.count }
    #expect(bytes.reduce(0, +) / bytes.count < 600)
  }

  @Test func hasMeetingsAboutItsLeads() {
    let board = DemoBoard(asOf: wednesday)
    #expect(board.meetings.map(\.date) == ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"])
    let ids = Set(Sample.ordinary[0].leads.map(\.id))
    let decisions = board.meetings.flatMap(\.decisions)
    #expect(decisions.contains { !$0.leads.isEmpty })
    #expect(decisions.contains { $0.done != nil })
    #expect(decisions.contains { $0.done == nil })
    for decision in decisions {
      #expect(ids.isSuperset(of: decision.leads))
      #expect(decision.done.map { $0 <= wednesday } ?? true)
      #expect(decision.owner.map { board.board.member($0) != nil } ?? false)
      #expect(decision.roadblock.map(board.board.roadblockKinds.contains) ?? true)
    }
    #expect(
      DemoBoard(leads: 0, asOf: wednesday).meetings.flatMap(\.decisions).flatMap(\.leads).isEmpty)
  }

  @Test(arguments: [Instant(seconds: -62_100_000_000), Instant(seconds: 253_400_000_000)])
  func copesWithTheEndsOfTheCalendar(_ time: Instant) {
    let board = DemoBoard(leads: 240, asOf: time)
    #expect(board.leads.map(\.stage).count == 240)
  }
}
