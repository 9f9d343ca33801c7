import Foundation
import Testing

/// What a run of the built program left behind.
struct Finished {
  /// The exit status; 128 and more where a signal ended it.
  var status: Int32
  /// Standard output.
  var output: String
  /// Standard error.
  var errors: String

  /// The lines of standard output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }
  /// The lines of standard error.
  var errorLines: [String] { errors.split(separator: "\n").map(String.init) }

  /// The whole of standard output as a JSON object.
  func document() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }

  /// The first line of standard output as a JSON object.
  func object() throws -> [String: Any] {
    try #require(try objects().first)
  }

  /// Every line of standard output as a JSON object.
  func objects() throws -> [[String: Any]] {
    try lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }
}

/// A fresh folder of one test with the built program run in it, removed when the test ends.
final class Workplace: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "baton-cli-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes a file, making the folders on the way.
  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// Runs `baton` with an environment of its own.
  @discardableResult
  func baton(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Finished {
    try run([try Workplace.program()] + arguments, input: input, environment: environment)
  }

  /// Runs `baton` with these arguments.
  @discardableResult
  func baton(_ arguments: [String]) throws -> Finished {
    try run([try Workplace.program()] + arguments, input: "", environment: [:])
  }

  /// Runs a shell script that finds the built program as `baton`.
  @discardableResult
  func shell(_ script: String, environment: [String: String] = [:]) throws -> Finished {
    let folder = URL(filePath: try Workplace.program()).deletingLastPathComponent().path
    let path = ["PATH": "\(folder):/usr/bin:/bin"].merging(environment) { $1 }
    return try run(["/bin/bash", "-c", script], input: "", environment: path)
  }

  private func run(
    _ command: [String], input: String, environment: [String: String]
  ) throws -> Finished {
    let process = try start(command, environment: environment, input: input)
    // A program that hangs fails its test rather than hold up all others.
    let deadline = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: deadline)
    process.waitUntilExit()
    deadline.cancel()
    let signalled = process.terminationReason == .uncaughtSignal
    let name = "\(ObjectIdentifier(process).hashValue)"
    return Finished(
      status: process.terminationStatus + (signalled ? 128 : 0),
      output: try text(".out-\(name)"), errors: try text(".err-\(name)"))
  }

  /// Starts a command whose output goes to files, so that none of it can block.
  private func start(
    _ command: [String], environment: [String: String], input: String
  ) throws -> Process {
    let process = Process()
    let name = "\(ObjectIdentifier(process).hashValue)"
    try write(input, to: ".in-\(name)")
    try write("", to: ".out-\(name)")
    try write("", to: ".err-\(name)")
    process.executableURL = URL(filePath: try #require(command.first))
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = folder
    process.environment = Workplace.environment(in: folder).merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: ".in-\(name)"))
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: ".out-\(name)"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: ".err-\(name)"))
    try process.run()
    return process
  }

  /// An environment in which nothing of the user's own settings is found.
  private static func environment(in folder: URL) -> [String: String] {
    [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "TZ": "UTC", "LANG": "C.UTF-8",
      "BATON_USER": "maria",
    ]
  }

  /// The built program: it lies beside the bundle of the tests.
  static func program() throws -> String {
    var places = [Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent()]
    places += Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    places.append(URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent())
    let found = places.map { $0.appending(path: "baton").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    return try #require(found, "Build the program first: swift build --product baton")
  }
}
