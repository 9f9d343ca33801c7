#if os(Linux)
  import Foundation
  import Glibc
  import Synchronization

  @testable import BatonStore

  /// Mounts in a namespace of one thread's own, which go with it; they need root.
  enum PrivateMounts {
    enum Kind {
      /// An empty file system of 256 KiB.
      case small
      /// The same folder, read-only.
      case readOnly
    }

    struct Outcome: Equatable, Sendable {
      var reason: FolderError.Reason?
      var left: [String]
    }

    static let areAllowed: Bool = {
      let isPrivate = Mutex(false)
      onThread { isPrivate.withLock { $0 = leaveNamespace() } }
      return isPrivate.withLock { $0 }
    }()

    static func run(
      mounting kind: Kind, at path: String, _ body: @escaping @Sendable () throws -> Outcome
    ) -> Outcome {
      let outcome = Mutex(Outcome(reason: .system(errno: 0), left: ["nothing was mounted"]))
      onThread {
        guard leaveNamespace(), mount(kind, at: path) else { return }
        do {
          let result = try body()
          outcome.withLock { $0 = result }
        } catch {
          outcome.withLock { $0.left = ["\(error)"] }
        }
      }
      return outcome.withLock { $0 }
    }

    /// Makes a file that takes all the room that is left.
    static func fill(_ path: String) {
      let file = open(path, O_WRONLY | O_CREAT, 0o600)
      defer { close(file) }
      let block = [UInt8](repeating: 0x20, count: 512)
      while write(file, block, block.count) > 0 {}
    }

    private static func onThread(_ body: @escaping @Sendable () -> Void) {
      let done = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        body()
        done.signal()
      }
      done.wait()
    }

    /// Gives this thread mounts of its own, which go with it.
    private static func leaveNamespace() -> Bool {
      typealias Unshare = @convention(c) (Int32) -> Int32
      let newMounts: Int32 = 0x0002_0000
      guard let symbol = dlsym(nil, "unshare"),
        unsafeBitCast(symbol, to: Unshare.self)(newMounts) == 0
      else { return false }
      return Glibc.mount("none", "/", nil, UInt(MS_REC) | UInt(MS_PRIVATE), nil) == 0
    }

    private static func mount(_ kind: Kind, at path: String) -> Bool {
      switch kind {
      case .small:
        return Glibc.mount("none", path, "tmpfs", 0, "size=256k") == 0
      case .readOnly:
        guard Glibc.mount(path, path, nil, UInt(MS_BIND), nil) == 0 else { return false }
        let flags = UInt(MS_BIND) | UInt(MS_REMOUNT) | UInt(MS_RDONLY)
        return Glibc.mount("none", path, nil, flags, nil) == 0
      }
    }
  }
#endif
