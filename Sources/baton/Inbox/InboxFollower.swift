import BatonModel
import BatonStore
import Dispatch
import Foundation

/// Takes in what is dropped into a board's inbox, as it is dropped.
struct InboxFollower: Sendable {
  /// How long a file that may still be written is left before it is looked at again. Seconds.
  static let pause = Double(BoardFolder.inboxQuiet) + 1.1

  /// How long is waited until what failed is tried again. Seconds.
  private static let longPause = 30.0

  private let folder: BoardFolder
  /// The time that stands in the history, where it was set.
  private let fixedTime: Instant?
  /// The order of day and month in files that leave it open; nil where they are refused.
  private let dateOrder: DateOrder?
  private let queue = DispatchQueue(label: "baton.inbox", qos: .utility)

  /// A follower of the board of a session.
  init(_ session: Session, dateOrder: DateOrder? = nil) {
    self.dateOrder = dateOrder
    folder = session.folder
    fixedTime = session.chosenMoment
  }

  /// Takes in what is there, then what comes, and tells what became of it, until it is cancelled.
  ///
  /// While nothing is dropped nothing runs. What stands in the way, such as a full disk, is told
  /// too, and tried again after a while.
  func run(
    _ tell: @Sendable (Result<[InboxOutcome], any Error>) async throws -> Void
  ) async throws {
    // Any number of events while one look lasts make one more.
    let (looks, look) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    // A board that cannot be written has none to watch; its return is waited for then.
    try? folder.makeInbox()
    let watcher = Task {
      for await event in FolderWatcher.events(in: folder.path + "/inbox", tree: .inbox) {
        if case .mode = event { continue }
        look.yield()
      }
      look.finish()
    }
    defer { watcher.cancel() }
    look.yield()
    for await _ in looks {
      let result = await takeInbox()
      let pause: Double? =
        switch result {
        case .success(let outcomes): outcomes.contains(where: \.isWaiting) ? Self.pause : nil
        case .failure: Self.longPause
        }
      if let pause {
        Task {
          try? await Task.sleep(for: .seconds(pause))
          look.yield()
        }
      }
      try await tell(result)
    }
  }

  /// Waits for the disk beside the threads that all tasks share.
  private func takeInbox() async -> Result<[InboxOutcome], any Error> {
    await withCheckedContinuation { continuation in
      queue.async {
        let clock = Instant(Date())
        continuation.resume(
          returning: Result {
            try folder.takeInbox(
              now: fixedTime ?? clock, clock: clock, dateOrder: dateOrder)
          })
      }
    }
  }
}
