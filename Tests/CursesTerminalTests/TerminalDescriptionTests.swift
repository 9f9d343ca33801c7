import Foundation
import TerminalCanvas
import Testing

@testable import CursesTerminal

@MainActor
struct TerminalDescriptionTests {
  private func description(_ name: String = "xterm-256color") throws -> TerminalDescription {
    try #require(TerminalDescription.load(name, descriptor: 1))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func standsInForWhatDoesAsXtermDoes() {
    #expect(TerminalDescription.standIn(for: "xterm-ghostty") == "xterm-256color")
    #expect(TerminalDescription.standIn(for: "kitty") == "xterm-256color")
    #expect(TerminalDescription.standIn(for: "xterm-16color") == "xterm")
    #expect(TerminalDescription.standIn(for: "vt220") == nil)
  }

  @Test func fillsNumbersIn() throws {
    #expect(text(try description().bytes("cup", 4, 11)) == "\u{1B}[5;12H")
    #expect(text(try description().bytes("setaf", 208)) == "\u{1B}[38;5;208m")
    #expect(try description().bytes("nonesuch", 1).isEmpty)
  }

  /// Terminals once had to catch up; a text with pauses in it would show them.
  @Test func leavesPausesOut() throws {
    #expect(try description("vt100").text("cup")?.hasSuffix("$<5>") == true)
    #expect(text(try description("vt100").bytes("cup", 0, 0)) == "\u{1B}[1;1H")
    #expect(text(try description("vt100").bytes("clear")) == "\u{1B}[H\u{1B}[J")
  }

  @Test func leavesItToTheTerminalWhetherTheCursorBlinks() throws {
    #expect(try description().text("cnorm") == "\u{1B}[?12l\u{1B}[?25h")
    #expect(text(try description().showingCursor) == "\u{1B}[?25h")
    #expect(text(try description("linux").showingCursor) == "\u{1B}[?25h\u{1B}[?0c")
  }

  @Test func knowsTheAttributesThatThereAre() throws {
    func names(_ terminal: String) throws -> [String] {
      try description(terminal).attributeStrings.map { "\($0.attribute)" }
    }
    #expect(
      try names("xterm-256color")
        == ["bold", "dim", "italic", "underline", "reverse", "strikethrough"])
    #expect(try names("vt100") == ["bold", "underline", "reverse"])
    #expect(try names("dumb") == [])
    #expect(try description("linux").colorlessAttributes == [.underline, .dim])
  }

  @Test func knowsNoTerminalThatThereIsNot() {
    #expect(TerminalDescription.load("nonesuch", descriptor: 1) == nil)
  }

  @Test(arguments: [
    ([:], 256, false, ColorDepth.palette256), ([:], 16, false, .sixteen), ([:], 8, false, .sixteen),
    ([:], 0, false, .none), ([:], 0x100_0000, true, .trueColor),
    (["COLORTERM": "truecolor"], 8, false, .trueColor),
    (["COLORTERM": "24bit"], 0, false, .trueColor),
    (["COLORTERM": "truecolor", "STY": "1.tty"], 256, false, .palette256),
    (["COLORTERM": "truecolor", "STY": "1.tty", "TMUX": "/tmp/x"], 256, false, .trueColor),
    (["COLORTERM": "yes"], 256, false, .palette256), (["NO_COLOR": ""], 256, false, .palette256),
    (["NO_COLOR": "1", "COLORTERM": "truecolor"], 256, true, .none),
  ])
  func detectsTheColors(
    _ environment: [String: String], _ colors: Int, _ isDirect: Bool, _ expected: ColorDepth
  ) {
    #expect(ColorDepth.detect(in: environment, colors: colors, isDirect: isDirect) == expected)
  }
}
