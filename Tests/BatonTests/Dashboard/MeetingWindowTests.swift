import BatonModel
import BatonStore
import Foundation
import Testing

/// The meeting in a real terminal, on real files.
@Suite(
  .enabled(if: TerminalWindow.isAvailable, "tmux is not installed: nothing plays the terminal"))
struct MeetingWindowTests {
  private func open(_ place: Workplace, _ options: String = "") throws -> TerminalWindow {
    let window = try TerminalWindow(
      "cd '\(place.path("board"))' && '\(try Workplace.program())' meeting \(options) "
        + "--as-of 2026-11-21T14:02:00Z; echo over $?")
    try window.wait(for: "live ●")
    return window
  }

  @Test func decidesSeesWhatOthersDecideAndEndsWithMinutes() throws {
    let place = try Workplace.withAnaAndBo()
    let window = try open(place)
    try window.press("d")
    try window.wait(for: "What is decided?")
    try window.type("Call her @maria fri #ana")
    try window.press("Enter")
    try window.wait(for: "decided Call her")
    let folder = try BoardFolder(at: place.path("board"))
    #expect(try folder.readMeetings().records.first?.decisions.first?.leads == ["ana"])

    // Another terminal.
    let other = try place.baton(
      "decide", "Ask legal", "--board", "board", "--as-of", "2026-11-21T14:02:00Z")
    #expect(other.status == 0)
    try window.wait(for: "decided Ask legal")

    try window.press("Right", "E")
    try window.wait(for: "The end of the meeting")
    try window.press("Down", "Enter")
    try window.wait(for: "The minutes are in")
    let record = try #require(try folder.readMeetings().records.first)
    #expect(record.agenda.map(\.title) == ["What changed", "Handed over, no answer"])
    #expect(record.decisions.count == 2)
    for name in ["2026-11-21.md", "2026-11-21.html"] {
      #expect(try place.text("board-minutes/\(name)").contains("Call her"))
    }

    // What was written is the team's: a second end of the day writes beside it.
    try place.write("ours", to: "board-minutes/2026-11-21.md")
    try window.press("m", "E")
    try window.wait(for: "The end of the meeting")
    try window.press("Down", "Enter")
    try window.wait(for: "2026-11-21-2.md")
    #expect(try place.text("board-minutes/2026-11-21.md") == "ours")
    #expect(try place.text("board-minutes/2026-11-21-2.html").contains("Call her"))
  }

  @Test func showsNoNameToGuests() throws {
    let place = try Workplace.withAnaAndBo()
    let window = try open(place, "--masked")
    try window.wait(for: "names masked")
    try window.press("g")
    try window.wait(for: "Go to")
    try window.type("stalled")
    try window.press("Enter")
    try window.wait(for: "Buyer 1")
    #expect(!(try window.screen().contains { $0.contains("Ana") || $0.contains("Helix") }))
  }
}
