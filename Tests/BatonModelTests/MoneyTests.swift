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
    var sum = 0
    sum.add(Money(minorUnits: .max, currency: "EUR"), in: "EUR")
    sum.add(Money(minorUnits: 5, currency: "USD"), in: "EUR")
    sum.add(nil, in: "EUR")
    #expect(sum == .max)
    sum.add(Money(minorUnits: 1, currency: "EUR"), in: "EUR")
    #expect(sum == .max)
    sum = -2
    sum.add(minorUnits: .min)
    #expect(sum == .min)
    sum.add(minorUnits: 7)
    #expect(sum == .min + 7)
  }
}
