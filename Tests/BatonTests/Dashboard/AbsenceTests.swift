import Foundation
import PseudoTerminal
import Testing

/// An open board whose folder, or a part of it, can no longer be read: it says so, keeps what it
/// showed, and goes on by itself.
@Suite(.enabled(if: PseudoTerminal.isAvailable, "there are no pseudo-terminals"))
struct AbsenceTests {
  private func board() throws -> Workplace {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    return place
  }

  @Test func aFolderThatIsRenamedAwayIsWaitedFor() throws {
    let place = try board()
    let seat = try TerminalSeat(place, as: "maria")
    try seat.wait(for: "Ana Ruiz")
    try place.shell("mv board away")
    try seat.wait(
      for: "not live", "! 1 unreadable place board the folder is not there: put it back")
    #expect(seat.lines.contains { $0.contains("Ana Ruiz") })
    try place.shell("sed -i 's/Ana Ruiz/Ana Berg/' away/leads/*/ana.json && mv away board")
    try seat.wait(for: "live ●", "Ana Berg")
    try seat.wait("no fault") { lines in !lines.contains { $0.contains("unreadable") } }
    try seat.leave()
  }

  @Test func anEmptyFolderInItsPlaceIsNoBoardWithoutLeads() throws {
    let place = try board()
    let seat = try TerminalSeat(place, as: "maria")
    try seat.wait(for: "Ana Ruiz")
    try place.shell("mkdir other && mv board away && mv other board")
    try seat.wait(for: "! 1 unreadable place board.json it is not there: put it back")
    #expect(seat.lines.contains { $0.contains("Ana Ruiz") })
    try place.shell("rmdir board && mv away board")
    try seat.wait("no fault") { lines in
      !lines.contains { $0.contains("unreadable") } && lines.contains { $0.contains("Ana Ruiz") }
    }
    try seat.leave()
  }

  @Test func brokenSettingsStopNothingElseAndComeBackMended() throws {
    let place = try board()
    let seat = try TerminalSeat(place, as: "maria")
    try seat.wait(for: "Ana Ruiz", "NEW")
    let settings = try place.text("board/board.json")
    try place.write(String(settings.prefix(60)), to: "board/board.json")
    try seat.wait(for: "! 1 broken file board.json:")
    // The last good settings stay, and leads are followed by them.
    try place.shell("sed -i 's/Ana Ruiz/Ana Berg/' board/leads/*/ana.json")
    try seat.wait(for: "Ana Berg", "NEW", "! 1 broken file board.json:")
    #expect(try place.text("board/board.json") == String(settings.prefix(60)))
    try place.write(
      settings.replacing("\"title\": \"New\"", with: "\"title\": \"Fresh\""),
      to: "board/board.json")
    try seat.wait("the mended settings and no fault") { lines in
      !lines.contains { $0.contains("broken") } && lines.contains { $0.contains("FRESH") }
    }
    try seat.leave()
  }

  @Test(
    .enabled(
      if: Nobody.isThere, "nothing stops root, and there is no setpriv to be somebody else"))
  func leadsThatMayNotBeReadStayAsTheyWere() throws {
    let place = try board()
    try Nobody.give(place)
    let seat = try TerminalSeat(place, as: "maria", by: Nobody.runner)
    try seat.wait(for: "Ana Ruiz")
    try place.shell("chmod 000 board/leads")
    try seat.wait(
      for: "! 1 unreadable place leads cannot open it: permission denied: Ask its owner")
    #expect(seat.lines.contains { $0.contains("Ana Ruiz") })
    try place.shell("chmod 755 board/leads")
    try seat.wait("no fault") { lines in !lines.contains { $0.contains("unreadable") } }
    try place.shell("sed -i 's/Ana Ruiz/Ana Berg/' board/leads/*/ana.json")
    try seat.wait(for: "Ana Berg")

    try place.shell("chmod 000 board")
    try seat.wait(
      for: "not live", "! 1 unreadable place board the folder may not be read: allow it")
    #expect(seat.lines.contains { $0.contains("Ana Berg") })
    try place.shell("chmod 755 board")
    try seat.wait(for: "live ●", "Ana Berg")
    try seat.leave()
  }

  @Test(
    .enabled(
      if: Nobody.isThere, "nothing stops root, and there is no setpriv to be somebody else"))
  func settingsThatMayNotBeReadStopNothingElse() throws {
    let place = try board()
    try Nobody.give(place)
    let seat = try TerminalSeat(place, as: "maria", by: Nobody.runner)
    try seat.wait(for: "Ana Ruiz")
    try place.shell("chmod 000 board/board.json")
    try seat.wait(for: "! 1 unreadable place board.json")
    try place.shell("sed -i 's/Ana Ruiz/Ana Berg/' board/leads/*/ana.json")
    try seat.wait(for: "Ana Berg", "! 1 unreadable place board.json")
    try place.shell("chmod 644 board/board.json")
    try seat.wait("no fault") { lines in !lines.contains { $0.contains("unreadable") } }
    try seat.leave()
  }
}
