import BatonModel

/// A record whose file is named after it.
protocol NamedRecord: FileRecord, Equatable {
  /// What kind of file holds it.
  static var fileKind: BoardPath.Kind { get }
  /// What its file is named after; empty for the board.
  var fileID: String { get }
  /// Counts the rewrites of the file.
  var revision: Int { get set }
  /// The bytes that are to become its file.
  func fileBytes() -> [UInt8]
  /// The record, whose history also tells of an edit of its file that no command made.
  ///
  /// - Parameter time: when the file was written.
  func tellingOutsideEdits(at time: () -> Instant?) -> Self
}

extension NamedRecord {
  /// The record and nothing more.
  func fileBytes() -> [UInt8] { encoded() }

  /// Only leads tell of edits.
  func tellingOutsideEdits(at time: () -> Instant?) -> Self { self }
}

extension Board: NamedRecord {
  static let fileKind = BoardPath.Kind.board
  var fileID: String { "" }
}

extension Lead: NamedRecord {
  static let fileKind = BoardPath.Kind.lead
  var fileID: String { id.rawValue }

  /// The lead with its seal.
  func fileBytes() -> [UInt8] { sealedBytes() }

  /// The lead with the edits at the end of its history.
  func tellingOutsideEdits(at time: () -> Instant?) -> Lead {
    var told = self
    told.history += outsideEdits(at: time)
    return told
  }
}

extension Campaign: NamedRecord {
  static let fileKind = BoardPath.Kind.campaign
  var fileID: String { id.rawValue }
}

extension Collateral: NamedRecord {
  static let fileKind = BoardPath.Kind.collateral
  var fileID: String { id.rawValue }
}

extension Meeting: NamedRecord {
  static let fileKind = BoardPath.Kind.meeting
  var fileID: String { date }
}

extension NamedRecord {
  /// The key in the file that holds what the file is named after.
  static var nameKey: String { fileKind == .meeting ? "date" : "id" }

  /// The record in a file's bytes, if it is the one that the file's name promises.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, at path: BoardPath, pool: StringPool? = nil
  ) throws(FileFault) -> Self {
    let record: Self
    do throws(JSONError) {
      record = try RecordFile<Self>.decode(bytes, pool: pool)
    } catch {
      if path.kind == .lead, let note = ForwardingNote.inPlaceOfLead(bytes) {
        throw FileFault(file: path.description, mergedInto: note.forwardedTo)
      }
      throw FileFault(file: path.description, error)
    }
    guard record.fileID == path.id else {
      let place = JSONPlace.find([.key(nameKey)], in: bytes)
      throw FileFault(
        file: path.description, kind: .inconsistent, line: place?.line, column: place?.column,
        message: "the file is named \(path.name), but its \(nameKey) is "
          + FileFault.quote(record.fileID),
        remedy: "make the two alike: rename the file, or correct the \(nameKey)")
    }
    return record
  }

  /// The record in a file's bytes, if it is the one that the file's name promises.
  static func decode(_ bytes: [UInt8], at path: BoardPath) throws(StoreError) -> Self {
    let result = bytes.withUnsafeBytes { buffer -> Result<Self, FileFault> in
      do throws(FileFault) {
        return .success(try decode(buffer, at: path))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let record): return record
    case .failure(let fault): throw .fault(fault)
    }
  }
}

extension FileFault {
  /// The fault of a file that the system does not hand over.
  init(file: String, _ error: FolderError) {
    self.init(file: file, kind: .unreadable, message: error.complaint, remedy: error.remedy)
  }

  /// The fault of a file that is asked for a lead, and says that it was merged into another.
  init(file: String, mergedInto other: LeadID) {
    self.init(
      file: file, kind: .inconsistent,
      message: "this lead was merged into \(FileFault.quote(other.rawValue))",
      remedy: "use that one")
  }

  /// The fault of a file that is not where its record would be looked for.
  init(misplaced path: String, folder: String, name: String) {
    let kind = BoardPath.kind(ofFolder: folder) ?? .board
    let stem = String(name.dropLast(BoardPath.suffix.count))
    let message: String
    let remedy: String
    do throws(RecordName.Refusal) {
      let right = try BoardPath(kind, stem)
      message = "a \(kind.noun) of this name is looked for in \(right.folder)"
      remedy = "move the file to \(right); where there is one already, compare them and delete one"
    } catch {
      message = "the file's name \(error)"
      remedy = "rename the file and its id. \(error.remedy)"
    }
    self.init(file: path, kind: .inconsistent, message: message, remedy: remedy)
  }
}
