import ArgumentParser
import BatonModel
import BatonReports
import BatonStore
import TerminalCanvas

/// `baton campaign`: what runs, and the end of it.
struct CampaignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign",
    abstract: "List the campaigns, and end one with what that means for its leads.",
    usage: "baton campaign [list|close|reopen] [<options>]",
    discussion: """
      Examples:
        baton campaign
        baton campaign close spring-webinar --note "the offer ended on Friday"
      """,
    subcommands: [List.self, Close.self, Reopen.self], defaultSubcommand: List.self)

  /// `baton campaign list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the campaigns, those that run first.",
      usage: "baton campaign [list] [--json] [<options>]",
      discussion: """
        With --json each is an object with id, title, channel, start, end, cost,
        currency and open (its leads that have not ended).

        Examples:
          baton campaign
          baton campaign --json | jq -r 'select(.end == null) | .id'
        """)

    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let session = try Session(common)
      let (read, open) = try session.folder.readTogether {
        let open = try session.folder.readLeads { lead in
          lead.parked?.kind.isClosed == true ? nil : lead.acquisition.principal?.campaign
        }
        return (try session.folder.readCampaigns(), open)
      }
      session.tellWhatIsLeftOut(read.faults)
      let counts = open.values.reduce(into: [CampaignID: Int]()) { counts, campaign in
        if let campaign { counts[campaign, default: 0] += 1 }
      }
      let ends = { (campaign: Campaign) in campaign.end ?? .distantFuture }
      try show(read.records.sorted { ends($0) > ends($1) }, counts, session.board.calendar)
    }

    private func show(
      _ campaigns: [Campaign], _ open: [CampaignID: Int], _ calendar: BoardCalendar
    ) throws {
      let output = Output()
      var table = TextTable([
        TextTable.Column(title: "CAMPAIGN", most: 64), TextTable.Column(title: "TITLE", most: 40),
        TextTable.Column(title: "CHANNEL", most: 16), .figures("OPEN LEADS"),
        TextTable.Column(title: "STATE", most: 16),
      ])
      let rows = campaigns.map { $0.cells(open: open[$0.id] ?? 0, calendar) }
      if self.output.json {
        for campaign in campaigns {
          let json = campaign.json(open: open[campaign.id] ?? 0)
          try output.raw(JSONValue.object(json).encoded(.compact))
        }
      } else if rows.isEmpty {
        try output.line("There are no campaigns.")
      } else {
        for row in rows { table.measure(row) }
        try output.line(table.header)
        for row in rows { try output.line(table.line(row)) }
      }
      try output.flush()
    }
  }

  /// `baton campaign close`.
  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End a campaign, and tell everybody who works on one of its leads.",
      usage: "baton campaign close <id> [--note <text>] [--nurture-until <time> --reason <code>]",
      discussion: """
        Every open lead of the campaign gets a note, since what its ad promised may no
        longer hold. With --nurture-until those that nobody has taken yet rest until
        then. The campaign and all its leads change together, or nothing does.

        Examples:
          baton campaign close spring-webinar --note "the offer ended on Friday"
          baton campaign close spring-webinar --nurture-until 2027-01-11 --reason bad-timing
        """)

    @Argument(help: "The id of the campaign.", completion: .custom(Completions.campaigns))
    var id: String

    @Option(parsing: .unconditional, help: ArgumentHelp("Why, in words.", valueName: "text"))
    var note: String?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("Until when its untaken leads rest.", valueName: "time"))
    var nurtureUntil: String?

    @OptionGroup var why: ReasonOption
    @OptionGroup var options: ChangeOptions

    func validate() throws {
      guard (nurtureUntil == nil) == (why.reason == nil) else {
        throw ValidationError("--nurture-until and --reason belong together: give both or neither.")
      }
    }

    func run() throws {
      let session = try options.session()
      let nurture = try session.moment(until: nurtureUntil).map { until in
        LeadCommand.Park(.nurture, until: until, reason: why.reason.map { ReasonID($0) })
      }
      let changes = try session.folder.close(
        CampaignID(id), CampaignClosing(note: note, nurture: nurture), in: session.context)
      let resting = changes.filter { $0.before.parked != $0.after.parked }
      let output = Output()
      if options.output.json {
        try output.raw(
          JSONValue.object([
            "id": .string(id), "told": .array(changes.map { .string($0.after.id.rawValue) }),
            "resting": .array(resting.map { .string($0.after.id.rawValue) }),
          ]).encoded(.compact))
      } else {
        let told = Wording.count(changes.count, "open lead was told", "open leads were told")
        let rest = resting.isEmpty ? "" : ", \(resting.count) of them rest until then"
        try output.line(Sanitizer.safeText("\(id)  The campaign has ended; \(told)\(rest)."))
      }
      try output.flush()
    }
  }

  /// `baton campaign reopen`.
  struct Reopen: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let an ended campaign run again; its leads stay as they are.",
      usage: "baton campaign reopen <id> [<options>]")

    @Argument(help: "The id of the campaign.", completion: .custom(Completions.campaigns))
    var id: String

    @OptionGroup var options: ChangeOptions

    func run() throws {
      let session = try options.session()
      try session.folder.reopen(CampaignID(id))
      let output = Output()
      if options.output.json {
        try output.raw(JSONValue.object(["id": .string(id)]).encoded(.compact))
      } else {
        try output.line(Sanitizer.safeText("\(id)  The campaign runs again."))
      }
      try output.flush()
    }
  }
}

extension Campaign {
  fileprivate func json(open: Int) -> JSONObject {
    [
      "id": .string(id.rawValue), "title": .string(title), "channel": .text(channel),
      "start": .time(start), "end": .time(end), "cost": .whole(cost?.minorUnits),
      "currency": .text(cost?.currency), "open": .whole(open),
    ]
  }

  fileprivate func cells(open: Int, _ calendar: BoardCalendar) -> [String] {
    [
      id.rawValue, title, channel ?? "", Wording.count(open),
      end.map { "ended \(calendar.day(of: $0))" } ?? "runs",
    ]
  }
}
