import Foundation
import Testing

@testable import TerminalCanvas

@Suite("Hostile text on a canvas")
struct HostileTextTests {
  private static let naughty = Places.shared("data/naughty-strings/blns.json")

  /// Draws a text in the middle of a box and checks all that must hold of the frame.
  private func expectIntact(_ text: String, columns: Int) {
    var canvas = Canvas(size: Size(columns + 2, 3))
    let inner = canvas.box(Rect(0, 0, columns + 2, 3), style: .plain)
    let used = canvas.put(text, in: inner, style: .plain)
    #expect(used <= columns)
    let frame = canvas.frame
    #expect(frame.lines[0] == "╭" + String(repeating: "─", count: columns) + "╮")
    #expect(frame.glyph(of: frame[0, 1]).scalars == ["│"])
    #expect(frame.glyph(of: frame[columns + 1, 1]).scalars == ["│"])
    var column = 0
    while column < frame.size.columns {
      let cell = frame[column, 1]
      let glyph = frame.glyph(of: cell)
      #expect(!cell.isContinuation)
      expectHarmless(glyph)
      if glyph.columns == 2 { #expect(frame[column + 1, 1].isContinuation) }
      column += glyph.columns
    }
    #expect(column == frame.size.columns)
  }

  /// A base with columns of its own, and marks that have none.
  private func expectHarmless(_ glyph: Glyph) {
    let kinds = glyph.scalars.map { ScalarClass(of: $0.value) }
    let base: [ScalarClass] = glyph.columns == 2 ? [.wide] : [.narrow, .space, .spacingMark]
    #expect(base.contains(kinds[0]), "\(glyph.scalars)")
    #expect(kinds.dropFirst().allSatisfy { $0 == .mark }, "\(glyph.scalars)")
  }

  @Test(
    "Each naughty string leaves the layout intact and only harmless cells",
    .enabled(if: naughty != nil, "no naughty strings at hand"))
  func naughtyStrings() throws {
    let data = try Data(contentsOf: try #require(Self.naughty))
    let strings = try JSONDecoder().decode([String].self, from: data)
    #expect(strings.count > 500)
    for string in strings {
      for columns in [1, 2, 7, 40] { expectIntact(string, columns: columns) }
    }
  }

  @Test("Every scalar alone, and behind a letter and an emoji, leaves the layout intact")
  func everyScalar() {
    // The first and last of each run: wherever the policy could change.
    let edges = ScalarTable.runs.flatMap { [$0 >> 3, ($0 >> 3) &- 1] }
    for scalar in Set(edges).compactMap(Unicode.Scalar.init) {
      expectIntact("\(scalar)a\(scalar)\(scalar)👩\(scalar)👩", columns: 5)
    }
  }

  @Test("A megabyte is drawn as what there is room for")
  func megabyte() {
    for text in ["x", "日", "e\u{301}", "\u{1B}[2J", "\u{202E}", "👩‍👩‍👧", "\u{200B}"] {
      expectIntact(String(repeating: text, count: 1_000_000 / text.utf8.count), columns: 20)
    }
  }

  @Test("A megabyte of marks or selectors on one letter is given up")
  func megabyteOfMarks() {
    for mark in ["\u{301}", "\u{FE0F}", "\u{E0101}", "\u{20E3}"] {
      var canvas = Canvas(size: Size(8, 1))
      canvas.put("ab" + String(repeating: mark, count: 500_000) + "c", at: .zero)
      #expect(canvas.frame.lines == ["a…"])
    }
  }

  @Test("Right-to-left text keeps its order, and what stands beside it its place")
  func rightToLeft() {
    var canvas = Canvas(size: Size(12, 1))
    canvas.put("│", at: .zero)
    canvas.put("שלום", at: Point(1, 0))
    canvas.put("│ x", at: Point(6, 0))
    let row = (0..<9).map { canvas.frame.glyph(of: canvas.frame[$0, 0]).scalars[0] }
    #expect(row == ["│", "ש", "ל", "ו", "ם", " ", "│", " ", "x"])
  }
}
