import TerminalCanvas

extension TextInput {
  /// The number of the first character that is shown in so many columns: of what is too long the
  /// cursor stays in view.
  func firstShown(in columns: Int) -> Int {
    var first = 0
    while first < cursor,
      DisplayWidth.of(String(characters[first..<cursor]), upTo: columns) >= columns
    {
      first += max(1, (cursor - first) / 4)
    }
    return first
  }
}
