import ArgumentParser
import BatonModel
import BatonStore

/// `baton add`: a new lead.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a lead.",
    usage: "baton add <name> [<options>]",
    discussion: """
      It prints the new lead's id. Form handlers add leads with it too; give them a
      name of their own with --actor.

      Examples:
        baton add "Ana Ruiz" --company "Helix Labs" --email ana@helix.example
        baton add "Ana Ruiz" --source linkedin --owner maria --amount 12k
        baton add "Ana Ruiz" --actor website --json | jq -r .id
      """)

  @Argument(help: "The person or the buying group.")
  var name: String

  @Option(help: "Where they work.")
  var company: String?

  @Option(help: ArgumentHelp("Where they are written to.", valueName: "address"))
  var email: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Where they are called.", valueName: "number"))
  var phone: String?

  @Option(
    help: "The stage; else the board's first.", completion: .custom(Completions.stages))
  var stage: String?

  @Option(
    help: ArgumentHelp("The owner in sales.", valueName: "member"),
    completion: .custom(Completions.members))
  var owner: String?

  @Option(
    help: ArgumentHelp("The owner in marketing.", valueName: "member"),
    completion: .custom(Completions.members))
  var marketingOwner: String?

  @Option(help: "Where they came from.")
  var source: String?

  @Option(help: ArgumentHelp("The campaign that brought them.", valueName: "id"))
  var campaign: String?

  @Option(help: "What the deal is worth: 12k, 12000.50 EUR.")
  var amount: String?

  @Option(
    name: .customLong("tag"), help: ArgumentHelp("A label; may be given again.", valueName: "tag"))
  var tags: [String] = []

  @Option(parsing: .unconditional, help: ArgumentHelp("Something to remember.", valueName: "text"))
  var note: String?

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let draft = try draft(on: session.board)
    let lead = try draft.make(id: LeadID(Session.newName()), in: session.context)
    try session.folder.add(lead)
    let stage = session.board.stage(lead.stage)?.title ?? lead.stage.rawValue
    try session.report(lead, options, "added to \(stage)")
  }

  private func draft(on board: Board) throws(Failure) -> NewLead {
    var draft = NewLead(name: name)
    draft.company = company
    draft.email = email
    draft.phone = phone
    draft.stage = try stage.map { name throws(Failure) in try Names.stage(name, on: board) }
    draft.owner = try owner.map { name throws(Failure) in try Names.member(name, on: board) }
    draft.marketingOwner = try marketingOwner.map { name throws(Failure) in
      try Names.member(name, on: board)
    }
    draft.source = source
    draft.campaign = campaign.map { CampaignID($0) }
    draft.amount = try amount.map { typed throws(Failure) in
      try Amounts.read(typed, currency: board.currency)
    }
    draft.tags = tags
    draft.note = note
    return draft
  }
}
