extension JSONValue {
  /// A text, null where there is none.
  public static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// A whole number, null where there is none.
  public static func whole(_ number: Int?) -> JSONValue {
    number.map { .number(JSONNumber($0)) } ?? .null
  }

  /// A time as RFC 3339 has it, null where there is none.
  public static func time(_ instant: Instant?) -> JSONValue { text(instant?.rfc3339) }
}
