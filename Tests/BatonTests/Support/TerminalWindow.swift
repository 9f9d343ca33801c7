import Foundation
import Testing

/// The built program in a terminal window that tmux plays: keys in, lines of the screen out.
///
/// Each window has a tmux server of its own, which ends with it. All waiting is for a condition.
final class TerminalWindow {
  /// Whether tmux is there to play the terminal.
  static let isAvailable = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]
    .contains { FileManager.default.isExecutableFile(atPath: $0) }

  private let server: String

  /// Opens a window in which a shell runs the command.
  init(
    _ command: String, columns: Int = 120, rows: Int = 40,
    server: String = "baton-\(UUID().uuidString.prefix(8))"
  ) throws {
    self.server = server
    try tmux("-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "sh")
    try tmux("set-option", "-g", "status", "off")
    try type(command)
    try press("Enter")
  }

  // Not `kill-server`: for that the server sends itself a signal, and it has all of them blocked
  // where one of Dispatch's threads started it. Without a session it ends as well.
  deinit { try? tmux("kill-session") }

  /// Whether a server of this name still plays a window.
  static func isOpen(server: String) throws -> Bool {
    try tmux(["-L", server, "list-sessions"], output: FileHandle.nullDevice) == 0
  }

  /// Presses keys by tmux's names for them.
  func press(_ keys: String...) throws {
    for key in keys { try tmux("send-keys", key) }
  }

  /// Types text as it is.
  func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// The lines of the screen.
  func screen() throws -> [String] {
    try asking("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// What the terminal says of itself, by tmux's format: `#{alternate_on}`.
  func state(_ format: String) throws -> String {
    try asking("display-message", "-p", format).trimmingCharacters(in: .newlines)
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

  /// Has tmux do something. It gets no pipe: its server would keep the other end open.
  private func tmux(_ arguments: String...) throws {
    try run(arguments, output: FileHandle.nullDevice)
  }

  /// Asks tmux for something.
  private func asking(_ arguments: String...) throws -> String {
    let output = Pipe()
    try run(arguments, output: output)
    return String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  }

  /// Closes what Foundation has the process inherit to learn of its end: tmux's server would keep
  /// it open, and the end would never come.
  private static let withoutDescriptors =
    #"for fd in /dev/fd/*; do n=${fd##*/}; [ "$n" -gt 2 ] && eval "exec $n>&-"; done; "#
    + #"exec tmux "$@""#

  private func run(_ arguments: [String], output: Any) throws {
    try Self.tmux(["-L", server] + arguments, output: output)
  }

  @discardableResult
  private static func tmux(_ arguments: [String], output: Any) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", withoutDescriptors, "tmux"] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
