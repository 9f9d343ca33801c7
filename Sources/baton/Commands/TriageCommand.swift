import ArgumentParser
import BatonModel
import BatonReports
import BatonStore
import TerminalCanvas

/// `baton triage`: somebody's queue, the most urgent first.
struct TriageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "triage",
    abstract: "List what wants your attention, the most urgent first, and why.",
    usage: "baton triage [--owner <who>] [--json] [<options>]",
    discussion: """
      First whoever wrote within a day; then offers before their clock runs out, steps
      that are overdue, offers of yours that lapsed, handoffs without a booked step,
      steps of today, leads back from rest, verdicts to answer, stages whose time runs
      out, new leads, and those with no next step.

      WHO is a member, nobody (leads without an owner in sales) or everybody. Without
      --owner it is the queue of whoever gives the command. With --json each line is
      a lead as `baton list` gives it, with its `reasons`.

      Examples:
        baton triage
        baton triage --owner maria --as-of "mon 8:00"
        baton triage --owner nobody --json | jq -r '.id + " " + .reasons[0].words'
      """)

  @Option(
    help: ArgumentHelp("A member of the team, nobody, or everybody.", valueName: "who"),
    completion: .custom(Completions.queues))
  var owner: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = try Session(common, actor: acting)
    let whose = try whose(session)
    let (leads, reckoning, campaigns) = try session.folder.readTogether {
      let (leads, reckoning) = try session.leads(matching: Query())
      return (leads, reckoning, try session.folder.readCampaigns().records)
    }
    let queue = TriageQueue(whose, reckoning: reckoning, campaigns: campaigns)
    let items = queue.items(of: leads)
    let output = Output()
    if self.output.json {
      for item in items { try output.raw(json(of: item, reckoning).encoded(.compact)) }
    } else if !items.isEmpty {
      var table = TextTable([
        TextTable.Column(title: "ID", most: 64, least: .max),
        TextTable.Column(title: "LEAD", most: 44, least: 16),
        TextTable.Column(title: "STAGE", most: 20, least: 8, leavesAs: 1),
        TextTable.Column(title: "WHY NOW", most: 80, least: 16),
      ])
      for item in items { table.measure(cells(of: item, reckoning)) }
      table.fit(into: session.around.columns ?? 100)
      try output.line(table.header)
      for item in items { try output.line(table.line(cells(of: item, reckoning))) }
    }
    try output.flush()
  }

  private func whose(_ session: Session) throws -> TriageQueue.Whose {
    switch owner {
    case nil: return TriageQueue.whose(actor: session.actor, on: session.board)
    case "nobody": return .nobody
    case "everybody": return .everybody
    case let name?:
      let id = try Names.member(name, on: session.board)
      guard session.board.member(id) != nil else {
        let team = session.board.team.map(\.id.rawValue).joined(separator: ", ")
        throw Failure(
          "Nobody on this board is called “\(name)”.",
          "The team is: \(team); or say nobody, or everybody.")
      }
      return .member(id)
    }
  }

  private func cells(of item: TriageItem, _ reckoning: Reckoning) -> [String] {
    let row = LeadRow(item.lead, reckoning)
    let why = item.reasons.map { $0.words(reckoning) }.joined(separator: " · ")
    return [item.lead.id.rawValue, row.title, row.place, why]
  }

  private func json(of item: TriageItem, _ reckoning: Reckoning) -> JSONValue {
    var object = LeadRow(item.lead, reckoning).json
    object["reasons"] = .array(
      item.reasons.map { reason in
        .object([
          "at": reason.moment.map { .string($0.rfc3339) } ?? .null, "reason": .string(reason.name),
          "words": .string(reason.words(reckoning)),
        ])
      })
    return .object(object)
  }
}

extension TriageReason {
  /// The reason as text output tells it.
  fileprivate func words(_ reckoning: Reckoning) -> String {
    words(on: reckoning.board) { moment in
      let days = max(0, reckoning.now.days(since: moment))
      return days * 24 < 1 ? "\(Int(days * 1440))m" : Figures.span(days: days)
    } ahead: { moment in
      Figures.time(moment, reckoning.board.calendar)
    }
  }
}
