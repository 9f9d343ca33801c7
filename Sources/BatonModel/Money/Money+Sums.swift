/// Sums of money in minor units. What is too large to be counted, as a mistyped amount makes it,
/// stays at the largest number: to turn negative would be worse.
extension Int {
  /// Adds an amount in a currency; nothing, where there is none or it is in another currency.
  public mutating func add(_ amount: Money?, in currency: String) {
    if let amount, amount.currency == currency { add(minorUnits: amount.minorUnits) }
  }

  /// Adds minor units of the same currency.
  public mutating func add(minorUnits more: Int) {
    let (sum, overflow) = addingReportingOverflow(more)
    self = overflow ? (more < 0 ? .min : .max) : sum
  }
}
