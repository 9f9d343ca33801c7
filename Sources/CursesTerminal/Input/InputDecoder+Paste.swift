internal import TerminalCanvas

// Pasted text stands between `ESC [ 200 ~` and `ESC [ 201 ~` (xterm's bracketed paste), so that it
// cannot press keys.
extension InputDecoder {
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  mutating func takePaste(_ byte: UInt8) {
    pasted.append(byte)
    if byte == Self.pasteEnd.last, pasted.suffix(Self.pasteEnd.count) == Self.pasteEnd[...] {
      pasted.removeLast(Self.pasteEnd.count)
      let text = String(decoding: pasted.prefix(Self.pasteLimit), as: UTF8.self)
      pasted = []
      state = .ground
      emit(.paste(Self.withNewlines(text)))
    } else if pasted.count >= Self.pasteLimit + 2 * Self.pasteEnd.count {
      // Enough is kept of the end to see the end mark in it.
      pasted.removeSubrange(Self.pasteLimit..<Self.pasteLimit + Self.pasteEnd.count)
    }
  }

  /// Terminals send a pasted line's end as the enter key sends it.
  private static func withNewlines(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}
