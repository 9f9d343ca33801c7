import ArgumentParser
import BatonModel

/// `baton touch`: an interaction took place.
struct TouchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "touch",
    abstract: "Record an interaction with a lead.",
    usage: "baton touch <id> <channel> [<summary> ...] [<options>]",
    discussion: """
      Channels are call, email, meeting, message, chat, web, form, download, event,
      social and letter; a board may use others. What came in by web, form, download
      or chat is taken to come from the buyer, all else from us, unless --inbound or
      --outbound says otherwise. An outbound touch that the buyer's consent forbids
      is refused; one that a hold covers, on the lead or its company, or that another
      side has just made or plans, is recorded with a warning.

      Examples:
        baton touch 3f8k2m call "asked for the price list" --outcome reached
        baton touch 3f8k2m email --inbound --at "yesterday 16:30"
        baton touch 3f8k2m download "ROI calculator" --side marketing --actor website
      """)

  /// Who turned to whom, where it is said.
  enum Way: String, EnumerableFlag {
    case inbound, outbound
  }

  @OptionGroup var lead: LeadArgument

  @Argument(help: "How.", completion: .list(Channel.known.map(\.rawValue)))
  var channel: String

  @Argument(help: "What it was about.")
  var summary: [String] = []

  @Flag(help: "Who turned to whom: the buyer to us, or we to the buyer.")
  var way: Way?

  @Option(help: "The side of ours that took part; else the actor's.")
  var side: Side?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When it was: yesterday, -2h, 2026-11-20 14:00.", valueName: "time"))
  var at: String?

  @Option(help: "What came of it: reached, no-answer, left-message or bounced.")
  var outcome: Touch.Outcome?

  @OptionGroup var options: ChangeOptions

  func validate() throws {
    guard side != .buyer else {
      throw ValidationError("The side of a touch is ours: marketing, sales or delivery.")
    }
    guard channel.isSaid else {
      throw ValidationError("The channel is missing.")
    }
    // Taken for the summary, it would leave the opposite to be recorded of most touches.
    if way == nil, let first = summary.first?.lowercased(), Way(rawValue: first) != nil {
      throw ValidationError("Who turned to whom is an option: say --\(first).")
    }
  }

  func run() throws {
    let session = try options.session()
    let at = try self.at.map { text throws(Failure) in
      try Options.time(text, option: "--at", session.now, session.board.calendar, looking: .back)
    }
    let channel = Channel(named: channel)
    let text = summary.joined(separator: " ")
    let draft = LeadCommand.TouchDraft(
      side: side ?? session.context.actorSide, direction: direction(on: channel),
      channel: channel, at: at, summary: text.isEmpty ? nil : text, outcome: outcome)
    try session.carryOut(on: lead, options) { lead in
      session.warn(of: lead, against: draft)
      return .touch(draft)
    }
  }

  private func direction(on channel: Channel) -> Touch.Direction {
    switch way {
    case .inbound: return .inbound
    case .outbound: return .outbound
    case nil:
      let buyers: [Channel] = [.web, .form, .download, .chat]
      return buyers.contains(channel) ? .inbound : .outbound
    }
  }
}

extension Session {
  /// Says on standard error which holds an outbound touch breaks, those on the whole company too,
  /// and what the other sides did of late or plan.
  fileprivate func warn(of lead: Lead, against draft: LeadCommand.TouchDraft) {
    guard draft.direction == .outbound, lead.consent.allows(draft.channel) else { return }
    let at = draft.at ?? now
    // Whoever cannot read the other leads is told of this one's holds at least.
    let wide = (try? companyHolds(covering: lead)) ?? CompanyHolds()
    let reckoning = Reckoning(board: board, now: now, companyHolds: wide)
    let summary = LeadSummary(lead)
    for standing in reckoning.holds(on: summary, against: draft.side, on: draft.channel, at: at) {
      let request = standing.request(for: summary, on: board.calendar)
      StandardError.say(request.what, request.remedy)
    }
    let others = OtherSides(of: summary, besides: draft.side, on: board, at: at)
    for warning in others.warnings(time: { context.said($0) }) {
      StandardError.say(warning, "Talk to each other, so that the buyer meets one team.")
    }
  }
}
