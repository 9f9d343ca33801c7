import Foundation
import Testing

@Suite struct DemoTests {
  @Test func writesTheSameBytesForTheSameSeedAndTime() throws {
    let place = try Workplace()
    for name in ["a", "b"] {
      let run = try place.baton(
        "demo", name, "--leads", "40", "--seed", "7", "--as-of", "2026-12-01", "--no-open")
      #expect(run.status == 0, "\(run.errors)")
    }
    let difference = try place.shell("diff -r -x .baton a b && ls a/leads/*/*.json | wc -l")
    #expect(difference.output == "40\n")
    #expect(try place.baton("check", "--board", "a").output == "No faults.\n")
    let other = try place.baton(
      "demo", "c", "--leads", "40", "--seed", "8", "--as-of", "2026-12-01", "--no-open")
    #expect(other.status == 0)
    #expect(try place.shell("diff -rq -x .baton a c > /dev/null").status == 1)
  }

  @Test func writesADemoBoardAnewOnlyWhenAsked() throws {
    let place = try Workplace()
    try place.baton("demo", "--leads", "5", "--no-open")
    func leads() throws -> String {
      try place.shell("baton list --json --board baton-demo | wc -l").output
    }
    #expect(try leads() == "5\n")
    try place.baton("add", "Mine", "--board", "baton-demo")
    let again = try place.baton("demo", "--no-open", "--json")
    #expect(again.errorLines.last == "--seed 1 writes it anew.")
    #expect(try again.object()["board"] as? String == place.path("baton-demo"))
    #expect(try leads() == "6\n")
    try place.baton("demo", "--leads", "3", "--no-open")
    #expect(try leads() == "3\n")
  }

  @Test func leavesEverythingElseAlone() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana")
    let run = try place.baton("demo", "board", "--leads", "3", "--no-open")
    #expect(run.status == 1)
    #expect(run.errorLines.last == "Name an empty folder: baton demo DIR.")
    #expect(try place.baton("list", "--json", "--board", "board").lines.count == 1)
    try place.write("mine", to: "notes/todo.txt")
    #expect(try place.baton("demo", "notes", "--no-open").status == 1)
    #expect(try place.baton("demo", "x", "--leads", "-1", "--no-open").status == 64)
  }

  @Test func leavesNothingOfADemoBoardThatCannotBeWrittenWhole() throws {
    let place = try Workplace()
    let run = try place.shell(
      """
      (ulimit -f 4; baton demo d --no-open) 2>&1 | sed 's/.*: //'
      ls; baton demo d --leads 3 --no-open > /dev/null; echo $?
      """)
    #expect(
      run.lines == [
        "a file may not become so large here.", "Raise the limit (ulimit -f); nothing was changed.",
        "0",
      ])
  }

  @Test func saysWhatIsMissingWithoutATerminal() throws {
    let run = try Workplace().baton("demo", "--leads", "3")
    #expect(run.status == 1)
    #expect(run.errorLines.count == 2)
  }
}
