import BatonModel
import Testing

@testable import baton

@Suite struct FiguresTests {
  @Test(arguments: [
    (0, "EUR", "0 EUR"), (5, "EUR", "0.05 EUR"), (1_200_000, "EUR", "12 000 EUR"),
    (1_200_050, "EUR", "12 000.50 EUR"), (123_456_789_00, "USD", "123 456 789 USD"),
    (-150, "EUR", "-1.50 EUR"), (900, "JPY", "900 JPY"), (1500, "KWD", "1.500 KWD"),
    (Int.min, "JPY", "-9 223 372 036 854 775 808 JPY"),
  ])
  func writesMoneyExactly(minorUnits: Int, currency: String, text: String) {
    #expect(Figures.money(Money(minorUnits: minorUnits, currency: currency)) == text)
  }

  @Test func speaksOfSpansInDaysAndHours() {
    #expect(Figures.span(days: 0) == "0h")
    #expect(Figures.span(days: 0.5) == "12h")
    #expect(Figures.span(days: 1) == "1d")
    #expect(Figures.span(days: 43.9) == "43d")
    #expect(Figures.span(days: 1e300) == "1000000d")
  }

  @Test func tellsTheDistanceToAMoment() {
    let now = Instant(seconds: 0)
    #expect(Figures.distance(to: now.adding(days: 3), from: now) == "in 3d")
    #expect(Figures.distance(to: now.adding(hours: -2), from: now) == "2h late")
  }

  @Test(arguments: [
    (0.0, "0"), (20.0, "20"), (11.95, "11.9"), (0.05, "0"), (-0.5, "-0.5"), (0.1, "0.1"),
  ])
  func writesTenthsRoundedDown(number: Double, text: String) {
    #expect(JSONValue.tenths(number) == .number(JSONNumber(text: text) ?? JSONNumber(0)))
  }

  @Test func writesNoNumberThatIsNone() {
    #expect(JSONValue.tenths(.infinity) == .null)
    #expect(JSONValue.tenths(.nan) == .null)
  }
}
