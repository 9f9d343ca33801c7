/// Commands about where a lead is: move, park, revive, and the way back.
extension Lead {
  mutating func carryOut(
    _ move: LeadCommand.Move, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    guard let target = context.board.stage(move.to) else {
      throw .unknownStage(move.to, on: context.board)
    }
    if let parked, parked.kind.isClosed {
      throw Refusal(
        .closed, "\(name) is \(parked.story(in: context)) and cannot be moved.",
        remedy: "Revive it first.")
    }
    try refuseIfMoved(since: move.from, in: context)
    guard stage != move.to || parked != nil else {
      throw Refusal(
        .nothingToDo, "\(name) is in \(target.title) already.", remedy: "Choose another stage.")
    }
    try passGates(to: target, on: context.board)
    entry.inverse = .restorePlace(place)
    entry.from = stage.rawValue
    entry.to = move.to.rawValue
    entry.note = move.note
    enter(move.to, at: context.now)
  }

  mutating func carryOut(
    _ park: LeadCommand.Park, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    try refuseIfMoved(since: park.from, in: context)
    let ended = parked.flatMap { $0.isExplained(by: park) ? $0.since : nil }
    if let parked, parked.kind.isClosed, ended == nil {
      throw Refusal(
        .closed, "\(name) is \(parked.story(in: context)) already.", remedy: "Revive it first.")
    }
    try requireReason(for: park, on: context.board)
    if park.kind.returns {
      guard let until = park.until, until > context.now else {
        throw Refusal(
          .dateRequired, "\(name) cannot be set to \(park.kind.rawValue) without a date ahead.",
          remedy: "Say when it returns.")
      }
    }
    if park.kind == .won { try passGates(to: nil, on: context.board) }
    entry.from = parked?.kind.rawValue ?? stage.rawValue
    entry.to = park.kind.rawValue
    entry.subject = park.reason?.rawValue
    entry.note = park.note
    let told = try tell(of: park, in: context, as: entry.id)
    // Who waits for something goes on with the same step afterwards.
    entry.inverse = .undoing([.restorePlace(park.kind == .waiting ? place : endNextStep())] + told)
    parked = Parking(
      kind: park.kind, since: ended ?? context.now, until: park.kind.returns ? park.until : nil,
      reason: park.reason, note: park.note, by: context.actor)
  }

  /// Says of a lead that was handed over why it is given up, as a verdict says it, and ends the
  /// handoff that waits.
  private mutating func tell(
    of park: LeadCommand.Park, in context: CommandContext, as id: EntryID
  ) throws(Refusal) -> [LeadCommand] {
    let side = context.actorSide
    guard wasHandedOver(awayFrom: side, on: context.board), park.kind != .waiting,
      park.kind != .won
    else { return [] }
    if let verdict = park.kind.verdict, hasSaid(verdict, park.reason, for: side) { return [] }
    if park.kind == .disqualified, side != .marketing { try requireContact() }
    let inverses = settle(handoffs.lastIndex(where: \.isWaiting), park.reason, in: context)
    guard park.reason != nil || park.note != nil else { return inverses }
    feedback.append(
      Feedback(
        id: id, at: context.now, by: context.actor, side: side, verdict: park.kind.verdict,
        reason: park.reason, note: park.note))
    return inverses + [.retract(id)]
  }

  /// Whether a side's latest verdict says this already, since the lead came where it is.
  private func hasSaid(
    _ verdict: Feedback.Verdict, _ reason: ReasonID?, for side: Side
  ) -> Bool {
    guard let last = feedback.last(where: { $0.isVerdict(of: side) }) else { return false }
    return last.verdict == verdict && last.reason == reason && last.at >= stageSince
  }

  mutating func carryOut(
    _ revive: LeadCommand.Revive, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    guard let parked else {
      throw Refusal(
        .nothingToDo, "\(name) is neither resting nor closed.", remedy: "Move it instead.")
    }
    let target = revive.to ?? parked.returnsTo ?? stage
    guard context.board.stage(target) != nil else {
      throw .unknownStage(target, on: context.board)
    }
    if let stage = context.board.stage(target) { try passGates(to: stage, on: context.board) }
    entry.inverse = .restorePlace(place)
    entry.from = parked.kind.rawValue
    entry.to = target.rawValue
    entry.note = revive.note
    if parked.kind.isClosed || target != stage {
      enter(target, at: context.now)
    } else {
      self.parked = nil
    }
  }

  mutating func restore(
    _ place: LeadCommand.Place, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    guard context.board.stage(place.stage) != nil else {
      throw .unknownStage(place.stage, on: context.board)
    }
    entry.from = parked?.kind.rawValue ?? stage.rawValue
    entry.to = place.parked?.kind.rawValue ?? place.stage.rawValue
    visits.removeLast(max(0, visits.count - max(0, place.visits)))
    stage = place.stage
    parked = place.parked
    if let step = place.endedStep { nextStep = step }
  }

  /// Ends what was to come next, which does not outlive the lead's going back, to rest or to its
  /// end.
  ///
  /// - Returns: Where the lead is, for the way back.
  mutating func endNextStep() -> LeadCommand.Place {
    var place = place
    place.endedStep = nextStep
    nextStep = nil
    return place
  }

  /// Where the lead is now, for the way back.
  var place: LeadCommand.Place {
    LeadCommand.Place(stage: stage, parked: parked, visits: visits.count)
  }

  mutating func enter(_ stage: StageID, at now: Instant) {
    self.stage = stage
    parked = nil
    visits.append(StageVisit(stage: stage, entered: now))
  }

  /// Refuses a command given by somebody who saw the lead in another stage than it is in.
  func refuseIfMoved(since seen: StageID?, in context: CommandContext) throws(Refusal) {
    guard let seen, seen != stage else { return }
    let title = context.board.stage(stage)?.title ?? stage.rawValue
    var what = "\(name) is in \(title) by now."
    // The last move explains where the lead is, unless the file was changed by hand since.
    if let last = history.last(where: \.isMove), last.to == stage.rawValue {
      what = "\(last.by) moved \(name) to \(title) at \(context.said(last.at))."
    }
    throw Refusal(.changedMeanwhile, what, remedy: "Look at it again, then decide.")
  }

  private func requireReason(for park: LeadCommand.Park, on board: Board) throws(Refusal) {
    guard let use = park.kind.reasonUse else { return }
    try board.require(
      park.reason, for: use,
      missing: "\(name) cannot be set to \(park.kind.rawValue) without a reason.",
      verb: "for \(park.kind.rawValue)")
  }

  /// Refuses to go forwards past a gate that asks for something the lead lacks, be it the stage
  /// that the lead is in or one that it leaves out.
  ///
  /// - Parameter target: Where the lead goes; nil where it is won, for which it leaves the stage it
  ///   is in and all up to the closing of the deal.
  func passGates(to target: Stage?, on board: Board) throws(Refusal) {
    guard let from = board.rank(of: stage) else { return }
    let to = target.flatMap { board.rank(of: $0.id) } ?? board.stages.count
    guard from < to else { return }
    for gate in board.stages[from..<to] where gate.kind == .gate {
      guard target != nil || gate.activity <= .close || gate.id == stage else { continue }
      let missing = gate.requires.filter { !meets($0, on: board) }
      guard !missing.isEmpty else { continue }
      let list = missing.map(\.words).joined(separator: ", ")
      let passes = gate.id == stage ? "leave" : "pass"
      throw Refusal(
        .gate(missing), "\(name) cannot \(passes) \(gate.title) without \(list).",
        remedy: "Add what is missing, then \(target == nil ? "close it as won" : "move it").")
    }
  }

  /// Whether the lead has what a gate asks for.
  func meets(_ requirement: Stage.Requirement, on board: Board) -> Bool {
    switch requirement {
    case .nextStep: nextStep != nil
    case .amount: amount != nil
    case .owner: owner != nil
    case .contact: people.contains { $0.email != nil || $0.phone != nil }
    case .approval:
      people.flatMap(\.approvals).allSatisfy { $0.state == .given }
    case .need: isAnswered(.need, on: board)
    case .budget: isAnswered(.budget, on: board)
    }
  }

  private func isAnswered(_ subject: Question.Qualifies, on board: Board) -> Bool {
    answers.contains { answer in
      board.questions.contains { $0.id == answer.question && $0.qualifies == subject }
    }
  }
}

extension Parking.Kind {
  /// What is said of a lead by parking it so; nil where no answer is owed for it.
  fileprivate var verdict: Feedback.Verdict? {
    switch self {
    case .disqualified: .disqualify
    case .nurture: .recycle
    case .waiting, .won, .lost, .silent: nil
    }
  }
}

extension Parking {
  /// Whether parking a lead so says why it ended, which nobody has said yet: it ended when it did.
  fileprivate func isExplained(by park: LeadCommand.Park) -> Bool {
    kind.isUnexplained(by: reason) && park.kind.isClosed
      && park.kind.reasonUse != nil && park.reason != nil
  }

  /// How the lead is parked, by whom and since when, as a refusal tells it.
  func story(in context: CommandContext) -> String {
    let who = by.map { "\($0), " } ?? ""
    return "\(kind.rawValue) (\(who)\(context.said(since)))"
  }
}

extension HistoryEntry {
  /// Whether the change put the lead into a stage.
  fileprivate var isMove: Bool {
    ["move", "revive", "restore", "accept", "reject"].contains(command)
  }
}

extension Stage.Requirement {
  /// What is asked for, as it is said to people.
  public var words: String {
    switch self {
    case .nextStep: "a next step"
    case .amount: "an amount"
    case .owner: "an owner"
    case .contact: "a person with an e-mail address or a telephone number"
    case .approval: "every approval given"
    case .need: "an answer about need"
    case .budget: "an answer about budget"
    }
  }
}
