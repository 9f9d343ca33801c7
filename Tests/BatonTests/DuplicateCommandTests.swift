import Foundation
import PseudoTerminal
import Testing

/// `baton duplicates` and `baton merge`.
@Suite struct DuplicateCommandTests {
  private func board() throws -> Workplace {
    let place = try Workplace.withBoard()
    let person = #""people": [{"id": "p1", "name": "Ana Ruiz", "email": "ana@helix.example"}]"#
    try place.addLead("ana", "Ana Ruiz", person)
    try place.addLead("bea", "A. Ruiz", person)
    try place.addLead("tom", "Tom Reed")
    return place
  }

  @Test func listsGroupsWithTheirReasons() throws {
    let place = try board()
    let run = try place.baton("duplicates", "--board", "board")
    #expect(
      run.output == """
        2 leads: same e-mail address ana@helix.example of Ana Ruiz; \
        same name and domain ana ruiz · helix.example
          ana  Ana Ruiz · New, since 2026-11-01
          bea  A. Ruiz · New, since 2026-11-01
          baton merge ana bea

        """)
    let json = try place.baton("duplicates", "--json", "--board", "board").object()
    #expect(
      (json["leads"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["ana", "bea"])
    #expect((json["reasons"] as? [[String: Any]])?.first?["kind"] as? String == "email")
  }

  @Test func asksBeforeItMerges() throws {
    let place = try board()
    let before = try place.shell("cat board/leads/*/*.json").output
    let unasked = try place.baton("merge", "ana", "bea", "--board", "board")
    #expect(unasked.status == 64)
    #expect(
      unasked.errorLines == [
        "ana  Ana Ruiz · ana@helix.example · New: stays",
        "bea  A. Ruiz · ana@helix.example · New: becomes part of it",
        "baton: Nobody is there to be asked whether A. Ruiz is to become part of Ana Ruiz.",
        "Say --yes if you are sure.",
      ])
    let (no, said) = try atTerminal(place, answer: "n")
    #expect(no == 1)
    #expect(said.contains("Nothing was merged."))
    #expect(try place.shell("cat board/leads/*/*.json").output == before)
    let (yes, told) = try atTerminal(place, answer: "y")
    #expect(yes == 0)
    #expect(told.contains("merge bea: A. Ruiz"))
  }

  /// Answers the question of `baton merge` at a terminal.
  private func atTerminal(
    _ place: Workplace, answer: String
  ) throws -> (status: Int32, output: String) {
    let terminal = try PseudoTerminal(
      [try Workplace.program(), "merge", "ana", "bea", "--board", place.path("board")],
      environment: ["HOME": place.folder.path, "TZ": "UTC", "BATON_USER": "maria"],
      columns: 120, rows: 40)
    try terminal.wait("the question") { terminal.hasWritten("[y/N]") }
    terminal.type("\(answer)\r")
    let status = try terminal.waitForEnd()
    return (status, String(decoding: terminal.output, as: UTF8.self))
  }

  @Test func undoMakesTwoOfThemAgainUnlessSomebodyBuiltOnIt() throws {
    let place = try board()
    try place.baton("note", "bea", "hello", "--board", "board")
    try place.baton("merge", "ana", "bea", "--yes", "--board", "board")
    let undone = try place.baton("undo", "bea", "--board", "board")
    #expect(undone.status == 0, "\(undone.errors)")
    #expect(try place.baton("list", "--json", "--board", "board").lines.count == 3)
    #expect(try place.baton("check", "--board", "board").output == "No faults.\n")
    let bea = try place.baton("show", "bea", "--json", "--board", "board").document()
    #expect(bea["name"] as? String == "A. Ruiz")
    #expect((bea["notes"] as? [Any])?.count == 1)

    try place.baton("merge", "ana", "bea", "--yes", "--board", "board")
    try place.baton("note", "ana", "more", "--actor", "tom", "--board", "board")
    let refused = try place.baton("undo", "ana", "--board", "board")
    #expect(refused.status == 1)
    #expect(refused.errors.hasPrefix("baton: tom built on it: “note” at"), "\(refused.errors)")
    #expect(try place.baton("list", "--json", "--board", "board").lines.count == 2)
  }

  @Test func mergesAndFollowsTheOldID() throws {
    let place = try board()
    try place.baton("note", "bea", "hello", "--board", "board")
    let run = try place.baton("merge", "ana", "bea", "--yes", "--board", "board")
    #expect(run.output == "ana  Ana Ruiz: merge bea: A. Ruiz\n")
    let shown = try place.baton("show", "bea", "--json", "--board", "board").document()
    #expect(shown["id"] as? String == "ana")
    #expect((shown["notes"] as? [Any])?.count == 1)
    #expect(try place.baton("note", "be", "more", "--board", "board").status == 0)
    #expect(try place.baton("list", "--json", "--board", "board").lines.count == 2)
    #expect(try place.baton("check", "--board", "board").output == "No faults.\n")
    let again = try place.baton("merge", "ana", "bea", "--board", "board")
    #expect(again.errorLines.first == "baton: Both are the lead ana.")
    #expect(
      try place.baton("duplicates", "--board", "board").output == "No two leads are alike.\n")
  }
}
