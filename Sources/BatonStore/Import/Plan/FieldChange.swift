import BatonModel

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
  /// Whether what the lead says stays, and only what is blank is filled.
  let keepsKnown: Bool
  private(set) var changes: [FieldChange] = []
  /// What was said differently of facts that stay, as people read it: `phone “+34 600”`.
  private(set) var unlike: [String] = []

  init(keepsKnown: Bool) { self.keepsKnown = keepsKnown }

  /// Sets a fact unless the file says nothing of it or the same.
  mutating func set<Value: Equatable>(
    _ field: String, _ fact: inout Value?, to value: Value?,
    as text: (Value) -> String = { "\($0)" }
  ) {
    guard let value, value != fact else { return }
    if let fact, holds(field, text(fact), against: text(value)) { return }
    note(field, before: fact.map(text), after: text(value))
    fact = value
  }

  /// Sets a fact that is always there.
  ///
  /// - Parameter isStandIn: whether there is only something in its place, as an address in that of
  ///   a name.
  mutating func set(
    _ field: String, _ fact: inout String, to value: String?, isStandIn: Bool = false
  ) {
    guard let value, value != fact else { return }
    if !isStandIn, holds(field, fact, against: value) { return }
    note(field, before: fact, after: value)
    fact = value
  }

  /// Whether a fact stays as it is; what was said of it is then noted unless only its case differs.
  private mutating func holds(_ field: String, _ known: String, against said: String) -> Bool {
    guard keepsKnown else { return false }
    if CellText.folded(known) != CellText.folded(said) { noteUnlike(field, said) }
    return true
  }

  mutating func note(_ field: String, before: String? = nil, after: String) {
    changes.append(FieldChange(field: field, before: before, after: after))
  }

  /// Notes what was said of a fact that stays.
  mutating func noteUnlike(_ field: String, _ text: String) {
    var name = field
    for start in ["person.", "extra:"] where field.hasPrefix(start) {
      name.removeFirst(start.count)
    }
    if name == "company.name" { name = "company" }
    unlike.append("\(name.replacing(".", with: " ")) “\(text)”")
  }
}
