import Foundation
import Testing

/// `baton watch --json`, driven by a script that waits for each line before it does the next thing.
@Suite struct WatchTests {
  /// Runs a script that is given the lines of `watch` on descriptor 4, and prints what it reads.
  private func watch(_ place: Workplace, of query: String = "", _ steps: String) throws -> Finished
  {
    try place.shell(
      """
      export BATON_BOARD=board
      mkfifo lines
      baton watch --json \(query) > lines &
      exec 4< lines
      next() { read -r -t 20 line <&4 && echo "$line"; }
      next
      \(steps)
      kill -INT $!
      wait $!
      echo "status $?" >&2
      """)
  }

  @Test func tellsOfCommandsEditorsAndBrokenFiles() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    let run = try watch(
      place,
      """
      file=$(ls board/leads/*/ana.json)
      baton note ana hello > /dev/null; next
      sed 's/Ana Ruiz/Ana R/' $file > new && mv new $file; next
      cp $file good; echo '{' > $file; next
      mv good $file; next
      baton add Tom > /dev/null; next
      rm $file; next
      """)
    let lines = try run.objects()
    #expect(
      lines.compactMap { $0["event"] as? String } == [
        "watching", "changed", "changed", "broken", "mended", "added", "removed",
      ])
    #expect(lines[0]["leads"] as? Int == 1)
    let change = try #require((lines[1]["changes"] as? [[String: Any]])?.first)
    #expect(change["command"] as? String == "note")
    #expect(change["by"] as? String == "maria")
    #expect((lines[2]["lead"] as? [String: Any])?["name"] as? String == "Ana R")
    let edit = try #require((lines[2]["changes"] as? [[String: Any]])?.first)
    #expect(edit["by"] as? String == "outside")
    #expect(edit["subject"] as? String == "name")
    #expect(edit["from"] as? String == "Ana Ruiz")
    #expect(edit["to"] as? String == "Ana R")
    #expect((lines[3]["file"] as? String)?.hasSuffix("/ana.json") == true)
    #expect(lines[3]["line"] as? Int == 2)
    #expect(lines[6]["id"] as? String == "ana")
    #expect(run.errors == "status 0\n")
  }

  @Test func tellsOfLeadsThatEnterOrLeaveAQuery() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    try place.addLead("tom", "Tom", stage: "qualify")
    let run = try watch(
      place, of: "stage:new",
      """
      baton note tom unseen > /dev/null
      baton move tom new > /dev/null; next
      baton move ana qualify > /dev/null; next
      """)
    let lines = try run.objects()
    #expect(lines.compactMap { $0["id"] as? String } == ["tom", "ana"])
  }

  @Test func waitsForABoardThatIsAwayAndTakesNoLeadAsRemoved() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    try place.addLead("tom", "Tom")
    let run = try watch(
      place,
      """
      until_line() { while read -r -t 20 line <&4; do echo "$line"; [[ $line == *$1* ]] && break; done; }
      mkdir other
      mv board away && mv other board
      until_line '"broken"'
      mv board other && mv away board
      baton note ana hello > /dev/null
      until_line '"changed"'
      """)
    let lines = try run.objects()
    let told = lines.compactMap { $0["event"] as? String }
    #expect(Set(told) == ["watching", "broken", "changed"])
    let broken = try #require(lines.first { $0["event"] as? String == "broken" })
    #expect(broken["file"] as? String == "board.json")
  }

  @Test func endsWhenNobodyReads() throws {
    let place = try Workplace.withBoard()
    let run = try place.shell(
      "timeout 20 baton watch --board board | head -n 1; echo ${PIPESTATUS[0]}")
    #expect(run.lines.last == "0")
    #expect(run.errors == "")
  }
}
