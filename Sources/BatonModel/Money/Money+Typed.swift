extension Money {
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
  }
}
