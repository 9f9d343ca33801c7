import Foundation
import PseudoTerminal
import Testing

/// However it ends, the terminal is as it was.
@Suite(.enabled(if: PseudoTerminal.isAvailable, "needs /dev/ptmx"))
struct EndingTests {
  static let leaving = "\u{1B}[?1049l"

  private func started(_ environment: [String: String] = [:]) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(environment: ["SCENE": "letters"].merging(environment) { $1 })
    try terminal.waitForReport(
      "ready 80x24 \(environment["COLORTERM"] == nil ? "palette256" : "trueColor")")
    return terminal
  }

  private func expectRestored(
    _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let output = String(decoding: terminal.output, as: UTF8.self)
    for mode in ["1049", "1002", "1006", "1004", "2004"] {
      let on = output.range(of: "\u{1B}[?\(mode)h", options: .backwards)
      let off = output.range(of: "\u{1B}[?\(mode)l", options: .backwards)
      #expect(on != nil && off != nil, "mode \(mode)", sourceLocation: sourceLocation)
      if let on, let off {
        #expect(on.upperBound <= off.lowerBound, "mode \(mode)", sourceLocation: sourceLocation)
      }
    }
    let now = try terminal.currentSettings()
    #expect(now.c_lflag == terminal.settings.c_lflag, sourceLocation: sourceLocation)
    #expect(now.c_iflag == terminal.settings.c_iflag, sourceLocation: sourceLocation)
    #expect(now.c_oflag == terminal.settings.c_oflag, sourceLocation: sourceLocation)
  }

  @Test func quitsByKey() throws {
    let terminal = try started()
    #expect(try terminal.currentSettings().c_lflag != terminal.settings.c_lflag)
    terminal.type("\u{11}")
    #expect(try terminal.waitForEnd() == 0)
    try expectRestored(terminal)
  }

  @Test(arguments: [(SIGTERM, "terminated"), (SIGINT, "interrupted"), (SIGHUP, "hangUp")])
  func endsOrderlyByASignal(_ signal: Int32, _ ending: String) throws {
    let terminal = try started()
    terminal.send(signal)
    try terminal.waitForReport("ending \(ending)")
    #expect(try terminal.waitForEnd() == 128 + signal)
    try expectRestored(terminal)
  }

  @Test func endsWhenTheWindowIsClosed() throws {
    let terminal = try started()
    terminal.hangUp()
    try terminal.waitForReport("ending hangUp")
    #expect(try terminal.waitForEnd() == 128 + SIGHUP)
  }

  /// F5, F6, F7 and F18 of the probe: a bad pointer, a Swift trap, an abort, no stack left.
  @Test(arguments: [
    ("\u{1B}[15~", [SIGSEGV]), ("\u{1B}[17~", [SIGILL, SIGTRAP]), ("\u{1B}[18~", [SIGABRT]),
    ("\u{1B}[32~", [SIGSEGV, SIGBUS]),
  ])
  func restoresTheTerminalAfterACrash(_ key: String, _ signals: [Int32]) throws {
    let terminal = try started()
    terminal.type(key)
    let end = try terminal.waitForEnd()
    #expect(signals.contains(-end), "ended with \(end)")
    try expectRestored(terminal)
  }

  @Test(arguments: [SIGSEGV, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU])
  func restoresTheTerminalWhenKilledFromOutside(_ signal: Int32) throws {
    let terminal = try started()
    terminal.send(signal)
    #expect(try terminal.waitForEnd() == -signal)
    try expectRestored(terminal)
  }

  @Test func tellsWhyItTrappedAfterTheScreenIsLeft() throws {
    let terminal = try started()
    terminal.type("\u{1B}[17~")
    _ = try terminal.waitForEnd()
    let output = String(decoding: terminal.output, as: UTF8.self)
    let leaving = try #require(output.range(of: Self.leaving))
    let message = try #require(output.range(of: "the probe was asked to trap"))
    #expect(leaving.upperBound <= message.lowerBound)
  }

  @Test func restoresTheTerminalOnExitWithoutStop() throws {
    let terminal = try started()
    terminal.type("\u{1B}[24~")
    #expect(try terminal.waitForEnd() == 7)
    try expectRestored(terminal)
  }

  @Test func holdsBackStandardErrorUntilTheScreenIsLeft() throws {
    let terminal = try started()
    terminal.type("\u{1B}[23~")
    try terminal.waitForReport("key f11")
    terminal.type("\u{11}")
    #expect(try terminal.waitForEnd() == 0)
    let output = String(decoding: terminal.output, as: UTF8.self)
    let leaving = try #require(output.range(of: Self.leaving))
    let message = try #require(output.range(of: "a stray message"))
    #expect(leaving.upperBound <= message.lowerBound)
  }

  @Test func leavesTheCursorShownAndItsBlinkingAlone() throws {
    let terminal = try started()
    terminal.type("\u{11}")
    _ = try terminal.waitForEnd()
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.contains("\u{1B}[?25h"))
    #expect(!output.contains("\u{1B}[?12"))
  }

  @Test func neverTouchesThePalette() throws {
    let terminal = try started(["COLORTERM": "truecolor", "SCENE": "colors"])
    terminal.type("\u{11}")
    _ = try terminal.waitForEnd()
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}]"))
  }
}
