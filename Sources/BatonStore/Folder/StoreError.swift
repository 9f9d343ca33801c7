public import BatonModel

/// Why the board's folder did not do what was asked.
public enum StoreError: Error, Hashable, Sendable {
  /// The file system, or another writer, stood in the way.
  case files(FolderError)
  /// A file has a fault; it is not written before somebody has mended it.
  case fault(FileFault)
  /// The command makes no sense for the lead as it is now.
  case refused(Refusal)
  /// There is no such record.
  case unknown(BoardPath.Kind, id: String)
  /// The id cannot name a file.
  case badID(String, RecordName.Refusal)

  /// What happened, in one line without a final period; harmless to print.
  public var message: String {
    switch self {
    case .files(let error): error.message
    case .fault(let fault): fault.description
    case .refused(let refusal): refusal.what
    case .unknown(let kind, let id): "there is no \(kind.noun) \(FileFault.quote(id))"
    case .badID(let id, let refusal): "the id \(FileFault.quote(id)) \(refusal)"
    }
  }

  /// What to do about it, as an imperative without a final period; harmless to print.
  public var remedy: String {
    switch self {
    case .files(let error): error.remedy
    case .fault(let fault): fault.remedy
    case .refused(let refusal): refusal.remedy
    case .unknown(.lead, _): "look it up with “baton list”"
    case .unknown(let kind, _): "look into the folder \(BoardPath.folder(of: kind))"
    case .badID(_, let refusal): refusal.remedy
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// The message and the remedy, on a line each.
  public var description: String { "\(message)\n\(remedy)" }
}

extension BoardPath.Kind {
  /// What a record of the kind is called in messages.
  var noun: String {
    switch self {
    case .board: "board"
    case .lead: "lead"
    case .campaign: "campaign"
    case .collateral: "document"
    case .meeting: "meeting"
    }
  }
}

/// Runs what only the file system can fail.
func reachingFiles<Result: ~Copyable>(
  _ body: () throws(FolderError) -> Result
) throws(StoreError) -> Result {
  do throws(FolderError) {
    return try body()
  } catch {
    throw .files(error)
  }
}
