import BatonModel

/// Where a file of the board stands that a change of several files may write: a record, something
/// in the inbox, or a copy of a record.
///
/// A value is safe to open: no part of it leads out of the board.
struct FilePlace: Hashable, Sendable {
  /// The folder relative to the board's; empty for the board's own.
  let folder: String
  /// The file's name in its folder.
  let name: String

  /// The place of a record.
  init(_ path: BoardPath) {
    folder = path.folder
    name = path.name
  }

  /// The place of a file in the inbox, or in a folder of it: `leads.csv`, `rejected/leads.csv`.
  ///
  /// Nil for a path that leads out of it, hides, or that no file system could keep.
  init?(inbox path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, parts.allSatisfy(Self.isName) else { return nil }
    folder = ([BoardPath.inboxFolder] + parts.dropLast().map(String.init)).joined(separator: "/")
    name = String(last)
  }

  /// The place of a copy of a lead, which may have any name below the leads' folder, or of a
  /// journal that a repair has kept; nil for another path.
  init?(copy path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, parts.allSatisfy(Self.staysInside) else {
      return nil
    }
    let isKeptJournal =
      parts.count == 2 && parts[0] == BoardLocks.ownFolder
      && last.hasPrefix(BoardFiles.journalName + BoardRepair.aside)
    guard isKeptJournal || parts[0] == BoardPath.leadsFolder else { return nil }
    folder = parts.dropLast().joined(separator: "/")
    name = String(last)
  }

  /// The place that a path relative to the board's folder names; nil where it is no such place.
  init?(relative path: String) {
    if let record = BoardPath(relative: path) {
      self.init(record)
      return
    }
    let inbox = BoardPath.inboxFolder + "/"
    if path.hasPrefix(inbox) {
      self.init(inbox: String(path.dropFirst(inbox.count)))
    } else {
      self.init(copy: path)
    }
  }

  private static func isName(_ part: Substring) -> Bool {
    !part.hasPrefix(".") && staysInside(part)
  }

  private static func staysInside(_ part: Substring) -> Bool {
    !part.isEmpty && part != "." && part != ".." && part.utf8.count <= 255
      && !part.utf8.contains(0)
  }
}

extension FilePlace: CustomStringConvertible {
  /// The path relative to the board's folder.
  var description: String { folder.isEmpty ? name : "\(folder)/\(name)" }
}
