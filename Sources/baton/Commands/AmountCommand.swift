import ArgumentParser
import BatonModel

/// `baton amount`: what the deal is worth.
struct AmountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amount",
    abstract: "Say what the deal with a lead is worth.",
    usage: "baton amount <id> <amount> [<options>]",
    discussion: """
      Without a currency it is the lead's, else the board's.

      Examples:
        baton amount 3f8k2m 12k
        baton amount 3f8k2m "12,000.50 USD"
        baton amount 3f8k2m none
      """)

  @OptionGroup var lead: LeadArgument

  @Argument(help: "12000, 12k, 1.5m, 12000.50 EUR; or none.")
  var amount: [String]

  @OptionGroup var seen: SeenOptions
  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let typed = amount.joined(separator: " ")
    try session.carryOut(on: lead, options, seen) { lead throws(Failure) in
      if typed == "none" { return .amount(nil) }
      let currency = lead.amount?.currency ?? session.board.currency
      return .amount(try Amounts.read(typed, currency: currency))
    }
  }
}
