public import BatonModel

/// A board as a folder of files, which others read and write at the same time.
///
/// Every read sees the newest files; nothing is kept between two calls. Calls wait for the disk,
/// and writes for their turn of up to ten seconds: they are for a thread that may wait.
public struct BoardFolder: Sendable {
  let files: BoardFiles

  /// The board's folder, without links.
  public var path: String { files.root }

  /// Opens the board in a folder, and completes what a writer that died left half done in it.
  ///
  /// - Throws: `StoreError.files` when there is no such folder or no `board.json` in it.
  public init(at path: String) throws(StoreError) {
    files = try reachingFiles { () throws(FolderError) in
      let files = try BoardFiles(root: path)
      guard try files.open().status(of: BoardPath.boardName) != nil else {
        throw FolderError(.missing, .open, path: "\(files.root)/\(BoardPath.boardName)")
      }
      return files
    }
    files.settle()
  }

  private init(files: BoardFiles) { self.files = files }

  /// Makes a board: the folder, which may be there, `board.json` and the folders of the records.
  ///
  /// - Throws: `StoreError.files`, with the reason `.exists` when there is a board already.
  public static func create(at path: String, board: Board) throws(StoreError) -> BoardFolder {
    let files = try reachingFiles { () throws(FolderError) in
      try OpenFolder.makeWithParents(path)
      return try BoardFiles(root: path)
    }
    try files.update(.board) { newest throws(StoreError) in
      guard newest == nil else {
        let path = "\(files.root)/\(BoardPath.boardName)"
        throw .files(FolderError(.exists, .write, path: path))
      }
      return BoardFile.encode(board)
    }
    let kinds: [BoardPath.Kind] = [.lead, .campaign, .collateral, .meeting]
    try reachingFiles { () throws(FolderError) in
      for folder in kinds.map(BoardPath.folder(of:)) + [BoardPath.inboxFolder] {
        _ = try files.open().makingFolder(folder)
      }
    }
    return BoardFolder(files: files)
  }

  /// The file of a lead relative to the board's folder; nil for an id that cannot name one.
  public static func file(of id: LeadID) -> String? {
    (try? BoardPath(.lead, id.rawValue))?.description
  }

  /// The file of a record.
  ///
  /// - Throws: `.badID` for an id that can name no file.
  public static func filePath(_ kind: BoardPath.Kind, _ id: String) throws(StoreError) -> BoardPath
  {
    do throws(RecordName.Refusal) {
      return try BoardPath(kind, id)
    } catch {
      throw .badID(id, error)
    }
  }
}
