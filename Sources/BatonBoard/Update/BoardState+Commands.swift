import BatonInsights
import BatonModel
import BatonReports

/// Commands that ask first: a choice, a reason, a date, a text.
extension BoardState {
  /// Opens the overlay that a command begins with.
  mutating func ask(_ intent: Intent) {
    guard let lead = subject else { return }
    switch intent {
    case .moveTo: overlays.append(.picker(movePicker(for: lead)))
    case .touch: overlays.append(.picker(touchPicker(for: lead)))
    case .assign: overlays.append(.picker(assignPicker(for: lead)))
    case .nextStep: overlays.append(.picker(nextStepPicker(for: lead)))
    case .note:
      overlays.append(
        .prompt(
          Prompt(
            title: "Note on \(lead.name)", hint: "What is to be known.", lead: lead.id,
            purpose: .note)))
    case .amount:
      let currency = lead.amount?.currency ?? board.currency
      overlays.append(
        .prompt(
          Prompt(
            title: "What is \(lead.name) worth?",
            hint: "In \(currency): 12000, 12k, 1.5m; in another currency: 12000 USD.",
            lead: lead.id, purpose: .amount(currency: currency))))
    default: break
    }
  }

  // MARK: - Pickers

  var groupingPicker: Picker {
    var picker = Picker(
      title: "Columns by", lead: nil,
      items: Grouping.allCases.map { .init(.grouping($0), label: $0.title) })
    picker.selected = Grouping.allCases.firstIndex(of: grouping) ?? 0
    return picker
  }

  var themePicker: Picker {
    var picker = Picker(
      title: "Colours", lead: nil,
      items: themes.map { .init(.theme($0.id), label: $0.title, detail: $0.appearance) })
    picker.selected = themes.firstIndex { $0.id == theme } ?? 0
    return picker
  }

  private func movePicker(for lead: LeadSummary) -> Picker {
    let isClosed = lead.parked?.kind.isClosed ?? false
    var items: [Picker.Item] = []
    if lead.parked != nil {
      items.append(.init(.revive, label: "Bring back", detail: "to where it was"))
    }
    if !isClosed {
      items += board.stages.map { stage in
        let isHere = stage.id == lead.stage && lead.parked == nil
        return .init(
          .stage(stage.id), label: stage.title,
          detail: isHere ? "it is here" : stage.activity.rawValue)
      }
      items += Parking.Kind.allCases.map {
        .init(.park($0), label: Self.label(of: $0), detail: Self.explanation(of: $0))
      }
    }
    var picker = Picker(title: "Move \(lead.name) to", lead: lead.id, items: items)
    if !isClosed, let rank = board.rank(of: lead.stage) {
      let shift = lead.parked == nil ? 0 : 1
      picker.selected = min(rank + 1 + shift, items.count - 1)
    }
    return picker
  }

  /// The words for parking a lead so.
  static func label(of kind: Parking.Kind) -> String {
    switch kind {
    case .nurture: "Rest in nurture"
    case .waiting: "Wait"
    case .won, .lost, .disqualified, .silent: "Close: \(kind.rawValue)"
    }
  }

  /// What parking a lead so means.
  static func explanation(of kind: Parking.Kind) -> String {
    switch kind {
    case .nurture: "until a date, for a reason"
    case .waiting: "until a date, for a reason"
    case .won: "the deal is done"
    case .lost: "for a reason"
    case .disqualified: "no buyer of ours, for a reason"
    case .silent: "gone without a word"
    }
  }

  private func touchPicker(for lead: LeadSummary) -> Picker {
    let choices: [(Channel, Touch.Direction, Touch.Outcome?, String)] = [
      (.call, .outbound, .reached, "Call, reached"),
      (.call, .outbound, .noAnswer, "Call, no answer"),
      (.call, .outbound, .leftMessage, "Call, left a message"),
      (.email, .outbound, nil, "E-mail sent"),
      (.meeting, .outbound, .reached, "Meeting held"),
      (.message, .outbound, nil, "Message sent"),
      (.call, .inbound, nil, "They called"),
      (.email, .inbound, nil, "They wrote"),
      (.meeting, .inbound, nil, "They came by"),
      (.chat, .inbound, nil, "They chatted"),
    ]
    return Picker(
      title: "Touch with \(lead.name)", lead: lead.id,
      items: choices.map { channel, direction, outcome, label in
        let choice = Picker.Choice.touch(channel, direction, outcome)
        return .init(
          choice, label: label,
          detail: lead.forbids(choice) == nil ? "" : "the buyer forbids it")
      })
  }

  private func assignPicker(for lead: LeadSummary) -> Picker {
    // Those whose work it is by now come first.
    let activity = board.stage(lead.stage)?.activity ?? .qualify
    let side = max(activity, .qualify).side
    var items = members(of: [side], besides: lead.owner)
    items += members(of: Side.allCases.filter { $0 != side && $0 != .buyer }, besides: lead.owner)
    items.append(.init(.member(nil), label: "Nobody", detail: "for whoever takes it first"))
    return Picker(title: "Give \(lead.name) to", lead: lead.id, items: items)
  }

  /// The people of some sides.
  func members(of sides: [Side], besides owner: MemberID?) -> [Picker.Item] {
    board.team.filter { !$0.hasLeft && sides.contains($0.side) }.map { member in
      let words = [member.side.rawValue, member.id == owner ? "has it" : nil]
      return Picker.Item(
        .member(member.id), label: member.name,
        detail: words.compactMap(\.self).joined(separator: ", "))
    }
  }

  /// Asks how much work the members have among whom somebody chooses.
  mutating func weighTeam() -> [Effect] {
    guard case .picker(var picker) = overlays.last, picker.weighing == .unasked,
      picker.items.contains(where: \.isMember)
    else { return [] }
    picker.weighing = .asked
    overlays[overlays.count - 1] = .picker(picker)
    return [.work(.teamLoad(shelf.contents, asOf: reckoning.now))]
  }

  /// Says of the members among whom somebody chooses how much work they have.
  mutating func take(_ load: TeamLoad) {
    guard case .picker(var picker) = overlays.last, picker.weighing == .asked else { return }
    picker.weighing = .told
    for place in picker.items.indices {
      guard case .member(let id?) = picker.items[place].choice else { continue }
      picker.items[place].detail += ", \(load.words(of: id))"
    }
    overlays[overlays.count - 1] = .picker(picker)
  }

  func nextStepPicker(for lead: LeadSummary) -> Picker {
    var items: [Picker.Item] = [
      .init(.nextStep(.call), label: "Call, booked …", detail: "the buyer has agreed to a time"),
      .init(.nextStep(.meeting), label: "Meeting, booked …"),
      .init(.nextStep(.kickoff), label: "Kickoff, booked …"),
    ]
    let plans: [(String, NextStep.Kind, Int)] = [
      ("Call next", .call, 1), ("Call in a week", .call, 7), ("E-mail next", .email, 1),
      ("Task next", .task, 1),
    ]
    items += plans.map { label, kind, days in
      let moment = workday(inDays: days)
      return .init(.step(kind, moment), label: label, detail: Wording.moment(moment, reckoning))
    }
    items += [
      .init(.nextStep(.email), label: "E-mail …", detail: "at another time"),
      .init(.nextStep(.task), label: "Task …", detail: "at another time"),
    ]
    for place in items.indices where lead.forbids(items[place].choice) != nil {
      items[place].detail = "the buyer forbids it"
    }
    if lead.nextStep != nil {
      items.append(.init(.nextStep(nil), label: "Nothing", detail: "clears the next step"))
    }
    return Picker(title: "What happens next with \(lead.name)?", lead: lead.id, items: items)
  }

  // MARK: - Choices

  mutating func follow(inPicker intent: Intent) -> [Effect] {
    guard case .picker(var picker) = overlays.last else { return [] }
    let count = picker.matches.count
    switch intent {
    case .back:
      overlays.removeLast()
      return []
    case .confirm:
      guard picker.matches.indices.contains(picker.selected) else { return [] }
      let choice = picker.matches[picker.selected].choice
      overlays.removeLast()
      return choose(choice, in: picker)
    case .up: picker.selected = max(0, picker.selected - 1)
    case .down: picker.selected = max(0, min(count - 1, picker.selected + 1))
    case .pageUp: picker.selected = max(0, picker.selected - 8)
    case .pageDown: picker.selected = max(0, min(count - 1, picker.selected + 8))
    default: return edit { $0.follow(intent) }
    }
    overlays[overlays.count - 1] = .picker(picker)
    return []
  }

  mutating func choose(_ choice: Picker.Choice, in picker: Picker) -> [Effect] {
    if case .grouping(let grouping) = choice {
      self.grouping = grouping
      scroll = ColumnScroll()
      return askForIndex()
    }
    if case .theme(let id) = choice {
      theme = id
      return [.useTheme(id)]
    }
    if case .insist(let pending, let prompt) = choice {
      if let prompt { keep(prompt, for: .lead(pending)) }
      return [.insist(pending)]
    }
    if let effects = chooseAlike(choice) { return effects }
    if case .queue(let whose) = choice { return showTriage(of: whose) }
    if case .subject(let part) = choice { return turnPage(to: part) }
    if case .end(let end) = choice { return chooseEnd(end) }
    if case .attend(let member, let isPresent) = choice {
      return chooseAttendance(member, isPresent: isPresent, in: picker)
    }
    guard let id = picker.lead, let lead = shelf[id] else { return [] }
    if refuse(choice, in: picker, lead) { return [] }
    switch choice {
    case .stage(let stage):
      let title = board.stage(stage)?.title ?? stage.rawValue
      return [.apply(.move(.init(to: stage)), to: id, message: "Moved to \(title).")]
    case .revive: return [.apply(.revive(.init()), to: id, message: "Brought back.")]
    case .park(let kind): return park(.init(kind), lead)
    case .reason(let reason): return complete(picker.pending, lead, reason: reason)
    case .until(let until?): return complete(picker.pending, lead, until: until)
    case .until(nil): promptForDate(picker.pending, lead)
    case .member(let member):
      if case .offer(var offer) = picker.pending {
        offer.member = member
        promptForPacket(offer, lead)
        return []
      }
      let name = member.flatMap { board.member($0)?.name } ?? "nobody"
      return [
        .apply(.assign(.init(.sales, to: member)), to: id, message: "Given to \(name).")
      ]
    case .touch(let channel, let direction, let outcome):
      promptForTouch(channel, direction, outcome, lead)
    case .nextStep(nil): return [.apply(.next(nil), to: id, message: "No next step any more.")]
    case .nextStep(let kind?):
      overlays.append(
        .prompt(
          Prompt(
            title: "When is the \(kind.rawValue) with \(lead.name)?",
            hint: "tue 2pm, 30 nov 14:00, tomorrow, +3d; words behind it are the note.",
            lead: id, purpose: .nextStep(kind))))
    case .step(let kind, let due):
      let step = NextStep(kind: kind, due: due)
      return [.apply(.next(step), to: id, message: message(of: step))]
    case .verdict, .rate, .activity, .reply, .question, .releaseHold, .hold, .block, .unblock:
      return chooseVerdict(choice, lead)
    case .alike, .attend, .end, .grouping, .insist, .leave, .merge, .page, .queue, .subject, .theme:
      break
    }
    return []
  }

  /// Goes on with what a reason or a date was asked for.
  private mutating func complete(
    _ pending: Picker.Pending?, _ lead: LeadSummary, reason: ReasonID? = nil,
    until: Instant? = nil
  ) -> [Effect] {
    switch pending {
    case .park(var park):
      park.reason = reason ?? park.reason
      park.until = until ?? park.until
      return self.park(park, lead)
    case .verdict(var draft):
      draft.reason = reason ?? draft.reason
      draft.until = until ?? draft.until
      return judge(draft, lead)
    case .offer, nil: return []
    }
  }

  private mutating func promptForDate(_ pending: Picker.Pending?, _ lead: LeadSummary) {
    let purpose: Prompt.Purpose
    switch pending {
    case .park(let park): purpose = .parkUntil(park)
    case .verdict(let draft): purpose = .judgeUntil(draft)
    case .offer, nil: return
    }
    overlays.append(
      .prompt(
        Prompt(
          title: "Until when?", hint: "+2w, mon, 30 nov, 2026-12-01; words behind it are the note.",
          lead: lead.id, purpose: purpose)))
  }

  private mutating func promptForTouch(
    _ channel: Channel, _ direction: Touch.Direction, _ outcome: Touch.Outcome?,
    _ lead: LeadSummary
  ) {
    let side = board.member(MemberID(actor))?.side ?? .sales
    let draft = LeadCommand.TouchDraft(
      side: side, direction: direction, channel: channel, outcome: outcome)
    var prompt = Prompt(
      title: "What was it about?", hint: "A few words, or nothing.", lead: lead.id,
      purpose: .touch(draft))
    prompt.warnings = warnings(of: draft, on: lead)
    prompt.context = otherTouches(before: draft, on: lead)
    overlays.append(.prompt(prompt))
  }

  /// What the other sides did of late, where one is about to turn to the buyer.
  private func otherTouches(before draft: LeadCommand.TouchDraft, on lead: LeadSummary) -> String? {
    guard draft.direction == .outbound else { return nil }
    let others = OtherSides(of: lead, besides: draft.side, on: board, at: reckoning.now)
    let touches = others.recent.prefix(3).map { touch in
      let arrow = touch.direction == .outbound ? "→" : "←"
      let span = Wording.span(since: touch.at, now: reckoning.now)
      return "\(touch.side.rawValue) \(arrow) \(touch.channel.rawValue) \(span) ago"
    }
    return touches.isEmpty ? nil : "Of late: \(touches.joined(separator: ", "))"
  }

  /// What speaks against an outbound touch: a hold on the lead or its company, and what other sides
  /// did just now or plan.
  private func warnings(of draft: LeadCommand.TouchDraft, on lead: LeadSummary) -> [String] {
    guard draft.direction == .outbound else { return [] }
    let now = reckoning.now
    let holds = reckoning.holds(on: lead, against: draft.side, on: draft.channel, at: now).map {
      let whom = $0.hold.scope == .company ? " with everybody at \(lead.company ?? lead.name)" : ""
      return "\($0.hold.by) holds contact\(whom) until "
        + "\(Wording.day($0.hold.end, reckoning)): \($0.hold.reason)"
    }
    let others = OtherSides(of: lead, besides: draft.side, on: board, at: now)
    return holds + others.warnings { Wording.moment($0, reckoning) }
  }

  /// Goes on with parking a lead: asks for a reason, then for a date, and then does it.
  mutating func park(_ park: LeadCommand.Park, _ lead: LeadSummary) -> [Effect] {
    if let use = park.kind.reasonUse, park.reason == nil {
      overlays.append(
        .picker(
          reasonPicker(use, title: "Why is \(lead.name) \(park.kind.rawValue)?", lead, .park(park))
        ))
      return []
    }
    if park.kind.returns, park.until == nil {
      overlays.append(.picker(untilPicker("Until when?", lead, .park(park))))
      return []
    }
    return [.apply(.park(park), to: lead.id, message: message(of: park))]
  }
}
