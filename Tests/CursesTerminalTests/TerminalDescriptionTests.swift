import Foundation
import TerminalCanvas
import Testing

@testable import CursesTerminal

@MainActor
struct TerminalDescriptionTests {
  private func description(_ name: String = "xterm-256color") throws -> TerminalDescription {
    try #require(TerminalDescription.load(name, descriptor: 1))
  }

  /// What ncurses's own reader makes of a compiled entry, sorted.
  private func capabilities(_ description: TerminalDescription) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/infocmp")
    process.arguments = ["-1", "-x", description.name]
    process.environment = ["TERMINFO": description.quickDump]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(output.contains("$TERMINFO"))
    return output.split(separator: "\n").filter { $0.hasPrefix("\t") }.map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: "\t,"))
    }
  }

  nonisolated private static let hasInfocmp = access("/usr/bin/infocmp", X_OK) == 0

  @Test(
    .enabled(if: hasInfocmp, "needs infocmp of ncurses-bin"),
    arguments: ["xterm-256color", "tmux-256color", "linux", "rxvt-unicode-256color", "vt100"])
  func compilesToWhatNcursesReads(_ name: String) throws {
    let description = try description(name)
    let read = try capabilities(description)
    let count = description.flags.count + description.numbers.count + description.strings.count
    #expect(read.count == count)
    #expect(read.contains { $0.hasPrefix("cup=") })
  }

  @Test(.enabled(if: hasInfocmp, "needs infocmp of ncurses-bin"))
  func tellsNcursesOfDirectColors() throws {
    let read = try capabilities(try description().plain().withDirectColors())
    #expect(read.contains("RGB"))
    #expect(read.contains("colors#16777472"))
    #expect(read.contains { $0.hasPrefix("setaf=\\E[38;%?%p1%{16777216}%<%t2;") })
  }

  @Test func movesTheCursorToAbsolutePlacesOnly() throws {
    let plain = try description().plain()
    for name in ["cuf1", "cub1", "cuu1", "cud1", "cuf", "cub", "cuu", "cud", "ht", "vpa", "ich1"] {
      #expect(plain.strings[name] == nil, "\(name)")
    }
    #expect(plain.text("cup") == "\u{1B}[%i%p1%d;%p2%dH")
    #expect(plain.text("hpa") == "\u{1B}[%i%p1%dG")
  }

  @Test func changesNoPaletteAndNoBlinking() throws {
    let plain = try description().plain()
    #expect(plain.strings["oc"] == nil)
    #expect(plain.strings["initc"] == nil)
    #expect(!plain.flags.contains("ccc"))
    #expect(plain.text("cnorm") == "\u{1B}[?25h")
  }

  @Test func makesBlinkStrikethroughWhereThatIsKnown() throws {
    #expect(try description().plain().text("blink") == "\u{1B}[9m")
    #expect(try description().plain().text("sgr")?.contains("%p4%t;9%;") == true)
    #expect(try description("vt100").plain().text("blink") == nil)
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
