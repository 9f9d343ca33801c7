import Foundation
import Testing

/// Which board is meant, what is wrong usage, and how it is said.
@Suite struct UsageTests {
  @Test func findsTheBoardByOptionVariableOrFolder() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana")
    let other = try Workplace.withBoard()
    #expect(try place.baton("list", "--json", "--board", "board").lines.count == 1)
    let board = place.path("board")
    #expect(try other.baton("list", "--json", environment: ["BATON_BOARD": board]).lines.count == 1)
    #expect(try place.shell("cd board/leads && baton list --json").lines.count == 1)
    // The option counts more than the variable.
    let both = try other.baton(
      "list", "--json", "--board", "board", environment: ["BATON_BOARD": board])
    #expect(both.lines.isEmpty)
  }

  @Test func takesCommonOptionsBeforeTheCommandToo() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana")
    let run = try place.baton(
      "--board", "board", "--actor", "tom", "--as-of", "2026-11-21T12:00:00Z", "touch", "ana",
      "call", "--json")
    let touch = try run.object()["lastTouch"] as? [String: String]
    #expect(touch?["side"] == "marketing")
    #expect(touch?["at"] == "2026-11-21T12:00:00Z")
  }

  @Test func saysHowToStartWithoutABoard() throws {
    let run = try Workplace().baton("list", environment: ["BATON_BOARD": ""])
    #expect(run.status == 1)
    #expect(run.errorLines.count == 2)
    #expect(
      run.errorLines.last
        == "Start with `baton demo` or `baton init DIR`, or name a board with --board DIR.")
  }

  @Test(arguments: [
    ["bogus"], ["list", "--bogus"], ["list", "--as-of", "soon"], ["list", "is:bogus"],
    ["list", "age>"], ["show"], ["move", "ana"], ["export"], ["export", "--format", "xml"],
    ["touch", "ana", "call", "--outcome", "happy"], ["init"], ["init", "x", "--currency", "euro"],
  ])
  func endsWith64OnWrongUsage(arguments: [String]) throws {
    let place = try Workplace.withBoard()
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    let run = try place.shell("baton \(words)", environment: ["BATON_BOARD": place.path("board")])
    #expect(run.status == 64, "\(run.errors)")
    #expect(run.errorLines.count == 2, "\(run.errors)")
    #expect(run.errors.hasPrefix("baton: "))
    #expect(run.output == "")
  }

  @Test(arguments: [
    (["report", "flow", "--owner", "bogus"], "The team is: maria, mark, tom."),
    (
      ["report", "roadblocks", "--only", "bogus"],
      "Rows are no price shown, all, nobody and none."
    ),
    (["init", ""], "See `baton init --help`."),
  ])
  func refusesWhatNothingIsCalled(arguments: [String], remedy: String) throws {
    let place = try Workplace.withBoard()
    let run = try place.baton(arguments + ["--board", place.path("board")])
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errorLines.last == remedy)
  }

  @Test func explainsAMistakeOfAQueryWhereItStands() throws {
    let place = try Workplace.withBoard()
    let run = try place.baton("list", "owner:maria", "is:stale", "--board", "board")
    #expect(
      run.errorLines.first
        == "baton: No lead can be “stale”. (character 16 of the query, at “stale”)")
  }

  @Test func namesTheCommandsWhereThereIsNone() throws {
    let run = try Workplace().baton("lst")
    #expect(run.errorLines.first == "baton: There is no command “lst”.")
    #expect(run.errorLines.last?.contains("list, triage, show") == true)
  }

  @Test func takesTheActorFromTheFirstPlaceThatSaysSo() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana")
    try place.write(#"{"actor": "tom", "shade": 1}"#, to: ".config/baton/config.json")
    func actor(_ environment: [String: String], _ option: String...) throws -> String? {
      let words = option.joined(separator: " ")
      try place.shell("baton note ana x --board board \(words)", environment: environment)
      let lead = try place.baton("show", "ana", "--board", "board", "--json").document()
      return (lead["history"] as? [[String: Any]])?.last?["by"] as? String
    }
    #expect(try actor(["BATON_USER": ""]) == "tom")
    #expect(try actor(["BATON_USER": "mark"]) == "mark")
    #expect(try actor(["BATON_USER": "mark"], "--actor", "maria") == "maria")
    let other = ["BATON_USER": "", "XDG_CONFIG_HOME": place.path("elsewhere")]
    #expect(try actor(other) != "tom")
  }

  @Test func saysWhereTheSettingsAreBroken() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana")
    try place.write("{\n  \"actor\": 1\n}", to: ".config/baton/config.json")
    let run = try place.baton(
      "note", "ana", "x", "--board", "board", environment: ["BATON_USER": ""])
    #expect(run.status == 1)
    #expect(run.errorLines.count == 2)
    #expect(run.errorLines.first?.contains("/.config/baton/config.json:2:12: ") == true)
  }

  @Test func tellsAFullDisk() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana")
    let run = try place.shell("baton list --board board > /dev/full")
    #expect(run.status == 1)
    #expect(run.errorLines.count == 2)
  }
}
