extension FoldedText {
  /// Folds one text after the other into one, each a line of its own.
  ///
  /// Of a hundred thousand leads each has some twenty texts: joining them first and folding the
  /// whole afterwards took three times as long.
  struct Writer {
    private var bytes: [UInt8] = []
    /// How many bytes may still be added, before folding.
    private var room: Int

    /// A writer that takes so many bytes and leaves out the rest, never within a character.
    ///
    /// - Parameter capacity: how many bytes are likely to come of it.
    init(upTo limit: Int = .max, capacity: Int = 2048) {
      room = limit
      bytes.reserveCapacity(min(limit, capacity))
    }

    /// What was added, folded, in no more memory than it needs.
    var text: FoldedText { FoldedText(folded: bytes.withUnsafeBufferPointer { Array($0) }) }

    /// Adds a text.
    mutating func add(_ text: String) {
      var text = text
      text.withUTF8 { add($0) }
    }

    /// Adds a text and the end of its line; nothing for nil.
    mutating func addLine(_ text: String?) {
      guard let text, room > 1 else { return }
      add(text)
      guard room > 0 else { return }
      bytes.append(UInt8(ascii: "\n"))
      room -= 1
    }

    private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
      var end = min(text.count, room)
      // A byte that continues a character is not the first of what is left out.
      while end > 0, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
      FoldingTable.fold(UnsafeBufferPointer(rebasing: text[..<end]), into: &bytes)
      room = end < text.count ? 0 : room - end
    }
  }
}
