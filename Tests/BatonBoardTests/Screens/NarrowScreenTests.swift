import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

/// What is left out where there is little room, and what is told where there is nothing.
@Suite struct NarrowScreenTests {
  /// Something is owed by each of the three sides, on leads with long names.
  private static let owed: [Lead] = [
    owed("a", from: .generate, to: .qualify),
    owed("b", from: .close, to: .deliver),
    owed("c", from: .qualify, to: .generate),
    owed("d", from: .generate, to: .qualify) { $0.state = .accepted },
    owed("e", from: .qualify, to: .generate) { $0.due = Fixtures.ago(days: 1) },
    Fixtures.lead("f", "Maximiliane von Hohenberg", days: 9) { lead in
      lead.company = Company(name: "Donaudampfschifffahrt")
      lead.feedback = [
        Feedback(
          id: "f1", at: Fixtures.ago(days: 9), by: "maria", side: .sales, verdict: .reject,
          reason: "bad-data")
      ]
    },
  ]

  private static func owed(
    _ id: LeadID, from giver: Activity, to taker: Activity,
    change: (inout Handoff) -> Void = { _ in }
  ) -> Lead {
    Fixtures.lead(id, "Maximiliane von Hohenberg", days: 9) { lead in
      lead.company = Company(name: "Donaudampfschifffahrt")
      var handoff = Handoff(
        id: "h1", from: giver, to: taker, offeredAt: Fixtures.ago(days: 4), offeredBy: "lin")
      change(&handoff)
      lead.handoffs = [handoff]
    }
  }

  @Test func whatIsOwedIsTheLastToBeCut() {
    let robot = BoardRobot(Self.owed, size: Size(120, 40))
    let pane = robot.screen.suffix(8).joined(separator: "\n")
    #expect(robot.state.index.awaited[.delivery].count == 1)
    for words in ["accept or reject", "book the next step", "nobody took it", "rejected: bad data"]
    {
      #expect(pane.contains(words), "\(words)")
    }
    #expect(pane.contains("Maximil"))
    let wide = BoardRobot(Self.owed, size: Size(220, 55)).screen.suffix(12).joined(separator: "\n")
    #expect(wide.contains("Maximiliane von Hohenberg"))
    #expect(wide.contains("nobody took it: offer it again"))
  }

  /// At 80 columns what is owed is said in a word or two, and whole.
  @Test func whatIsOwedIsShortBeforeItIsCut() {
    let robot = BoardRobot(Self.owed, size: Size(80, 24))
    robot.press("f")
    let pane = robot.screen.drop { !$0.contains("FEEDBACK") }.dropLast().joined(separator: "\n")
    for words in [
      "3 sales", "2 marketing", "1 delivery", "Maximilian…  answer", "Maximiliane…  proof",
      "Maximil…  bad data", "Maximilian…  lapsed",
    ] {
      #expect(pane.contains(words), "\(words)")
    }
    #expect(!pane.contains("await"))
    #expect(!pane.contains("answe…") && !pane.contains("lapse…"))
  }

  /// Lines without their blanks, wherever they were broken.
  private func words(_ lines: some Sequence<String>) -> String {
    lines.joined().filter { $0 != " " }
  }

  /// What every key does is read to its end, wherever the screen ends.
  @Test(arguments: [Size(60, 20), Size(80, 24), Size(120, 40)])
  func theHelpIsWhole(_ size: Size) throws {
    let robot = BoardRobot([], size: size)
    robot.press("?")
    var lines: [String] = []
    let rows = HelpOverlay.rowsInView(of: size)
    for top in stride(from: 0, to: HelpOverlay.lineCount(in: size), by: rows) {
      robot.state.overlays = [.help(top: top)]
      lines += robot.screen.filter { $0.contains("│") }.prefix(rows)
    }
    let inside = lines.compactMap { $0.split(separator: "│").dropFirst().first.map(String.init) }
    let text = words(inside)
    let bindings = [KeyContext.board, .triage, .reports, .meeting, .lead, .feedback]
      .flatMap { Keymap.bindings(in: $0) }
    for help in bindings.map(\.help) + QueryGuide.sections.flatMap(\.rows).map(\.meaning) {
      #expect(text.contains(words([help])), "\(help)")
    }
    // What they mean begins in one column, however long what is typed.
    let starts = try ["handed:2026-11-16", "age>10d"].map { form in
      let line = try #require(inside.first { $0.contains(form) })
      let behind = try #require(line.firstRange(of: form)).upperBound
      return line.distance(
        from: line.startIndex,
        to: try #require(line[behind...].firstIndex { $0 != " " }))
    }
    #expect(Set(starts).count == 1)
  }

  @Test(arguments: [Size(60, 20), Size(80, 24), Size(120, 40)])
  func whatMayStandInAFilterIsToldToItsEnd(_ size: Size) {
    let robot = BoardRobot(size: size)
    robot.press("/")
    robot.type("is:bogus")
    #expect(words(robot.screen.suffix(7)).contains("Noleadcanbe“bogus”."))
    #expect(words(robot.screen.suffix(1)).hasSuffix("dropped."))
    robot.press("ctrl-u")
    robot.type("weight:3")
    #expect(words(robot.screen.suffix(1)).hasSuffix("marks."))
  }

  @Test func aCampaignsColumnHasItsTitle() {
    let robot = BoardRobot([Fixtures.fullLead])
    robot.press("g")
    robot.type("campaign")
    robot.press("enter")
    #expect(robot.screen[1].contains("RAMP-Q4"))
    // The campaigns may be read after the leads.
    robot.send(.campaignsRead(Fixtures.campaigns))
    #expect(robot.screen[1].contains("RAMP Q4"))
  }

  @Test func aBoardWithoutColumnsSaysSo() {
    let robot = BoardRobot()
    robot.press("g")
    robot.type("owner")
    robot.press("enter /")
    robot.type("zzzzz")
    robot.press("enter")
    #expect(robot.screen.contains { $0.contains("no leads") })
    #expect(robot.screen.contains { $0.contains("esc clears the filter") })
    let empty = BoardRobot([])
    empty.press("g")
    empty.type("owner")
    empty.press("enter")
    #expect(empty.screen.contains { $0.contains("no leads") })
    #expect(!empty.screen.contains { $0.contains("clears the filter") })
  }

  @Test func beforeTheFirstStageThereIsNone() {
    let robot = BoardRobot()
    robot.press("H")
    #expect(robot.statusLine.contains("There is no stage before it."))
  }

  @Test func anEmptyQueueOffersNothingToSkip() {
    let robot = BoardRobot([])
    robot.press("i")
    #expect(robot.screen.contains { $0.contains("Nothing wants attention now.") })
    #expect(!robot.statusLine.contains("skip"))
    let done = BoardRobot(TriageTests.leads)
    done.press("i")
    #expect(done.statusLine.contains("↓ skip"))
    done.press("end down")
    #expect(!done.statusLine.contains("skip"))
  }
}
