/// A sum of amounts in one currency, which knows what it leaves out.
public struct MoneySum: Hashable, Sendable {
  /// The sum, in minor units of its currency. What is too large to be counted, as a mistyped amount
  /// makes it, stays at the largest number: to turn negative would be worse.
  public private(set) var minorUnits = 0
  /// How many amounts are in other currencies, and not in the sum.
  public private(set) var otherCurrencies = 0

  /// No amounts.
  public init() {}

  /// Whether there were amounts, and none that could be added.
  public var isUndefined: Bool { minorUnits == 0 && otherCurrencies > 0 }

  /// Adds an amount, where there is one; one in another currency than the sum's is left out.
  public mutating func add(_ amount: Money?, in currency: String) {
    guard let amount else { return }
    if amount.currency == currency {
      add(minorUnits: amount.minorUnits)
    } else {
      otherCurrencies += 1
    }
  }

  /// Adds a sum in the same currency.
  public mutating func add(_ other: MoneySum) {
    add(minorUnits: other.minorUnits)
    otherCurrencies += other.otherCurrencies
  }

  private mutating func add(minorUnits more: Int) {
    let (sum, overflow) = minorUnits.addingReportingOverflow(more)
    minorUnits = overflow ? (more < 0 ? .min : .max) : sum
  }
}
