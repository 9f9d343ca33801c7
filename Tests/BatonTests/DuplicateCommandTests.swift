import Foundation
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

  @Test func mergesAndFollowsTheOldID() throws {
    let place = try board()
    try place.baton("note", "bea", "hello", "--board", "board")
    let run = try place.baton("merge", "ana", "bea", "--board", "board")
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
