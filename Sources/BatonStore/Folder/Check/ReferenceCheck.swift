import BatonModel

/// Collects what a record names and the board does not have.
struct ReferenceCheck {
  /// A mistake, and where in the record's file it stands.
  struct Finding {
    let path: [JSONPlace.Step]
    let message: String
    let remedy: String
  }

  let names: KnownNames
  private(set) var findings: [Finding] = []
  private var inside: [JSONPlace.Step] = []

  init(names: KnownNames) { self.names = names }

  /// A value under `key` should name something of the board.
  mutating func expect<Subject>(
    _ subject: KnownNames.Subject, _ id: Identifier<Subject>?, at key: String
  ) {
    guard let id, !names.has(subject, id.rawValue) else { return }
    note(
      at: key, "the board has no \(subject) \(FileFault.quote(id.rawValue))",
      remedy: names.remedy(subject))
  }

  /// The values of a list under `key` should name something of the board.
  mutating func expect<Subject>(
    _ subject: KnownNames.Subject, each ids: [Identifier<Subject>], at key: String
  ) {
    for (index, id) in ids.enumerated() where !names.has(subject, id.rawValue) {
      findings.append(
        Finding(
          path: inside + [.key(key), .index(index)],
          message: "the board has no \(subject) \(FileFault.quote(id.rawValue))",
          remedy: names.remedy(subject)))
    }
  }

  /// The ids of a list under `key` should differ.
  mutating func expectDistinct<Subject>(_ ids: [Identifier<Subject>], at key: String) {
    var seen: Set<Identifier<Subject>> = []
    for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
      findings.append(
        Finding(
          path: inside + [.key(key), .index(index), .key("id")],
          message: "the id \(FileFault.quote(id.rawValue)) stands twice among the \(key)",
          remedy: "give one of the two another id"))
    }
  }

  /// An amount under `key` should be one: no less than nothing, of a currency.
  mutating func expectAmount(_ money: Money?, at key: String) {
    within(money, at: key) { references, money in
      if money.minorUnits < 0 {
        references.note(
          at: "minorUnits", "an amount of less than nothing", remedy: "write what it is, or 0")
      }
      references.expectCurrency(money.currency)
    }
  }

  /// The value under `currency` should be written as a currency's code.
  mutating func expectCurrency(_ code: String) {
    guard !Money.isCode(code) else { return }
    note(
      at: "currency", "\(FileFault.quote(code)) is no code of a currency",
      remedy: "write the three letters of ISO 4217: EUR, USD")
  }

  /// Something else is wrong with the value under `key`.
  mutating func note(at key: String, _ message: String, remedy: String) {
    findings.append(Finding(path: inside + [.key(key)], message: message, remedy: remedy))
  }

  /// Looks into each value of a list under `key`.
  mutating func each<Element>(
    _ elements: [Element], at key: String,
    _ body: (inout ReferenceCheck, Element) -> Void
  ) {
    for (index, element) in elements.enumerated() {
      within([.key(key), .index(index)]) { body(&$0, element) }
    }
  }

  /// Looks into an object under `key`, if there is one.
  mutating func within<Element>(
    _ element: Element?, at key: String, _ body: (inout ReferenceCheck, Element) -> Void
  ) {
    guard let element else { return }
    within([.key(key)]) { body(&$0, element) }
  }

  private mutating func within(
    _ steps: [JSONPlace.Step], _ body: (inout ReferenceCheck) -> Void
  ) {
    inside += steps
    body(&self)
    inside.removeLast(steps.count)
  }
}

/// A record that names things which other files define.
protocol ReferencingRecord: NamedRecord {
  /// Notes what the record names and the board does not have.
  func check(_ references: inout ReferenceCheck)
}
