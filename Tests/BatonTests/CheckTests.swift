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
}
