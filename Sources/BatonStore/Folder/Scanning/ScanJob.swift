import BatonModel

/// The files of one kind to be read.
struct ScanJob<Record: NamedRecord>: Sendable {
  var subject: FileScan.Subject
  /// What is wrong already.
  var faults: [FileFault] = []

  init(subject: FileScan.Subject) { self.subject = subject }

  /// Whether the files are named, and none is looked for.
  var isOfFiles: Bool { if case .files = subject { true } else { false } }

  /// The files of a folder and of the folders in it.
  init(folder: String, of files: BoardFiles) {
    var folders = [folder]
    var faults: [FileFault] = []
    do throws(FolderError) {
      try files.open().folder(folder).forEachEntry { name, kind in
        let path = "\(folder)/\(name)"
        if name.hasPrefix(".") { return }
        switch kind {
        case .folder: folders.append(path)
        case .link where !name.hasSuffix(BoardPath.suffix):
          let error = FolderError(.symbolicLink, .open, path: path)
          faults.append(FileFault(file: path, error))
        default: break
        }
      }
    } catch {
      // Without the folder there are no leads; any other error is told of where it is read.
    }
    subject = .folders(folders)
    self.faults = faults
  }

  /// Those of some files of the board that are of the kind, and are to be read.
  func covered(_ places: Set<FilePlace>) -> Set<BoardPath> {
    var paths: Set<BoardPath> = []
    for place in places {
      guard let path = BoardPath(folder: place.folder, name: place.name),
        path.kind == Record.fileKind
      else { continue }
      paths.insert(path)
    }
    if case .files(let asked) = subject { paths.formIntersection(asked) }
    return paths
  }
}

/// What became of one file.
enum ScanOutcome<Value: Sendable>: Sendable {
  case value(Value, at: BoardPath)
  case fault(FileFault)
  case gone(BoardPath)

  init?<Record: NamedRecord>(
    _ file: FileScan.File, _ contents: FileScan.Contents, pool: StringPool,
    keep: (BoardPath, Record) -> Value
  ) {
    guard let path = BoardPath(folder: file.folder, name: file.name) else {
      switch contents {
      case .failure(let error) where error.reason == .missing: return nil
      case .failure(let error): self = .fault(FileFault(file: file.path, error))
      case .success:
        self = .fault(FileFault(misplaced: file.path, folder: file.folder, name: file.name))
      }
      return
    }
    do throws(FileFault) {
      switch contents {
      case .success(let bytes):
        self = .value(keep(path, try Record.decode(bytes, at: path, pool: pool)), at: path)
      case .failure(let error) where error.reason == .missing:
        self = .gone(path)
      case .failure(let error):
        throw FileFault(file: file.path, error)
      }
    } catch {
      // Who was merged into another lead is no longer one; nothing is wrong with that.
      if path.kind == .lead, case .success(let bytes) = contents,
        ForwardingNote.inPlaceOfLead(bytes)?.id.rawValue == path.id
      {
        self = .gone(path)
      } else {
        self = .fault(error)
      }
    }
  }

  func add(to batch: inout RecordBatch<Value>) {
    switch self {
    case .value(let value, let path):
      batch.values.append(value)
      batch.places.append(path)
    case .fault(let fault): batch.faults.append(fault)
    case .gone(let path): batch.gone.append(path)
    }
  }
}
