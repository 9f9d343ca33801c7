import BatonModel
import BatonReports

/// Commands by which the sides tell each other what they think: verdicts, offers, answers, holds.
extension BoardState {
  /// Begins a command of this kind; each asks for what it needs.
  mutating func decide(_ intent: Intent) -> [Effect] {
    guard let lead = subject else { return [] }
    switch intent {
    case .verdict: overlays.append(.picker(verdictPicker(for: lead)))
    case .accept: return judge(.init(.accept), lead)
    case .reject: return judge(.init(.reject), lead)
    case .disqualify: return judge(.init(.disqualify), lead)
    case .recycle: return judge(.init(.recycle), lead)
    case .wait: return park(.init(.waiting), lead)
    case .rate: overlays.append(.picker(ratingPicker(for: lead)))
    case .offer: overlays.append(.picker(activityPicker(for: lead)))
    case .reply: overlays.append(.picker(replyPicker(for: lead)))
    case .survey: overlays.append(.picker(questionPicker(for: lead)))
    case .hold: return hold(lead)
    case .block: overlays.append(.picker(roadblockPicker(for: lead)))
    default: break
    }
    return []
  }

  private func rate(_ quality: Int, _ lead: LeadSummary) -> [Effect] {
    [.apply(.rate(.init(quality)), to: lead.id, message: "Rated ★\(quality) of 5.")]
  }

  // MARK: - Verdicts

  private func verdictPicker(for lead: LeadSummary) -> Picker {
    let items: [Picker.Item] = [
      .init(.verdict(.accept), label: "Accept", detail: "it is ours now"),
      .init(.verdict(.reject), label: "Reject", detail: "before contact, for a reason"),
      .init(.verdict(.disqualify), label: "Disqualify", detail: "after contact, for a reason"),
      .init(.verdict(.recycle), label: "Recycle", detail: "to nurture until a date"),
      .init(.park(.waiting), label: "Wait", detail: "until a date, for a reason"),
      .init(.verdict(.praise), label: "Praise", detail: "what was good"),
    ]
    return Picker(title: "What of \(lead.name)?", lead: lead.id, items: items)
  }

  private func ratingPicker(for lead: LeadSummary) -> Picker {
    let words = ["never a buyer", "hardly", "perhaps", "a good one", "ready to buy"]
    let items = words.enumerated().map { place, words in
      Picker.Item(
        .rate(place + 1), label: String(repeating: "★", count: place + 1), detail: words)
    }
    return Picker(title: "How good is \(lead.name)?", lead: lead.id, items: items)
  }

  /// Goes on with a verdict: asks for a reason, then for a date, and then gives it.
  mutating func judge(_ draft: LeadCommand.VerdictDraft, _ lead: LeadSummary) -> [Effect] {
    if let use = draft.verdict.reasonUse, draft.reason == nil {
      overlays.append(
        .picker(
          reasonPicker(
            use, title: "Why \(draft.verdict.rawValue) \(lead.name)?", lead, .verdict(draft))))
      return []
    }
    if draft.verdict == .recycle, draft.until == nil {
      overlays.append(.picker(untilPicker("Until when?", lead, .verdict(draft))))
      return []
    }
    let asksForMore = draft.verdict == .accept && wantsNextStep(lead)
    // Only where the key means this lead: neither the next of a queue nor a letter in a question.
    let isRatable =
      draft.verdict == .accept && draft.quality == nil && !asksForMore
      && !leavesTriage(.verdict(draft), lead.id)
    let invitation = isRatable ? " s says how good it is." : ""
    if asksForMore {
      var picker = nextStepPicker(for: lead)
      picker.isFollowUp = true
      overlays.append(.picker(picker))
    }
    return [.apply(.verdict(draft), to: lead.id, message: message(of: draft) + invitation)]
  }

  /// Whether whoever accepts a lead is asked at once what happens next.
  private func wantsNextStep(_ lead: LeadSummary) -> Bool {
    lead.nextStep == nil || lead.handoff != nil
  }

  func reasonPicker(
    _ use: Reason.Use, title: String, _ lead: LeadSummary, _ pending: Picker.Pending
  ) -> Picker {
    let items = board.reasons(for: use).map { Picker.Item(.reason($0.id), label: $0.title) }
    return Picker(title: title, lead: lead.id, items: items, pending: pending)
  }

  /// Dates ahead at which a team's day begins, and a way to say another.
  func untilPicker(_ title: String, _ lead: LeadSummary, _ pending: Picker.Pending) -> Picker {
    let spans = [("In a week", 7), ("In two weeks", 14), ("In a month", 30), ("In a quarter", 91)]
    var items = spans.map { label, days in
      let moment = workday(inDays: days)
      return Picker.Item(
        .until(moment), label: label, detail: Wording.moment(moment, reckoning))
    }
    items.append(.init(.until(nil), label: "On …", detail: "another day"))
    return Picker(title: title, lead: lead.id, items: items, pending: pending)
  }

  /// The morning of the first working day at least so many days ahead.
  func workday(inDays days: Int) -> Instant {
    let calendar = board.calendar
    let day = CivilDay(dayNumber: calendar.day(of: reckoning.now).dayNumber + days)
    let midnight = calendar.instant(of: day)
    return WorkingClock(board).nextStart(from: midnight)
  }

  // MARK: - Offers

  private func activityPicker(for lead: LeadSummary) -> Picker {
    let here = board.stage(lead.stage)?.activity
    let present = Activity.allCases.filter { activity in
      activity != here && board.stages.contains { $0.activity == activity }
    }
    // What comes next comes first.
    let ahead =
      present.filter { $0 > here ?? .generate } + present.filter { $0 < here ?? .generate }
    return Picker(
      title: "Offer \(lead.name) to", lead: lead.id,
      items: ahead.map { activity in
        .init(.activity(activity), label: activity.rawValue, detail: activity.side.rawValue)
      })
  }

  func takerPicker(_ offer: LeadCommand.Offer, for lead: LeadSummary) -> Picker {
    let anybody = Picker.Item(
      .member(nil), label: "Whoever takes it first", detail: offer.to.side.rawValue)
    return Picker(
      title: "Who of \(offer.to.rawValue) takes \(lead.name)?", lead: lead.id,
      items: members(of: [offer.to.side], besides: nil) + [anybody], pending: .offer(offer))
  }

  /// Asks for what goes along with an offer.
  mutating func promptForPacket(_ offer: LeadCommand.Offer, _ lead: LeadSummary) {
    overlays.append(
      .prompt(
        Prompt(
          title: "What do they need to know?",
          hint: "promise: pilot in May; risk: holiday; ask: a reference; or words, or nothing.",
          lead: lead.id, purpose: .packet(offer))))
  }

  // MARK: - Answers, surveys, holds

  private func replyPicker(for lead: LeadSummary) -> Picker {
    let asked = lead.unanswered.map { verdict in
      let why = verdict.reason.map { ": \(board.reason($0)?.title ?? $0.rawValue)" } ?? ""
      return "\(verdict.by) \(verdict.verdict.past) it\(why). What was done?"
    }
    let items = FeedbackAnswer.usualActions.map { Picker.Item(.reply($0), label: $0) }
    return Picker(
      title: asked ?? "What was done?", lead: lead.id,
      items: items + [.init(.reply(nil), label: "Something else …")])
  }

  private func questionPicker(for lead: LeadSummary) -> Picker {
    Picker(
      title: "What did \(lead.name) answer?", lead: lead.id,
      items: board.questions.map { question in
        .init(
          .question(question.id), label: question.text, detail: question.qualifies?.rawValue ?? "")
      })
  }

  /// What stands in the way comes first: to say that it is gone is the good news.
  private func roadblockPicker(for lead: LeadSummary) -> Picker {
    let standing = lead.roadblocks.filter { $0.resolved == nil }
    let gone = standing.map {
      Picker.Item(
        .unblock($0.kind), label: "\($0.kind): gone",
        detail: "stands since \(Wording.day($0.opened, reckoning))")
    }
    let others = board.roadblockKinds.filter { kind in !standing.contains { $0.kind == kind } }
    return Picker(
      title: "What stands in the way of \(lead.name)?", lead: lead.id,
      items: gone + others.map { .init(.block($0), label: $0) })
  }

  /// Asks for a hold; where one lasts, whether it is to end.
  private mutating func hold(_ lead: LeadSummary) -> [Effect] {
    if lead.holds.contains(where: { $0.lasts(at: reckoning.now) }) {
      overlays.append(
        .picker(
          Picker(
            title: "A hold on \(lead.name) lasts", lead: lead.id,
            items: [
              .init(.releaseHold, label: "Release it", detail: "contact is free again"),
              .init(.hold, label: "Hold for longer …", detail: "until another date"),
            ])))
    } else {
      promptForHold(lead)
    }
    return []
  }

  mutating func promptForHold(_ lead: LeadSummary) {
    overlays.append(
      .prompt(
        Prompt(
          title: "Until when does nobody contact \(lead.name), and why?",
          hint: "fri legal asks for quiet, +2w last round, 2026-12-01 tender.", lead: lead.id,
          purpose: .hold)))
  }

  /// Goes on after a choice that belongs to one of these commands.
  mutating func chooseVerdict(_ choice: Picker.Choice, _ lead: LeadSummary) -> [Effect] {
    switch choice {
    case .verdict(let verdict): return judge(.init(verdict), lead)
    case .rate(let quality): return rate(quality, lead)
    case .activity(let activity):
      overlays.append(.picker(takerPicker(.init(to: activity), for: lead)))
    case .reply(let action?):
      return [.apply(.reply(.init(action)), to: lead.id, message: "Answered: \(action).")]
    case .reply(nil):
      overlays.append(
        .prompt(
          Prompt(
            title: "What was done about it?", hint: "A few words.", lead: lead.id,
            purpose: .reply)))
    case .question(let question):
      let text = board.questions.first { $0.id == question }?.text ?? question.rawValue
      overlays.append(
        .prompt(
          Prompt(
            title: text, hint: "What they answered.", lead: lead.id,
            purpose: .survey(question))))
    case .block(let kind):
      overlays.append(
        .prompt(
          Prompt(
            title: "“\(kind)”: what do they say?", hint: "The buyer's own words, or nothing.",
            lead: lead.id, purpose: .block(kind))))
    case .unblock(let kind):
      return [.apply(.unblock(kind), to: lead.id, message: "Out of the way: \(kind).")]
    case .releaseHold:
      return [.apply(.release(nil), to: lead.id, message: "The hold is released.")]
    case .hold: promptForHold(lead)
    default: break
    }
    return []
  }
}
