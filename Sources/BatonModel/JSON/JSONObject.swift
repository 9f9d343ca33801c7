/// The members of a JSON object, ordered by the UTF-8 bytes of their keys.
///
/// That is the order of Unicode scalars and the one in which Baton writes keys. Keys are compared
/// by bytes, as JSON does, and not by canonical equivalence, as `String` does. An empty object
/// allocates nothing, so that every record can afford one for the keys it does not know.
public struct JSONObject: Sendable {
  /// One key with its value.
  public struct Member: Sendable {
    /// The key, without quotes and escapes.
    public let key: String
    /// The value under the key.
    public var value: JSONValue

    /// Makes a member.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  private var members: [Member]

  /// Makes an empty object.
  public init() {
    members = []
  }

  /// Makes an object of keys and values in any order; of two equal keys the later one counts.
  public init(_ pairs: some Sequence<(String, JSONValue)>) {
    self.init()
    for (key, value) in pairs {
      self[key] = value
    }
  }

  /// Makes an object of members in any order, and names a key that stands more than once.
  ///
  /// Of equal keys the last counts. O(n) for members in the order of keys, O(n log n) for others.
  package static func collecting(_ members: [Member]) -> (object: JSONObject, repeated: String?) {
    var object = JSONObject()
    object.members = members
    let isInOrder = zip(members, members.dropFirst()).allSatisfy { $0.key.utf8Precedes($1.key) }
    if isInOrder { return (object, nil) }
    let sorted = members.enumerated().sorted { left, right in
      if left.element.key.utf8Precedes(right.element.key) { return true }
      return left.offset < right.offset && left.element.key.hasSameUTF8(as: right.element.key)
    }
    var repeated: String?
    object.members.removeAll()
    for (_, member) in sorted {
      if let last = object.members.last, last.key.hasSameUTF8(as: member.key) {
        repeated = repeated ?? member.key
        object.members.removeLast()
      }
      object.members.append(member)
    }
    return (object, repeated)
  }

  /// The value under `key`; setting nil takes the member away.
  ///
  /// O(log n) to read and, save for keys that are added in order, O(n) to add or remove.
  public subscript(key: String) -> JSONValue? {
    get {
      let (index, isPresent) = position(of: key)
      return isPresent ? members[index].value : nil
    }
    set {
      let (index, isPresent) = position(of: key)
      switch (newValue, isPresent) {
      case (let value?, true): members[index].value = value
      case (let value?, false): members.insert(Member(key: key, value: value), at: index)
      case (nil, true): members.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// Adds a member unless the key is there already.
  ///
  /// - Returns: false, with nothing changed, if it is. O(1) for keys that are added in order.
  @discardableResult
  public mutating func insert(_ value: JSONValue, forKey key: String) -> Bool {
    let (index, isPresent) = position(of: key)
    guard !isPresent else { return false }
    members.insert(Member(key: key, value: value), at: index)
    return true
  }

  /// Where the key is, or where it would have to be inserted.
  private func position(of key: String) -> (index: Int, isPresent: Bool) {
    guard let last = members.last else { return (0, false) }
    if last.key.utf8Precedes(key) { return (members.count, false) }
    var low = 0
    var high = members.count
    while low < high {
      let middle = low + (high - low) / 2
      if members[middle].key.utf8Precedes(key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return (low, low < members.count && members[low].key.hasSameUTF8(as: key))
  }
}

extension JSONObject: RandomAccessCollection {
  /// The position of the first member.
  public var startIndex: Int { members.startIndex }

  /// The position after the last member.
  public var endIndex: Int { members.endIndex }

  /// The member at a position in the order of keys.
  public subscript(position: Int) -> Member {
    members[position]
  }
}

extension JSONObject.Member: Hashable {
  /// Whether key and value have the same bytes.
  public static func == (left: Self, right: Self) -> Bool {
    left.key.hasSameUTF8(as: right.key) && left.value == right.value
  }

  /// Feeds the member into a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(value)
  }
}

extension JSONObject: Hashable {}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Makes an object; of two equal keys the later one counts.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements)
  }
}

extension String {
  /// Whether the UTF-8 bytes of `self` come before those of `other`.
  package func utf8Precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// Whether both have the same UTF-8 bytes, which canonically equal strings need not have.
  package func hasSameUTF8(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}
