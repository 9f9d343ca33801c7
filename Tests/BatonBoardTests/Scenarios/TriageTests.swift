import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

/// The triage screen: keys in, decisions out.
@Suite struct TriageTests {
  /// Maria's queue: who wrote, an offer, a step overdue, one that came back, one with nothing next.
  static let leads: [Lead] = [
    Fixtures.lead("bea", "Bea Lund", days: 1) { lead in
      lead.company = Company(name: "Nordwerk")
      lead.amount = Money(minorUnits: 450_000, currency: "EUR")
      lead.marketingOwner = "lin"
      var handoff = Handoff(
        id: "h1", from: .generate, to: .qualify, offeredAt: Fixtures.ago(days: 0.5),
        offeredBy: "lin", offeredTo: "maria", due: Fixtures.now.adding(days: 2))
      var packet = Packet()
      packet.promises = ["a pilot in May"]
      packet.asks = ["something for my manager"]
      handoff.packet = packet
      lead.handoffs = [handoff]
    },
    Fixtures.lead("cai", "陳大文", in: "qualify", days: 6) { lead in
      lead.company = Company(name: "台北光電")
      lead.owner = "maria"
      lead.touches = [Fixtures.touch("t1", hours: 1, .sales, .inbound, .email)]
      lead.touches[0].summary = "Is the price per plant?"
    },
    Fixtures.lead("dov", "Dov Peretz", in: "qualify", days: 3) { lead in
      lead.owner = "maria"
      lead.parked = Parking(
        kind: .nurture, since: Fixtures.ago(days: 2), until: Fixtures.ago(days: 0.1),
        reason: "bad-timing", by: "maria")
      lead.touches = [Fixtures.touch("t1", hours: 60, .sales, .outbound, .call)]
      lead.touches[0].outcome = .reached
    },
    Fixtures.lead("eda", "Eda Kaya", in: "qualify", days: 2) { lead in
      lead.owner = "maria"
      lead.consent.doNotEmail = true
    },
    Fixtures.lead("jon", "Jon Aas", in: "qualify", days: 2) { $0.owner = "jonas" },
  ]

  private func robot(_ size: Size = Size(120, 40)) -> BoardRobot {
    let robot = BoardRobot(Self.leads, size: size)
    robot.press("i")
    return robot
  }

  private func queue(_ robot: BoardRobot) -> [LeadID] {
    robot.state.triage?.items.map(\.lead.id) ?? []
  }

  private func current(_ robot: BoardRobot) -> LeadID? {
    robot.state.triage?.current?.lead.id
  }

  // MARK: - What it looks like

  @Test(arguments: [Size(80, 24), Size(120, 40), Size(220, 55)])
  func queueOfMaria(_ size: Size) throws {
    let robot = robot(size)
    try Golden.expect(robot.screen, as: "triage-\(size)")
    robot.press("down")
    try Golden.expect(robot.screen, as: "triage-offer-\(size)")
  }

  @Test func theWholeContextOfAFullLeadOnOneScreen() throws {
    let robot = BoardRobot([Fixtures.fullLead])
    robot.press("i")
    try Golden.expect(robot.screen, as: "triage-full-120x40")
  }

  /// What has no room is told of, however little room there is.
  @Test(arguments: [60, 80], 12..<40)
  func whatIsLeftOutIsToldOf(_ columns: Int, _ rows: Int) {
    let robot = BoardRobot([Fixtures.fullLead], size: Size(columns, rows))
    robot.press("i")
    #expect(robot.screen.contains { $0.contains("… more: ⏎ opens the page") })
  }

  @Test func aChoiceOfReasons() throws {
    let robot = robot()
    robot.press("c")
    try Golden.expect(robot.screen, as: "triage-recycle-120x40")
  }

  @Test func survivesEverySize() {
    for (columns, rows) in [(1, 1), (20, 6), (40, 10), (109, 20), (110, 12), (300, 100)] {
      let robot = robot(Size(columns, rows))
      for keys in ["down", "c", "escape", "G down", "?"] {
        robot.press(keys)
        #expect(robot.screen.count == rows)
      }
    }
  }

  // MARK: - Deciding

  @Test func theMostUrgentFirstAndOnlyWhatIsMine() {
    #expect(queue(robot()) == ["cai", "bea", "dov", "eda"])
    #expect(BoardRobot(Self.leads, actor: "root").state.triage == nil)
  }

  @Test func acceptsAndBooksWithTwoKeysMore() throws {
    let robot = robot()
    robot.press("down y")
    #expect(robot.leads["bea"]?.stage == "qualify")
    #expect(robot.leads["bea"]?.owner == "maria")
    #expect(robot.leads["bea"]?.handoffs[0].state == .accepted)
    // It stays in view until something is booked.
    #expect(current(robot) == "bea")
    #expect(robot.screen.contains { $0.contains("What happens next with Bea Lund?") })
    robot.press("1")
    robot.type("tue 14:00")
    robot.press("enter")
    #expect(robot.leads["bea"]?.handoffs[0].proof?.kind == .call)
    #expect(current(robot) == "dov")
    #expect(robot.state.triage?.decided == ["bea"])
  }

  /// A plan is a decision once the lead is accepted, however late the news of that comes.
  @Test func acceptsAndPlansWithTwoKeys() {
    let robot = robot()
    robot.press("down y 4")
    #expect(robot.leads["bea"]?.handoffs[0].state == .accepted)
    #expect(robot.leads["bea"]?.nextStep?.due.rfc3339 == "2026-11-23T09:00:00Z")
    #expect(current(robot) == "dov")
  }

  @Test func everyDecisionHasItsReasonAndGoesOn() throws {
    let robot = robot()
    robot.press("c 2 1")
    let cai = try #require(robot.leads["cai"])
    #expect(cai.parked?.kind == .nurture)
    #expect(cai.parked?.reason == "unresponsive")
    // In a week, at the beginning of that working day: 28 November is a Saturday.
    #expect(cai.parked?.until?.rfc3339 == "2026-11-30T09:00:00Z")
    #expect(robot.statusLine.contains("✓ Recycled until Mon 30 Nov 09:00: unresponsive."))
    #expect(current(robot) == "bea")

    robot.press("r 3")
    #expect(robot.leads["bea"]?.feedback.last?.reason == "bad-data")
    #expect(robot.leads["bea"]?.handoffs[0].state == .rejected)
    #expect(current(robot) == "dov")

    robot.press("d 1")
    #expect(robot.leads["dov"]?.parked?.kind == .disqualified)
    #expect(current(robot) == "eda")

    robot.press("s 4 w 3 2")
    #expect(robot.leads["eda"]?.quality == 4)
    #expect(robot.leads["eda"]?.parked?.kind == .waiting)
    #expect(robot.leads["eda"]?.parked?.reason == "on-leave")
    #expect(robot.screen.contains { $0.contains("That was the last one.") })
    #expect(robot.screen.contains { $0.contains("4 leads decided") })
    robot.press("y")
    #expect(robot.statusLine.contains("No lead is selected."))
  }

  @Test func noKeySkipsAReason() {
    let robot = robot()
    let before = robot.leads
    for keys in ["c escape", "c 1 escape", "w enter escape", "r", "d"] { robot.press(keys) }
    #expect(robot.leads == before)
  }

  @Test func contactDecidesBetweenRejectAndDisqualify() {
    let robot = robot()
    robot.press("r")
    #expect(robot.statusLine.contains("There was contact with the buyer"))
    #expect(robot.state.overlays.isEmpty)
    // A reason's digit that comes too late does nothing.
    let before = robot.leads
    robot.press("3")
    #expect(robot.leads == before)
    robot.press("down d")
    #expect(robot.statusLine.contains("There was no contact with the buyer yet"))
  }

  @Test func everyDecisionIsTakenBackAndShownAgain() throws {
    let robot = robot()
    let before = try #require(robot.leads["cai"])
    robot.press("c 1 3")
    #expect(current(robot) == "bea")
    robot.press("u")
    #expect(current(robot) == "cai")
    #expect(robot.leads["cai"]?.parked == before.parked)
    #expect(robot.state.triage?.decided == [])
    #expect(queue(robot) == ["cai", "bea", "dov", "eda"])
    robot.press("s 5 u")
    #expect(robot.leads["cai"]?.quality == nil)
    #expect(current(robot) == "cai")
  }

  @Test func aRefusedDecisionComesBack() throws {
    let robot = robot()
    // Somebody moves the lead, and the news has not come yet.
    robot.leads["cai"]?.stage = "propose"
    robot.press("c 1 1")
    #expect(robot.leads["cai"]?.parked == nil)
    #expect(robot.screen.contains { $0.contains("陳大文 was changed outside meanwhile") })
    #expect(current(robot) == "cai")
    #expect(robot.state.triage?.decided == [])
    robot.press("2")
    #expect(robot.leads["cai"]?.parked?.reason == "bad-timing")
  }

  @Test func aRefusedAcceptanceAsksForNoNextStep() {
    let robot = robot()
    robot.press("down")
    robot.leads["bea"]?.parked = Parking(kind: .won, since: Fixtures.now, by: "jonas")
    robot.press("y")
    #expect(robot.screen.contains { $0.contains("Bea Lund is won (jonas") })
    #expect(robot.state.overlays.isEmpty)
    #expect(current(robot) == "bea")
  }

  // MARK: - Moving about, and others

  @Test func skipsGoesBackAndShowsSomebodyElsesQueue() {
    let robot = robot()
    robot.press("space j right")
    #expect(current(robot) == "eda")
    robot.press("down")
    #expect(robot.screen.contains { $0.contains("4 leads skipped") })
    robot.press("up up")
    #expect(current(robot) == "dov")
    robot.press("g")
    robot.type("jonas")
    robot.press("enter")
    #expect(queue(robot) == ["jon"])
    #expect(robot.screen[0].contains("Triage · Jonas Weber"))
    robot.press("enter")
    #expect(robot.state.page?.id == "jon")
    robot.press("escape escape")
    #expect(robot.state.triage == nil)
    #expect(robot.screen[0].contains("Baton · Acme"))
  }

  @Test func whatIsReadDoesNotVanishWhenSomebodyElseSeesToIt() throws {
    let robot = robot()
    try robot.writeOutside("cai") {
      $0.nextStep = NextStep(kind: .call, due: Fixtures.now.adding(days: 3))
      $0.touches = []
    }
    #expect(current(robot) == "cai")
    #expect(robot.screen.contains { $0.contains("wants nothing more") })
    robot.press("down")
    #expect(current(robot) == "bea")
    #expect(queue(robot) == ["bea", "dov", "eda"])
  }

  @Test func whatComesInIsPutInItsPlaceAhead() throws {
    let robot = robot()
    try robot.writeOutside("jon") {
      $0.owner = "maria"
      $0.nextStep = NextStep(kind: .call, due: Fixtures.now.adding(days: -1))
    }
    #expect(queue(robot) == ["cai", "bea", "jon", "dov", "eda"])
    #expect(current(robot) == "cai")
    robot.send(.leadsChanged([], removed: ["bea"], at: Fixtures.now))
    #expect(queue(robot) == ["cai", "jon", "dov", "eda"])
  }

  @Test func timeBringsLeadsIntoTheQueue() throws {
    let robot = robot()
    robot.press("down down")
    robot.send(.timePassed(Fixtures.now.adding(days: 3)))
    // Bea's offer has lapsed by then, and is Lin's again; it was passed already.
    #expect(current(robot) == "dov")
    #expect(Array(queue(robot).prefix(3)) == ["cai", "bea", "dov"])
  }

  // MARK: - What one side tells the other

  @Test func offersToAColleagueWithThePacket() throws {
    let robot = robot()
    robot.press("o 1")
    #expect(robot.screen.contains { $0.contains("Who of close takes 陳大文?") })
    robot.type("jonas")
    robot.press("enter")
    robot.type("promise: pilot in May; risk: holiday; call before noon")
    robot.press("enter")
    let handoff = try #require(robot.leads["cai"]?.handoffs.last)
    #expect(handoff.to == .close)
    #expect(handoff.offeredTo == "jonas")
    #expect(handoff.packet?.promises == ["pilot in May"])
    #expect(handoff.packet?.risks == ["holiday"])
    #expect(handoff.packet?.note == "call before noon")
    #expect(current(robot) == "bea")
  }

  @Test func marketingAnswersAVerdictWithTwoKeys() throws {
    var lead = Self.leads[0]
    lead.feedback = [
      Feedback(
        id: "f1", at: Fixtures.ago(days: 2), by: "maria", side: .sales, verdict: .reject,
        reason: "bad-data")
    ]
    lead.handoffs = []
    lead.nextStep = NextStep(kind: .email, due: Fixtures.now.adding(days: 4))
    let robot = BoardRobot([lead], actor: "lin")
    robot.press("i")
    #expect(robot.screen.contains { $0.contains("rejected, bad data, 2d unanswered") })
    robot.press("A")
    #expect(robot.screen.contains { $0.contains("maria rejected it: bad data. What was done?") })
    robot.press("1")
    #expect(robot.statusLine.contains("✓ Answered: fixed the form."))
    #expect(robot.leads["bea"]?.feedback[0].answer?.action == "fixed the form")
    #expect(robot.state.triage?.current == nil)
  }

  @Test func holdsWithADateAndAReasonAndReleases() throws {
    let robot = robot()
    robot.press("p")
    robot.type("fri")
    robot.press("enter")
    #expect(robot.screen.contains { $0.contains("A hold needs a reason behind the date.") })
    robot.type(" legal asks for quiet")
    robot.press("enter")
    #expect(robot.leads["cai"]?.holds.last?.reason == "legal asks for quiet")
    #expect(robot.leads["cai"]?.holds.last?.until.rfc3339 == "2026-11-27T09:00:00Z")
    robot.press("t 1")
    #expect(robot.screen.contains { $0.contains("maria holds contact until Fri: legal asks") })
    #expect(!robot.screen.contains { $0.contains("Of late") })
    robot.press("escape p 1")
    #expect(robot.leads["cai"]?.holds.last?.lifted == Fixtures.now)
    #expect(current(robot) == "cai")
  }

  @Test func saysWhatStandsInTheWayAndThatItIsGone() {
    let robot = robot()
    robot.press("b")
    robot.type("price")
    robot.press("enter")
    robot.type("what is it per seat?")
    robot.press("enter")
    #expect(robot.statusLine.contains("✓ In their way: no price shown."))
    #expect(robot.leads["cai"]?.roadblocks.last?.words == "what is it per seat?")
    robot.press("b")
    #expect(robot.screen.contains { $0.contains("no price shown: gone") })
    robot.press("1")
    #expect(robot.leads["cai"]?.roadblocks.last?.resolved == Fixtures.now)
    #expect(current(robot) == "cai")
  }

  @Test func recordsAnAnswerToAQuestion() {
    let robot = robot()
    robot.press("Q 2")
    robot.type("yes, 40k")
    robot.press("enter")
    #expect(robot.leads["cai"]?.answers.last?.question == "budget")
    #expect(robot.leads["cai"]?.answers.last?.answer == "yes, 40k")
  }

  @Test func aForbiddenChannelIsRefusedHereToo() {
    let robot = robot()
    robot.press("G t 4 enter")
    #expect(robot.leads["eda"]?.touches.isEmpty == true)
    #expect(robot.screen.joined().contains("does not want to be contacted by email"))
  }

  /// The same keys decide on the page of a lead and, by `v`, on the board.
  @Test func decidesOnThePageAndOnTheBoard() {
    let robot = BoardRobot(Self.leads)
    robot.press("right right enter")
    let id = robot.state.page?.id
    robot.press("s 3")
    #expect(id.flatMap { robot.leads[$0]?.quality } == 3)
    robot.press("escape v 5 1 1")
    #expect(id.flatMap { robot.leads[$0]?.parked?.kind } == .waiting)
  }
}
