import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The names of files that are being written; the watcher and the loader pass over them.
enum TemporaryName {
  private static let start = ".baton-"
  private static let end = ".tmp"

  private static let counter = Atomic<UInt64>(0)

  /// A name that this process has not used yet.
  static func next() -> String {
    let number = counter.add(1, ordering: .relaxed).newValue
    return "\(start)\(getpid())-\(number)\(end)"
  }

  /// The process that wrote a file of this name; nil when it is no such name.
  static func writer(of name: String) -> Int32? {
    guard name.hasPrefix(start), name.hasSuffix(end) else { return nil }
    let parts = name.dropFirst(start.count).dropLast(end.count).split(separator: "-")
    guard parts.count == 2, UInt64(parts[1]) != nil, let process = Int32(parts[0]), process > 0
    else { return nil }
    return process
  }

  /// Whether a file of this name was left by a writer that has died.
  static func isLeaving(_ name: String) -> Bool {
    guard let writer = writer(of: name) else { return false }
    return kill(writer, 0) != 0 && errno == ESRCH
  }
}
