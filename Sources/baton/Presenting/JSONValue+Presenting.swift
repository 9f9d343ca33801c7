import BatonModel

extension JSONValue {
  /// A text, null where there is none.
  static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// A whole number, null where there is none.
  static func whole(_ number: Int?) -> JSONValue {
    number.map { .number(JSONNumber($0)) } ?? .null
  }

  /// A time as RFC 3339 has it, null where there is none.
  static func time(_ instant: Instant?) -> JSONValue { text(instant?.rfc3339) }

  /// A number rounded down to tenths, written without decimals where it has none.
  static func tenths(_ number: Double) -> JSONValue {
    guard let whole = Int(exactly: (number * 10).rounded(.down)) else { return .null }
    let (quotient, rest) = whole.quotientAndRemainder(dividingBy: 10)
    let sign = whole < 0 && quotient == 0 ? "-" : ""
    let text = rest == 0 ? String(quotient) : "\(sign)\(quotient).\(abs(rest))"
    return JSONNumber(text: text).map(JSONValue.number) ?? .null
  }
}
