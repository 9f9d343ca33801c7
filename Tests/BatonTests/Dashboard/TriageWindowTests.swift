import BatonModel
import BatonStore
import Foundation
import Testing

/// Triage in real terminals, on real files: a rep alone, and two people on one board.
@Suite(
  .enabled(if: TerminalWindow.isAvailable, "tmux is not installed: nothing plays the terminal"))
struct TriageWindowTests {
  private static let clock = "2026-11-18T10:30:00Z"

  private func open(_ place: Workplace, as actor: String) throws -> TerminalWindow {
    let window = try TerminalWindow(
      "cd '\(place.path("board"))' && '\(try Workplace.program())' --actor \(actor) --as-of \(Self.clock)"
    )
    try window.wait(for: "live ●")
    return window
  }

  /// What a rep presses who has read a lead: two or three keys.
  private func keys(for lead: Lead, turn: Int) -> [String] {
    if let offer = lead.handoffs.last, offer.isOffered {
      let isTooLate = lead.firstContact(since: offer.offeredAt) != nil
      return turn.isMultiple(of: 4) && !isTooLate ? ["r", "3"] : ["y", "4"]
    }
    let hasContact = lead.firstContact(since: nil) != nil
    switch turn % 4 {
    case 0: return ["c", "2", "1"]
    case 1: return ["x", "5"]
    case 2: return ["w", "1", "2"]
    default:
      let isWaiting = lead.handoffs.contains(where: \.isWaiting)
      return hasContact && !isWaiting ? ["d", "1"] : ["x", "4"]
    }
  }

  @Test func aRepDecidesOnThirtyDemoLeadsByKeysAlone() throws {
    let place = try Workplace()
    try place.baton(
      "demo", "board", "--leads", "400", "--seed", "3", "--as-of", Self.clock, "--no-open")
    let folder = try BoardFolder(at: place.path("board"))
    let queue = try place.baton(
      "triage", "--owner", "jonas", "--json", "--board", "board", "--as-of", Self.clock
    ).objects().prefix(30).compactMap { ($0["id"] as? String).map { LeadID($0) } }
    try #require(queue.count == 30)

    let window = try open(place, as: "jonas")
    try window.press("i")
    try window.wait(for: "Triage · Jonas Brandt")
    var pressed = 0
    for (turn, id) in queue.enumerated() {
      let lead = try folder.readLead(id)
      try window.wait(for: "▸ \(lead.name.prefix(12))")
      for key in keys(for: lead, turn: turn) {
        try window.press(key)
        pressed += 1
      }
      try window.wait(for: "\(turn + 1) decided")
    }
    try window.wait(for: "✓")

    for id in queue {
      let lead = try folder.readLead(id)
      let mine = lead.history.filter { $0.by == "jonas" && $0.at == now }
      #expect(!mine.isEmpty, "\(id)")
      if let parked = lead.parked, parked.since == now { #expect(parked.reason != nil) }
      for feedback in lead.feedback where feedback.at == now && feedback.verdict != .accept {
        #expect(feedback.reason != nil)
      }
    }
    // Seventy keys for thirty leads: two and a third a lead.
    #expect(pressed <= 90)
  }

  private var now: Instant { Instant(rfc3339: Self.clock) ?? .distantPast }

  @Test func twoPeopleSeeEachOthersOffersVerdictsAndAnswers() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    try place.addLead("bo", "Bo Lindqvist")
    let tom = try open(place, as: "tom")
    let maria = try open(place, as: "maria")
    try maria.wait(for: "nobody awaits an answer")

    // Tom offers Ana to Maria: her pane tells it without a key.
    try tom.wait(for: "Ana Ruiz")
    try tom.press("o", "1")
    try tom.type("Maria")
    try tom.press("Enter")
    try tom.type("promise: a pilot in May")
    try tom.press("Enter")
    try maria.wait(for: "1 awaits sales")
    try tom.wait(for: "1 awaits sales")

    // She takes it, and the joint waits for the proof; she books it, and nothing waits.
    try maria.press("i")
    try maria.wait(for: "promised   a pilot in May")
    try maria.press("y")
    try tom.wait(for: "book the next step")
    try maria.press("1")
    try maria.type("thu 14:00")
    try maria.press("Enter")
    try tom.wait(for: "nobody awaits an answer")

    // She gives Bo back: marketing owes an answer, and gives it.
    try place.baton(
      "offer", "bo", "qualify", "--to", "maria", "--board", "board", "--actor", "tom", "--as-of",
      Self.clock)
    try tom.wait(for: "1 awaits sales")
    try maria.wait(for: "▸ Bo Lindqvist")
    try maria.press("r", "1")
    try tom.wait(for: "1 awaits marketing")
    try maria.press("Escape")
    try maria.wait(for: "1 awaits marketing")
    try tom.press("Tab")
    try tom.wait(for: "▸")
    try tom.press("Enter")
    try tom.wait(for: "WHY THEY CAME")
    try tom.press("A", "1")
    try maria.wait(for: "nobody awaits an answer")
    let folder = try BoardFolder(at: place.path("board"))
    #expect(try folder.readLead("bo").feedback.last?.answer?.action == "fixed the form")

    // An offer that nobody takes is with its giver again, on both screens.
    try place.baton(
      "offer", "bo", "qualify", "--board", "board", "--actor", "tom", "--as-of",
      "2026-11-10T09:00:00Z")
    try maria.wait(for: "nobody took it: offer it again")
    try tom.press("Escape")
    try tom.wait(for: "1 awaits marketing")
  }
}
