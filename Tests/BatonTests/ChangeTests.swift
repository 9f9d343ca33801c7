import Foundation
import Testing

/// Commands that change a lead: what they write, what they print, what they refuse.
@Suite struct ChangeTests {
  private func lead(_ place: Workplace, _ id: String) throws -> [String: Any] {
    try place.baton("show", id, "--json", "--board", "board").document()
  }

  @Test func addsALeadAndPrintsItsID() throws {
    let place = try Workplace.withBoard()
    let run = try place.baton(
      "add", "Ana Ruiz", "--company", "Helix Labs", "--email", "ana@helix.example", "--owner",
      "Maria", "--source", "linkedin", "--amount", "12k", "--tag", "partner", "--tag", "fair",
      "--note", "met at the fair", "--json", "--board", "board", "--as-of", "2026-11-21")
    let row = try run.object()
    let id = try #require(row["id"] as? String)
    #expect(row["amount"] as? Int == 1_200_000)
    #expect(row["owner"] as? String == "maria")
    #expect(row["created"] as? String == "2026-11-20T23:00:00Z")
    let file = try lead(place, id)
    #expect(file["tags"] as? [String] == ["partner", "fair"])
    #expect((file["history"] as? [[String: Any]])?.first?["by"] as? String == "maria")
    let text = try place.baton("add", "Tom", "--board", "board")
    #expect(text.output.hasSuffix("  Tom: added to New\n"))
    #expect(text.status == 0)
  }

  @Test func movesToAStageByIDTitleOrBeginning() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    for name in ["qualify", "New", "DEC", "stage:nurture"] {
      let run = try place.baton("move", "ana", name, "--board", "board")
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try lead(place, "ana")["stage"] as? String == "nurture")
    let seen = try place.baton("move", "ana", "qualify", "--from", "new", "--board", "board")
    #expect(seen.status == 1)
    #expect(seen.errorLines.count == 2)
    #expect(seen.errorLines.last == "Look at it again, then decide.")
  }

  @Test func parksOnlyWithWhatTheEndingAsksFor() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    let lost = try place.baton("move", "ana", "lost", "--board", "board")
    #expect(
      lost.errors == """
        baton: Ana Ruiz cannot be set to lost without a reason.
        Say why: --reason with one of price.

        """)
    #expect(lost.status == 1)
    let waiting = try place.baton(
      "move", "ana", "waiting", "--reason", "bad-timing", "--board", "board")
    #expect(
      waiting.errors == """
        baton: Ana Ruiz cannot be set to waiting without a date ahead.
        Say when it returns: --until 2026-12-01, tue, +3d or +2w.

        """)
    let parked = try place.baton(
      "move", "ana", "waiting", "--reason", "bad-timing", "--until", "+3d", "--board", "board",
      "--as-of", "2026-11-21T12:00:00Z", "--json")
    #expect(try parked.object()["parked"] as? String == "waiting")
    #expect(try parked.object()["parkedUntil"] as? String == "2026-11-24T08:00:00Z")
  }

  @Test func bringsALeadBackThatHasEnded() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    try place.baton("move", "ana", "lost", "--reason", "price", "--board", "board")
    let text = try place.baton("move", "ana", "qualify", "--board", "board", "--json")
    #expect(try text.object()["stage"] as? String == "qualify")
    #expect(try text.object()["parked"] is NSNull)
    let mixed = try place.baton("move", "ana", "new", "--reason", "price", "--board", "board")
    #expect(mixed.status == 64)
  }

  @Test func recordsTouchesOfBothSides() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz", #""consent": {"doNotEmail": true}"#)
    let call = try place.baton(
      "touch", "ana", "call", "asked", "for", "prices", "--outcome", "no-answer", "--at", "-2h",
      "--board", "board", "--as-of", "2026-11-21T12:00:00Z")
    #expect(call.output == "ana  Ana Ruiz: touch call outbound\n")
    let form = try place.baton(
      "touch", "ana", "form", "--board", "board", "--actor", "tom", "--as-of",
      "2026-11-21T13:00:00Z", "--json")
    let touch = try #require(try form.object()["lastTouch"] as? [String: String])
    #expect(
      touch == [
        "at": "2026-11-21T13:00:00Z", "channel": "form", "direction": "inbound",
        "side": "marketing",
      ])
    let first = try #require((try lead(place, "ana")["touches"] as? [[String: Any]])?.first)
    #expect(first["summary"] as? String == "asked for prices")
    #expect(first["outcome"] as? String == "noAnswer")
    #expect(first["at"] as? String == "2026-11-21T10:00:00Z")
    let mail = try place.baton("touch", "ana", "email", "--board", "board")
    #expect(mail.status == 1)
    #expect(mail.errorLines.first == "baton: Ana Ruiz does not want to be contacted by email.")
    #expect(try place.baton("touch", "ana", "call", "--side", "buyer").status == 64)
  }

  @Test func asksForTheOptionWhereTheWayIsSaidAsASummary() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    let run = try place.baton("touch", "ana", "email", "inbound", "--board", "board")
    #expect(run.status == 64)
    #expect(run.errorLines.first == "baton: Who turned to whom is an option: say --inbound.")
    #expect(try lead(place, "ana")["touches"] == nil)
    let said = try place.baton(
      "touch", "ana", "call", "--outbound", "outbound", "calls", "--board", "board")
    #expect(said.status == 0)
  }

  @Test func takesNotesFromArgumentsOrInput() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    try place.baton("note", "ana", "decides", "in January", "--board", "board")
    try place.baton("note", "ana", "--board", "board", input: "two\nlines\n")
    let notes = try #require(try lead(place, "ana")["notes"] as? [[String: Any]])
    #expect(notes.compactMap { $0["text"] as? String } == ["decides in January", "two\nlines"])
    #expect(try place.baton("note", "ana", "--board", "board").status == 1)
  }

  @Test func assignsToMembersAndNobody() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    let run = try place.baton("assign", "ana", "tom", "--marketing", "--board", "board", "--json")
    #expect(try run.object()["marketingOwner"] as? String == "tom")
    try place.baton("assign", "ana", "Maria Costa", "--board", "board")
    let nobody = try place.baton("assign", "ana", "nobody", "--board", "board")
    #expect(nobody.output == "ana  Ana Ruiz: assign sales maria → nothing\n")
    let unclear = try place.baton("assign", "ana", "ma", "--board", "board")
    #expect(
      unclear.errors == """
        baton: “ma” may be one of several members.
        Type more of it: maria, mark.

        """)
    let unknown = try place.baton("assign", "ana", "zoe", "--board", "board")
    #expect(unknown.errorLines.last == "The team is: maria, mark, tom.")
  }

  @Test func saysWhatComesNext() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    let run = try place.baton(
      "next", "ana", "call", "tue", "14:00", "--booked", "--note", "prices", "--board", "board",
      "--as-of", "2026-11-21")
    #expect(run.output == "ana  Ana Ruiz: next call 2026-11-24 14:00\n")
    let past = try place.baton(
      "next", "ana", "call", "yesterday", "--board", "board", "--as-of", "2026-11-21")
    #expect(past.status != 0)
    #expect(!past.errors.contains("--until"))
    let again = try place.baton(
      "next", "ana", "meeting", "tue 24 nov at 2pm", "--board", "board", "--as-of", "2026-11-21")
    #expect(again.output.hasSuffix("→ meeting 2026-11-24 14:00\n"))
    let half = try place.baton("next", "ana", "call", "tue 14", "--board", "board")
    #expect(half.status == 64)
    #expect(half.errorLines.first == "baton: next: “tue 14” is no time.")
    let none = try place.baton("next", "ana", "none", "--board", "board", "--json")
    #expect(try none.object()["nextStep"] is NSNull)
    #expect(try place.baton("next", "ana", "dance", "tue", "--board", "board").status == 64)
    #expect(try place.baton("next", "ana", "call", "3/4/2026", "--board", "board").status == 64)
  }

  @Test(arguments: [
    ("12k", 1_200_000, "EUR"), ("12000.50 USD", 1_200_050, "USD"), ("1.5m", 150_000_000, "EUR"),
    ("¥900", 900, "JPY"),
  ])
  func readsAmounts(typed: String, minorUnits: Int, currency: String) throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    let run = try place.baton(
      "amount", "ana", typed.replacing("¥", with: "JPY "), "--board", "board", "--json")
    #expect(try run.object()["amount"] as? Int == minorUnits)
    #expect(try run.object()["currency"] as? String == currency)
  }

  @Test func refusesAmountsThatMeanTwoThings() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    let run = try place.baton("amount", "ana", "12.000", "--board", "board")
    #expect(
      run.errors == """
        baton: The mark in “12.000” may divide thousands or begin the decimals.
        Write it as 12000, 12k or 1.5m, or with its currency: 12000.50 EUR.

        """)
    #expect(run.status == 64)
  }

  @Test func undoesTheActorsOwnLastChange() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    try place.baton("amount", "ana", "12k", "--board", "board")
    try place.baton("move", "ana", "qualify", "--board", "board", "--actor", "tom")
    let undone = try place.baton("undo", "ana", "--board", "board", "--json")
    #expect(try undone.object()["amount"] is NSNull)
    #expect(try undone.object()["stage"] as? String == "qualify")
    let again = try place.baton("undo", "ana", "--board", "board")
    #expect(again.status == 1)
    #expect(
      again.errorLines.first == "baton: maria changed nothing of Ana Ruiz that can be taken back.")
  }

  @Test func losesNoChangeOfManyAtOnce() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    let run = try place.shell(
      """
      for i in 1 2 3 4 5 6; do baton note ana "note $i" --board board & done
      wait
      """)
    #expect(run.status == 0)
    let notes = try #require(try lead(place, "ana")["notes"] as? [[String: Any]])
    #expect(Set(notes.compactMap { $0["text"] as? String }).count == 6)
    #expect(try lead(place, "ana")["revision"] as? Int == 7)
  }

  @Test func isRefusedWhereSomebodyElseWasFirstUnlessItInsists() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    let seen = try #require(try lead(place, "ana")["revision"] as? Int)
    try place.baton("amount", "ana", "9k", "--actor", "jonas", "--board", "board")
    let second = ["amount", "ana", "12k", "--seen", "\(seen)", "--board", "board"]
    let refused = try place.baton(second)
    #expect(refused.status == 3)
    #expect(refused.errorLines.first?.hasPrefix("baton: jonas changed Ana Ruiz meanwhile") == true)
    #expect(refused.errorLines.first?.hasSuffix("amount 9 000 EUR.") == true)
    #expect(
      refused.errorLines.last
        == "Look at it with `baton show`; to do it all the same, add --anyway.")
    // Another field is nobody's business but one's own.
    let other = try place.baton(
      "assign", "ana", "maria", "--seen", "\(seen)", "--board", "board")
    #expect(other.status == 0, "\(other.errors)")
    #expect(try place.baton(second + ["--anyway"]).status == 0)
    #expect(
      (try lead(place, "ana")["amount"] as? [String: Any])?["minorUnits"] as? Int == 1_200_000)
  }
}
