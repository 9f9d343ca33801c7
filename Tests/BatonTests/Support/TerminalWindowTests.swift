import Foundation
import Testing

@Suite(
  .enabled(if: TerminalWindow.isAvailable, "tmux is not installed: nothing plays the terminal"))
struct TerminalWindowTests {
  @Test func endsWithWhatRunsInIt() async throws {
    let server = "baton-\(UUID().uuidString.prefix(8))"
    // As most tests are: on one of Dispatch's threads, which have all signals blocked.
    try await Task.detached {
      let window = try TerminalWindow("cat", server: server)
      #expect(try TerminalWindow.isOpen(server: server))
      try window.wait(for: "cat")
    }.value
    #expect(try !TerminalWindow.isOpen(server: server))
  }
}
