import BatonModel

extension JSONValue {
  /// A number rounded down to tenths, written without decimals where it has none.
  static func tenths(_ number: Double) -> JSONValue {
    guard let whole = Int(exactly: (number * 10).rounded(.down)) else { return .null }
    let (quotient, rest) = whole.quotientAndRemainder(dividingBy: 10)
    let sign = whole < 0 && quotient == 0 ? "-" : ""
    let text = rest == 0 ? String(quotient) : "\(sign)\(quotient).\(abs(rest))"
    return JSONNumber(text: text).map(JSONValue.number) ?? .null
  }
}
