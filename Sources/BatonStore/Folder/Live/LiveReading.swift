public import BatonModel
import Dispatch
import Synchronization

/// Reads a board for somebody who shows what was read and keeps it up to date.
///
/// It knows how far the changes of several files had come when something was read last. Whatever is
/// read next comes with everything else that was changed by such a change meanwhile: so what is
/// kept holds all of each, or nothing, whenever files change and whatever a watcher has told yet.
public final class LiveReading: Sendable {
  private struct State {
    /// What was handed over is as of this moment.
    var moment: BoardMoment
    /// The leads that were read again while everything was being read.
    var overtaken: Set<BoardPath> = []
    /// Whether it is no longer known what has changed, so that all has to be read.
    var isLost = false
  }

  private let folder: BoardFolder
  private let state: Mutex<State>

  /// Begins; what is read of the board from now on by whatever means is kept up to date.
  public init(_ folder: BoardFolder) {
    self.folder = folder
    state = Mutex(State(moment: folder.files.moment()))
  }

  // MARK: Everything

  /// Reads all leads on all cores and hands over what `summarise` makes of each, batch by batch.
  ///
  /// The first batch comes at once, with the total. A lead may come again: the later state counts.
  /// Those are `gone` that came and are no longer there. Ending the iteration ends the reading.
  /// `summarise` runs on several threads.
  public func loadLeads<Value: Sendable>(
    summarise: @escaping @Sendable (Lead) -> Value
  ) -> AsyncStream<RecordBatch<Value>> {
    let (stream, continuation) = AsyncStream<RecordBatch<Value>>.makeStream()
    let isEnded = Flag()
    continuation.onTermination = { _ in isEnded.set() }
    DispatchQueue.global(qos: .userInitiated).async {
      let moment = self.begin()
      // A board that vanishes now ends the stream early; the watcher tells of it.
      try? self.folder.stream(
        ScanJob<Lead>(folder: BoardPath.leadsFolder, of: self.folder.files), at: moment,
        urgency: .givesWay, isCancelled: { isEnded.isSet },
        keep: { _, lead in summarise(lead) },
        deliver: { batch in
          self.pass(on: batch, summarise: summarise) { continuation.yield($0) }
        })
      continuation.finish()
    }
    return stream
  }

  private func begin() -> BoardMoment {
    state.withLock { state in
      state = State(moment: folder.files.moment())
      return state.moment
    }
  }

  /// Hands over a batch that was read since the beginning, with what was changed meanwhile.
  private func pass<Value: Sendable>(
    on batch: RecordBatch<Value>, summarise: @escaping @Sendable (Lead) -> Value,
    _ deliver: (RecordBatch<Value>) -> Void
  ) {
    state.withLock { state in
      var batch = batch
      var newer = RecordBatch<Value>(done: 0, total: 0)
      do throws(StoreError) {
        state.moment = try folder.files.follow(state.moment) { changed, now throws(StoreError) in
          guard let changed else {
            state.isLost = true
            return
          }
          var order = NewsOrder(changed)
          order.kinds = []
          guard let again = order.leads, !again.isEmpty else { return }
          newer.replace(again, with: try folder.read(order, at: now, summarise: summarise).leads)
          state.overtaken.formUnion(again)
        }
      } catch {
        state.isLost = true
      }
      // Of these files it may have been read before they were changed.
      batch.remove(state.overtaken)
      batch.gone = []
      batch.add(newer)
      // What may be half of a change waits until everything has been read again.
      if state.isLost { batch = RecordBatch(done: batch.done, total: batch.total) }
      deliver(batch)
    }
  }

  /// Reads everything again.
  ///
  /// - Throws: `.files` when the board's folder is gone.
  public func readAll<Value: Sendable>(
    summarise: @escaping @Sendable (Lead) -> Value
  ) throws(StoreError) -> BoardNews<Value> {
    try state.withLock { state throws(StoreError) in
      state.isLost = false
      let moment = folder.files.moment()
      let (news, later) = try read(.everything, from: moment, state: &state, summarise)
      state.moment = later
      return news
    }
  }

  // MARK: Changes

  /// Reads what has changed, with everything else that a change of several files has changed since
  /// the last time.
  ///
  /// - Parameters:
  ///   - change: what a watcher has told; none for what is known without one.
  ///   - lead: a lead that is wanted whole, of the same moment.
  /// - Returns: nil where anything may have changed, so that `readAll` is needed.
  /// - Throws: `.files` when the board's folder is gone.
  public func read<Value: Sendable>(
    _ change: BoardChange = BoardChange(), whole lead: LeadID? = nil,
    summarise: @escaping @Sendable (Lead) -> Value
  ) throws(StoreError) -> BoardNews<Value>? {
    try state.withLock { state throws(StoreError) in
      let moment = folder.files.moment()
      guard !state.isLost, let changed = moment.files(since: state.moment) else {
        state.isLost = true
        return nil
      }
      let paths = change.leads.compactMap { try? BoardPath(.lead, $0.rawValue) }
      var order = NewsOrder(leads: Set(paths), kinds: change.others, whole: lead)
      order.add(NewsOrder(changed))
      let (news, later) = try read(order, from: moment, state: &state, summarise)
      state.moment = later
      return state.isLost ? nil : news
    }
  }

  /// Reads what is asked for, and what is changed while it is read.
  private func read<Value: Sendable>(
    _ order: NewsOrder, from moment: BoardMoment, state: inout State,
    _ summarise: @escaping @Sendable (Lead) -> Value
  ) throws(StoreError) -> (BoardNews<Value>, BoardMoment) {
    var news = try folder.read(order, at: moment, summarise: summarise)
    let later = try folder.files.follow(moment) { changed, now throws(StoreError) in
      guard let changed else {
        state.isLost = true
        return
      }
      var again = NewsOrder(changed)
      again.whole = order.whole
      news.take(try folder.read(again, at: now, summarise: summarise), of: again)
    }
    return (news, later)
  }
}

/// Something that several threads may ask and one sets.
private final class Flag: Sendable {
  private let value = Atomic<Bool>(false)

  var isSet: Bool { value.load(ordering: .relaxed) }

  func set() { value.store(true, ordering: .relaxed) }
}
