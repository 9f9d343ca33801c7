import Foundation
import Testing

@testable import BatonStore

@Suite struct PollingTests {
  @Test func everyChangeIsSeenByLooking() throws {
    let board = try WatchedBoard(method: .polling)
    #expect(board.log.events == [.mode(.polling(.chosen))])
    try board.folder.write("[1]", to: "acme/leads/aa/old.json")
    try board.folder.write("{}", to: "acme/leads/bb/new.json")
    try board.folder.write("a", to: "acme/inbox/leads.csv")
    try shell("rm acme/board.json", in: board.folder)
    #expect(
      board.log.wait(for: [
        "leads/aa/old.json", "leads/bb/new.json", "inbox/leads.csv", "board.json",
      ]))
  }

  @Test func aBoardThatReturnsIsReadAnew() throws {
    let board = try WatchedBoard(method: .polling)
    try shell("mv acme away", in: board.folder)
    #expect(board.log.wait(for: .mode(.missing)))
    try shell("mv away acme", in: board.folder)
    #expect(board.log.wait(for: .rescan(.returned)))
  }

  @Test func aReplacementOfTheSameSizeAndTimeIsAChange() throws {
    let folder = try TemporaryFolder()
    try folder.write("1", to: "campaigns/a.json")
    let before = try FolderSnapshot(of: folder.path, .board)
    try shell(
      "echo -n 2 > b; touch -r campaigns/a.json b; mv b campaigns/a.json", in: folder)
    let after = try FolderSnapshot(of: folder.path, .board)
    #expect(after.changes(since: before) == ["campaigns/a.json"])
    #expect(try FolderSnapshot(of: folder.path, .board).changes(since: after) == [])
  }
}

@Suite struct MountKindTests {
  private static let table = """
    22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
    30 22 0:40 / /home/maria/team\\040boards rw,nosuid shared:9 master:3 - nfs4 nas:/b rw
    31 22 0:41 / /srv rw - fuse.sshfs host:/ rw
    32 31 0:42 / /srv/local rw - tmpfs tmpfs rw
    33 22 0:43 / /srv rw - cifs //nas/srv rw
    broken line
    """

  @Test(arguments: [
    ("/", "ext4"), ("/home/maria", "ext4"), ("/home/maria/team boards/acme", "nfs4"),
    ("/srv", "cifs"), ("/srv/acme", "cifs"), ("/srvx", "ext4"), ("/srv/local/acme", "tmpfs"),
  ])
  func theFileSystemOfAPathIsThatOfTheNearestMount(path: String, type: String) {
    #expect(MountKind.type(of: path, in: Self.table) == type)
  }

  @Test(arguments: ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse", "fuse.sshfs"])
  func networkFileSystemsAreKnown(type: String) {
    #expect(MountKind.isNetwork(type))
  }

  @Test(arguments: ["ext4", "xfs", "btrfs", "tmpfs", "overlay", "fuseblk", "zfs"])
  func localFileSystemsAreKnown(type: String) {
    #expect(!MountKind.isNetwork(type))
  }

  #if os(Linux)
    @Test func thisMachinesTableIsRead() {
      #expect(MountKind.type(of: "/proc/self", in: MountTable.text()) == "proc")
    }
  #endif
}
