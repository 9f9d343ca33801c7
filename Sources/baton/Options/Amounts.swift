import BatonModel

/// Amounts as people type them on a command line: `12k`, `12000`, `12,000.50 EUR`.
enum Amounts {
  /// The amount that was typed.
  ///
  /// - Parameter currency: that of an amount which states none.
  /// - Throws: `Failure` of wrong usage.
  static func read(_ typed: String, currency: String) throws(Failure) -> Money {
    do throws(Money.Failure) {
      return try Money.read(typed, currency: currency)
    } catch {
      throw Failure(error.what, error.remedy, status: .usage)
    }
  }
}
