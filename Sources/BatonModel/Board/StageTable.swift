/// A value for each of some stages.
///
/// Found by comparing ids one by one: a board has a handful of stages, and to compare as many short
/// strings takes a third of the time that hashing one of them does. A report looks up every stay of
/// every lead, half a million on a board of a hundred thousand.
public struct StageTable<Value: Sendable>: Sendable {
  @usableFromInline let stages: [StageID]
  @usableFromInline let values: [Value]

  /// A table of stages with their values; of a stage that is named twice the first counts.
  public init(_ entries: some Sequence<(stage: StageID, value: Value)>) {
    let entries = Array(entries)
    stages = entries.map(\.stage)
    values = entries.map(\.value)
  }

  /// All of it, to be kept and asked for as a whole.
  public var byStage: [StageID: Value] {
    Dictionary(zip(stages, values), uniquingKeysWith: { first, _ in first })
  }

  /// The value of a stage; nil where the table has none.
  ///
  /// - Complexity: O(stages of the table).
  @inlinable
  public subscript(stage: StageID) -> Value? {
    for place in stages.indices where stages[place] == stage { return values[place] }
    return nil
  }
}

extension Board {
  /// The place of each stage among the columns.
  public var ranks: StageTable<Int> {
    StageTable(stages.enumerated().map { ($1.id, $0) })
  }
}
