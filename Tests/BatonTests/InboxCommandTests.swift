import Foundation
import Testing

/// `baton inbox`: what a script and a second Baton see of it.
@Suite struct InboxCommandTests {
  @Test func whatReadsTheBoardSaysWhatWaits() throws {
    let place = try Workplace.withBoard()
    try place.addLead("tom", "Tom Reed")
    try place.write("name,email\nAna,a@x.example\n", to: "board/inbox/fair.csv")
    try place.write("half", to: "board/inbox/next.csv.part")
    try place.write("hello", to: "board/inbox/photo.jpg")
    let commands = [
      ["list"], ["triage"], ["log"], ["duplicates"], ["export", "--format", "jsonl"], ["check"],
      ["campaign"],
      ["report", "stalled"], ["feedback"],
    ]
    for command in commands {
      let run = try place.baton(command + ["--board", "board"])
      #expect(
        run.errorLines == [
          "baton: 1 file waits in the inbox and is not in this answer.",
          "Take in what is whole with `baton inbox`.",
        ], "\(command) \(run.errors)")
      #expect(run.status == 0, "\(command)")
    }
    try place.write("name,email\nBo,b@x.example\n", to: "board/inbox/expo.csv")
    let two = try place.baton("list", "--board", "board")
    #expect(
      two.errorLines.first == "baton: 2 files wait in the inbox and are not in this answer.")
    try place.shell("baton inbox --board board")
    #expect(try place.baton("list", "--board", "board").errors == "")
  }

  @Test func takesEachFileInOnceAmongSeveral() throws {
    let place = try Workplace.withBoard()
    let run = try place.shell(
      """
      export BATON_BOARD=board
      mkdir -p board/inbox
      for i in 1 2 3 4 5 6 7 8; do
        printf 'id,name,note,amount\\n%d,Lead %d,hello,5\\nx%d,Bad,,much\\n' $i $i $i \
          > board/inbox/f$i.csv
      done
      printf 'id,name\\n9,Late\\n' > board/inbox/late.csv.part
      for n in 1 2 3; do baton inbox --json > out$n & done
      wait
      cat out1 out2 out3
      """)
    let outcomes = try run.objects()
    let taken = outcomes.filter { $0["fate"] as? String == "taken" }
    #expect(taken.count == 8)
    #expect(Set(taken.compactMap { $0["file"] as? String }).count == 8)
    #expect(taken.allSatisfy { $0["created"] as? Int == 1 && $0["refused"] as? Int == 1 })
    #expect(run.errors == "")
    let leads = try place.shell("baton list --json --board board").objects()
    #expect(leads.count == 8)
    #expect(try place.shell("ls board/inbox/rejected | wc -l").output == "8\n")
    #expect(try place.shell("ls board/inbox/taken | wc -l").output == "8\n")
    #expect(try place.baton("log", "--json", "--board", "board").lines.count == 8)
    #expect(try place.baton("inbox", "--board", "board").output == "")
  }

  /// The order that is told decides only where a file leaves it open.
  @Test func takesDatesInTheOrderThatIsTold() throws {
    let place = try Workplace.withBoard()
    let head = "Record ID,First Name,Email,Create Date\n"
    let open = head + "1,Ana,ana@helix.example,03/04/2024\n"
    let settled = head + "2,Bo,bo@x.example,03/04/2024\n3,Cy,cy@x.example,04/25/2024\n"
    try place.write(open, to: "board/inbox/open.csv")
    try place.write(settled, to: "board/inbox/settled.csv")
    let run = try place.baton("inbox", "--board", "board", "--date-order", "dmy", "--json")
    #expect(try run.objects().compactMap { $0["created"] as? Int } == [1, 2])
    let leads = try place.baton("list", "--board", "board", "--json").objects()
    let created = Dictionary(
      uniqueKeysWithValues: leads.map { ($0["name"] as? String, $0["created"] as? String) })
    #expect(created["Ana"] == "2024-04-02T22:00:00Z")
    #expect(created["Bo"] == "2024-03-03T23:00:00Z")
    #expect(try place.baton("inbox", "--board", "board", "--date-order", "ymd").status == 64)
  }

  @Test func staysAndTellsWhatComes() throws {
    let place = try Workplace.withBoard()
    let run = try place.shell(
      """
      export BATON_BOARD=board
      mkdir -p board/inbox
      mkfifo lines
      baton inbox --watch > lines &
      exec 4< lines
      next() { read -r -t 30 line <&4 && echo "$line"; }
      printf 'email\\na@x.example\\n' > board/inbox/one.csv.part
      mv board/inbox/one.csv.part board/inbox/one.csv; next
      echo '[{"email": "b@x.example"}, {"email": "a@x.example"}]' > board/inbox/two.json; next
      kill -INT $!
      wait $!
      echo "status $?"
      """)
    #expect(
      run.output == """
        1 lead taken in from one.csv.
        1 lead taken in from two.json.
        status 0

        """)
  }
}
