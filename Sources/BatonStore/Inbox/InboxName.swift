import BatonModel

/// The rules for the names of files in the inbox, which anybody may give.
enum InboxName {
  /// The folder of the files that were taken in.
  static let taken = "taken"
  /// The folder of the files and rows that could not be.
  static let rejected = "rejected"

  private static let endings = [".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson"]
  /// So many bytes are kept of a name, so that there is room for what is added to it.
  private static let longest = 120

  /// Whether a name is one that programs give to what they are still writing, or hidden.
  static func isUnfinished(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~")
      || [".tmp", ".part", ".partial", ".crdownload", ".swp"].contains { name.hasSuffix($0) }
  }

  /// Whether a name says that the file holds leads.
  static func isTable(_ name: String) -> Bool {
    let folded = name.lowercased()
    return endings.contains { folded.hasSuffix($0) }
  }

  /// A name for the same file in another folder: without control characters, not too long and
  /// not hidden, with its ending.
  static func kept(_ name: String) -> String {
    let ending = endings.first { name.lowercased().hasSuffix($0) } ?? ""
    var stem = ""
    for scalar in name.dropLast(ending.count).unicodeScalars {
      guard stem.utf8.count < longest else { break }
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        continue
      default: stem.unicodeScalars.append(scalar == "/" ? "_" : scalar)
      }
    }
    while stem.hasPrefix(".") { stem.removeFirst() }
    return (stem.isEmpty ? "file" : stem) + ending
  }

  /// A name with a number before its ending, for when it is taken.
  static func numbered(_ name: String, _ number: Int) -> String {
    guard number > 1 else { return name }
    let dot = name.firstIndex(of: ".") ?? name.endIndex
    return "\(name[..<dot])-\(number)\(name[dot...])"
  }
}
