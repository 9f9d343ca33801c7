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
}
