import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

/// Amounts that are typed on the board: in the lead's currency, or in one that is named.
@Suite struct TypedAmountTests {
  private func robot(_ amount: Money? = Money(minorUnits: 620_000, currency: "GBP")) -> BoardRobot {
    BoardRobot([Fixtures.lead("ana", "Ana Ruiz") { $0.amount = amount }])
  }

  @Test(arguments: [
    ("7000", 700_000, "GBP", "£7 000"), ("£7000", 700_000, "GBP", "£7 000"),
    ("7000 GBP", 700_000, "GBP", "£7 000"), ("€7k", 700_000, "EUR", "€7 000"),
    ("12,000.50 USD", 1_200_050, "USD", "$12 000.50"), ("jpy 900", 900, "JPY", "¥900"),
  ])
  func withoutACurrencyItIsTheLeads(
    _ typed: String, _ minorUnits: Int, _ currency: String, _ said: String
  ) {
    let robot = robot()
    robot.press("$")
    #expect(
      robot.screen.contains {
        $0.contains("In GBP: 12000, 12k, 1.5m; in another currency: 12000 USD.")
      })
    robot.type(typed)
    robot.press("enter")
    #expect(
      robot.leads["ana"]?.amount == Money(minorUnits: minorUnits, currency: currency))
    #expect(robot.statusLine.contains("✓ Amount: \(said)."))
  }

  @Test func aLeadWithoutAnAmountTakesTheBoardsCurrency() {
    let robot = robot(nil)
    robot.press("$")
    #expect(
      robot.screen.contains {
        $0.contains("In EUR: 12000, 12k, 1.5m; in another currency: 12000 USD.")
      })
    robot.type("12k")
    robot.press("enter")
    #expect(robot.leads["ana"]?.amount == Money(minorUnits: 1_200_000, currency: "EUR"))
  }

  @Test func noneTakesTheAmountAway() {
    let robot = robot()
    robot.press("$")
    robot.type("none")
    robot.press("enter")
    #expect(robot.leads["ana"]?.amount == nil)
    #expect(robot.statusLine.contains("✓ No amount any more."))
  }

  @Test(arguments: [
    ("$7000", "“$” stands for several currencies."), ("a lot", "“a lot” is no amount."),
    ("7.000", "The mark in “7.000” may divide thousands or begin the decimals."),
    ("", "No amount was given."), ("12 mil", "“12 mil” is no amount."),
  ])
  func whatMeansNoAmountIsRefusedAndKept(_ typed: String, _ words: String) {
    let robot = robot()
    robot.press("$")
    robot.type(typed)
    robot.press("enter")
    #expect(robot.screen.contains { $0.contains(words) })
    #expect(robot.leads["ana"]?.amount?.minorUnits == 620_000)
  }
}
