import Foundation
import TerminalCanvas
import Testing

@Suite("Wrapping and cutting text")
struct WrappingTests {
  private func wrap(_ text: String, _ columns: Int, _ maxLines: Int = .max) -> [String] {
    StyledText(text).wrapped(to: columns, maxLines: maxLines).map(\.string)
  }

  @Test("Lines break at spaces and keep to their columns")
  func words() {
    #expect(
      wrap("send us something to justify this", 12) == ["send us", "something to", "justify this"])
    #expect(wrap("one   two", 4) == ["one", "two"])
    #expect(wrap("  indented text", 10) == ["  indented", "text"])
    #expect(wrap("", 5) == [""])
    #expect(wrap("ends in space ", 13) == ["ends in space "])
  }

  @Test("Line ends are kept, whichever kind")
  func lineEnds() {
    #expect(wrap("one\ntwo\r\n\nthree", 10) == ["one", "two", "", "three"])
    #expect(wrap("one\n", 10) == ["one", ""])
  }

  @Test("What begins with hyphens or a slash is one word")
  func options() {
    #expect(wrap("lost --reason x", 8) == ["lost", "--reason", "x"])
    #expect(wrap("see /tmp/a", 5) == ["see", "/tmp/", "a"])
  }

  @Test("Long words break within, hyphens and slashes behind")
  func longWords() {
    #expect(wrap("Donaudampfschiff", 6) == ["Donaud", "ampfsc", "hiff"])
    #expect(wrap("to Donaudampf", 6) == ["to", "Donaud", "ampf"])
    #expect(wrap("follow-through", 10) == ["follow-", "through"])
    #expect(wrap("https://helix.example/roi", 12) == ["https://", "helix.exampl", "e/roi"])
    #expect(wrap("at -5 €", 4) == ["at", "-5 €"])
    #expect(wrap("10\u{A0}000 €", 6) == ["10\u{A0}000", "€"])
  }

  @Test("Ideographs break anywhere but at punctuation that clings")
  func ideographs() {
    #expect(wrap("営業部門が、売上を。", 8) == ["営業部門", "が、売上", "を。"])
    #expect(wrap("営業部門、売上", 8) == ["営業部", "門、売上"])
    #expect(wrap("部門「売上」", 6) == ["部門", "「売", "上」"])
  }

  @Test("A grapheme is never split, and one too wide stands alone")
  func graphemes() {
    #expect(wrap("🇫🇷🇩🇪", 3) == ["🇫🇷", "🇩🇪"])
    #expect(wrap("नमस्ते", 3) == ["नम", "स्ते"])
    #expect(wrap("日本", 1) == ["日", "本"])
    #expect(wrap("e\u{301}e\u{301}e\u{301}", 2) == ["e\u{301}e\u{301}", "e\u{301}"])
  }

  @Test("The last line says that there is more")
  func maxLines() {
    #expect(wrap("send us something to justify this", 12, 2) == ["send us", "something t…"])
    #expect(wrap("one\ntwo\nthree", 12, 2) == ["one", "two…"])
    #expect(wrap("one two", 3, 2) == ["one", "two"])
    #expect(wrap("one", 3, 0) == [])
    let long = String(repeating: "word ", count: 200_000)
    #expect(wrap(long, 10, 2) == ["word word", "word word…"])
  }

  @Test("Styles stay with their text")
  func styles() {
    let text = StyledText([.init("LinkedIn ", Style(nil, .bold)), .init("\"Cut ramp\"", .plain)])
    #expect(
      text.wrapped(to: 10) == [
        StyledText("LinkedIn", Style(nil, .bold)), StyledText("\"Cut ramp\""),
      ])
    #expect(
      text.truncated(to: 4).runs == [
        .init("Lin", Style(nil, .bold)), .init("…", Style(nil, .bold)),
      ])
    #expect(text.truncated(to: 40) == text)
    #expect(text.truncated(to: 0).string == "")
  }

  @Test(
    "No line begins within a grapheme of Unicode's test file",
    .enabled(if: Places.unicode("GraphemeBreakTest.txt") != nil, "no Unicode data at hand"))
  func breakTest() throws {
    let file = try #require(Places.unicode("GraphemeBreakTest.txt"))
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    // A number sign before its digits (U+0600) is shown as a dot, and may stand apart.
    where line.hasPrefix("÷") && !line.contains("0600") {
      let fields = line.prefix { $0 != "#" }.split(separator: " ")
      var text = String.UnicodeScalarView()
      var boundaries: Set<Int> = []
      for field in fields {
        if field == "÷" { boundaries.insert(text.count) }
        if let scalar = UInt32(field, radix: 16).flatMap(Unicode.Scalar.init) {
          text.append(scalar)
        }
      }
      for columns in 1...3 {
        var offset = 0
        for line in StyledText(String(text)).wrapped(to: columns) {
          // What is dropped at a line's end (spaces, the end itself) lies between the lines.
          let part = line.string.unicodeScalars
          guard let start = find(part, in: text, from: offset) else { continue }
          #expect(part.isEmpty || boundaries.contains(start), "\(fields) at \(columns)")
          offset = start + part.count
        }
      }
    }
  }

  private func find(
    _ part: String.UnicodeScalarView, in text: String.UnicodeScalarView, from: Int
  ) -> Int? {
    let (text, part) = (Array(text), Array(part))
    return (from...max(from, text.count)).first { start in
      start + part.count <= text.count && Array(text[start..<start + part.count]) == part
    }
  }
}
