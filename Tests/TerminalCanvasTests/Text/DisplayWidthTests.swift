import Foundation
import TerminalCanvas
import Testing

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "Columns as every terminal draws them",
    arguments: [
      ("", 0), ("Helix Labs", 10), ("日本語", 6), ("ﾊﾝｶｸ", 4), ("한글", 4), ("（全角）", 8),
      // Letters with marks, composed and not.
      ("é", 1), ("e\u{301}", 1), ("Zoë", 3), ("ก็", 1), ("שָׁלוֹם", 4),
      // Marks that take a column themselves.
      ("नि", 2), ("க்ஷி", 3),
      // Hangul in parts is one syllable.
      ("\u{1112}\u{1161}\u{11AB}", 2),
      // Emoji: faces, skin tones, families, flags, keycaps, presentation.
      ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇫🇷", 2), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2), ("1️⃣", 1), ("❤️", 1), ("⌚︎", 2),
      // Ambiguous ones.
      ("±…·°", 4),
      // What is invisible is shown.
      ("a\u{200B}b", 3), ("\u{202E}x", 2), ("\u{1B}[31m", 5), ("a\nb", 3), ("\r\n", 1),
    ])
  func columns(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(
    "Plain letters before others count as they do alone",
    arguments: [
      ("Zoe\u{301} K", 5), ("Helix ·", 7), ("abc\u{20E3}d", 4), ("a\tb", 3), ("a~\u{7F}b", 4),
      ("x👍🏽y", 4), ("1\u{FE0F}\u{20E3}2", 2),
    ])
  func plainBeforeOthers(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
    #expect(DisplayWidth.of(text, upTo: columns) == columns)
    #expect(DisplayWidth.of(text, upTo: columns - 1) >= columns)
  }

  @Test("Counting stops where it is told to")
  func stops() {
    #expect(DisplayWidth.of(String(repeating: "x", count: 1_000_000), upTo: 20) == 21)
    #expect(DisplayWidth.of("日本", upTo: 2) == 4)
    #expect(DisplayWidth.of("abc", upTo: 3) == 3)
  }

  @Test(
    "Every joined emoji sequence is its first emoji",
    .enabled(
      if: Places.unicode("emoji-zwj-sequences.txt") != nil, "no Unicode data at hand"))
  func joinedSequences() throws {
    let file = try #require(Places.unicode("emoji-zwj-sequences.txt"))
    var count = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let scalars = line.prefix { $0 != ";" }.split(separator: " ")
        .compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      let text = String(String.UnicodeScalarView(scalars))
      let first = String(Character(try #require(scalars.first)))
      #expect(Sanitizer.safeText(text) == first, "\(line)")
      #expect(DisplayWidth.of(text) == DisplayWidth.of(first))
      count += 1
    }
    #expect(count > 1_000)
  }
}
