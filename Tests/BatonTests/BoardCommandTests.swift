import Foundation
import Testing

/// `init` and `export`.
@Suite struct BoardCommandTests {
  @Test func initMakesABoardThatOpens() throws {
    let place = try Workplace()
    let run = try place.baton(
      "init", "acme", "--name", "Acme", "--currency", "USD", "--time-zone", "Europe/Madrid")
    #expect(run.status == 0)
    #expect(run.output.contains("qualify  7 days     Sales finds out need"))
    #expect(try place.text("acme/board.json").contains(#""currency": "USD""#))
    #expect(try place.baton("list", "--board", "acme").output == "")
    let again = try place.baton("init", "acme")
    #expect(again.status == 1)
    #expect(again.errorLines.last == "Open it with `baton --board acme`, or choose another folder.")
    let json = try place.baton("init", "other", "--json")
    #expect(try json.object()["board"] as? String == place.path("other"))
  }

  @Test func exportWritesCSV() throws {
    let place = try Workplace.withBoard()
    try place.addLead(
      "ana", "Ana; Ruiz", stage: "qualify", #""owner": "maria""#,
      #""amount": {"minorUnits": 1200050, "currency": "EUR"}"#, #""tags": ["a", "b"]"#,
      #""nextStep": {"kind": "call", "due": "2026-11-24T13:00:00Z"}"#)
    let run = try place.baton(
      "export", "--format", "csv", "--board", "board", "--as-of", "2026-11-21T09:00:00Z")
    #expect(
      run.output == """
        id,name,company,stage,activity,owner,marketingOwner,source,campaign,amount,currency,\
        daysInStage,limitDays,stalled,overdue,parked,parkedUntil,parkedReason,nextStep,lastTouch,\
        quality,flags,tags,created,stageSince\r
        ana,"Ana; Ruiz",,qualify,qualify,maria,,,,12000.50,EUR,20,7,false,false,,,,\
        call 2026-11-24T13:00:00Z,,,,"a; b",2026-11-01T09:00:00Z,2026-11-01T09:00:00Z\r

        """)
  }

  @Test func exportReplacesAFileAsAWhole() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana")
    try place.write("old", to: "out.jsonl")
    let run = try place.baton(
      "export", "--format", "jsonl", "--output", "out.jsonl", "--board", "board")
    #expect(run.output == "")
    let list = try place.baton("list", "--json", "--board", "board")
    let exported = try place.text("out.jsonl")
    #expect(try place.baton("export", "--json", "--board", "board").lines.count == 1)
    #expect(exported.hasPrefix(#"{"activity":"generate","#))
    #expect(exported.split(separator: "\n").count == list.lines.count)
    let nowhere = try place.baton(
      "export", "--format", "csv", "--output", "no/such/file", "--board", "board")
    #expect(nowhere.status == 1)
    #expect(nowhere.errorLines.count == 2)
  }
}
