import Foundation

/// Another process that holds a lock file of a board until it is told to end.
final class LockHolder {
  private let process = Process()
  private let input = Pipe()

  /// Returns when the lock is held.
  ///
  /// - Parameter script: what it does at its end, still with the lock.
  init(of lockName: String, in folder: TemporaryFolder, script: String = ":") throws {
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c",
      "exec 9<>\(lockName); flock 9; echo 'process 42 of maria' >&9; echo ready; "
        + "read line; \(script)",
    ]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    _ = output.fileHandleForReading.availableData
  }

  deinit { process.terminate() }

  /// Lets it run its script and end.
  func end() {
    input.fileHandleForWriting.write(Data("end\n".utf8))
    process.waitUntilExit()
  }

  /// Kills it.
  func kill() {
    process.terminate()
    process.waitUntilExit()
  }
}
