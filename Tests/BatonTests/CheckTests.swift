import Foundation
import Testing

@Suite struct CheckTests {
  @Test func findsNothingOnAGoodBoard() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana", #""owner": "maria""#)
    let run = try place.baton("check", "--board", "board")
    #expect(run.output == "No faults.\n")
    #expect(run.status == 0)
    #expect(try place.baton("check", "--board", "board", "--json").output == "")
  }

  @Test func listsEveryFaultWithItsPlaceAndRemedy() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana", #""owner": "zoe""#)
    try place.addLead("bad", "Bad \" quote")
    let run = try place.baton("check", "--board", "board")
    #expect(run.status == 2)
    #expect(run.lines.count == 4)
    #expect(run.errors == "")
    #expect(run.output.contains("/ana.json:8:10: "))
    let json = try place.baton("check", "--board", "board", "--json")
    #expect(json.status == 2)
    let faults = try json.objects()
    #expect(faults.count == 2)
    #expect(Set(faults.compactMap { $0["kind"] as? String }) == ["inconsistent", "malformed"])
    #expect(faults.allSatisfy { $0["line"] is Int && $0["remedy"] is String })
  }

  @Test func readsABoardWhoseSettingsAreBroken() throws {
    let place = try Workplace.withBoard()
    try place.write("{\n", to: "board/board.json")
    let run = try place.baton("check", "--board", "board")
    #expect(run.status == 2)
    #expect(run.lines.first?.hasPrefix("board.json:2:1: ") == true)
    #expect(try place.baton("list", "--board", "board").status == 1)
  }

  @Test func opensNoBoardInATimeZoneThatIsNone() throws {
    let place = try Workplace.withBoard()
    let text = try place.text("board/board.json")
    try place.write(
      text.replacing("Europe/Madrid", with: "Europe/Madird"), to: "board/board.json")
    let run = try place.baton("check", "--board", "board")
    #expect(run.status == 2)
    #expect(
      run.lines.first
        == "board.json:3:16: timeZone: expected the name of a time zone, such as Europe/Madrid, found "
        + "\"Europe/Madird\"")
    let list = try place.baton("list", "--board", "board")
    #expect(list.status == 1)
    #expect(list.errors.contains("board.json:3:16: "))
  }

  @Test func repairsWhatIsCertainWhenItIsToldTo() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana", #""owner": "Maria Costa""#)
    try place.write("{\n", to: "board/leads/4f/bad.json")
    let dry = try place.baton("check", "--repair", "--board", "board")
    #expect(dry.status == 2)
    #expect(dry.lines.last == "Make them with --yes.")
    #expect(dry.output.contains("/ana.json: write the owner \"Maria Costa\" as \"maria\"\n"))
    let json = try place.baton("check", "--repair", "--json", "--board", "board").objects()
    #expect(json.last?["repair"] as? String == "correct")
    #expect(json.last?["made"] as? Bool == false)
    let run = try place.baton("check", "--repair", "--yes", "--board", "board")
    // The broken file stays a fault.
    #expect(run.status == 2)
    #expect(run.lines.last == "Repaired 1 of 1.")
    let lead = try place.baton("show", "ana", "--json", "--board", "board").document()
    #expect(lead["owner"] as? String == "maria")
    let again = try place.baton("check", "--repair", "--yes", "--board", "board")
    #expect(again.lines.last == "Nothing can be repaired for certain.")
    #expect(try place.baton("check", "--yes", "--board", "board").status == 64)
  }
}
