import Foundation
import Testing

/// The built program in a terminal window that tmux plays: keys in, lines of the screen out.
///
/// Each window has a tmux server of its own, which ends with it. All waiting is for a condition.
final class TerminalWindow {
  /// Whether tmux is there to play the terminal.
  static let isAvailable = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]
    .contains { FileManager.default.isExecutableFile(atPath: $0) }

  private let server = "baton-\(UUID().uuidString.prefix(8))"

  /// Opens a window in which a shell runs the command.
  init(_ command: String, columns: Int = 120, rows: Int = 40) throws {
    _ = try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "sh")
    _ = try tmux("set-option", "-g", "status", "off")
    try type(command)
    try press("Enter")
  }

  deinit { _ = try? tmux("kill-server") }

  /// Presses keys by tmux's names for them.
  func press(_ keys: String...) throws {
    for key in keys { _ = try tmux("send-keys", key) }
  }

  /// Types text as it is.
  func type(_ text: String) throws { _ = try tmux("send-keys", "-l", text) }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) throws {
    _ = try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// The lines of the screen.
  func screen() throws -> [String] {
    try tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// What the terminal says of itself, by tmux's format: `#{alternate_on}`.
  func state(_ format: String) throws -> String {
    try tmux("display-message", "-p", format).trimmingCharacters(in: .newlines)
  }

  /// Waits until a text is on the screen, and returns the screen.
  @discardableResult
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> [String]
  {
    try wait("“\(text)” on the screen", sourceLocation: sourceLocation) {
      $0.contains { $0.contains(text) }
    }
  }

  /// Waits until a text is no longer on the screen, and returns the screen.
  @discardableResult
  func wait(forNo text: String, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> [String]
  {
    try wait("no “\(text)” on the screen", sourceLocation: sourceLocation) {
      !$0.contains { $0.contains(text) }
    }
  }

  private func wait(
    _ what: String, sourceLocation: SourceLocation, until holds: ([String]) -> Bool
  ) throws -> [String] {
    let deadline = ContinuousClock.now + .seconds(60)
    while true {
      let screen = try screen()
      if holds(screen) { return screen }
      try #require(
        ContinuousClock.now < deadline,
        "waited for \(what):\n\(screen.joined(separator: "\n"))", sourceLocation: sourceLocation)
    }
  }

  private func tmux(_ arguments: String...) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["tmux", "-L", server] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
