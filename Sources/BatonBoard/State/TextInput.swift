/// A line of text that is being typed.
public struct TextInput: Hashable, Sendable {
  /// The characters.
  public private(set) var characters: [Character] = []
  /// The place of the cursor: before the character of that number.
  public private(set) var cursor = 0

  /// At most so many characters are taken; what is pasted beyond is left out.
  public static let limit = 2000

  /// A text with the cursor behind it.
  public init(_ text: String = "") { insert(text) }

  /// The text.
  public var text: String { String(characters) }

  /// Whether nothing is typed.
  public var isEmpty: Bool { characters.isEmpty }

  /// Types or pastes; line ends become blanks.
  public mutating func insert(_ text: String) {
    let room = max(0, TextInput.limit - characters.count)
    let added = text.prefix(room).map { $0.isNewline || $0 == "\t" ? " " : $0 }
    characters.insert(contentsOf: added, at: cursor)
    cursor += added.count
  }

  /// One character to the left (-1) or right (1), as far as there are any.
  public mutating func move(by characters: Int) {
    cursor = min(max(cursor + characters, 0), self.characters.count)
  }

  /// To the start.
  public mutating func moveToStart() { cursor = 0 }

  /// To the end.
  public mutating func moveToEnd() { cursor = characters.count }

  /// Deletes the character before the cursor.
  public mutating func deleteBackwards() {
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  /// Deletes the character behind the cursor.
  public mutating func deleteForwards() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  /// Deletes the word before the cursor.
  public mutating func deleteWordBackwards() {
    while cursor > 0, characters[cursor - 1].isWhitespace { deleteBackwards() }
    while cursor > 0, !characters[cursor - 1].isWhitespace { deleteBackwards() }
  }

  /// Deletes everything before the cursor.
  public mutating func deleteToStart() {
    characters.removeFirst(cursor)
    cursor = 0
  }
}
