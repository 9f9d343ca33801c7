public import BatonModel

/// Some of the records that a scan has read, and how far it has come.
public struct RecordBatch<Value: Sendable>: Sendable {
  /// What was made of the records that were read.
  public internal(set) var values: [Value] = []
  /// The file of each of these.
  var places: [BoardPath] = []
  /// What is wrong with the files that could not be read.
  public internal(set) var faults: [FileFault] = []
  /// The files that were asked for, or listed a moment ago, and are not there; and those of leads
  /// that were merged into others.
  public internal(set) var gone: [BoardPath] = []
  /// The files that were read so far, these included; batches may arrive out of its order.
  public internal(set) var done: Int
  /// The files that there are.
  public internal(set) var total: Int
}

extension RecordBatch {
  /// Adds what another batch holds, which is of other files.
  mutating func add(_ other: RecordBatch) {
    values += other.values
    places += other.places
    faults += other.faults
    gone += other.gone
  }

  /// Leaves out what was read of some files.
  mutating func remove(_ files: Set<BoardPath>) {
    guard !files.isEmpty else { return }
    let kept = places.indices.filter { !files.contains(places[$0]) }
    if kept.count < places.count {
      values = kept.map { values[$0] }
      places = kept.map { places[$0] }
    }
    gone.removeAll(where: files.contains)
    if !faults.isEmpty {
      let names = Set(files.map(\.description))
      faults.removeAll { names.contains($0.file) }
    }
  }

  /// Puts what was read of some files now in the place of what was read before.
  mutating func replace(_ files: Set<BoardPath>, with newer: RecordBatch) {
    remove(files)
    add(newer)
    done = max(done, places.count)
    total = max(total, done)
  }
}
