/// Any JSON value, kept so that it can be written back exactly as it was read.
///
/// The model's own fields are typed; this is for what Baton does not know: keys that a person, a
/// script or a newer Baton put into a file. Two values are equal when their text is, scalar by
/// scalar: unlike `String`, `"é"` composed and `"é"` decomposed differ here.
///
/// A lone surrogate escape (`"\ud800"`), which a `String` cannot hold, stands in memory as the
/// private scalar U+100000 + unit, that is U+10D800 to U+10DFFF.
public enum JSONValue: Sendable {
  /// The literal `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, with the text that it was written as.
  case number(JSONNumber)
  /// A string, without its quotes and escapes.
  case string(String)
  /// A list of values.
  case array([JSONValue])
  /// Values by key.
  case object(JSONObject)
}

extension JSONValue: Hashable {
  /// Whether both would be written as the same bytes.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.hasSameUTF8(as: right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  /// Feeds the value into a hasher.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .number(let value): hasher.combine(value)
    case .string(let value): hasher.combine(value)
    case .array(let value): hasher.combine(value)
    case .object(let value): hasher.combine(value)
    }
  }
}

// No `nil` literal for `.null`: `object[key] = nil` must take the member away.
extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Makes `true` or `false`.
  public init(booleanLiteral value: Bool) {
    self = .bool(value)
  }

  /// Makes a whole number.
  public init(integerLiteral value: Int) {
    self = .number(JSONNumber(value))
  }

  /// Makes a string.
  public init(stringLiteral value: String) {
    self = .string(value)
  }

  /// Makes a list.
  public init(arrayLiteral elements: JSONValue...) {
    self = .array(elements)
  }

  /// Makes an object; of two equal keys the later one counts.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements))
  }
}

extension JSONValue {
  /// The text of a string, nil for every other kind.
  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The whole number, nil for every other kind and for numbers outside of `Int`.
  public var int: Int? {
    if case .number(let value) = self { value.int } else { nil }
  }

  /// The number, nil for every other kind.
  public var double: Double? {
    if case .number(let value) = self { value.double } else { nil }
  }

  /// The truth value, nil for every other kind.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements of a list, nil for every other kind.
  public var array: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The value as people read it in a line; nothing for null.
  public var text: String {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .number(let number): number.text
    case .string(let text): text
    case .array(let values): values.map(\.text).joined(separator: "; ")
    case .object(let members): members.map { "\($0.key) \($0.value.text)" }.joined(separator: ", ")
    }
  }

  /// The members of an object, nil for every other kind.
  public var object: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }
}
