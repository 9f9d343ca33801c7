extension Money {
  /// An amount as people type it: `12000`, `12k`, `1.5m`, `950.50`.
  ///
  /// A point separates decimals and nothing else; a comma is refused, since it means thousands in
  /// one country and decimals in the next.
  ///
  /// - Returns: nil where the text is no such amount, is negative, or is too large.
  public init?(typed text: String, currency: String) {
    var digits = text.lowercased().filter { !$0.isWhitespace }[...]
    var scale = 1.0
    if digits.last == "k" { scale = 1000 }
    if digits.last == "m" { scale = 1_000_000 }
    if scale > 1 { digits = digits.dropLast() }
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      let number = Double(digits)
    else { return nil }
    var minor = number * scale
    for _ in 0..<Money.decimalPlaces(of: currency) { minor *= 10 }
    guard minor.rounded() <= 9e15 else { return nil }
    self.init(minorUnits: Int(minor.rounded()), currency: currency)
  }
}
