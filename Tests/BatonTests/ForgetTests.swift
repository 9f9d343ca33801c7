import Foundation
import Testing

/// `baton forget` and `baton retention`.
@Suite struct ForgetTests {
  private func board() throws -> Workplace {
    let place = try Workplace.withBoard()
    try place.addLead(
      "ana", "Ana Ruiz", #""people": [{"id": "p1", "name": "Ana Ruiz", "email": "a@x.example"}]"#)
    try place.addLead("tom", "Tom Reed")
    return place
  }

  @Test func asksFirst() throws {
    let place = try board()
    let asked = try place.baton("forget", "ana", "--board", "board", input: "no\n")
    #expect(asked.status == 64)
    #expect(asked.errorLines.last == "Say --yes if you are sure.")
    let dry = try place.baton("forget", "ana", "--dry-run", "--board", "board")
    #expect(
      dry.output == """
        ana  Ana Ruiz: 0 touches, 0 notes, 0 changes
        Nothing was removed.

        """)
    #expect(try place.baton("list", "--json", "--board", "board").lines.count == 2)
  }

  @Test func removesAllButACount() throws {
    let place = try board()
    try place.write("name,email\nAna,a@x.example\n", to: "board/inbox/fair.csv")
    let run = try place.baton(
      "forget", "ana", "--yes", "--json", "--board", "board", "--as-of", "2026-11-21")
    #expect(run.status == 0, "\(run.errors)")
    let went = try run.object()
    #expect(went["inboxFiles"] as? [String] == ["fair.csv"])
    #expect(went["inboxRows"] as? Int == 1)
    #expect(try place.shell("grep -ri 'a@x.example' board").output == "")
    #expect(try place.text("board/board.json").contains("\"2026-11\": 1"))
    #expect(try place.baton("show", "ana", "--board", "board").status == 1)
  }

  @Test func listsWhatThePolicySays() throws {
    let place = try board()
    let none = try place.baton("retention", "--board", "board")
    #expect(none.status == 1)
    #expect(none.errors.contains("\"retention\": {\"closedDays\": 730"))
    let settings = try place.text("board/board.json")
    try place.write(
      settings.replacing(
        "\"schema\": 1,", with: "\"schema\": 1, \"retention\": {\"idleDays\": 5},"),
      to: "board/board.json")
    let due = try place.baton("retention", "--board", "board", "--as-of", "2026-11-21")
    #expect(
      due.output == """
        LEAD  NAME      WHY                    DUE
        ana   Ana Ruiz  idle since 2026-11-01  2026-11-06
        tom   Tom Reed  idle since 2026-11-01  2026-11-06

        """)
    let json = try place.baton(
      "retention", "--json", "--board", "board", "--as-of", "2026-11-21")
    #expect(try json.objects().compactMap { $0["id"] as? String } == ["ana", "tom"])
    #expect(
      try place.baton("retention", "--board", "board", "--as-of", "2026-11-02").output
        == "Nothing is due.\n")
  }
}
