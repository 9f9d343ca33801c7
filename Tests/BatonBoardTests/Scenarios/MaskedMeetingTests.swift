import BatonDemo
import BatonModel
import BatonReports
import TerminalCanvas
import Testing

@testable import BatonBoard

/// A meeting before guests: whatever one goes down to, no screen names a buyer.
@Suite struct MaskedMeetingTests {
  private static let now = Instant(rfc3339: "2026-11-21T14:02:00Z") ?? .distantPast
  private static let demo = DemoBoard(leads: 60, seed: 1, asOf: now)

  /// Somebody who is no member, where an owner belongs: a buyer for all that anybody knows.
  private static let stranger: MemberID = "Olga Strange"

  /// A lead of the demo board, of which every third has a stranger wherever a member belongs, and
  /// labels.
  private static func lead(at place: Int) -> Lead {
    var lead = demo.lead(at: place)
    lead.tags = ["label-\(place)"]
    guard place % 3 == 0 else { return lead }
    lead.owner = stranger
    lead.marketingOwner = stranger
    lead.nextStep?.owner = stranger
    for place in lead.handoffs.indices { lead.handoffs[place].offeredTo = stranger }
    for place in lead.roadblocks.indices { lead.roadblocks[place].owner = stranger }
    return lead
  }

  private static var meetings: [Meeting] {
    demo.meetings.map { meeting in
      var meeting = meeting
      for place in meeting.decisions.indices { meeting.decisions[place].owner = stranger }
      return meeting
    } + [today]
  }

  /// What was decided about a lead in the meeting that is on the screen.
  private static var today: Meeting {
    var meeting = Meeting(date: "2026-11-21")
    let lead = lead(at: 0)
    var decision = Decision(id: "d", text: "Ask \(lead.name) of \(lead.id)", owner: stranger)
    decision.leads = [lead.id]
    meeting.decisions = [decision]
    meeting.agenda = [AgendaItem(title: MeetingPart.changes.title, note: "\(lead.name) rang.")]
    return meeting
  }

  private func robot() -> BoardRobot {
    let leads = (0..<60).map { Self.lead(at: $0) }
    let robot = BoardRobot(
      leads, board: Self.demo.board, size: Size(110, 150), meetings: Self.meetings)
    robot.send(.timePassed(Self.now))
    robot.send(.meetingOpened(date: "2026-11-21", masksNames: true))
    return robot
  }

  /// What is on the screens that a row leads to, down to the whole page of a lead.
  private func screens(below row: Int, _ robot: BoardRobot) -> [String] {
    robot.state.reports?.level.selected = row
    let depth = robot.state.reports?.levels.count ?? 0
    robot.press("enter")
    var screens: [String] = []
    if robot.state.page == nil, robot.state.reports?.level.selectedLead != nil {
      screens += robot.screen
      robot.press("enter")
    }
    robot.press("e")
    screens += robot.screen
    if robot.state.page != nil { robot.press("escape") }
    while robot.state.reports?.levels.count ?? 0 > depth { robot.press("escape") }
    return screens
  }

  @Test func noScreenNamesABuyer() throws {
    let robot = robot()
    var screens: [String] = []
    for _ in MeetingPart.allCases {
      screens += robot.screen
      // The first row, and the last, which is a lead on most pages.
      let rows = (robot.state.reports?.level.page?.targets ?? []).indices
      for row in Set([rows.first, rows.last].compactMap(\.self)) {
        screens += self.screens(below: row, robot)
      }
      robot.press("right")
    }
    let text = FoldedText(screens.joined(separator: "\n"))
    #expect(text.contains(FoldedText("Buyer 1")))
    #expect(text.contains(FoldedText("addresses, numbers and words are left out")))
    #expect(!text.contains(FoldedText("Strange")))
    #expect(text.contains(FoldedText("somebody")))
    for place in 0..<60 {
      let lead = Self.lead(at: place)
      var names = [lead.id.rawValue, lead.name, lead.company?.name, lead.company?.domain]
      names += lead.people.flatMap { [$0.name, $0.email, $0.phone] }
      names += lead.notes.map(\.text) + lead.holds.map(\.reason) + lead.answers.map(\.answer)
      names += lead.roadblocks.flatMap { [$0.words, $0.fix] } + lead.asks.map(\.words)
      names += lead.objections.map(\.words) + lead.feedback.map(\.note)
      names += lead.feedback.map(\.answer?.action) + lead.handoffs.map(\.packet?.note)
      names += lead.tags + [lead.parked?.note, lead.nextStep?.note, lead.consent.note]
      for name in names.compactMap(\.self) where name.count > 3 {
        #expect(!text.contains(FoldedText(name)), "\(name)")
      }
    }
  }

  @Test func aPageIsShownUnderItsAliasAndChangesNothing() throws {
    let robot = robot()
    robot.press("right")
    let rows = try #require(robot.state.reports?.level.page?.targets.count)
    robot.state.reports?.level.selected = rows - 1
    let id = try #require(robot.state.reports?.level.selectedLead)
    let masked = LeadSummary.masked(
      robot.state.shelf.contents.flatMap(\.self), on: Self.demo.board)
    let alias = try #require(masked.first { $0.id == id }?.name)
    robot.press("enter")
    #expect(robot.screen[0].contains(alias))
    for key in ["t", "M", "Y", "C", "x"] {
      robot.press(key)
      #expect(robot.state.overlays.isEmpty, "\(key)")
      #expect(robot.statusLine.contains("Names are masked for guests"), "\(key)")
    }
    robot.press("escape x")
    #expect(robot.state.meeting?.masksNames == false)
  }

  @Test func thePageOfALeadSaysNeitherWhatWasDecidedNorWhoHoldsItsCompany() throws {
    let robot = robot()
    let (lead, other) = (Self.lead(at: 0), Self.lead(at: 1))
    let company = try #require(lead.company)
    try robot.writeOutside(other.id) { other in
      other.company = company
      var hold = Hold(
        id: "h", reason: "Their lawyer asks", from: Self.now.adding(days: -2),
        until: Self.now.adding(days: 5), by: Self.stranger.rawValue)
      hold.scope = .company
      other.holds = [hold]
    }
    let shelf = robot.state.shelf
    let summary = try #require(shelf[lead.id])
    let alias = BuyerAlias(of: summary, among: shelf.contents.joined())
    robot.state.page = LeadPage(id: lead.id, as: alias)
    robot.send(.leadRead(lead.id, lead))
    let screen = robot.screen
    #expect(screen[0].contains(alias.buyer))
    #expect(screen.contains { $0.contains("‖ hold until") && $0.contains("(on another lead)") })
    #expect(screen.contains { $0.contains("◆ open") && $0.contains("somebody") })
    let names = [lead.name, lead.id.rawValue, company.name, other.name, "lawyer", "Strange"]
    for name in names {
      #expect(!screen.contains { $0.contains(name) }, "\(name)")
    }
    // The same decision stands below the meeting's pages.
    robot.press("escape")
    #expect(robot.screen.contains { $0.contains("decided") && $0.contains("1 lead") })
    for name in names {
      #expect(!robot.screen.contains { $0.contains(name) }, "\(name)")
    }
    robot.press("x")
    #expect(robot.screen.contains { $0.contains("Ask \(lead.name)") && $0.contains("Strange") })
  }

  @Test func aFilterThatNamesABuyerDoesNotStayOnTheScreen() {
    let robot = robot()
    robot.press("/")
    robot.type("Helix")
    #expect(robot.screen[0].contains("/Helix"))
    robot.press("enter")
    #expect(robot.screen[0].contains("/filtered"))
    #expect(!robot.screen.contains { $0.contains("Helix") })
    robot.press("x")
    #expect(robot.screen[0].contains("/Helix"))
  }

  /// Who is looked for among the members may be somebody who is none: then the filter says no id.
  @Test(arguments: [
    ("owner:strange", "/filtered"), ("marketing:==Olga", "/filtered"),
    ("fixer:strange", "/filtered"), ("owner:maria,strange", "/filtered"),
    ("owner:maria", "/owner:maria"), ("-owner:Maria", "/-owner:Maria"), ("owner:", "/owner:"),
    ("owner:somebody", "/owner:somebody"),
  ])
  func aFilterThatNamesAStrangerDoesNotStayOnTheScreen(_ typed: String, _ shown: String) {
    let robot = robot()
    robot.press("/")
    robot.type(typed)
    robot.press("enter")
    #expect(robot.state.filter.error == nil)
    #expect(robot.screen[0].contains("\(shown) "))
    #expect(robot.screen[0].lowercased().contains("strange") == false)
    let isHidden = shown == "/filtered"
    #expect(robot.screen.contains { $0.contains(typed) } != isHidden)
  }

  @Test func aLeadThatIsGoneIsNotOpened() throws {
    let robot = robot()
    robot.press("right")
    let rows = try #require(robot.state.reports?.level.targets.count)
    robot.state.reports?.level.selected = rows - 1
    let id = try #require(robot.state.reports?.level.selectedLead)
    // The page that still lists it is made anew in a moment.
    robot.defersWork = true
    robot.send(.leadsChanged([], removed: [id], at: Self.now))
    robot.press("enter")
    #expect(robot.state.page == nil)
    #expect(robot.statusLine.contains("This lead is gone."))
    #expect(!robot.screen.contains { $0.contains(id.rawValue) })
  }

  @Test func whatKeepsTheMinutesFromBeingWrittenIsTold() {
    let robot = robot()
    robot.send(.failed("leads/an/ana.json is broken."))
    #expect(robot.screen.contains { $0.contains("may name a buyer") })
    let order = MinutesOrder(date: "2026-11-21", folder: "/full/minutes", masksNames: true)
    robot.send(.minutesFailed("/full/minutes cannot be made: the disk is full.", order))
    #expect(
      robot.screen.contains { $0.contains("/full/minutes cannot be made: the disk is full.") })
  }
}
