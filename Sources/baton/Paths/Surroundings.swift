import BatonModel
import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a command asks of the system around it, taken once, so that a test can give another.
struct Surroundings: Sendable {
  /// The environment's variables.
  var environment: [String: String] = [:]
  /// The working folder.
  var folder = "/"
  /// The name of the system's user.
  var userName = "unknown"
  /// The system's clock.
  var clock = Instant.distantPast
  /// The columns of the terminal on standard output; nil where there is none.
  var columns: Int?
  /// Whether standard error is a terminal, on which progress may be drawn.
  var showsProgress = false

  /// A variable of the environment; nil where it is missing or empty.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The system as it is now.
  static func current() -> Surroundings {
    var around = Surroundings()
    around.environment = ProcessInfo.processInfo.environment
    around.folder = FileManager.default.currentDirectoryPath
    around.userName = NSUserName()
    around.clock = Instant(Date())
    around.columns = terminalColumns(environment: around.environment)
    around.showsProgress = isatty(STDERR_FILENO) == 1
    return around
  }

  private static func terminalColumns(environment: [String: String]) -> Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    if let told = environment["COLUMNS"].flatMap({ Int($0) }), told > 0 { return told }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
