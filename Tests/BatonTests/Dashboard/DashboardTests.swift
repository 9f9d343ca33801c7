import BatonModel
import BatonStore
import Foundation
import Testing

/// The board in a real terminal, on real files.
@Suite(
  .enabled(if: TerminalWindow.isAvailable, "tmux is not installed: nothing plays the terminal"))
struct DashboardTests {
  private static let clock = "2026-11-21T14:02:00Z"

  private func open(
    _ place: Workplace, asOf clock: String? = Self.clock, columns: Int = 120, rows: Int = 40
  ) throws -> TerminalWindow {
    let time = clock.map { "--as-of \($0)" } ?? ""
    let window = try TerminalWindow(
      "cd '\(place.path("board"))' && '\(try Workplace.program())' \(time); echo over $?",
      columns: columns, rows: rows)
    try window.wait(for: "live")
    return window
  }

  @Test func changesAFileByKeysAndTakesItBack() throws {
    let place = try Workplace.withAnaAndBo()
    let window = try open(place)
    try window.wait(for: "Ana Ruiz")
    try window.press("L")
    try window.wait(for: "Moved to Nurture.")
    let folder = try BoardFolder(at: place.path("board"))
    #expect(try folder.readLead("ana").stage == "nurture")
    try window.press("u")
    try window.wait(for: "Taken back: move.")
    #expect(try folder.readLead("ana").stage == "new")
  }

  @Test func showsWhatOthersWriteAndKeepsTheSelection() throws {
    let place = try Workplace.withAnaAndBo()
    let window = try open(place)
    try window.wait(for: "Bo Lindqvist")
    try window.press("Down")
    try window.wait(for: "┃ Bo Lindqvist")

    // Another process, by an atomic replacement.
    let finished = try place.baton(
      "add", "Zoe Adler", "--board", "board", "--json", "--as-of", Self.clock)
    #expect(finished.status == 0)
    try window.wait(for: "Zoe Adler")
    #expect(try window.screen().contains { $0.contains("┃ Bo Lindqvist") })

    // An editor that writes in place, and leaves half of it for a while.
    let folder = try BoardFolder(at: place.path("board"))
    let file = try #require(BoardFolder.file(of: "ana"))
    let path = place.path("board/" + file)
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    try String(whole.prefix(40)).write(toFile: path, atomically: false, encoding: .utf8)
    try window.wait(for: "! 1 broken file \(file)")
    #expect(try window.screen().contains { $0.contains("Ana Ruiz") })
    try whole.replacing("Ana Ruiz", with: "Ana Ruiz-Mora")
      .write(toFile: path, atomically: false, encoding: .utf8)
    try window.wait(for: "Ana Ruiz-Mora")
    try window.wait(forNo: "broken file")
    #expect(try window.screen().contains { $0.contains("┃ Bo Lindqvist") })

    // A file that goes.
    try FileManager.default.removeItem(atPath: path)
    try window.wait(forNo: "Ana Ruiz-Mora")
    #expect(throws: StoreError.self) { try folder.readLead("ana") }
  }

  @Test func takesInWhatIsDroppedIntoTheInbox() throws {
    let place = try Workplace.withAnaAndBo()
    let window = try open(place, asOf: nil)
    try window.wait(for: "Ana Ruiz")
    try place.write("id,name,amount\n1,Zoe Adler,5\n2,Yan,much\n", to: "board/inbox/fair.part")
    try FileManager.default.moveItem(
      atPath: place.path("board/inbox/fair.part"), toPath: place.path("board/inbox/fair.csv"))
    try window.wait(for: "1 lead taken in from fair.csv, 1 rejected.")
    try window.wait(for: "Zoe Adler")
    #expect(try place.text("board/inbox/rejected/fair.rejects.csv").contains("Yan"))
  }

  @Test func showsAnEarlierMomentAndChangesNothingThatCameLater() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    try place.addLead("bo", "Bo Lindqvist")
    let later = "2026-11-22T09:00:00Z"
    func baton(_ words: String..., at clock: String) throws {
      let run = try place.baton(words + ["--board", "board", "--actor", "maria", "--as-of", clock])
      #expect(run.status == 0, "\(run.errors)")
    }
    try baton("add", "Zoe Adler", at: later)
    try baton("move", "ana", "decide", at: later)
    try place.write("name,email\nYan,y@x.example\n", to: "board/inbox/fair.csv")
    let window = try open(place)
    let screen = try window.wait(for: "Ana Ruiz")
    #expect(!screen.contains { $0.contains("Zoe") })
    try window.press("L")
    try window.wait(for: "maria changed Ana Ruiz at 22 Nov 10:00, after 21 Nov 15:02.")
    let folder = try BoardFolder(at: place.path("board"))
    #expect(try folder.readLead("ana").stage == "decide")

    // What comes later while it is open is as little there as what was read; what comes then is.
    try baton("add", "Uma Later", at: later)
    try baton("note", "ana", "a later word", at: later)
    try baton("note", "bo", "an earlier word", at: "2026-11-20T09:00:00Z")
    try baton("add", "Tess Then", at: Self.clock)
    let told = try window.wait(for: "Tess Then")
    #expect(!told.contains { $0.contains("Uma") })
    try window.press("Escape")
    try window.wait(forNo: "maria changed Ana Ruiz")
    try window.press("Enter")
    let page = try window.wait(for: "TIMELINE")
    #expect(!page.contains { $0.contains("a later word") })
    #expect(FileManager.default.fileExists(atPath: place.path("board/inbox/fair.csv")))
  }

  @Test func mergesLeadsThatAreOneBuyer() throws {
    let place = try Workplace.withAnaAndBo()
    let person = #""people": [{"id": "p1", "name": "Ana", "email": "ana@helix.example"}]"#
    try place.addLead("cy", "Ana R.", person)
    try place.addLead("di", "Anna", person)
    let window = try open(place)
    try window.wait(for: "Anna")
    try window.press("D")
    try window.wait(for: "Ana R. = Anna?")
    try window.press("Enter")
    try window.wait(for: "One buyer? u takes a merge back")
    try window.press("Down", "Down", "Enter")
    try window.wait(for: "Anna is part of Ana R. now.")
    let folder = try BoardFolder(at: place.path("board"))
    #expect(try folder.currentID(of: "di") == "cy")
    try window.press("u")
    try window.wait(for: "Taken back: merge.")
    try window.wait(for: "Anna")
    #expect(try folder.readLead("di").name == "Anna")
    #expect(try folder.check() == [])
  }

  @Test func leavesTheTerminalAsItWas() throws {
    let place = try Workplace.withAnaAndBo()
    let window = try open(place)
    #expect(try window.state("#{alternate_on}") == "1")
    try window.press("q")
    try window.wait(for: "over 0")
    #expect(try window.state("#{alternate_on}") == "0")
    #expect(try window.state("#{cursor_flag}") == "1")
    try window.type("echo still here")
    try window.press("Enter")
    try window.wait(for: "still here")
  }

  @Test func followsEverySize() throws {
    let place = try Workplace.withAnaAndBo()
    let window = try open(place)
    for (columns, rows) in [(60, 20), (220, 55), (20, 6), (80, 24)] {
      try window.resize(columns: columns, rows: rows)
      try window.press("Down")
      if columns >= 60 { try window.wait(for: "Bo Lindqvist") }
      #expect(try window.state("#{alternate_on}") == "1")
    }
  }

  @Test func showsHostileTextHarmlessly() throws {
    let place = try Workplace.withAnaAndBo()
    try place.addLead("evil", #"\u001b]0;owned\u0007\u001b[2J\u202Egnp.exe\u0000\ud800 end"#)
    let window = try open(place)
    let screen = try window.wait(for: "␛]0;owned")
    #expect(screen.contains { $0.contains("Ana Ruiz") })
    #expect(try window.state("#{pane_title}").contains("Baton"))
  }
}
