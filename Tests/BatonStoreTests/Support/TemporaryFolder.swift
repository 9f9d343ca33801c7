import BatonModel
import Foundation

@testable import BatonStore

/// A fresh folder of one test, removed with everything in it when the test ends.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let name = "baton-test-\(UUID().uuidString)"
    let url = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    path = url.resolvingSymlinksInPath().path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ relative: String) -> String { "\(path)/\(relative)" }

  /// Writes a file as any other program would, making the folders on the way.
  func write(_ text: String, to relative: String) throws {
    try makeFolder((relative as NSString).deletingLastPathComponent)
    try Data(text.utf8).write(to: URL(filePath: path(relative)))
  }

  func makeFolder(_ relative: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(relative), withIntermediateDirectories: true)
  }

  func text(_ relative: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(relative))), as: UTF8.self)
  }

  /// The names in a folder, sorted, hidden ones included.
  func names(in relative: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(relative)).sorted()
  }

  /// The permission bits of a file or folder.
  func permissions(_ relative: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(relative))[.posixPermissions] as? Int
  }

  func setPermissions(_ bits: Int, _ relative: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: bits], ofItemAtPath: path(relative))
  }
}

/// Runs a program of the system and waits for its end.
@discardableResult
func shell(_ script: String, in folder: TemporaryFolder) throws -> Int32 {
  let process = try startShell(script, in: folder)
  process.waitUntilExit()
  return process.terminationStatus
}

/// Starts a shell script as another process.
func startShell(
  _ script: String, in folder: TemporaryFolder, output: Pipe? = nil
) throws -> Process {
  let process = Process()
  process.executableURL = URL(filePath: "/bin/sh")
  process.arguments = ["-c", script]
  process.currentDirectoryURL = URL(filePath: folder.path)
  if let output { process.standardOutput = output }
  try process.run()
  return process
}

extension BoardFolder {
  /// In which somebody gives commands, with a new name for each entry.
  func context(of actor: String, at now: Instant) throws -> CommandContext {
    CommandContext(board: try readBoard(), actor: actor, now: now) {
      EntryID(StableName.make("\(Int.random(in: 0..<Int.max))"))
    }
  }
}

extension TemporaryFolder {
  /// A new board of the standard stages, in the folder `board`.
  func newBoard() throws -> BoardFolder {
    try BoardFolder.create(
      at: path("board"), board: .standard(name: "Test", currency: "EUR"))
  }
}
