import BatonModel

/// Unites two values that were changed from the same one, as far as they do not contradict.
///
/// Where they do, a token stands in the result, and `conflicts` says what each side has there.
struct ThreeWayMerge {
  /// Two values of which only a person can say which is right.
  struct Conflict: Hashable {
    /// Where they stand: `people.p1.email`.
    let path: String
    /// Ours; nil where we took the key away.
    let ours: JSONValue?
    /// Theirs; nil where they took the key away.
    let theirs: JSONValue?
    /// The text that stands in the result.
    let token: String
  }

  private(set) var conflicts: [Conflict] = []
  /// No file of ours has it, since it was made for this merge.
  private let tokenStart: String

  init(tokenStart: String) { self.tokenStart = tokenStart }

  /// Values that are one thing: half of ours and half of theirs would be neither's.
  private static let indivisible: Set<String> = [
    "amount", "revenue", "nextStep", "parked", "first", "creating", "last", "ad", "inverse",
    "proof", "packet", "answer", "retracted",
  ]

  /// Where a lead is, in several keys: a stage of ours and an end of theirs would be neither's.
  private static let place = ["parked", "stage", "visits"]

  /// The value that has the changes of both sides; nil where the key is gone.
  ///
  /// - Parameter path: the keys that lead to the values.
  mutating func merge(
    base: JSONValue?, ours: JSONValue?, theirs: JSONValue?, at path: [String]
  ) -> JSONValue? {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    if let ruled = rule(base, ours, theirs, at: path) { return ruled }
    if !Self.indivisible.contains(path.last ?? ""), let mine = ours?.object,
      let others = theirs?.object
    {
      return .object(merge(base: base?.object ?? [:], ours: mine, theirs: others, at: path))
    }
    if let mine = ours?.array, let others = theirs?.array,
      let list = ListMerge(base?.array ?? [], mine, others, name: path.last ?? "")
    {
      return .array(list.merged(by: &self, at: path))
    }
    return contradiction(ours, theirs, at: path)
  }

  /// Notes that only a person can say which of two values is right; returns what stands for them.
  mutating func contradiction(
    _ ours: JSONValue?, _ theirs: JSONValue?, at path: [String]
  ) -> JSONValue {
    let token = "\(tokenStart)\(conflicts.count)"
    conflicts.append(
      Conflict(path: path.joined(separator: "."), ours: ours, theirs: theirs, token: token))
    return .string(token)
  }

  /// The object that has the changes of both sides, key by key.
  mutating func merge(
    base: JSONObject, ours: JSONObject, theirs: JSONObject, at path: [String]
  ) -> JSONObject {
    var result = JSONObject()
    let keys = Set(base.map(\.key)).union(ours.map(\.key)).union(theirs.map(\.key))
    let bothMoved =
      path.isEmpty
      && [ours, theirs].allSatisfy { side in
        Self.place.contains { side[$0] != base[$0] }
      }
    for key in keys.sorted(by: { $0.utf8Precedes($1) }) {
      if bothMoved, key != "visits", Self.place.contains(key), ours[key] != theirs[key] {
        result[key] = contradiction(ours[key], theirs[key], at: [key])
        continue
      }
      result[key] = merge(base: base[key], ours: ours[key], theirs: theirs[key], at: path + [key])
    }
    return result
  }

  /// What the board's own rules say of two values that differ; nil where they say nothing.
  private func rule(
    _ base: JSONValue?, _ ours: JSONValue?, _ theirs: JSONValue?, at path: [String]
  ) -> JSONValue? {
    switch path.last {
    case .some where path.count == 2 && path[0] == "forgotten":
      // Each side has counted its own.
      let counts = [ours, theirs, base].map { $0?.int ?? 0 }
      guard counts.allSatisfy({ $0.magnitude < 1 << 40 }) else { return nil }
      return .number(JSONNumber(counts[0] + counts[1] - counts[2]))
    case "revision":
      guard let mine = ours?.int, let others = theirs?.int else { return nil }
      return .number(JSONNumber(max(mine, others).oneMore))
    case "seal" where path.count == 1:
      // Neither side's fits what both have made of it.
      return ours ?? theirs
    case "doNotEmail", "doNotCall":
      // What the buyer forbids on either side is forbidden.
      return ours?.bool == true || theirs?.bool == true ? true : nil
    case "last" where path.dropLast().last == "acquisition":
      guard let mine = ours?.object?["at"]?.instant, let others = theirs?.object?["at"]?.instant,
        mine != others
      else { return nil }
      return mine > others ? ours : theirs
    default: return nil
    }
  }
}

/// Two versions of a list whose elements have names of their own.
private struct ListMerge {
  private let name: String
  private let base: Elements
  private let ours: Elements
  private let theirs: Elements

  /// Elements in their order, by name.
  private struct Elements {
    var order: [JSONValue] = []
    var values: [JSONValue: JSONValue] = [:]

    /// Nil where two elements have the same name.
    init?(_ list: [JSONValue], named key: String?) {
      for value in list {
        let name = key.flatMap { value.object?[$0] } ?? value
        guard values.updateValue(value, forKey: name) == nil else { return nil }
        order.append(name)
      }
    }
  }

  /// The keys whose values are dates by which a list is kept in order.
  private static let times = [
    "touches": "at", "notes": "at", "feedback": "at", "history": "at", "handoffs": "offeredAt",
    "visits": "entered", "objections": "at", "asks": "at",
  ]

  /// Nil where the elements of a list cannot be told apart, so that it is taken as a whole.
  init?(_ base: [JSONValue], _ ours: [JSONValue], _ theirs: [JSONValue], name: String) {
    let all = base + ours + theirs
    let key = ["id", "question", "subject"].first { key in
      !all.isEmpty && all.allSatisfy { $0.object?[key]?.string != nil }
    }
    guard let base = Elements(base, named: key), let ours = Elements(ours, named: key),
      let theirs = Elements(theirs, named: key)
    else { return nil }
    (self.base, self.ours, self.theirs, self.name) = (base, ours, theirs, name)
  }

  /// The elements of both sides: in the order of the side that has changed it, by time where the
  /// list is kept so.
  func merged(by merge: inout ThreeWayMerge, at path: [String]) -> [JSONValue] {
    var result: [JSONValue] = []
    for name in order {
      let known = base.values[name]
      let mine = ours.values[name]
      let others = theirs.values[name]
      // Taken away by one side and left as it was by the other; what was changed stays.
      if known != nil, mine == nil, others == known { continue }
      if known != nil, others == nil, mine == known { continue }
      guard let mine, let others else {
        if let left = mine ?? others { result.append(left) }
        continue
      }
      let place = path + [name.string ?? "…"]
      if known == nil, mine != others {
        // Two that were added under one name are two different ones.
        result.append(merge.contradiction(mine, others, at: place))
      } else if let value = merge.merge(base: known, ours: mine, theirs: others, at: place) {
        result.append(value)
      }
    }
    return inOrderOfTime(result)
  }

  /// All names: those of the side whose order differs from before, each of the other side's own
  /// behind the one that it stands behind there.
  private var order: [JSONValue] {
    let isOursAsBefore =
      ours.order.filter { base.values[$0] != nil } == base.order.filter { ours.values[$0] != nil }
    let (first, second) = isOursAsBefore ? (theirs, ours) : (ours, theirs)
    var order = first.order
    var previous: JSONValue?
    for name in second.order {
      if first.values[name] == nil {
        let place = previous.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? order.startIndex
        order.insert(name, at: place)
      }
      previous = name
    }
    return order
  }

  private func inOrderOfTime(_ list: [JSONValue]) -> [JSONValue] {
    guard let key = Self.times[name] else { return list }
    let times = list.map { $0.object?[key]?.instant }
    guard times.allSatisfy({ $0 != nil }) else { return list }
    let sorted = zip(times, list).enumerated().sorted { left, right in
      (left.element.0 ?? .distantPast, left.offset) < (
        right.element.0 ?? .distantPast, right.offset
      )
    }.map(\.element.1)
    guard name == "visits" else { return sorted }
    // Both moved the lead to the same stage: it came there once.
    var visits: [JSONValue] = []
    for visit in sorted where visits.last?.object?["stage"] != visit.object?["stage"] {
      visits.append(visit)
    }
    return visits
  }
}

extension JSONValue {
  /// The moment that a string names.
  fileprivate var instant: Instant? { string.flatMap { Instant(rfc3339: $0) } }
}
