import Foundation
import PseudoTerminal
import TerminalCanvas
import Testing

/// Somebody before the built program in a pseudo-terminal: keys in, lines of the screen out.
///
/// All waiting is for a condition. Whoever waits at one seat reads at the others of the table too,
/// so that no program stands still because nobody reads what it writes.
final class TerminalSeat {
  private let terminal: PseudoTerminal
  private var screen: TerminalScreen
  private var taken = 0
  private var unfinished = ""
  /// The other seats at the table.
  weak var other: TerminalSeat?
  /// The keys that were pressed, each character of what was typed among them.
  private(set) var keys = 0

  /// Opens the board in the folder `board` of a workplace.
  ///
  /// - Parameter runner: The program that runs it, with its arguments.
  init(
    _ place: Workplace, as actor: String, asOf clock: String? = nil, by runner: [String] = []
  ) throws {
    var arguments = runner
    arguments += [
      try Workplace.program(), "--actor", actor, "--board", place.path("board"),
    ]
    if let clock { arguments += ["--as-of", clock] }
    terminal = try PseudoTerminal(
      arguments, environment: ["HOME": place.folder.path, "TZ": "UTC"], columns: 120, rows: 40)
    screen = TerminalScreen(columns: 120, rows: 40) { scalar in
      // A mark stands on the glyph before it.
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: 0
      default: DisplayWidth.of(String(scalar))
      }
    }
    try wait(for: "live ●")
  }

  /// The lines of the screen as far as they were read.
  var lines: [String] { screen.lines }

  /// Presses keys: characters, or `enter`, `escape`, `tab`.
  func press(_ names: String...) {
    for name in names {
      let bytes = ["enter": "\r", "escape": "\u{1B}", "tab": "\t"][name] ?? name
      terminal.type(bytes)
      keys += 1
    }
  }

  /// Types text.
  func type(_ text: String) {
    terminal.type(text)
    keys += text.count
  }

  /// Waits until all of these texts are on the screen.
  func wait(for texts: String..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait("“\(texts.joined(separator: "” and “"))” on the screen", sourceLocation) { lines in
      texts.allSatisfy { text in lines.contains { $0.contains(text) } }
    }
  }

  /// Waits until the lines fulfil a condition.
  func wait(
    _ what: String, _ sourceLocation: SourceLocation = #_sourceLocation,
    until condition: ([String]) -> Bool
  ) throws {
    do {
      try terminal.wait(what) {
        read()
        other?.listen()
        return condition(screen.lines)
      }
    } catch {
      // What the pseudo-terminal says of it holds all that was ever written.
      try #require(
        Bool(false), "waited for \(what):\n\(screen.lines.joined(separator: "\n"))",
        sourceLocation: sourceLocation)
    }
  }

  /// Leaves the program, and waits for its end.
  func leave() throws {
    terminal.type("\u{3}")
    #expect(try terminal.waitForEnd() == 0)
  }

  /// Takes what has come, without waiting.
  private func listen() {
    _ = terminal.hasWritten("\u{0}")
    read()
  }

  private func read() {
    guard terminal.output.count > taken else { return }
    // A character may have come in part.
    var end = terminal.output.count
    while end > taken, !isBoundary(end) { end -= 1 }
    unfinished += String(decoding: terminal.output[taken..<end], as: UTF8.self)
    taken = end
    unfinished = screen.take(unfinished)
  }

  /// Whether a place in the output is between two characters.
  private func isBoundary(_ place: Int) -> Bool {
    let bytes = terminal.output
    var start = place - 1
    while start > taken, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let length =
      switch bytes[start] {
      case 0xF0...: 4
      case 0xE0...: 3
      case 0xC0...: 2
      default: 1
      }
    return start + length <= place
  }
}
