extension String {
  /// Whether there is more than blanks.
  public var isSaid: Bool {
    // Nearly every text begins with a letter of ASCII, which needs no look at the Unicode tables.
    if let first = utf8.first, 0x21..<0x7F ~= first { return true }
    return contains { !$0.isWhitespace }
  }
}
