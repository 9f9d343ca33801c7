import Foundation
import Testing

/// A board that somebody may read and not change, or not even that: what is said of it, and that
/// nothing was changed.
@Suite(.enabled(if: Nobody.isThere, "nothing stops root, and there is no setpriv"))
struct DeniedTests {
  private func board() throws -> Workplace {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    try place.write("name,email\nZoe,z@x.example\n", to: "leads.csv")
    try place.shell("mkdir board/inbox")
    try Nobody.give(place)
    return place
  }

  private func run(_ command: String, _ place: Workplace) throws -> Finished {
    let who = Nobody.runner.joined(separator: " ")
    return try place.shell(
      "exec \(who) env HOME=\"$PWD\" \"$(command -v baton)\" \(command) --board board")
  }

  @Test func whatCannotBeWrittenIsNamedByTheBoardsOwnFiles() throws {
    let place = try board()
    try place.shell("chmod -R a-w board && chmod u+w board/inbox && cp leads.csv board/inbox/")
    let before = try place.shell("find board -type f | sort | xargs cat").output
    #expect(try run("list --json", place).lines.count == 1)
    let board = place.path("board")
    for (command, file) in [
      ("note ana hi --actor maria", "leads/"), ("move ana decide --actor maria", "leads/"),
      ("add Bo --actor maria", "leads/"), ("import leads.csv", "leads/"), ("inbox", "inbox"),
    ] {
      let denied = try run(command, place)
      #expect(denied.status == 1, "\(command)")
      let first = try #require(denied.errorLines.first)
      #expect(first.hasPrefix("baton: Cannot write \(board)/\(file)"), "\(command): \(first)")
      #expect(first.hasSuffix(": permission denied."), "\(command): \(first)")
      #expect(
        denied.errorLines.last == "Ask its owner for access, or run as a user who has it.")
    }
    #expect(try place.shell("find board -type f | sort | xargs cat").output == before)
    try place.shell("chmod -R u+w board")
  }

  @Test func aFolderThatNobodyMayLookIntoIsNotTakenForOneWithoutABoard() throws {
    let place = try board()
    try place.shell("chmod 000 board")
    for command in ["list", "note ana hi", "check", "inbox"] {
      let denied = try run(command, place)
      #expect(denied.status == 1)
      #expect(
        denied.errorLines == [
          "baton: --board: \(place.path("board")) may not be looked into: permission denied.",
          "Ask its owner for access, or run as a user who has it.",
        ], "\(command)")
    }
    try place.shell("chmod 755 board")
  }
}
