import Foundation
import PseudoTerminal
import Testing

/// Keys and other input through a real terminal line; `InputDecoderTests` has the sequences.
@Suite(.enabled(if: PseudoTerminal.isAvailable, "needs /dev/ptmx"))
struct TypingTests {
  private func started() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(environment: ["SCENE": "second"])
    try terminal.waitForReport("ready 80x24 palette256")
    return terminal
  }

  @Test func tellsKeysOneByOne() throws {
    let terminal = try started()
    let start = terminal.reports.count
    terminal.type("a\r\t\u{7F}\u{03}\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}xé漢👍")
    try terminal.waitForReport("key 👍", after: start)
    #expect(
      terminal.reports.dropFirst(start).map { $0.dropFirst("key ".count) } == [
        "a", "enter", "tab", "backspace", "ctrl-c", "up", "down", "ctrl-right", "alt-x", "é",
        "漢", "👍",
      ])
  }

  @Test func tellsALoneEscapeByItself() throws {
    let terminal = try started()
    terminal.type("\u{1B}")
    // Nothing else is typed: time alone must tell.
    try terminal.waitForReport("key escape")
  }

  @Test func tellsPastesTheMouseAndTheFocus() throws {
    let terminal = try started()
    let start = terminal.reports.count
    terminal.type("\u{1B}[200~q\u{11}\r\n\u{1B}[A\u{1B}[201~\u{1B}[<0;5;6M\u{1B}[I.")
    try terminal.waitForReport("key .", after: start)
    #expect(
      terminal.reports.dropFirst(start).map {
        $0.replacing("TerminalCanvas.MouseEvent.Button.", with: "")
      }
        == [
          #"paste "q\u{11}\n\u{1B}[A""#, "mouse press(left) 4,5", "focus true", "key .",
        ])
  }

  @Test func takesAPasteLargerThanAnyBuffer() throws {
    let terminal = try started()
    let text = String(repeating: "0123456789", count: 10_000)
    terminal.type("\u{1B}[200~")
    for _ in 0..<100 { terminal.typeAll(String(text.prefix(1_000))) }
    terminal.type("\u{1B}[201~")
    try terminal.waitForReport("paste \(text.debugDescription)")
  }
}
