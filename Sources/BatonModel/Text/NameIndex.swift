/// Names folded into one buffer, so that what somebody means can be looked for at each key.
///
/// To fold a hundred thousand names takes a tenth of a second; a search runs once through a few
/// megabytes.
public struct NameIndex<Subject>: Sendable {
  private var bytes: [UInt8] = []
  /// Where the id of each begins, with its mark.
  private var starts: [Int] = []
  private var ids: [Identifier<Subject>] = []

  /// An index of things by id and title. Linear in the length of their names.
  public init(_ named: some Sequence<(id: Identifier<Subject>, title: String)>) {
    for (id, title) in named {
      starts.append(bytes.count)
      ids.append(id)
      add(Mark.id, id.rawValue)
      add(Mark.title, title)
      bytes.append(Mark.end)
    }
  }

  private mutating func add(_ mark: UInt8, _ text: String) {
    bytes.append(mark)
    let start = bytes.count
    var text = text
    text.withUTF8 { FoldingTable.fold($0, into: &bytes) }
    guard bytes[start...].contains(where: Mark.isMark) else { return }
    bytes.replaceSubrange(start..., with: bytes[start...].filter { !Mark.isMark($0) })
  }

  /// The first ids, in their order, of those that a typed name may mean: the only one of that
  /// title, else those whose id or title begins so, else those that have a word in their title that
  /// does. Capitals and accents aside.
  ///
  /// - Parameter most: How many are wanted.
  /// - Complexity: O(length of all names).
  public func ids(for typed: String, most: Int = .max) -> [Identifier<Subject>] {
    let sought = FoldedText(typed).bytes.filter { !Mark.isMark($0) }
    guard !sought.isEmpty, most > 0 else { return [] }
    // Two of one title are enough to know that it names neither.
    var titled = First(most: 2)
    var begun = First(most: most)
    var within = First(most: most)
    let isOneWord = !sought.contains(UInt8(ascii: " "))
    forEachPlace(of: sought) { place in
      switch bytes[place - 1] {
      case Mark.id: begun.add(id(at: place))
      case Mark.title:
        begun.add(id(at: place))
        if bytes[place + sought.count] == Mark.end { titled.add(id(at: place)) }
      case UInt8(ascii: " ") where isOneWord: within.add(id(at: place))
      default: break
      }
    }
    let named = titled.ids
    if named.count == 1 { return named }
    let beginning = begun.ids
    return beginning.isEmpty ? within.ids : beginning
  }

  /// Calls for each place of some bytes behind the first byte, from the front.
  private func forEachPlace(of sought: [UInt8], _ body: (Int) -> Void) {
    bytes.withUnsafeBufferPointer { hay in
      sought.withUnsafeBufferPointer { needle in
        var at = 1
        while let place = FoldedText.place(of: needle, in: hay, from: at) {
          body(place)
          at = place + 1
        }
      }
    }
  }

  /// The id of what has a place among its bytes. Logarithmic.
  private func id(at place: Int) -> Identifier<Subject> {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
    return ids[low]
  }

  /// The first few of many ids.
  private struct First {
    private let most: Int
    private var found: [Identifier<Subject>] = []
    /// The last of the first ones that are known already.
    private var last: Identifier<Subject>?

    init(most: Int) { self.most = most }

    var ids: [Identifier<Subject>] { Array(Set(found).sorted().prefix(most)) }

    mutating func add(_ id: Identifier<Subject>) {
      if let last, last <= id { return }
      found.append(id)
      // Put in order when there are twice as many, rather than at each.
      guard found.count / 2 >= most else { return }
      found = ids
      last = found.count == most ? found.last : nil
    }
  }
}

/// What stands before an id, before a title and behind it: bytes that are left out of what a name
/// has and of what is typed, both of which may come from a file or a clipboard.
private enum Mark {
  static let id: UInt8 = 1
  static let title: UInt8 = 2
  static let end: UInt8 = 3

  static func isMark(_ byte: UInt8) -> Bool { byte <= end }
}
