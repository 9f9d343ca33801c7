import Foundation
import Testing

@Suite struct ListTests {
  @Test func printsATableInTheOrderOfAction() throws {
    let place = try Workplace.withBoard()
    try place.addLead("late", "Late One", stage: "qualify")
    try place.addLead(
      "ana", "Ana Ruiz", stage: "qualify", #""company": {"name": "Helix Labs"}"#,
      #""owner": "maria""#, #""amount": {"minorUnits": 1200000, "currency": "EUR"}"#,
      #""nextStep": {"kind": "call", "due": "2026-11-24T13:00:00Z"}"#)
    try place.addLead("first", "First", #""owner": "tom""#)
    let run = try place.baton("list", "--board", "board", "--as-of", "2026-11-21")
    #expect(
      run.output == """
        ID     LEAD                   STAGE         DAYS  OWNER      AMOUNT  NEXT        FLAGS
        first  First                  New      19d of 2d  tom                            stalled
        late   Late One               Qualify  19d of 7d                                 stalled unowned
        ana    Ana Ruiz · Helix Labs  Qualify  19d of 7d  maria  12 000 EUR  call in 3d

        """)
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  @Test func givesEveryFieldAsJSON() throws {
    let place = try Workplace.withBoard()
    try place.addLead(
      "ana", "Ana Ruiz", stage: "qualify", #""company": {"name": "Helix Labs"}"#,
      #""owner": "maria""#, #""amount": {"minorUnits": 1200050, "currency": "EUR"}"#,
      #""acquisition": {"creating": {"source": "linkedin", "campaign": "spring"}}"#,
      #""consent": {"doNotEmail": true}"#, #""tags": ["partner"]"#,
      #""nextStep": {"kind": "call", "due": "2026-11-20T13:00:00Z", "booked": true}"#)
    let run = try place.baton(
      "list", "--json", "--board", "board", "--as-of", "2026-11-21T09:00:00Z")
    #expect(
      run.output == #"""
        {"activity":"qualify","amount":1200050,"campaign":"spring","company":"Helix Labs",\#
        "created":"2026-11-01T09:00:00Z","currency":"EUR","daysInStage":20,\#
        "flags":["do-not-email"],"id":"ana","lastTouch":null,"limitDays":7,\#
        "marketingOwner":null,"name":"Ana Ruiz",\#
        "nextStep":{"booked":true,"due":"2026-11-20T13:00:00Z","kind":"call"},\#
        "overdue":true,"owner":"maria","parked":null,"parkedReason":null,"parkedUntil":null,\#
        "quality":null,"source":"linkedin","stage":"qualify",\#
        "stageSince":"2026-11-01T09:00:00Z","stalled":true,"tags":["partner"]}

        """#)
  }

  @Test func takesTheQueryAsOneTypesIt() throws {
    let place = try Workplace.withBoard()
    try place.addLead("a", "Ana", #""tags": ["partner"]"#)
    try place.addLead("b", "Müller")
    try place.addLead("c", "Old", #""parked": {"kind": "won", "since": "2026-11-02T09:00:00Z"}"#)
    func ids(_ query: String...) throws -> [String] {
      let words = query.map { "'\($0)'" }.joined(separator: " ")
      let run = try place.shell("baton list --board board --json --as-of 2026-11-21 \(words)")
      return try run.objects().compactMap { $0["id"] as? String }.sorted()
    }
    #expect(try ids() == ["a", "b", "c"])
    #expect(try ids("muller") == ["b"])
    #expect(try ids("-tag:partner") == ["b", "c"])
    #expect(try ids("is:open", "-tag:partner") == ["b"])
    #expect(try ids("-helix", "is:open") == ["a", "b"])
    #expect(try ids("age>10d is:open") == ["a", "b"])
    #expect(try ids("is:won") == ["c"])
  }

  @Test func leadsStandAsTheyStoodAtAnEarlierMoment() throws {
    let place = try Workplace.withBoard()
    try place.addLead(
      "ana", "Ana Ruiz", stage: "decide",
      #""visits": [{"stage": "new", "entered": "2026-11-01T09:00:00Z"}, "#
        + #"{"stage": "decide", "entered": "2026-11-12T09:00:00Z"}]"#,
      #""parked": {"kind": "won", "since": "2026-11-20T09:00:00Z"}"#)
    func ana(_ words: String..., asOf clock: String) throws -> [String: Any]? {
      try place.baton(words + ["--board", "board", "--json", "--as-of", clock]).objects().first
    }
    for words in ["list", "triage"] {
      #expect(try ana(words, asOf: "2026-10-31T09:00:00Z") == nil)
    }
    let former = try #require(try ana("list", asOf: "2026-11-10T09:00:00Z"))
    #expect(former["stage"] as? String == "new")
    #expect(former["parked"] is NSNull)
    #expect(former["daysInStage"] as? Int == 9)
    #expect(try ana("list", asOf: "2026-11-21T09:00:00Z")?["parked"] as? String == "won")
  }

  @Test func findsTheLimitInTheTeamsOwnHistoryWhereNoTargetIsSet() throws {
    let place = try Workplace.withBoard()
    for number in 1...5 {
      try place.addLead(
        "done\(number)", "Done", stage: "decide",
        #""parked": {"kind": "won", "since": "2026-11-0\#(number + 1)T09:00:00Z"}"#)
    }
    try place.addLead("open", "Open", stage: "decide")
    let run = try place.baton(
      "list", "is:stalled", "--json", "--board", "board", "--as-of", "2026-11-21T09:00:00Z")
    let row = try run.object()
    #expect(row["id"] as? String == "open")
    #expect(row["limitDays"] as? Int == 5)
  }

  @Test func repeatsItselfAtAGivenTime() throws {
    let place = try Workplace.withBoard()
    for number in 0..<50 { try place.addLead("lead-\(number)", "Lead \(number)") }
    let first = try place.baton("list", "--board", "board", "--as-of", "2026-11-21")
    let second = try place.baton("list", "--board", "board", "--as-of", "2026-11-21")
    #expect(first.lines.count == 51)
    #expect(first.output == second.output)
    // A day begins at midnight on the board's clock.
    let exact = try place.baton("list", "--board", "board", "--as-of", "2026-11-20T23:00:00Z")
    #expect(exact.output == first.output)
  }

  @Test func endsQuietlyWhenNobodyReadsOn() throws {
    let place = try Workplace.withBoard()
    for number in 0..<400 { try place.addLead("lead-\(number)", "Lead \(number)") }
    let run = try place.shell("baton list --board board --json | head -n 1")
    #expect(run.lines.count == 1)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func listsTheRestWhereAFileIsBroken() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana")
    try place.addLead("bad", "Bad \" quote")
    let run = try place.baton("list", "--board", "board", "--json")
    #expect(run.lines.count == 1)
    #expect(
      run.errors == """
        baton: 1 file cannot be read and left out.
        See them with `baton check`.

        """)
    #expect(run.status == 0)
  }
}
