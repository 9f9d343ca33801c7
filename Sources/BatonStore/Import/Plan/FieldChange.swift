/// A fact of a lead before and after an import.
public struct FieldChange: Hashable, Sendable {
  /// The fact, as a mapping names it.
  public var field: String
  /// The value before, as people read it; nil where there was none.
  public var before: String?
  /// The value after, as people read it.
  public var after: String

  /// A change.
  public init(field: String, before: String?, after: String) {
    self.field = field
    self.before = before
    self.after = after
  }
}

/// Collects what changes while facts are put on a lead.
struct ChangeList {
  private(set) var changes: [FieldChange] = []

  /// Sets a fact unless the file says nothing of it or the same.
  mutating func set<Value: Equatable>(
    _ field: String, _ fact: inout Value?, to value: Value?,
    as text: (Value) -> String = { "\($0)" }
  ) {
    guard let value, value != fact else { return }
    note(field, before: fact.map(text), after: text(value))
    fact = value
  }

  /// Sets a fact that is always there.
  mutating func set(_ field: String, _ fact: inout String, to value: String?) {
    guard let value, value != fact else { return }
    note(field, before: fact, after: value)
    fact = value
  }

  mutating func note(_ field: String, before: String? = nil, after: String) {
    changes.append(FieldChange(field: field, before: before, after: after))
  }
}
