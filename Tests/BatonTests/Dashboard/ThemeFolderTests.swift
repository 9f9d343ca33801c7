import Foundation
import PseudoTerminal
import Testing

/// The user's own themes, whenever their folder is made.
@Suite(.enabled(if: PseudoTerminal.isAvailable, "needs /dev/ptmx"))
struct ThemeFolderTests {
  /// Opens a board of somebody who has no settings yet.
  private func open(_ place: Workplace) throws -> TerminalSeat {
    try TerminalSeat(place, as: "maria", asOf: "2026-11-21T14:02:00Z")
  }

  /// A theme with a fault, which is told as soon as it is read.
  private let broken = "name = Mine\nappearance = dusk\n"

  @Test func aFolderThatIsMadeWhileTheBoardIsOpenIsSeen() throws {
    let place = try Workplace.withAnaAndBo()
    let seat = try open(place)
    try place.write(broken, to: ".config/baton/themes/mine.theme")
    try seat.wait(for: "mine.theme")
    // Gone, and made anew.
    try FileManager.default.removeItem(atPath: place.path(".config/baton"))
    try place.write(broken, to: ".config/baton/themes/other.theme")
    try seat.wait(for: "other.theme")
    try seat.leave()
  }

  @Test func aFolderThatIsALinkIsSeen() throws {
    let place = try Workplace.withAnaAndBo()
    try place.write(broken, to: "dotfiles/mine.theme")
    let seat = try open(place)
    try FileManager.default.createDirectory(
      atPath: place.path(".config/baton"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: place.path(".config/baton/themes"), withDestinationPath: place.path("dotfiles"))
    try seat.wait(for: "mine.theme")
    try place.write(broken, to: "dotfiles/other.theme")
    try FileManager.default.removeItem(atPath: place.path("dotfiles/mine.theme"))
    try seat.wait(for: "other.theme")
    try seat.leave()
  }
}
