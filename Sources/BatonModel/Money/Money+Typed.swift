extension Money {
<<<<<<< Updated upstream
  /// Why a typed amount could not be understood.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong, in a sentence.
    public var what: String
    /// What to type instead, in a sentence.
    public var remedy: String
  }

  /// The amount that somebody typed: `12000`, `12k`, `£1.5m`, `12,000.50 USD`.
  ///
  /// A mark that may divide thousands or begin the decimals is refused, and so is a sign of several
  /// currencies: neither is guessed.
  ///
  /// - Parameter currency: that of an amount which states none.
  /// - Throws: `Failure` with what to type instead.
  public static func read(_ typed: String, currency: String) throws(Failure) -> Money {
    let remedy = "Write it as 12000, 12k or 1.5m, or with its currency: 12000.50 \(currency)."
    guard !CellText.isBlank(typed) else {
      throw Failure(what: "No amount was given.", remedy: remedy)
    }
    do throws(MoneyReader.Fault) {
      return try MoneyReader(currency: currency).read(typed)
    } catch {
      switch error {
      case .notAnAmount: throw Failure(what: "“\(typed)” is no amount.", remedy: remedy)
      case .unclearMark:
        throw Failure(
          what: "The mark in “\(typed)” may divide thousands or begin the decimals.",
          remedy: remedy)
      case .unclearCurrency(let sign):
        throw Failure(
          what: "“\(sign)” stands for several currencies.", remedy: "Write the code: 12000 USD.")
      case .tooLarge:
        throw Failure(what: "“\(typed)” is more than can be kept.", remedy: remedy)
      }
    }
=======
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
>>>>>>> Stashed changes
  }
}
