import Foundation
import Testing

@Suite struct ShowTests {
  @Test func givesTheFileWithWhatFollowsFromIt() throws {
    let place = try Workplace.withBoard()
    try place.addLead(
      "ana", "Ana Ruiz", stage: "qualify", #""favourite": 1.50"#,
      #""acquisition": {"creating": {"source": "linkedin", "ad": {"headline": "Cut ramp"}}}"#)
    let run = try place.baton(
      "show", "ana", "--json", "--board", "board", "--as-of", "2026-11-21T09:00:00Z")
    #expect(run.output.contains(#""favourite": 1.50"#))
    let lead = try run.document()
    #expect(lead["id"] as? String == "ana")
    let derived = try #require(lead["derived"] as? [String: Any])
    #expect(derived["asOf"] as? String == "2026-11-21T09:00:00Z")
    #expect(derived["daysInStage"] as? Int == 20)
    #expect(derived["limitDays"] as? Int == 7)
    #expect(derived["stalled"] as? Bool == true)
    #expect(derived["stallsAt"] as? String == "2026-11-08T09:00:00Z")
    #expect(derived["light"] as? String == "missing")
    #expect(derived["flags"] as? [String] == ["unowned"])
    let context = try #require(derived["context"] as? [String: Any])
    #expect(context["source"] as? String == "linkedin")
    #expect(context["headline"] as? String == "Cut ramp")
  }

  @Test func showsTheLeadAsItStoodThen() throws {
    let place = try Workplace.withBoard()
    try place.addLead(
      "ana", "Ana Ruiz", stage: "decide",
      #""visits": [{"stage": "new", "entered": "2026-11-01T09:00:00Z"}, "#
        + #"{"stage": "decide", "entered": "2026-11-12T09:00:00Z"}]"#,
      #""notes": [{"id": "n1", "at": "2026-11-20T10:00:00Z", "by": "tom", "text": "late"}]"#)
    func show(_ clock: String) throws -> Finished {
      try place.baton("show", "ana", "--json", "--board", "board", "--as-of", clock)
    }
    let former = try show("2026-11-10T09:00:00Z").document()
    #expect(former["stage"] as? String == "new")
    #expect(former["notes"] == nil)
    #expect(try show("2026-11-21T09:00:00Z").document()["stage"] as? String == "decide")
    let early = try show("2026-10-10T09:00:00Z")
    #expect(early.status == 1)
    #expect(
      early.errorLines.first
        == "baton: Ana Ruiz came in at 2026-11-01 10:00, after the moment that --as-of names.")
  }

  @Test func tellsPeopleAllThatIsKnown() throws {
    let place = try Workplace.withBoard()
    try place.addLead(
      "ana", "Ana Ruiz", stage: "qualify", #""company": {"name": "Helix Labs"}"#,
      #""owner": "maria""#, #""amount": {"minorUnits": 1200050, "currency": "EUR"}"#,
      #""people": [{"id": "p1", "name": "Ana Ruiz", "email": "ana@helix.example"}]"#,
      #""touches": [{"id": "t1", "at": "2026-11-20T09:00:00Z", "side": "sales", "#
        + #""direction": "outbound", "channel": "call", "outcome": "reached", "by": "maria"}]"#,
      #""notes": [{"id": "n1", "at": "2026-11-20T10:00:00Z", "by": "tom", "text": "one\ntwo"}]"#)
    let run = try place.baton("show", "ana", "--board", "board", "--as-of", "2026-11-21")
    #expect(
      run.output == """
        Ana Ruiz · Helix Labs
        ana · came in 2026-11-01 10:00 · revision 1

        NOW
          stage   Qualify, 19d of 7d
          next    none
          owner   Maria Costa
          amount  12 000.50 EUR
          flags   stalled

        COMPANY
          name  Helix Labs

        PEOPLE
          Ana Ruiz  ana@helix.example

        TIMELINE
          2026-11-20 11:00  note by Tom Reed: one
                            two
          2026-11-20 10:00  sales → buyer, call, reached, Maria Costa

        """)
  }

  @Test func takesTheBeginningOfAnID() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    try place.addLead("anton", "Anton")
    #expect(try place.baton("show", "ant", "--board", "board").lines.first == "Anton")
    // A whole id is meant even where others begin with it.
    try place.addLead("an", "An")
    #expect(try place.baton("show", "an", "--board", "board").lines.first == "An")
    let several = try place.baton("show", "a", "--board", "board")
    #expect(
      several.errors == """
        baton: 3 leads have ids that begin with “a”.
        Type more of it: an, ana, anton.

        """)
    let none = try place.baton("show", "zoe", "--board", "board")
    #expect(
      none.errors == """
        baton: No lead on this board has the id “zoe”.
        Find it by name: baton list zoe

        """)
    #expect(none.status == 1)
    #expect(try place.baton("show", "../board", "--board", "board").status == 1)
  }

  @Test func saysWhereAFileIsBroken() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana \" Ruiz")
    let run = try place.baton("show", "ana", "--board", "board")
    #expect(run.status == 1)
    #expect(run.errorLines.count == 2)
    #expect(run.errorLines.first?.contains("/ana.json:4:") == true)
  }
}
