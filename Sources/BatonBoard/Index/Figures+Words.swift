import BatonReports

extension Figures {
  /// The sum of the amounts; with a plus where amounts in other currencies are left out of it, and
  /// nothing where there are none.
  func moneyWords(_ currency: String) -> String {
    if money == 0 && otherCurrencies == 0 { return "" }
    return Wording.money(money, currency) + (otherCurrencies > 0 ? "+" : "")
  }
}
