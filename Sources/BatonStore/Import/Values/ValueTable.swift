import BatonModel

/// What words of a file mean, found without regard to white space and case.
struct ValueTable<Meaning: Sendable>: Sendable {
  private let meanings: [String: Meaning]

  init(_ values: [String: Meaning]) {
    meanings = Dictionary(
      values.sorted { $0.key < $1.key }.map { (CellText.folded($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  subscript(cell: String) -> Meaning? {
    meanings.isEmpty ? nil : meanings[CellText.folded(cell)]
  }
}

/// Words that stand for a blank cell, found without regard to white space at the ends and case.
struct BlankWords: Sendable {
  private let words: Set<String>
  private let lengths: Set<Int>

  init(_ words: some Sequence<String>) {
    self.words = Set(words.map { CellText.trimmed($0).lowercased() })
    lengths = Set(self.words.map(\.utf8.count))
  }

  /// Whether a cell, already trimmed, is one of the words.
  ///
  /// - Complexity: O(1) for cells of other lengths, as nearly all are.
  func contains(_ cell: String) -> Bool {
    lengths.contains(cell.utf8.count) && words.contains(cell.lowercased())
  }

  /// What exports write into cells of numbers and dates that have no value; in a text any of
  /// these may be a value.
  static let ofTypedCells = BlankWords(["-", "--", "–", "—", "n/a", "#n/a", "null", "none"])
}
