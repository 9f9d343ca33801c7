import BatonModel
import BatonStore

/// Amounts as people type them on a command line: `12k`, `12000`, `12,000.50 EUR`.
enum Amounts {
  /// The amount that was typed.
  ///
  /// - Parameter currency: that of an amount which states none.
  /// - Throws: `Failure` of wrong usage.
  static func read(_ typed: String, currency: String) throws(Failure) -> Money {
    let remedy = "Write it as 12000, 12k or 1.5m, or with its currency: 12000.50 \(currency)."
    do throws(MoneyReader.Fault) {
      return try MoneyReader(currency: currency).read(typed)
    } catch {
      switch error {
      case .notAnAmount:
        throw Failure("“\(typed)” is no amount.", remedy, status: .usage)
      case .unclearMark:
        throw Failure(
          "The mark in “\(typed)” may divide thousands or begin the decimals.", remedy,
          status: .usage)
      case .unclearCurrency(let sign):
        throw Failure(
          "“\(sign)” stands for several currencies.", "Write the code: 12000 USD.", status: .usage)
      case .tooLarge:
        throw Failure("“\(typed)” is more than can be kept.", remedy, status: .usage)
      }
    }
  }
}
