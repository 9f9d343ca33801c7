import Foundation
import StoreActing
import Testing

/// How long the tests of this target go on: a bounded form always, a long one when it is asked for.
enum Endurance {
  /// Whether `BATON_LONG=1` asks for the long form.
  static let isLong = ProcessInfo.processInfo.environment["BATON_LONG"] == "1"

  /// A number of repetitions.
  static func count(_ bounded: Int, long: Int) -> Int { isLong ? long : bounded }
}

/// A fresh folder of one test, removed with everything in it when the test ends.
final class Scratch: Sendable {
  let path: String

  /// Where a system keeps files in memory, if it does.
  private static let memory = "/dev/shm"

  /// Makes the folder.
  ///
  /// - Parameter inMemory: whether to wait for no disk, where the system has such a place: for a
  ///   test that asks what is written, and not when it is safe.
  init(inMemory: Bool = false) throws {
    let isThere = FileManager.default.isWritableFile(atPath: Self.memory)
    let place =
      inMemory && isThere ? URL(filePath: Self.memory) : FileManager.default.temporaryDirectory
    let url = place.resolvingSymlinksInPath()
      .appending(path: "baton-endurance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    path = url.path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
