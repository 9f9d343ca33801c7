import Foundation
import PseudoTerminal

extension PseudoTerminal {
  /// The probe, built beside the tests.
  static let probe: String = {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = tests.deletingLastPathComponent()
    while folder.path != "/" {
      let probe = folder.appendingPathComponent("terminal-probe").path
      if access(probe, X_OK) == 0 { return probe }
      folder.deleteLastPathComponent()
    }
    return "terminal-probe"
  }()

  /// Starts the probe.
  convenience init(
    environment: [String: String] = [:], columns: UInt16 = 80, rows: UInt16 = 24
  ) throws {
    try self.init([Self.probe], environment: environment, columns: columns, rows: rows)
  }
}
