import Foundation
import Testing

/// Verdicts, handoffs, holds, consent and surveys from the command line.
@Suite struct HandoverTests {
  private let clock = "2026-11-18T10:00:00Z"

  private func workplace(stage: String = "new") throws -> Workplace {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz", stage: stage, "\"tags\": []")
    return place
  }

  @discardableResult
  private func baton(
    _ place: Workplace, _ words: String..., actor: String = "maria", at moment: String? = nil
  ) throws -> Finished {
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    return try place.shell(
      "baton \(quoted) --board board --actor \(actor) --as-of \(moment ?? clock)")
  }

  private func lead(_ place: Workplace) throws -> [String: Any] {
    try place.baton("show", "ana", "--json", "--board", "board").document()
  }

  private func last(_ place: Workplace, _ list: String) throws -> [String: Any] {
    try #require((try lead(place)[list] as? [[String: Any]])?.last)
  }

  @Test func handsOverFromMarketingToSalesWithProof() throws {
    let place = try workplace()
    let offer = try baton(
      place, "offer", "ana", "qualify", "--to", "mar", "--promise", "a pilot", "--risk", "holiday",
      "--ask", "a reference", actor: "tom")
    #expect(offer.status == 1)
    #expect(offer.errorLines.last == "Type more of it: maria, mark.")
    let named = try baton(
      place, "offer", "ana", "qualify", "--to", "maria", "--promise", "a pilot", "--risk",
      "holiday", "--ask", "a reference", actor: "tom")
    #expect(named.output == "ana  Ana Ruiz: offer generate → qualify\n")
    let offered = try last(place, "handoffs")
    #expect(offered["offeredTo"] as? String == "maria")
    #expect(offered["due"] as? String == "2026-11-23T08:30:00Z")
    let packet = try #require(offered["packet"] as? [String: [String]])
    #expect(
      packet == ["promises": ["a pilot"], "risks": ["holiday"], "asks": ["a reference"]])

    let accept = try baton(place, "accept", "ana", "--quality", "4")
    #expect(accept.output == "ana  Ana Ruiz: accept new → qualify\n")
    let proof = try baton(place, "proof", "ana", "call", "thu", "14:00")
    #expect(proof.output == "ana  Ana Ruiz: proof call 2026-11-19 14:00\n")
    let handoff = try last(place, "handoffs")
    #expect(handoff["state"] as? String == "accepted")
    #expect((handoff["proof"] as? [String: Any])?["at"] as? String == "2026-11-19T13:00:00Z")
    let row = try place.baton("list", "ana", "--json", "--board", "board").object()
    #expect(row["owner"] as? String == "maria")
    #expect(row["quality"] as? Int == 4)
    #expect(row["stage"] as? String == "qualify")
  }

  @Test func noVerdictSkipsItsReasonOrDate() throws {
    let place = try workplace()
    let reject = try baton(place, "reject", "ana")
    #expect(
      reject.errors == """
        baton: To reject Ana Ruiz needs a reason.
        Say why: --reason with one of bad-data.

        """)
    #expect(reject.status == 1)
    let recycle = try baton(place, "recycle", "ana", "--reason", "bad-timing")
    #expect(
      recycle.errors == """
        baton: Ana Ruiz cannot be recycled without a date ahead.
        Say when it returns: --until 2026-12-01, tue, +3d or +2w.

        """)
    let early = try baton(place, "disqualify", "ana", "--reason", "no-need")
    #expect(
      early.errorLines.first == "baton: Nobody of sales has had contact with Ana Ruiz yet.")
    #expect(try lead(place)["revision"] as? Int == 1)
  }

  @Test func rejectsAnswersAndTakesBack() throws {
    let place = try workplace()
    let reject = try baton(
      place, "reject", "ana", "--reason", "bad-data", "--note", "a fax", "--json")
    #expect(try reject.object()["flags"] as? [String] == ["unanswered", "unowned"])
    let own = try baton(place, "answer", "ana", "never", "mind")
    #expect(own.errorLines.last == "The other side answers it.")
    let answer = try baton(
      place, "answer", "ana", "fixed", "the", "form", "--note", "two fields", actor: "tom")
    #expect(answer.output == "ana  Ana Ruiz: answer fixed the form: two fields\n")
    let given = try #require(try last(place, "feedback")["answer"] as? [String: Any])
    #expect(given["action"] as? String == "fixed the form")
    let undo = try baton(place, "undo", "ana", actor: "tom")
    #expect(undo.status == 0)
    #expect(try last(place, "feedback")["answer"] == nil)
  }

  @Test func recyclesWaitsAndResumes() throws {
    let place = try workplace(stage: "qualify")
    let wait = try baton(place, "wait", "ana", "--reason", "bad-timing", "--until", "+3d", "--json")
    #expect(try wait.object()["parked"] as? String == "waiting")
    let resume = try baton(place, "resume", "ana", "--json")
    #expect(try resume.object()["parked"] is NSNull)
    let recycle = try baton(
      place, "recycle", "ana", "--reason", "bad-timing", "--until", "2027-01-11")
    #expect(recycle.output == "ana  Ana Ruiz: recycle bad-timing 2027-01-11 09:00\n")
    #expect((try lead(place)["parked"] as? [String: Any])?["kind"] as? String == "nurture")
  }

  @Test func ratesAndPraises() throws {
    let place = try workplace()
    let rate = try baton(place, "rate", "ana", "4", "--note", "ready", "--json")
    #expect(try rate.object()["quality"] as? Int == 4)
    #expect(try baton(place, "rate", "ana", "6").status == 1)
    #expect(try baton(place, "praise", "ana", "--note", "well prepared").status == 0)
    #expect(try last(place, "feedback")["verdict"] as? String == "praise")
  }

  @Test func aHoldWarnsWhoeverBreaksIt() throws {
    let place = try workplace()
    let open = try baton(place, "hold", "ana", "--reason", "last round", "--side", "marketing")
    #expect(open.errorLines.last == "Say until when it holds: --until 2026-12-01, tue, +3d or +2w.")
    let hold = try baton(
      place, "hold", "ana", "--reason", "last round", "--until", "+5d", "--side", "marketing",
      "--channel", "email")
    #expect(hold.output == "ana  Ana Ruiz: hold until 2026-11-23 09:00: last round\n")
    let mail = try baton(place, "touch", "ana", "email", actor: "tom")
    #expect(mail.status == 0)
    #expect(
      mail.errors == """
        baton: maria asks that nobody contacts Ana Ruiz: last round.
        It holds until 2026-11-23; talk to maria first.

        """)
    // No hold covers this one, and yet the other side was there just now.
    #expect(
      try baton(place, "touch", "ana", "call").errors == """
        baton: marketing was in touch by email at 18 Nov 11:00.
        Talk to each other, so that the buyer meets one team.

        """)
    #expect(try baton(place, "release", "ana").status == 0)
    #expect(
      try baton(place, "touch", "ana", "email", actor: "tom").errorLines.first
        == "baton: sales was in touch by call at 18 Nov 11:00.")
  }

  @Test func aHoldOnACompanyWarnsOnItsOtherLeadsAndFindsThem() throws {
    let place = try workplace()
    try place.addLead("bo", "Bo Lind", "\"company\": {\"name\": \"Helix Labs\"}")
    try place.addLead("cai", "Cai Chen", "\"company\": {\"name\": \"HELIX LABS\"}")
    try place.addLead("dov", "Dov Peretz", "\"company\": {\"name\": \"Nordwerk\"}")
    #expect(
      try baton(
        place, "hold", "bo", "--company", "--reason", "tender", "--until", "+30d"
      ).status == 0)
    let touch = try baton(place, "touch", "cai", "call")
    #expect(touch.status == 0)
    #expect(touch.errorLines.first == "baton: maria asks that nobody contacts HELIX LABS: tender.")
    #expect(try baton(place, "touch", "dov", "call").errors == "")
    // What a change prints says what the lead's page says.
    let said = try baton(place, "touch", "cai", "call", "--json").object()
    let shown = try baton(place, "show", "cai", "--json").document()["derived"] as? [String: Any]
    #expect(said["flags"] as? [String] == ["hold", "unowned"])
    #expect(shown?["flags"] as? [String] == ["hold", "unowned"])
    let held = try baton(place, "list", "is:held", "--json").objects()
    #expect(held.compactMap { $0["id"] as? String }.sorted() == ["bo", "cai"])
    let page = try baton(place, "show", "cai").output
    #expect(page.contains("the whole company, stands on Bo Lind"))
    let report = try baton(place, "report", "holds", "--json").document()
    let lasting = try #require(report["lasting"] as? [[String: Any]])
    #expect(lasting.compactMap { $0["covered"] as? [String] } == [["bo", "cai"]])
    #expect(lasting.compactMap { $0["old"] as? Bool } == [false])
  }

  @Test func consentNarrowsByAnybodyAndWidensBySomebodyWithASource() throws {
    let place = try workplace()
    #expect(try baton(place, "consent", "ana", "no-email", actor: "form").status == 0)
    let mail = try baton(place, "touch", "ana", "email")
    #expect(mail.errorLines.first == "baton: Ana Ruiz does not want to be contacted by email.")
    let bare = try baton(place, "consent", "ana", "email")
    #expect(bare.status == 1)
    #expect(bare.errorLines.first?.hasSuffix("to allow it again needs a source.") == true)
    let said = try baton(place, "consent", "ana", "email", "--source", "mail of 3 May")
    #expect(
      said.output == "ana  Ana Ruiz: consent no e-mail → nothing forbidden: mail of 3 May\n")
    #expect(try baton(place, "consent", "ana", "email", "no-email").status == 64)
  }

  @Test func recordsAnswersOfSurveys() throws {
    let place = try workplace()
    let budget = try baton(place, "survey", "ana", "budget", "yes, 40k")
    #expect(budget.output == "ana  Ana Ruiz: survey budget yes, 40k\n")
    let fleet = try baton(place, "survey", "ana", "fleet", "12 vans")
    #expect(fleet.errorLines.first == "baton: This board has no question “fleet”.")
    let asked = try baton(
      place, "survey", "ana", "fleet", "12 vans", "--asked", "How many?", "--provenance", "observed"
    )
    #expect(asked.status == 0)
    let answer = try last(place, "answers")
    #expect(answer["asked"] as? String == "How many?")
    #expect(answer["provenance"] as? String == "observed")
  }

  @Test func recordsWhatStandsInTheWayAndThatItIsGone() throws {
    let place = try workplace()
    let entered = try baton(
      place, "roadblock", "ana", "no", "price", "shown", "--words", "what is it per seat?")
    #expect(entered.output == "ana  Ana Ruiz: roadblock no price shown: what is it per seat?\n")
    try baton(
      place, "roadblock", "ana", "no price shown", "--owner", "maria", "--fix", "show it", "--due",
      "+3d")
    let standing = try last(place, "roadblocks")
    #expect(standing["kind"] as? String == "no price shown")
    #expect(standing["owner"] as? String == "maria")
    #expect(standing["words"] as? String == "what is it per seat?")
    let unknown = try baton(place, "roadblock", "ana", "bad luck")
    #expect(unknown.errorLines.first == "baton: This board knows no roadblock “bad luck”.")
    let gone = try baton(place, "unblock", "ana")
    #expect(gone.output == "ana  Ana Ruiz: unblock no price shown\n")
    #expect(try last(place, "roadblocks")["resolved"] != nil)
    #expect(try baton(place, "undo", "ana").status == 0)
    #expect(try last(place, "roadblocks")["resolved"] == nil)
  }

  @Test func writesDownWhatHasLapsed() throws {
    let place = try workplace()
    try baton(place, "offer", "ana", "qualify", actor: "tom")
    #expect(
      try baton(place, "lapse", "ana").errorLines.first
        == "baton: The offer of Ana Ruiz by tom runs until 23 Nov 09:30.")
    let show = try place.baton(
      "show", "ana", "--board", "board", "--as-of", "2026-11-24T08:00:00Z")
    #expect(show.lines.contains { $0.hasPrefix("  lapsed  generate → qualify") })
    let late = try baton(place, "lapse", "ana", at: "2026-11-24T08:00:00Z")
    #expect(late.status == 0)
    #expect(try last(place, "handoffs")["state"] as? String == "lapsed")
  }

  @Test func listsWhatWantsAttentionFirst() throws {
    let place = try workplace()
    try place.addLead("bo", "Bo Lind", stage: "qualify", "\"owner\": \"maria\"")
    try place.addLead("cy", "Cy Orr", stage: "qualify", "\"owner\": \"mark\"")
    try baton(place, "offer", "ana", "qualify", "--to", "maria", actor: "tom")
    let mine = try baton(place, "triage")
    #expect(
      mine.output == """
        ID   LEAD      STAGE    WHY NOW
        ana  Ana Ruiz  New      offered, until 2026-11-23 09:30
        bo   Bo Lind   Qualify  stalled 10d · no next step

        """)
    let row = try baton(place, "triage", "--owner", "maria", "--json").object()
    #expect(row["id"] as? String == "ana")
    let reasons = try #require(row["reasons"] as? [[String: String]])
    #expect(
      reasons == [
        [
          "reason": "offered", "at": "2026-11-23T08:30:00Z",
          "words": "offered, until 2026-11-23 09:30",
        ]
      ])
    // Once the clock has run out it is with the giver again.
    let late = try baton(place, "triage", actor: "tom", at: "2026-11-24T08:30:00Z")
    #expect(late.lines.last == "ana  Ana Ruiz  New    nobody took it, lapsed 1d ago")
    #expect(try baton(place, "triage", "--owner", "everybody", "--json").lines.count == 3)
    #expect(
      try baton(place, "triage", "--owner", "zoe").errorLines.last
        == "The team is: maria, mark, tom; or say nobody, or everybody.")
  }
}
