import Foundation
import Testing

/// `baton history` and `baton log`: who, when, which command.
@Suite struct LogTests {
  private func change(
    _ id: String, _ at: String, _ by: String, _ command: String, _ more: String = ""
  ) -> String {
    #"{"id": "\#(id)", "at": "2026-11-\#(at):00Z", "by": "\#(by)", "command": "\#(command)"\#(more)}"#
  }

  private func board() throws -> Workplace {
    let place = try Workplace.withBoard()
    try place.addLead(
      "ana", "Ana Ruiz",
      "\"history\": ["
        + [
          change("c1", "02T09:00", "import", "import", #", "subject": "fair", "to": "new""#),
          change("c4", "05T10:00", "maria", "move", #", "from": "new", "to": "qualify""#),
          change("c5", "05T10:00", "maria", "note"),
        ].joined(separator: ",") + "]")
    try place.addLead(
      "tom", "Tom Reed",
      "\"history\": ["
        + [
          change(
            "c2", "03T09:00", "tom", "add", #", "to": "new", "note": "a\u001b[31mb""#),
          change("c3", "04T09:00", "maria", "amount", #", "to": "120050 EUR""#),
        ].joined(separator: ",") + "]")
    return place
  }

  @Test func tellsTheHistoryOfALeadInWords() throws {
    let run = try board().baton("history", "an", "--board", "board")
    #expect(
      run.output == """
        WHEN              WHO     CHANGE  WHAT
        2026-11-02 10:00  import  c1      import fair new
        2026-11-05 11:00  maria   c4      move new → qualify
        2026-11-05 11:00  maria   c5      note

        """)
    let newest = try board().baton("history", "ana", "--limit", "1", "--json", "--board", "board")
    let change = try newest.object()
    #expect(newest.lines.count == 1)
    #expect(change["id"] as? String == "c5")
    #expect(change["lead"] as? String == "ana")
    #expect(change["name"] as? String == "Ana Ruiz")
  }

  @Test func tellsTheWholeBoardByTime() throws {
    let place = try board()
    let run = try place.baton("log", "--board", "board")
    #expect(
      run.output == """
        WHEN              WHO     LEAD           CHANGE  WHAT
        2026-11-02 10:00  import  ana  Ana Ruiz  c1      import fair new
        2026-11-03 10:00  tom     tom  Tom Reed  c2      add new: a␛[31mb
        2026-11-04 10:00  maria   tom  Tom Reed  c3      amount 1 200.50 EUR
        2026-11-05 11:00  maria   ana  Ana Ruiz  c4      move new → qualify
        2026-11-05 11:00  maria   ana  Ana Ruiz  c5      note

        """)
    func ids(_ arguments: String...) throws -> [String] {
      let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
      let run = try place.shell("baton log --json --board board \(quoted)")
      #expect(run.status == 0, "\(run.errors)")
      return try run.objects().compactMap { $0["id"] as? String }
    }
    #expect(try ids("--since", "2026-11-04") == ["c3", "c4", "c5"])
    #expect(try ids("--since", "-2d", "--as-of", "2026-11-05T09:00:00Z") == ["c2", "c3"])
    #expect(try ids("--by", "Maria Costa") == ["c3", "c4", "c5"])
    #expect(try ids("--by", "import") == ["c1"])
    #expect(try ids("--by", "maria", "--limit", "2") == ["c4", "c5"])
  }

  @Test func tellsWhatWasEditedOutside() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    try place.baton("amount", "ana", "500", "--board", "board")
    let edited = try place.shell(
      """
      cd board/leads/*/ && sed -i 's/s": 50000/s": 90000/' ana.json &&
        touch -d 2026-11-20T10:00:00Z ana.json
      """)
    #expect(edited.errors == "")
    let edit = "2026-11-20 11:00  outside  ana  Ana Ruiz  "
    let log = try place.baton("log", "--by", "outside", "--since", "2026-11-20", "--board", "board")
    #expect(log.lines.count == 2)
    #expect(log.lines.last?.hasPrefix(edit) == true, "\(log.output)")
    #expect(log.lines.last?.hasSuffix("  edit amount 900 EUR") == true, "\(log.output)")
    let later = try place.baton(
      "log", "--by", "outside", "--since", "2026-11-21", "--board", "board")
    #expect(later.output == "")
    #expect(
      try place.baton("show", "ana", "--board", "board").output.contains("outside  edit amount"))

    let undo = try place.baton("undo", "ana", "--board", "board")
    #expect(undo.status == 1)
    #expect(undo.errors.hasPrefix("baton: outside built on it: “edit” at"), "\(undo.errors)")
    try place.baton("note", "ana", "hello", "--board", "board")
    let history = try place.baton("history", "ana", "--json", "--board", "board").objects()
    #expect(
      history.compactMap { $0["by"] as? String } == ["maria", "outside", "maria"])
    #expect(history[1]["subject"] as? String == "amount")
    #expect(history[1]["at"] as? String == "2026-11-20T10:00:00Z")
  }

  @Test func refusesWhatItCannotRead() throws {
    let place = try board()
    let when = try place.baton("log", "--since", "3/4/2026", "--board", "board")
    #expect(when.status == 64)
    #expect(when.errors.hasPrefix("baton: --since: "))
    #expect(try place.baton("log", "--limit", "0", "--board", "board").status == 64)
    try place.write("{", to: "board/leads/00/broken.json")
    let broken = try place.baton("log", "--board", "board")
    #expect(broken.status == 0)
    #expect(broken.errorLines.first == "baton: 1 file cannot be read and left out.")
    #expect(broken.lines.count == 6)
  }
}
