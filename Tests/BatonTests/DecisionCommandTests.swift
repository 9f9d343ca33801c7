import Foundation
import Testing

/// Decisions from the command line.
@Suite struct DecisionCommandTests {
  private let clock = "2026-11-18T10:00:00Z"

  private func workplace() throws -> Workplace {
    let place = try Workplace.withBoard()
    try place.addLead("3f-ana", "Ana Ruiz")
    try place.addLead("4a-bo", "Bo Lind")
    return place
  }

  @discardableResult
  private func baton(
    _ place: Workplace, _ words: String..., at moment: String? = nil
  ) throws -> Finished {
    try place.baton(words + ["--board", "board", "--as-of", moment ?? clock])
  }

  private func id(_ place: Workplace) throws -> String {
    try #require(try baton(place, "decisions", "--json").object()["id"] as? String)
  }

  @Test func writesDownWhatIsTypedInOneLine() throws {
    let place = try workplace()
    let run = try baton(
      place, "decide", "Fix the form's phone field @tom fri #ana roadblock:\"no price shown\"",
      "--json")
    let decision = try run.object()
    #expect(run.errors.isEmpty)
    #expect(decision["text"] as? String == "Fix the form's phone field")
    #expect(decision["meeting"] as? String == "2026-11-18")
    #expect(decision["owner"] as? String == "tom")
    #expect(decision["due"] as? String == "2026-11-20")
    #expect(decision["state"] as? String == "open")
    #expect(decision["daysLeft"] as? Int == 2)
    #expect(decision["leads"] as? [String] == ["3f-ana"])
    #expect(decision["roadblock"] as? String == "no price shown")
    #expect(try place.text("board/meetings/2026-11-18.json").contains("\"by\": \"maria\""))
  }

  @Test func optionsSayTheSameAndVerbatimTakesTheTextAsItIs() throws {
    let place = try workplace()
    try baton(
      place, "decide", "Call", "back", "--owner", "mark", "--due", "+1w", "--lead", "3f",
      "--lead", "4a-bo", "--roadblock", "no price shown", "--date", "2026-11-16")
    try baton(place, "decide", "Mail @tom about #1 on fri", "--verbatim")
    let decisions = try baton(place, "decisions", "--json").objects()
    #expect(decisions.map { $0["text"] as? String } == ["Call back", "Mail @tom about #1 on fri"])
    #expect(decisions[0]["meeting"] as? String == "2026-11-16")
    #expect(decisions[0]["leads"] as? [String] == ["3f-ana", "4a-bo"])
    #expect(decisions[0]["due"] as? String == "2026-11-25")
    #expect(decisions[1]["due"] is NSNull)
  }

  @Test(arguments: [
    (["decide", "x @zoe"], "Nobody on this board is called “zoe”.", Int32(64)),
    (["decide", "x roadblock:zz"], "This board knows no roadblock “zz”.", 1),
    (["decide", "x", "--due", "soon"], "--due: “soon” is no day.", 64),
    (["decide", "x", "--due", "2026-11-17"], "2026-11-17 is in the past.", 1),
    (["decide", "x", "--owner", "zoe"], "Nobody on this board is called “zoe”.", 1),
    (["decide", "x", "--lead", "zz"], "No lead on this board has the id “zz”.", 1),
    (["decide", " ", "--verbatim"], "An empty decision decides nothing.", 1),
    (["decisions", "done", "zz"], "Nothing was decided under the id “zz”.", 1),
  ])
  func refuses(_ words: [String], _ what: String, _ status: Int32) throws {
    let place = try workplace()
    let run = try place.baton(words + ["--board", "board", "--as-of", clock])
    #expect(run.status == status)
    #expect(run.errorLines.first?.contains(what) == true, "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: place.path("board/meetings")))
  }

  @Test func listsSettlesReopensAndDrops() throws {
    let place = try workplace()
    try baton(place, "decide", "Fix the form @tom fri")
    let id = try id(place)
    let later = "2026-11-23T10:00:00Z"
    let listed = try baton(place, "decisions", at: later)
    #expect(listed.lines.count == 2)
    #expect(listed.lines[1].contains("overdue"))
    let done = try baton(place, "decisions", "done", id, at: later)
    #expect(done.output == "\(id)  Fix the form: done, Tom Reed, until 2026-11-20\n")
    #expect(try baton(place, "decisions", "--open", at: later).lines.isEmpty)
    // As of then it was still to be done.
    #expect(try baton(place, "decisions", "--open").lines.count == 2)
    let again = try baton(place, "decisions", "done", id, at: later)
    #expect(again.status == 1)
    #expect(again.errorLines[0].contains("“Fix the form” is done, by maria"))
    try baton(place, "decisions", "reopen", id, at: later)
    try baton(place, "decisions", "drop", "2026-11-18/\(id)", at: later)
    let last = try baton(place, "decisions", "--owner", "tom", "--json", at: later).object()
    #expect(last["state"] as? String == "dropped")
  }

  @Test func asksWhichWhereTwoHaveTheSameID() throws {
    let place = try workplace()
    for date in ["2026-11-09", "2026-11-16"] {
      try place.write(
        #"{"schema":1,"revision":1,"date":"\#(date)","decisions":[{"id":"d1","text":"x"}]}"#,
        to: "board/meetings/\(date).json")
    }
    let run = try baton(place, "decisions", "done", "d1")
    #expect(
      run.errorLines == [
        "baton: 2 decisions have the id “d1”.", "Name one: 2026-11-09/d1, 2026-11-16/d1.",
      ])
    #expect(try baton(place, "decisions", "done", "2026-11-09/d1").status == 0)
  }

  @Test func showsWhatWasDecidedOnTheLead() throws {
    let place = try workplace()
    try baton(place, "decide", "Call her @maria fri #ana")
    let shown = try baton(place, "show", "3f-ana")
    #expect(shown.lines.contains("DECIDED"))
    #expect(
      shown.lines.contains {
        $0.contains("open  Call her, Maria Costa, until 2026-11-20, decided 2026-11-18")
      })
    let derived = try baton(place, "show", "3f-ana", "--json").document()["derived"]
    let decisions = try #require((derived as? [String: Any])?["decisions"] as? [[String: Any]])
    #expect(decisions.map { $0["text"] as? String } == ["Call her"])
    #expect(!(try baton(place, "show", "4a-bo").lines.contains("DECIDED")))
  }

  @Test func mergesInGitWhatBothSidesDecided() throws {
    let place = try workplace()
    try place.write("{}", to: "base.json")
    for side in ["ours", "theirs"] {
      try place.write(
        #"{"schema":1,"revision":1,"date":"2026-11-18","decisions":[{"id":"\#(side)","text":"\#(side)"}]}"#,
        to: "\(side).json")
    }
    let run = try place.baton(
      "merge-driver", "base.json", "ours.json", "theirs.json", "board/meetings/2026-11-18.json")
    #expect(run.status == 0, "\(run.errors)")
    let merged = try place.text("ours.json")
    #expect(merged.contains("\"text\": \"ours\"") && merged.contains("\"text\": \"theirs\""))
  }

  @Test func leavesABrokenRecordAlone() throws {
    let place = try workplace()
    try place.write("{ half", to: "board/meetings/2026-11-18.json")
    let run = try baton(place, "decide", "x")
    #expect(run.status == 1)
    #expect(run.errors.contains("meetings/2026-11-18.json"))
    #expect(try place.text("board/meetings/2026-11-18.json") == "{ half")
  }
}
