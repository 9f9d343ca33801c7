import BatonModel
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    (1_250_000, "EUR", 12_500.0), (1, "USD", 0.01), (-5, "EUR", -0.05),
    (1_250_000, "JPY", 1_250_000),
    (1_250_000, "KRW", 1_250_000), (1500, "KWD", 1.5), (12_345, "CLF", 1.2345), (7, "???", 0.07),
  ])
  func countsWholeUnitsAsTheCurrencyDoes(_ minor: Int, _ currency: String, _ units: Double) {
    #expect(Money(minorUnits: minor, currency: currency).units == units)
  }

  @Test(arguments: [("EUR", 2), ("JPY", 0), ("BHD", 3), ("TND", 3), ("CLF", 4), ("XOF", 0)])
  func knowsTheDecimalPlacesOfISO4217(_ currency: String, _ places: Int) {
    #expect(Money.decimalPlaces(of: currency) == places)
  }

  @Test func aSumNeverTurnsRound() {
    var sum = MoneySum()
    sum.add(Money(minorUnits: .max, currency: "EUR"), in: "EUR")
    sum.add(nil, in: "EUR")
    #expect(sum.minorUnits == .max)
    sum.add(Money(minorUnits: 1, currency: "EUR"), in: "EUR")
    #expect(sum.minorUnits == .max)
    var debt = MoneySum()
    debt.add(Money(minorUnits: -2, currency: "EUR"), in: "EUR")
    debt.add(Money(minorUnits: .min, currency: "EUR"), in: "EUR")
    #expect(debt.minorUnits == .min)
    debt.add(Money(minorUnits: 7, currency: "EUR"), in: "EUR")
    #expect(debt.minorUnits == .min + 7)
  }

  @Test func aSumKnowsWhatItLeavesOut() {
    var sum = MoneySum()
    #expect(!sum.isUndefined)
    sum.add(Money(minorUnits: 5, currency: "USD"), in: "EUR")
    #expect(sum.minorUnits == 0)
    #expect(sum.otherCurrencies == 1)
    #expect(sum.isUndefined)
    var other = MoneySum()
    other.add(Money(minorUnits: 300, currency: "EUR"), in: "EUR")
    other.add(Money(minorUnits: 7, currency: "GBP"), in: "EUR")
    sum.add(other)
    #expect(sum.minorUnits == 300)
    #expect(sum.otherCurrencies == 2)
    #expect(!sum.isUndefined)
  }
}
