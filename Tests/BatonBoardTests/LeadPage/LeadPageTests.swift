import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

@Suite struct LeadPageTests {
  private static let emptyLead = Fixtures.lead("zoe", "Zoe Marsh", days: 4)

  private func robot(_ lead: Lead, _ size: Size) -> BoardRobot {
    BoardRobot(pageOf: lead, size: size)
  }

  // MARK: - What it looks like

  @Test(arguments: [Size(60, 20), Size(80, 24), Size(120, 40), Size(220, 55)])
  func fullLead(_ size: Size) throws {
    try Golden.expect(robot(Fixtures.fullLead, size).screen, as: "lead-full-\(size)")
  }

  @Test(arguments: [Size(80, 24), Size(120, 40)])
  func emptyLead(_ size: Size) throws {
    try Golden.expect(robot(Self.emptyLead, size).screen, as: "lead-empty-\(size)")
  }

  /// In one column, everything in its order from the top to the bottom.
  @Test func wholePageInOneColumn() throws {
    try Golden.expect(robot(Fixtures.fullLead, Size(80, 140)).screen, as: "lead-full-80x140")
  }

  @Test func editsUnfolded() throws {
    let robot = robot(Fixtures.fullLead, Size(120, 60))
    try Golden.expect(robot.screen, as: "lead-edits-folded-120x60")
    robot.press("e")
    try Golden.expect(robot.screen, as: "lead-edits-unfolded-120x60")
    robot.press("e")
    try Golden.expect(robot.screen, as: "lead-edits-folded-120x60")
  }

  @Test func headerIsThereBeforeTheLeadIsRead() throws {
    let robot = robot(Fixtures.fullLead, Size(120, 40))
    robot.state.page = LeadPage(id: "ana")
    try Golden.expect(robot.screen, as: "lead-reading-120x40")
  }

  @Test func pageOfALeadThatIsNotKnownYet() {
    let robot = robot(Self.emptyLead, Size(80, 24))
    robot.state.page = LeadPage(id: "nobody")
    #expect(robot.screen[0] == " nobody")
    #expect(LeadPageLayout(robot.state, LeadPage(id: "nobody")).lastTop == 0)
  }

  /// A broken file keeps the lead as it was last read.
  @Test func leadThatCannotBeRead() {
    let robot = robot(Self.emptyLead, Size(80, 24))
    robot.send(.leadRead("zoe", nil))
    #expect(robot.screen.contains(" As it was last read: its file cannot be read now."))
    #expect(robot.screen.contains { $0.contains("TIMELINE") })
    robot.state.page = LeadPage(id: "zoe")
    #expect(robot.screen.contains(" reading …"))
    robot.send(.leadRead("zoe", nil))
    #expect(robot.screen.contains(" Its file cannot be read now."))
    #expect(!robot.screen.contains(" reading …"))
    robot.send(.leadRead("zoe", Self.emptyLead))
    #expect(!robot.screen.contains { $0.contains("file cannot be read") })
  }

  @Test func parkedLeadSaysUntilWhenAndWhy() {
    var lead = Self.emptyLead
    lead.parked = Parking(
      kind: .nurture, since: Fixtures.ago(days: 3), until: Fixtures.now.adding(days: 12),
      reason: "bad-timing", note: "ask again after the fair", by: "maria")
    let screen = robot(lead, Size(80, 24)).screen
    #expect(screen[1].hasPrefix(" nurture    z until 3 Dec, bad timing · Maria Costa · ask again"))
    #expect(screen.contains { $0.contains("S   stage    → nurture · bad timing · ask again") })
  }

  @Test func closedLeadHasNoNextStepToMiss() {
    var lead = Self.emptyLead
    lead.parked = Parking(kind: .won, since: Fixtures.ago(days: 1), by: "maria")
    let screen = robot(lead, Size(120, 40)).screen
    #expect(screen[2].hasPrefix("  won        z since yesterday · Maria Costa "))
    #expect(!screen.joined().contains("no next step"))
  }

  /// Nobody has written down that it lapsed, and it has all the same.
  @Test func anOfferWhoseTimeIsUpAwaitsNoAnswer() {
    var lead = Self.emptyLead
    lead.handoffs = [
      Handoff(
        id: "h1", from: .generate, to: .qualify, offeredAt: Fixtures.ago(days: 3),
        offeredBy: "tom", due: Fixtures.ago(days: 1))
    ]
    let late = robot(lead, Size(120, 60)).screen
    #expect(!late.contains { $0.contains("awaits an answer") })
    #expect(late.contains { $0.contains("lapsed, no taker") })
    lead.handoffs[0].due = Fixtures.now.adding(days: 1)
    #expect(robot(lead, Size(120, 60)).screen.contains { $0.contains("awaits an answer") })
  }

  /// A struck-through touch says so in words too.
  @Test func retractedEntryIsStruckThrough() throws {
    let robot = robot(Fixtures.fullLead, Size(220, 55))
    let frame = robot.state.frame(robot.look).frame
    let row = try #require(frame.lines.firstIndex { $0.contains("taken back by maria · Sent the") })
    let line = try #require(frame.lines[row].firstRange(of: "Sent the wrong"))
    let column = frame.lines[row].distance(from: frame.lines[row].startIndex, to: line.lowerBound)
    #expect(frame[column, row].style.attributes.contains(.strikethrough))
    #expect(!frame[column - 5, row].style.attributes.contains(.strikethrough))
  }

  // MARK: - Whole texts

  private static let longText =
    (1...120).map { "word\($0)" }.joined(separator: " ") + " THEEND"

  /// A lead of whom much is written, long ago too.
  private static let wordyLead: Lead = {
    var lead = busyLead
    lead.touches = Array(busyLead.touches.suffix(300))
    lead.notes = [
      Note(id: "n1", at: Fixtures.ago(days: 1), by: "maria", text: "First " + longText),
      Note(id: "n2", at: Fixtures.ago(days: 800), by: "maria", text: "Second " + longText),
    ]
    lead.touches[299].direction = .inbound
    lead.touches[299].summary = "Third " + longText
    lead.roadblocks = [Roadblock(id: "r1", kind: "price", origin: .ours, opened: Fixtures.now)]
    lead.roadblocks[0].words = "Fourth " + longText
    lead.objections = [Objection(id: "o1", code: "price", at: Fixtures.now)]
    lead.objections[0].words = "Fifth " + longText
    lead.asks = [Ask(id: "a1", at: Fixtures.now, words: "Sixth " + longText)]
    lead.answers = [SurveyAnswer(question: "budget", answer: "Seventh " + longText)]
    return lead
  }()

  /// What was noted and what the buyer said can be read to its end, by scrolling.
  @Test(arguments: [Size(60, 20), Size(80, 24), Size(120, 40), Size(220, 55)])
  func wholeTexts(_ size: Size) {
    let robot = robot(Self.wordyLead, size)
    let inView = size.rows - 2
    let last = LeadPageLayoutTop.of(robot)
    var lines = [String](repeating: "", count: last + inView)
    for top in Array(stride(from: 0, to: last, by: inView)) + [last] {
      robot.state.page?.top = top
      lines.replaceSubrange(top..<(top + inView), with: robot.screen[1...inView])
    }
    #expect(lines.count { $0.contains("THEEND") } >= 4)
    #expect(lines.joined().split(separator: "THEEND", omittingEmptySubsequences: false).count == 8)
  }

  // MARK: - Scrolling

  @Test(arguments: [Size(60, 20), Size(80, 24), Size(120, 40), Size(220, 30)])
  func scrollingEndsWithTheLastLine(_ size: Size) {
    let robot = robot(Fixtures.fullLead, size)
    robot.press("up")
    #expect(robot.state.page?.top == 0)
    robot.press("end")
    #expect(robot.state.page.map { LeadPageLayout(robot.state, $0).lastTop == $0.top } == true)
    #expect(robot.screen[size.rows - 2].contains("ana · revision 31 · came in 12 Oct 14:02"))
    let end = robot.screen
    robot.press("down page-down")
    #expect(robot.screen == end)
    robot.press("home")
    #expect(robot.state.page?.top == 0)
  }

  @Test func oneLineAtATime() {
    let robot = robot(Fixtures.fullLead, Size(80, 24))
    let before = robot.screen
    robot.press("down")
    #expect(robot.screen[1...21] == before[2...22])
    #expect(robot.screen[0].hasSuffix("▲1 ▼\(LeadPageLayoutTop.of(robot) - 1)"))
  }

  /// The page that became shorter, or the screen that became higher, shows the end of the page.
  @Test func nothingIsScrolledBeyondTheEnd() {
    let robot = robot(Fixtures.fullLead, Size(80, 24))
    robot.press("e end")
    robot.press("e")
    #expect(robot.screen[22].contains("ana · revision 31"))
    robot.send(.resized(Size(80, 200)))
    #expect(robot.screen[1].contains("helixlabs.example"))
    robot.press("down")
    #expect(robot.state.page?.top == 0)
  }

  /// However far one has scrolled, the lines are those of a page that needs no scrolling.
  @Test func linesInViewAreThoseOfTheWholePage() {
    let robot = robot(Self.busyLead, Size(100, 40))
    let lines = self.robot(Self.busyLead, Size(100, 6000)).screen
    for top in [0, 7, 400, 1999, LeadPageLayoutTop.of(robot)] {
      robot.state.page?.top = top
      #expect(robot.screen[1...38] == lines[(top + 1)...(top + 38)])
    }
  }

  /// Two thousand touches with words of all kinds and lengths.
  private static let busyLead: Lead = {
    let words = [
      "Asked for the price", "Preguntó por el precio", "一緒にデモを見たいとのことです",
      String(repeating: "Could somebody show us how this works? ", count: 9), "two\nlines", "",
    ]
    var lead = Fixtures.lead("busy", "Busy", days: 900)
    lead.touches = (0..<2000).map { place in
      var touch = Fixtures.touch(
        EntryID("t\(place)"), hours: Double(2000 - place), .sales,
        place % 3 == 0 ? .inbound : .outbound, .email)
      touch.summary = words[place % words.count]
      touch.by = "maria"
      return touch
    }
    return lead
  }()
}

/// The last line that may stand at the top of the page that is open.
private enum LeadPageLayoutTop {
  static func of(_ robot: BoardRobot) -> Int {
    robot.state.page.map { LeadPageLayout(robot.state, $0).lastTop } ?? -1
  }
}
