import BatonModel

@testable import BatonStore

/// A suite each of whose tests has a new board on the disk, in a folder of its own.
class NewBoardSuite {
  let files: TemporaryFolder
  /// The board, in the folder `board`.
  let board: BoardFolder
  /// When the tests take place.
  let now = Instant(seconds: 1_800_000_000)

  init() throws {
    files = try TemporaryFolder()
    board = try files.newBoard()
  }
}
