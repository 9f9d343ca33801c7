import Foundation
import Testing

/// Screens kept as files: a test compares a screen with its file, or records it anew.
enum Golden {
  /// Expects the lines to be those of `Golden/<name>.txt`.
  ///
  /// With `BATON_RECORD=1` in the environment the file is written instead, and the test fails, so
  /// that a recording run is not taken for a passing one.
  static func expect(
    _ lines: [String], as name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Golden")
    let file = folder.appending(path: "\(name).txt")
    let text = lines.map { $0.trimmingEnd() }.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["BATON_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("Recorded \(name).txt.", sourceLocation: sourceLocation)
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    if golden != text {
      let difference = zip(
        golden.split(separator: "\n", omittingEmptySubsequences: false),
        text.split(separator: "\n", omittingEmptySubsequences: false)
      ).enumerated().filter { $1.0 != $1.1 }.map { "\($0 + 1):\n- \($1.0)\n+ \($1.1)" }
      Issue.record(
        """
        \(name).txt differs (BATON_RECORD=1 records it anew):
        \(difference.joined(separator: "\n"))
        """,
        sourceLocation: sourceLocation)
    }
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
