/// Taking a lead: who may, where it comes to, and whose it is then.
extension Lead {
  /// Takes the lead: the offer that waits is accepted, the lead comes to the one who takes it.
  mutating func accept(
    in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) -> [LeadCommand] {
    guard let place = handoffs.lastIndex(where: \.isOffered) else {
      return try acceptUnoffered(in: context, entry: &entry)
    }
    let handoff = handoffs[place]
    guard handoff.offeredBy != context.actor else {
      throw Refusal(
        .invalid,
        "\(context.actor) offered \(name) to \(handoff.to.rawValue) at "
          + "\(context.said(handoff.offeredAt)) and cannot accept it too.",
        remedy: "Somebody of \(handoff.to.rawValue) accepts it.")
    }
    try refuseOtherHands(than: handoff, in: context)
    handoffs[place].answer(.accepted, in: context)
    var inverses: [LeadCommand] = [.restoreHandoff(.init(handoff))]
    inverses += try enter(handoff.to, in: context, entry: &entry)
    inverses += take(for: handoff.to.side, evenFromOthers: true, in: context)
    return inverses
  }

  private mutating func acceptUnoffered(
    in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) -> [LeadCommand] {
    let side = context.actorSide
    try refuseStranger(side: side, in: context)
    let activity = context.board.stage(stage)?.activity
    let comesToSales = activity == .generate && side == .sales
    if !comesToSales, let last = feedback.last(where: { $0.isVerdict(of: side) }),
      last.verdict == .accept
    {
      throw Refusal(
        .nothingToDo, "\(last.by) accepted \(name) at \(context.said(last.at)) already.",
        remedy: "Say what happens next instead.")
    }
    let moved = comesToSales ? try enter(.qualify, in: context, entry: &entry) : []
    return moved + take(for: side, evenFromOthers: false, in: context)
  }

  // MARK: - Who may take it

  /// Refuses who is not of the team, since a lead cannot be theirs. A board without a team is
  /// worked on by anybody.
  private func refuseStranger(side: Side, in context: CommandContext) throws(Refusal) {
    let board = context.board
    guard !board.team.isEmpty, board.present(MemberID(context.actor)) == nil else { return }
    let known = board.takers(of: side)
    let takers = known.isEmpty ? board.team.filter { !$0.hasLeft }.map(\.id) : known
    throw Refusal(
      .notTheTaker(takers),
      "\(context.actor) is not of the team and cannot take \(name).",
      remedy: "One of these accepts it: \(takers.list).")
  }

  /// Refuses who is not meant by an offer.
  private func refuseOtherHands(
    than handoff: Handoff, in context: CommandContext
  ) throws(Refusal) {
    let board = context.board
    let side = handoff.to.side
    try refuseStranger(side: side, in: context)
    let takers = board.takers(of: side)
    guard takers.isEmpty || takers.contains(MemberID(context.actor)) else {
      throw Refusal(
        .notTheTaker(takers),
        "\(name) is offered to \(handoff.to.rawValue), which \(side.rawValue) does, and "
          + "\(context.actor) is of \(context.actorSide.rawValue).",
        remedy: "One of these accepts it: \(takers.list).")
    }
    guard let meant = handoff.offeredTo, meant.rawValue != context.actor,
      board.present(meant) != nil
    else { return }
    throw Refusal(
      .notTheTaker([meant]),
      "\(handoff.offeredBy) offered \(name) to \(meant), not to \(context.actor).",
      remedy: "\(meant) accepts it, or \(handoff.offeredBy) takes the offer back and offers it "
        + "anew.")
  }

  // MARK: - What follows

  /// Brings the lead into an activity, unless it is there: forwards into its first stage, back
  /// into its last.
  private mutating func enter(
    _ activity: Activity, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) -> [LeadCommand] {
    let board = context.board
    let here = board.stage(stage)
    let stages = board.stages.filter { $0.activity == activity }
    let target = (here?.activity ?? .generate) < activity ? stages.first : stages.last
    let inverse = LeadCommand.restorePlace(place)
    guard let target, here?.activity != activity else {
      guard parked != nil else { return [] }
      parked = nil
      return [inverse]
    }
    try passGates(to: target, on: board)
    entry.from = stage.rawValue
    entry.to = target.id.rawValue
    enter(target.id, at: context.now)
    return [inverse]
  }

  /// Makes the one who accepts the lead its owner.
  private mutating func take(
    for side: Side, evenFromOthers: Bool, in context: CommandContext
  ) -> [LeadCommand] {
    let member = MemberID(context.actor)
    let ownership: LeadCommand.Ownership = side == .marketing ? .marketing : .sales
    let held = ownership == .sales ? owner : marketingOwner
    guard held != member, held == nil || evenFromOthers else { return [] }
    switch ownership {
    case .sales: owner = member
    case .marketing: marketingOwner = member
    }
    return [.assign(.init(ownership, to: held))]
  }
}

/// Who may take what a side is offered.
extension Board {
  /// The member of an id who has not left.
  fileprivate func present(_ id: MemberID) -> Member? {
    member(id).flatMap { $0.hasLeft ? nil : $0 }
  }

  /// The members of a side who are there; none where others do its work.
  fileprivate func takers(of side: Side) -> [MemberID] {
    team.filter { $0.side == side && !$0.hasLeft }.map(\.id)
  }

  /// Refuses to offer a lead to somebody whose side does not do the activity, unless there is
  /// nobody of that side.
  func requireTaker(_ id: MemberID, of activity: Activity) throws(Refusal) {
    try requireOwner(id)
    let takers = takers(of: activity.side)
    guard let member = member(id), !takers.isEmpty, !takers.contains(id) else { return }
    throw Refusal(
      .notTheTaker(takers),
      "\(activity.side.rawValue) does \(activity.rawValue), and \(member.name) is of "
        + "\(member.side.rawValue).",
      remedy: "Offer it to one of these: \(takers.list).")
  }
}

extension [MemberID] {
  /// The ids as they are typed, with commas.
  fileprivate var list: String { map(\.rawValue).joined(separator: ", ") }
}

extension Feedback {
  /// Whether it is a verdict of a side that stands.
  func isVerdict(of side: Side) -> Bool {
    verdict != nil && self.side == side && retracted == nil
  }
}

extension Handoff {
  /// Answers it, or lets it lapse.
  mutating func answer(_ state: State, in context: CommandContext) {
    self.state = state
    answeredAt = context.now
    answeredBy = context.actor
  }
}
