import ArgumentParser
import BatonModel

/// `baton offer`: hands a lead over to another activity.
struct OfferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer",
    abstract: "Offer a lead to another activity, forwards or back.",
    usage: "baton offer <id> <activity> [--to <member>] [--promise <text>] ... [<options>]",
    discussion: """
      Activities are generate, qualify, close, deliver, account and review. The offer
      runs on the board's clock (working hours, holidays); when nobody answers before
      it runs out it lapses and is with the giver again. What was promised, what may
      go wrong, who matters and what the buyer asked for goes along with it.

      Examples:
        baton offer 3f8k2m qualify --to maria
        baton offer 3f8k2m deliver --promise "pilot in May" --risk "holiday in August"
        baton offer 3f8k2m close --person p1 --ask "a reference" --note "be quick"
      """)

  @OptionGroup var lead: LeadArgument

  @Argument(
    help: "The activity that is to take it.",
    completion: .list(Activity.allCases.map(\.rawValue)))
  var activity: Activity

  @Option(
    help: ArgumentHelp("Who is to take it; else whoever is first.", valueName: "member"),
    completion: .custom(Completions.members))
  var to: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("What we promised the buyer; may be repeated.", valueName: "text"))
  var promise: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("What may go wrong; may be repeated.", valueName: "text"))
  var risk: [String] = []

  @Option(
    help: ArgumentHelp("Who matters on the buyer's side; may be repeated.", valueName: "id"))
  var person: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("What the buyer asked for; may be repeated.", valueName: "text"))
  var ask: [String] = []

  @Option(parsing: .unconditional, help: ArgumentHelp("Anything else.", valueName: "text"))
  var note: String?

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let member = try to.map { name throws(Failure) in
      try Names.member(name, on: session.board)
    }
    var packet = Packet()
    packet.promises = promise
    packet.risks = risk
    packet.people = person.map { PersonID($0) }
    packet.asks = ask
    packet.note = note
    let offer = LeadCommand.Offer(
      to: activity, member: member, packet: packet == Packet() ? nil : packet)
    try session.carryOut(on: lead, options) { _ in .offer(offer) }
  }
}
