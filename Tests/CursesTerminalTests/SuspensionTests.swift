import Foundation
import PseudoTerminal
import Testing

/// The probe as a job of a shell, stopped and continued.
@Suite(.enabled(if: PseudoTerminal.isAvailable, "needs /dev/ptmx"))
struct SuspensionTests {
  /// Runs the probe as a job; when it is stopped, tells the line settings and waits for a line.
  private static let script = """
    set -m
    "$PROBE"
    echo "stopped $?"
    stty -a | tr ' ;' '\\n\\n' | grep -x -e '-*icanon' -e '-*echo' | tr '\\n' ' '
    echo told
    read line
    fg >/dev/null
    echo "ended $?"
    """

  private func job() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["/bin/bash", "-c", Self.script],
      environment: ["PROBE": PseudoTerminal.probe, "SCENE": "second"])
    try terminal.waitForReport("ready 80x24 palette256")
    return terminal
  }

  @Test func controlZGivesTheTerminalBackAndFgTakesItAgain() throws {
    let terminal = try job()
    terminal.type("\u{1A}")
    let stopped = try terminal.waitForOutput("told")
    #expect(stopped.contains("\u{1B}[?1049l"))
    #expect(stopped.contains("stopped 148"))
    #expect(stopped.contains("icanon echo"))
    #expect(!stopped.contains("-icanon"))

    let before = terminal.output.count
    let reports = terminal.reports.count
    terminal.resize(columns: 100, rows: 30)
    terminal.type("\r")
    try terminal.waitForReport("resize 100x30", after: reports)
    let again = try terminal.waitForOutput("second", after: before)
    #expect(again.contains("\u{1B}[?1049h"))
    terminal.type("a")
    try terminal.waitForReport("key a", after: reports)
    terminal.type("\u{11}")
    try terminal.waitForOutput("ended 0")
    #expect(!terminal.reports.contains("key ctrl-z"))
  }

  @Test func isStoppedByASignalAndAgain() throws {
    let terminal = try job()
    let line = try #require(terminal.reports.first { $0.hasPrefix("process ") })
    let probe = try #require(pid_t(line.dropFirst("process ".count)))
    kill(probe, SIGTSTP)
    try terminal.waitForOutput("stopped 148")
    try terminal.waitForOutput("told")
    let reports = terminal.reports.count
    terminal.type("\r")
    try terminal.waitForReport("resize 80x24", after: reports)
    terminal.type("\u{11}")
    try terminal.waitForOutput("ended 0")
  }

  @Test func isStoppedTogetherWithAProgramThatItRuns() throws {
    let terminal = try job()
    terminal.type("\u{1B}[34~")
    let stopped = try terminal.waitForOutput("told")
    #expect(stopped.contains("before"))
    #expect(stopped.contains("stopped 148"))
    #expect(!stopped.contains("after"))
    terminal.type("\r")
    try terminal.waitForReport("ran 0")
    try terminal.waitForReport("resize 80x24")
    terminal.type("\u{11}")
    try terminal.waitForOutput("ended 0")
  }

  @Test func runsAProgramOnThePlainTerminalAndComesBack() throws {
    let terminal = try PseudoTerminal(environment: ["SCENE": "second"])
    try terminal.waitForReport("ready 80x24 palette256")
    let before = terminal.output.count
    terminal.type("\u{1B}[19~")
    try terminal.waitForReport("ran 0")
    try terminal.waitForReport("resize 80x24")
    let output = try terminal.waitForOutput("second", after: before)
    let leaving = try #require(output.range(of: "\u{1B}[?1049l"))
    let message = try #require(output.range(of: "ON THE PLAIN\r\n"))
    let entering = try #require(output.range(of: "\u{1B}[?1049h"))
    #expect(leaving.upperBound <= message.lowerBound)
    #expect(message.upperBound <= entering.lowerBound)
    terminal.type("b")
    try terminal.waitForReport("key b")
  }
}
