import Foundation
import Testing

@testable import BatonStore

@Suite struct FolderErrorTests {
  @Test(arguments: [
    (ENOENT, FolderError.Reason.missing), (EACCES, .denied), (EPERM, .denied), (EROFS, .readOnly),
    (ENOSPC, .noSpace), (EDQUOT, .overQuota), (ENOTDIR, .notAFolder), (EISDIR, .notAFile),
    (ELOOP, .symbolicLink), (EEXIST, .exists), (ENAMETOOLONG, .nameTooLong),
    (EMFILE, .tooManyOpenFiles), (EIO, .system(errno: EIO)),
  ])
  func everyFailureHasItsReason(code: Int32, reason: FolderError.Reason) {
    #expect(FolderError(errno: code, .write, path: "a").reason == reason)
  }

  @Test func itSaysWhatAndWhatToDo() {
    let full = FolderError(.noSpace, .write, path: "acme/leads/3f/ana.json")
    #expect(
      full.description == """
        cannot write acme/leads/3f/ana.json: no space is left on the file system
        Free some space and try again; nothing was changed
        """)
    let busy = FolderError(.busy(holder: "process 42 of maria"), .lock, path: "acme/leads/3f")
    #expect(
      busy.message == "cannot lock acme/leads/3f: another writer has it: process 42 of maria")
  }

  @Test func aHostilePathIsHarmlessInAMessage() {
    let error = FolderError(.missing, .open, path: "a\u{1B}[2J\u{202E}b")
    #expect(error.message == "cannot open a\\u{1b}[2J\\u{202e}b: it does not exist")
  }
}
