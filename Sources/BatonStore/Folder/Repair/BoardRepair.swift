import BatonModel

/// One repair of a board's files that can be made for certain, without asking what was meant.
///
/// What was there is never lost: a file that is moved keeps its bytes, and one that is written
/// again or stands twice leaves its old bytes beside, under a name that no reader takes up.
public struct BoardRepair: Hashable, Sendable {
  /// What is done to the file.
  public enum Act: Hashable, Sendable {
    /// It takes the place and the name in which its record is looked for.
    case move(to: BoardPath)
    /// It is kept under another name, since what it says stands elsewhere or nowhere.
    case setAside
    /// It is removed, as the next writer in its folder would do: a writer that died left it.
    case remove
    /// A name in it is written as the board writes it.
    case correct(key: String, from: String, to: String)
  }

  /// The path of the file, relative to the board's folder.
  public let file: String
  /// What is done.
  public let act: Act

  /// The act's name, for scripts.
  public var name: String {
    switch act {
    case .move: "move"
    case .setAside: "setAside"
    case .remove: "remove"
    case .correct: "correct"
    }
  }

  /// The file and what is done to it, in one line; harmless to print.
  public var description: String {
    let what =
      switch act {
      case .move(let path): "move it to \(path)"
      case .setAside: "set it aside: the same stands elsewhere, or nobody can tell what it says"
      case .remove: "remove it: a writer that died has left it"
      case .correct(let key, let from, let to):
        "write the \(key) \(FileFault.quote(from)) as \(FileFault.quote(to))"
      }
    return "\(FileFault.harmless(file)): \(what)"
  }

  /// The folder of the file.
  var folder: String { file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "" }

  /// The file's name in its folder.
  var fileName: String { String(file.split(separator: "/").last ?? "") }
}
