import BatonModel
import BatonStore
import Foundation
import PseudoTerminal
import Testing

/// A week of two people at two terminals on one board: what one does, the other sees without a key.
@Suite(.enabled(if: PseudoTerminal.isAvailable, "needs /dev/ptmx"))
struct SharedWeekTests {
  /// Tom of marketing and Maria of sales, each at a terminal, on one day.
  private struct Table {
    let place: Workplace
    let clock: String
    let tom: TerminalSeat
    let maria: TerminalSeat

    init(_ place: Workplace, _ clock: String) throws {
      self.place = place
      self.clock = clock
      tom = try TerminalSeat(place, as: "tom", asOf: clock)
      maria = try TerminalSeat(place, as: "maria", asOf: clock)
      tom.other = maria
      maria.other = tom
    }

    /// Both screens say how much each side owes.
    func expect(
      sales: Int, marketing: Int, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let wanted =
        sales + marketing == 0
        ? ["nobody awaits an answer"]
        : [(sales, "sales"), (marketing, "marketing")].map { count, side in
          " \(count) \(count == 1 ? "awaits" : "await") \(side) "
        }
      for seat in [tom, maria] {
        try seat.wait("\(wanted)", sourceLocation) { lines in
          wanted.allSatisfy { text in lines.contains { $0.contains(text) } }
        }
      }
    }

    /// Somebody does something by the command line, at a moment of the day.
    func baton(_ words: String..., as actor: String) throws {
      let run = try place.baton(
        words + ["--board", "board", "--actor", actor, "--as-of", clock])
      #expect(run.status == 0, "\(run.errors)")
    }

    func leave() throws {
      try tom.leave()
      try maria.leave()
    }
  }

  @Test func offersVerdictsAnswersAndLapsesOfAWeekAppearAtTheOthersScreen() throws {
    let place = try Workplace.withBoard()
    for (id, name) in [("ana", "Ana Ruiz"), ("bo", "Bo Lind"), ("cai", "Cai Chen")] {
      try place.addLead(id, name)
    }
    try monday(place)
    try tuesday(place)
    try wednesday(place)
    try nextMonday(place)
    let folder = try BoardFolder(at: place.path("board"))
    #expect(try folder.readLead("bo").feedback.last?.answer?.action == "fixed the form")
    #expect(try folder.readLead("ana").quality == 4)
    let offers = try folder.readLead("cai").handoffs.filter { $0.retracted == nil }
    #expect(offers.map(\.state) == [.lapsed, .offered])
    #expect(try place.baton("check", "--board", "board").status == 0)
  }

  /// Tom offers Ana to Maria by his keys, and Bo to whoever takes it; she takes Ana, and books.
  private func monday(_ place: Workplace) throws {
    let day = try Table(place, "2026-11-16T09:00:00Z")
    try day.expect(sales: 0, marketing: 0)
    day.tom.press("o", "1")
    day.tom.type("Maria")
    day.tom.press("enter")
    day.tom.type("promise: a pilot in May")
    day.tom.press("enter")
    try day.expect(sales: 1, marketing: 0)
    try day.baton("offer", "bo", "qualify", as: "tom")
    try day.expect(sales: 2, marketing: 0)

    day.maria.press("i")
    try day.maria.wait(for: "promised   a pilot in May")
    day.maria.press("y")
    // Taken, the joint waits for the proof: it is still owed.
    try day.tom.wait(for: "book the next step")
    day.maria.press("1")
    day.maria.type("thu 14:00")
    day.maria.press("enter")
    try day.tom.wait(for: " 1 awaits sales ")
    day.maria.press("escape")
    try day.expect(sales: 1, marketing: 0)
    try day.leave()
  }

  /// Maria gives Bo back: marketing owes an answer, and Tom gives it.
  private func tuesday(_ place: Workplace) throws {
    let day = try Table(place, "2026-11-17T09:00:00Z")
    try day.expect(sales: 1, marketing: 0)
    day.maria.press("i")
    try day.maria.wait(for: "▸ Bo Lind")
    day.maria.press("r", "1")
    try day.tom.wait(for: " 1 awaits marketing ")
    day.maria.press("escape")
    try day.expect(sales: 0, marketing: 1)
    day.tom.press("tab", "enter")
    try day.tom.wait(for: "WHY THEY CAME")
    day.tom.press("A", "1")
    try day.maria.wait(for: "nobody awaits an answer")
    day.tom.press("escape")
    try day.expect(sales: 0, marketing: 0)
    try day.leave()
  }

  /// Cai is offered, and nobody will take it until the clock has run out.
  private func wednesday(_ place: Workplace) throws {
    let day = try Table(place, "2026-11-18T09:00:00Z")
    try day.expect(sales: 0, marketing: 0)
    try day.baton("offer", "cai", "qualify", as: "tom")
    try day.expect(sales: 1, marketing: 0)
    // Who takes an offer back owes nobody anything, and may offer it again.
    try day.baton("undo", "cai", as: "tom")
    try day.expect(sales: 0, marketing: 0)
    try day.baton("offer", "cai", "qualify", as: "tom")
    try day.expect(sales: 1, marketing: 0)
    try day.leave()
  }

  /// The offer has lapsed, and a week after Maria took Ana she is asked how Ana turned out.
  private func nextMonday(_ place: Workplace) throws {
    let day = try Table(place, "2026-11-23T10:00:00Z")
    try day.expect(sales: 1, marketing: 1)
    try day.tom.wait(for: "nobody took it: offer it again", "rate it, a week on")
    try day.baton("lapse", "cai", as: "tom")
    try day.expect(sales: 1, marketing: 1)
    try day.baton("offer", "cai", "qualify", "--to", "maria", as: "tom")
    try day.expect(sales: 2, marketing: 0)
    try day.baton("rate", "ana", "4", as: "maria")
    try day.expect(sales: 1, marketing: 0)
    try day.leave()
  }

  /// On a clock that runs, an offer lapses by itself before everybody's eyes.
  @Test func anOfferLapsesOnBothScreensByTheClockAlone() throws {
    let place = try Workplace.withBoard()
    let now = Instant(Date())
    let due = now.adding(hours: 6.0 / 3600)
    let offered = now.adding(hours: -30)
    try place.addLead(
      "ana", "Ana Ruiz",
      """
      "handoffs": [{"id": "h1", "from": "generate", "to": "qualify", "state": "offered",
        "offeredAt": "\(offered.rfc3339)", "offeredBy": "tom", "due": "\(due.rfc3339)"}]
      """)
    let tom = try TerminalSeat(place, as: "tom")
    let maria = try TerminalSeat(place, as: "maria")
    tom.other = maria
    maria.other = tom
    for seat in [tom, maria] {
      try seat.wait(for: "nobody took it: offer it again", " 1 awaits marketing ")
      try seat.leave()
    }
  }
}
