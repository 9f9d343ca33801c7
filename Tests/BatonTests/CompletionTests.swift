import Foundation
import Testing

@Suite struct CompletionTests {
  private func offered(
    _ place: Workplace, _ command: String, _ argument: String, _ words: [String],
    prefix: String
  ) throws -> [String] {
    let quoted = (["baton"] + words).map { "'\($0)'" }.joined(separator: " ")
    let run = try place.shell(
      "baton ---completion \(command) -- \(argument) \(words.count) \(prefix.count) \(quoted)",
      environment: ["BATON_BOARD": place.path("board"), "SAP_SHELL": "bash"])
    #expect(run.status == 0, "\(run.errors)")
    return run.lines
  }

  @Test func offersTheNamesOfTheBoardAtHand() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana")
    try place.addLead("tom", "Tom")
    #expect(
      try offered(place, "move", "positional@1", ["move", "ana", ""], prefix: "") == [
        "new", "qualify", "decide", "nurture", "waiting", "won", "lost", "disqualified", "silent",
      ])
    #expect(try offered(place, "show", "positional@0", ["show", "a"], prefix: "a") == ["ana"])
    #expect(
      try offered(place, "assign", "positional@1", ["assign", "ana", ""], prefix: "") == [
        "maria", "mark", "tom", "nobody",
      ])
    #expect(
      try offered(place, "move", "--reason", ["move", "ana", "lost", "--reason", ""], prefix: "")
        == ["price", "bad-timing", "bad-data", "no-need"])
  }

  @Test func offersTermsOfAQuery() throws {
    let place = try Workplace.withBoard()
    func terms(_ typed: String...) throws -> [String] {
      try offered(
        place, "list", "positional@0", ["list"] + typed, prefix: typed.last ?? "")
    }
    #expect(try terms("own") == ["owner:"])
    #expect(try terms("owner:ma") == ["owner:maria", "owner:mark"])
    #expect(try terms("-is:sta") == ["-is:stalled"])
    // bash takes a field, a colon and a value for three words, and replaces the last.
    #expect(try terms("owner", ":", "ma") == ["maria", "mark"])
    #expect(try terms("stage", ":") == ["new", "nurture", "qualify", "decide"])
  }

  @Test func offersNothingWithoutABoard() throws {
    let place = try Workplace()
    #expect(try offered(place, "show", "positional@0", ["show", ""], prefix: "") == [])
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func writesAScriptForTheShell(shell: String) throws {
    let run = try Workplace().baton("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.output.contains("baton"))
    #expect(run.lines.count > 200)
  }
}
