import BatonModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the file system, or another writer, refused: which file, what, and what to do about it.
public struct FolderError: Error, Sendable, Hashable {
  /// The ways in which a board's files can fail, each with its own remedy.
  public enum Reason: Sendable, Hashable {
    /// There is no such file or folder.
    case missing
    /// The permissions do not allow it.
    case denied
    /// The file system is mounted read-only.
    case readOnly
    /// The file system is full.
    case noSpace
    /// The user's or the group's quota is used up.
    case overQuota
    /// The process may not write files of that size.
    case sizeLimit
    /// Something that is not a folder stands where a folder should.
    case notAFolder
    /// A folder, pipe, socket or device stands where a file should.
    case notAFile
    /// A symbolic link, which could lead outside the board.
    case symbolicLink
    /// The file is larger than the limit, in bytes.
    case tooLarge(limit: Int)
    /// The file or folder exists already.
    case exists
    /// The name is longer than the file system allows.
    case nameTooLong
    /// The name could lead outside the board, hides, or is none.
    case badName
    /// The process, or the system, has no descriptor left.
    case tooManyOpenFiles
    /// Another writer kept the lock for the whole time allowed; `holder` is what it says of itself.
    case busy(holder: String?)
    /// Any other failure, by its `errno`.
    case system(errno: Int32)
  }

  /// What was being done.
  public enum Attempt: String, Sendable, Hashable {
    /// Opening or listing a folder.
    case open
    /// Reading a file.
    case read
    /// Writing or replacing a file, or making a folder.
    case write
    /// Waiting for the turn to write.
    case lock
    /// Asking to be told of changes.
    case watch
  }

  /// Why it failed.
  public let reason: Reason
  /// What was being done.
  public let attempt: Attempt
  /// The path of the file or folder, as it was addressed.
  public let path: String

  /// Makes an error from its parts.
  public init(_ reason: Reason, _ attempt: Attempt, path: String) {
    self.reason = reason
    self.attempt = attempt
    self.path = path
  }

  /// Makes an error from the `errno` that a system call left.
  init(errno code: Int32, _ attempt: Attempt, path: String) {
    self.init(Reason(errno: code), attempt, path: path)
  }
}

extension FolderError.Reason {
  /// The reason that stands for an `errno`.
  init(errno code: Int32) {
    switch code {
    case ENOENT: self = .missing
    case EACCES, EPERM: self = .denied
    case EROFS: self = .readOnly
    case ENOSPC: self = .noSpace
    case EDQUOT: self = .overQuota
    case EFBIG: self = .sizeLimit
    case ENOTDIR: self = .notAFolder
    case EISDIR, ENXIO: self = .notAFile
    case ELOOP: self = .symbolicLink
    case EEXIST, ENOTEMPTY: self = .exists
    case ENAMETOOLONG: self = .nameTooLong
    case EMFILE, ENFILE: self = .tooManyOpenFiles
    default: self = .system(errno: code)
    }
  }
}

extension FolderError: CustomStringConvertible {
  /// The message and the remedy, on a line each.
  public var description: String { "\(message)\n\(remedy)" }

  /// What happened, without a final period; harmless to print.
  public var message: String { "cannot \(verb) \(FileFault.harmless(path)): \(cause)" }

  /// What happened, beside the path.
  var complaint: String { "cannot \(verb) it: \(cause)" }

  private var verb: String {
    switch attempt {
    case .open: "open"
    case .read: "read"
    case .write: "write"
    case .lock: "lock"
    case .watch: "watch"
    }
  }

  private var cause: String {
    switch reason {
    case .missing: "it does not exist"
    case .denied: "permission denied"
    case .readOnly: "the file system is read-only"
    case .noSpace: "no space is left on the file system"
    case .overQuota: "the disk quota is used up"
    case .sizeLimit: "a file may not become so large here"
    case .notAFolder: "something on the way is not a folder"
    case .notAFile: "it is not a regular file"
    case .symbolicLink: "it is a symbolic link"
    case .tooLarge(let limit): "it is larger than \(limit / 1_048_576) MiB"
    case .exists: "it exists already"
    case .nameTooLong: "the name is too long"
    case .badName: "no file of the board can have this name"
    case .tooManyOpenFiles: "too many files are open"
    case .busy(let holder?): "another writer has it: \(holder)"
    case .busy(nil): "another writer has it"
    case .system(let code): String(cString: strerror(code))
    }
  }

  /// What to do about it, as an imperative without a final period; harmless to print.
  public var remedy: String {
    switch reason {
    case .noSpace, .overQuota, .sizeLimit: "\(act); nothing was changed"
    default: act
    }
  }

  /// The same, without saying whether anything was changed.
  var act: String {
    switch reason {
    case .missing: "Check the path, or restore the file"
    case .denied: "Ask its owner for access, or run as a user who has it"
    case .readOnly: "Mount the file system for writing, or copy the board to one that is"
    case .noSpace: "Free some space and try again"
    case .overQuota: "Free some of your files or ask for more quota"
    case .sizeLimit: "Raise the limit (ulimit -f)"
    case .notAFolder: "Move what stands in the way, so that the folder can be made"
    case .notAFile: "Move it out of the board"
    case .symbolicLink: "Replace the link with the file or folder it leads to"
    case .tooLarge: "Move the file out of the board, or split it"
    case .exists: "Choose another name, or move what is there"
    case .nameTooLong: "Choose a shorter name"
    case .badName: "Choose a name without “..”, a dot at its beginning or a slash at its end"
    case .tooManyOpenFiles: "Close other programs, or raise the limit (ulimit -n)"
    case .busy: "Try again; if it persists, see what that process is doing"
    case .system: "Check the disk and the mount; the system's log may say more"
    }
  }
}
