import BatonModel
import Testing

@testable import BatonBoard

/// Leads that may be one, from the board.
@Suite struct DuplicateScenarioTests {
  private func robot() -> BoardRobot {
    let leads = [("a1", "Ana Ruiz"), ("b2", "A. Ruiz"), ("c3", "Bo Ek")].map { id, name in
      var lead = Lead(id: LeadID(id), name: name, stage: "new", createdAt: Fixtures.now)
      lead.people = [Person(id: "p1", name: name)]
      lead.people[0].email = id == "c3" ? nil : "ana@helix.example"
      return lead
    }
    return BoardRobot(leads)
  }

  @Test func areListedAndMerged() throws {
    let robot = robot()
    robot.press("D")
    let list = robot.screen.joined(separator: "\n")
    #expect(list.contains("Leads that may be one"))
    #expect(list.contains("Ana Ruiz = A. Ruiz?"))
    #expect(list.contains("same e-mail address ana@helix.example"))
    robot.press("enter")
    #expect(robot.screen.joined().contains("One buyer? u takes a merge back"))
    robot.press("down down enter")
    #expect(robot.statusLine.contains("A. Ruiz is part of Ana Ruiz now."))
    #expect(robot.leads.keys.sorted() == ["a1", "c3"])
    #expect(robot.leads["a1"]?.history.last?.command == "merge")
    #expect(!robot.screen.contains { $0.contains("A. Ruiz ·") })
    robot.press("D")
    #expect(robot.statusLine.contains("No two leads are alike."))
  }

  /// What two leads have in common is said once, so that what tells them apart has room.
  @Test(arguments: [
    (("Ana Ruiz", "Helix"), ("Ana Ruiz", "Helix"), "Twice Ana Ruiz · Helix?"),
    (("Ana Ruiz", "Helix"), ("Ana Ruiz", "Nordwerk"), "Ana Ruiz · Helix = Nordwerk?"),
    (("Ana Ruiz", "Helix"), ("Bo Ek", "Helix"), "Ana Ruiz = Bo Ek · Helix?"),
    (("Ana Ruiz", nil), ("Ana Ruiz", nil), "Twice Ana Ruiz?"),
    (("Ana Ruiz", "Helix"), ("Ana Ruiz", nil), "Ana Ruiz · Helix = Ana Ruiz?"),
  ])
  func areNamedInFewWords(_ one: (String, String?), _ other: (String, String?), _ shown: String) {
    let leads = [("a1", one), ("b2", other)].map { id, words in
      Fixtures.lead(LeadID(id), words.0) { lead in
        lead.company = words.1.map { Company(name: $0) }
        lead.people = [Person(id: "p1", name: words.0)]
        lead.people[0].email = "ana@helix.example"
      }
    }
    let robot = BoardRobot(leads)
    robot.press("D")
    #expect(robot.screen.contains { $0.contains("▸ \(shown)") })
  }

  @Test func canBeLookedAtFirst() {
    let robot = robot()
    robot.press("D enter down enter")
    #expect(robot.state.page?.id == "b2")
  }

  @Test func doNotDisturbWhoeverWentOn() {
    let robot = robot()
    robot.press("?")
    robot.send(.duplicatesFound(DuplicateGroup.find(in: robot.leads.values.map { .init($0) })))
    #expect(robot.state.overlays.count == 1)
  }
}
