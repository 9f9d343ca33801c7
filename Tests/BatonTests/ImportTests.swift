import Foundation
import Testing

/// `baton import`: what it says and where it puts things; how rows are read is tested in the store.
@Suite struct ImportTests {
  private static let csv = """
    Record ID,First Name,Last Name,Email,Lead Status,Shoe size
    1,Ana,Ruiz,ana@helix.example,new,38
    2,Tom,Reed,,qualify,
    3,Bo,Ek,,mystery,

    """

  @Test func takesInAFileOnce() throws {
    let place = try Workplace.withBoard()
    try place.write(Self.csv, to: "leads.csv")
    let first = try place.baton("import", "leads.csv", "--board", "board", "--json")
    #expect(first.status == 0, "\(first.errors)")
    let counts = try first.object()
    #expect(counts["read"] as? Int == 3)
    #expect(counts["created"] as? Int == 2)
    #expect(counts["refused"] as? Int == 1)
    #expect(counts["rejectFile"] as? String == "leads.rejects.csv")
    #expect(try place.text("leads.rejects.csv").contains("4,"))
    let again = try place.baton("import", "leads.csv", "--board", "board", "--json").object()
    #expect(again["created"] as? Int == 0)
    #expect(again["updated"] as? Int == 0)
    #expect(again["unchanged"] as? Int == 2)
    #expect(try place.baton("list", "--board", "board", "--json").lines.count == 2)
    let ana = try place.baton("list", "ana", "--board", "board", "--json").object()
    let id = try #require(ana["id"] as? String)
    let shown = try place.baton("show", id, "--board", "board", "--json")
    #expect(shown.output.contains("Shoe size"))
  }

  @Test func showsBeforeAndAfterWithoutWriting() throws {
    let place = try Workplace.withBoard()
    try place.write(Self.csv, to: "leads.csv")
    let dry = try place.baton("import", "leads.csv", "--board", "board", "--dry-run")
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(dry.output.contains("3 rows: 2 new, 0 changed, 0 as they were, 1 refused."))
    #expect(dry.output.contains("Nothing was written."))
    #expect(dry.output.contains("Email"))
    #expect(try place.baton("list", "--board", "board").output == "")
    try place.baton("import", "leads.csv", "--board", "board")
    try place.write(Self.csv.replacing("Ruiz", with: "Ruiz Sol"), to: "leads.csv")
    let update = try place.baton("import", "leads.csv", "--board", "board", "--dry-run")
    #expect(update.output.contains("Ana Ruiz → Ana Ruiz Sol"))
  }

  @Test func keepsAMappingThatCanBeGivenBack() throws {
    let place = try Workplace.withBoard()
    try place.write(Self.csv, to: "leads.csv")
    try place.baton(
      "import", "leads.csv", "--board", "board", "--dry-run", "--save-map", "map.json")
    let map = try place.text("map.json")
    #expect(map.contains("Shoe size"))
    try place.write(
      map.replacing("\"Email\": \"person.email\"", with: "\"Email\": \"tags\""),
      to: "map.json")
    let run = try place.baton("import", "leads.csv", "--board", "board", "--map", "map.json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try place.baton("list", "tag:helix", "--json", "--board", "board").lines.count == 1)
    try place.write("{\n  \"columns\": 1\n}", to: "map.json")
    let broken = try place.baton("import", "leads.csv", "--board", "board", "--map", "map.json")
    #expect(broken.status == 1)
    #expect(broken.errorLines.count == 2)
    #expect(broken.errorLines.first?.contains("map.json:2") == true)
  }

  @Test func readsStandardInputAndSeveralFiles() throws {
    let place = try Workplace.withBoard()
    let one = #"[{"id": "7", "name": "Ana", "email": "ana@helix.example"}]"#
    let piped = try place.baton("import", "-", "--board", "board", "--json", input: one)
    #expect(try piped.object()["created"] as? Int == 1, "\(piped.errors)")
    try place.write(Self.csv, to: "a.csv")
    try place.write(Self.csv, to: "b.csv")
    let both = try place.baton("import", "a.csv", "b.csv", "--board", "board", "--json")
    #expect(try both.objects().compactMap { $0["created"] as? Int }.count == 2)
  }

  @Test func asksBeforeItGuessesADate() throws {
    let place = try Workplace.withBoard()
    try place.write(
      "Record ID,First Name,Email,Create Date\n1,Ana,ana@helix.example,03/04/2024\n",
      to: "leads.csv")
    let run = try place.baton("import", "leads.csv", "--board", "board")
    #expect(run.status == 1)
    #expect(
      run.errorLines.last
        == "Say --date-order dmy or --date-order mdy to `baton import FILE`, or to `baton inbox` "
        + "where it is there.")
    #expect(try place.baton("list", "--board", "board").output == "")
    let answered = try place.baton(
      "import", "leads.csv", "--board", "board", "--date-order", "dmy", "--json")
    #expect(try answered.object()["created"] as? Int == 1)
    let lead = try place.baton("list", "--board", "board", "--json").object()
    #expect(lead["created"] as? String == "2024-04-02T22:00:00Z")
  }

  @Test func readsWhatAnotherProgramWrites() throws {
    let place = try Workplace.withBoard()
    let run = try place.shell(
      "baton import --board board <(printf 'id,name,email\\n7,Ana,ana@helix.example\\n')")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try place.baton("list", "--board", "board", "--json").object()["name"] as? String == "Ana")
    let folder = try place.baton("import", "board", "--board", "board")
    #expect(folder.status == 1)
    #expect(folder.errorLines.first == "baton: board: It is a folder.")
  }

  @Test func saysWhatIsWrongWithTheFile() throws {
    let place = try Workplace.withBoard()
    for arguments in [["none.csv"], ["leads.csv", "--preset", "bogus"]] {
      try place.write(Self.csv, to: "leads.csv")
      let words = arguments.joined(separator: " ")
      let run = try place.shell("baton import \(words) --board board")
      #expect(run.status == 1)
      #expect(run.errorLines.count == 2, "\(run.errors)")
    }
  }

  @Test func bringsConsentAndRestFromOneBoardToAnotherByAnExport() throws {
    let place = try Workplace.withBoard()
    try place.addLead(
      "ana", "Ana Ruiz", #""consent": {"doNotEmail": true, "doNotCall": true}"#,
      #""parked": {"kind": "waiting", "reason": "bad-timing", "since": "2026-11-02T09:00:00Z", "#
        + #""until": "2027-01-11T09:00:00Z"}"#)
    try place.addLead("bo", "Bo Ek", stage: "nurture")
    for format in ["csv", "jsonl"] {
      let (file, board) = ("leads.\(format)", "\(format)-board")
      try place.baton(
        "export", "--format", format, "--output", file, "--board", "board", "--as-of", "2026-11-20")
      try place.write(try place.text("board/board.json"), to: "\(board)/board.json")
      let taken = try place.baton("import", file, "--board", board, "--json").object()
      #expect(taken["created"] as? Int == 2)
      #expect(taken["refused"] as? Int == 0)
      let ana = try place.baton("show", "ana", "--board", board, "--json").document()
      #expect(ana["stage"] as? String == "new")
      let parked = try #require(ana["parked"] as? [String: Any])
      #expect(parked["kind"] as? String == "waiting")
      #expect(parked["reason"] as? String == "bad-timing")
      #expect(parked["until"] as? String == "2027-01-11T09:00:00Z")
      for channel in ["email", "call"] {
        let touch = try place.baton("touch", "ana", channel, "--outbound", "--board", board)
        #expect(touch.status == 1)
      }
      let bo = try place.baton("show", "bo", "--board", board, "--json").document()
      #expect(bo["stage"] as? String == "nurture")
      #expect(
        try place.baton("import", file, "--board", "board", "--json").object()["updated"] as? Int
          == 0)
    }
  }

  @Test func filesNextWeeksIDsWhereThoseOfThisWeekAre() throws {
    let place = try Workplace.withBoard()
    try place.write("Lead ID,Name,Company\nL-1,Ana Ruiz,Helix\nL-2,Bo Ek,Orbit\n", to: "leads.csv")
    let first = try place.baton("import", "leads.csv", "--board", "board")
    #expect(first.lines.first?.hasSuffix("ids filed under “leads”.") == true)
    try place.write(
      "Lead ID,Name,Company\nL-1,Ana Ruiz,Helix Labs\nL-2,Bo Ek,Orbit\nL-3,Cy Roe,Kite\n",
      to: "leads-2026-11-23.csv")
    let next = try place.baton("import", "leads-2026-11-23.csv", "--board", "board")
    #expect(next.lines.first?.hasSuffix("ids filed under “leads”.") == true)
    #expect(next.output.contains("3 rows: 1 new, 1 changed, 1 as they were, 0 refused."))
  }

  @Test func makesFilesThatNobodyMayReadWhoMayNotReadTheirOriginals() throws {
    let place = try Workplace.withBoard()
    try place.write(Self.csv, to: "leads.csv")
    try place.write("old", to: "out.csv")
    try place.shell("cd '\(place.folder.path)' && chmod 600 leads.csv out.csv")
    try place.baton("import", "leads.csv", "--board", "board", "--save-map", "map.json")
    try place.baton("export", "--format", "csv", "--output", "out.csv", "--board", "board")
    let modes = try place.shell(
      "cd '\(place.folder.path)' && stat -c %a leads.rejects.csv out.csv && umask && stat -c %a map.json"
    )
    #expect(modes.lines.prefix(2) == ["600", "600"])
    #expect(modes.lines.last != "600")
    #expect(try place.text("out.csv").hasPrefix("id,"))
  }

  @Test func saysThatStandardInputCannotBeRead() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    let folder = place.folder.path
    for command in ["note ana <&-", "note ana </tmp", "import - <&-", "intake <&-", "intake </tmp"]
    {
      let run = try place.shell("cd '\(folder)/board' && baton \(command)")
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("baton: Standard input cannot be read: "), "\(command)")
      #expect(run.errorLines.last == "Give what is to be read through a pipe, or with < FILE.")
    }
  }
}
