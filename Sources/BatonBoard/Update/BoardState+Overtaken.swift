public import BatonModel
import BatonReports

/// Two people on one field: the second is told who was first, and asked.
extension BoardState {
  /// What whoever gives a command on a lead has seen of it: what the card showed when the command
  /// was begun, not what it has become while a date was being typed.
  public func seen(of lead: LeadID) -> LeadSight? {
    if let seenSubject, seenSubject.lead == lead { return seenSubject.seen }
    return shelf[lead].map(LeadSight.init)
  }

  mutating func remember(_ lead: LeadSummary?) {
    seenSubject = lead.map { ($0.id, LeadSight($0)) }
  }

  /// Asks what is to become of a command that somebody else has overtaken.
  ///
  /// - Parameter prompt: Where it was typed, to come back where it is insisted on in vain.
  mutating func ask(
    whetherToInsistOn pending: PendingCommand, typedIn prompt: Prompt?, _ refusal: Refusal
  ) {
    let name = shelf[pending.lead]?.name ?? pending.lead.rawValue
    var title = "\(name) was changed outside meanwhile"
    var theirs = "look at the lead again"
    if case .overtaken(let entry?) = refusal.cause {
      let who = board.member(MemberID(entry.by))?.name ?? entry.by
      title = "\(who) changed \(name) first, \(Wording.moment(entry.at, reckoning))"
      theirs = entry.words(money: Wording.exactMoney) { Wording.moment($0, reckoning) }
    }
    overlays.append(
      .picker(
        Picker(
          title: title, lead: pending.lead,
          items: [
            .init(.leave, label: "Leave it so", detail: theirs),
            .init(
              .insist(pending, typedIn: prompt), label: "Do it anyway",
              detail: words(of: pending.command)),
          ])))
  }

  /// What a command asks for, which nobody has done yet.
  private func words(of command: LeadCommand) -> String {
    switch command {
    case .move(let move): "move → \(board.stage(move.to)?.title ?? move.to.rawValue)"
    case .assign(let assign):
      "assign → \(assign.to.map { board.member($0)?.name ?? $0.rawValue } ?? "nobody")"
    case .next(let step):
      "next → "
        + (step.map { "\($0.kind.rawValue) \(Wording.fullMoment($0.due, reckoning))" } ?? "nothing")
    case .amount(let amount): "amount → \(amount.map(Wording.exactMoney) ?? "none")"
    case .park(let park): park.kind.rawValue + end(park.until)
    case .verdict(let draft): draft.verdict.rawValue + end(draft.until)
    default: command.name
    }
  }
}
