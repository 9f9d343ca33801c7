import BatonModel
import BatonReports
import TerminalCanvas

/// A prompt whose command is being carried out.
struct ConfirmedPrompt {
  /// A command on a lead, or on a meeting's record.
  enum Work: Hashable {
    case lead(PendingCommand)
    case meeting(PendingMeeting)
  }

  var work: Work
  var prompt: Prompt
  /// Whether guests have seen how it was typed.
  var isSeenByGuests: Bool
}

/// What is refused: it stays on the screen until somebody has read it, and what was typed comes
/// back.
extension BoardState {
  /// Keeps a prompt whose command is being carried out, in case that is refused.
  mutating func keep(_ prompt: Prompt, for work: ConfirmedPrompt.Work) {
    confirmed.append(
      ConfirmedPrompt(work: work, prompt: prompt, isSeenByGuests: meetingView.masksNames))
  }

  /// Forgets the prompt of a command that was carried out, and what was refused of its lead before.
  mutating func settle(_ message: String, on lead: LeadID) {
    _ = takePrompt { work in
      guard case .lead(let pending) = work else { return false }
      return pending.lead == lead && pending.message == message
    }
    if refusal?.lead == lead { refusal = nil }
  }

  /// Forgets the prompt of a command, and returns it.
  ///
  /// Not before guests, unless they have seen how it was typed: it may name a buyer.
  mutating func takePrompt(where isIts: (ConfirmedPrompt.Work) -> Bool) -> Prompt? {
    guard let place = confirmed.firstIndex(where: { isIts($0.work) }) else { return nil }
    let confirmed = confirmed.remove(at: place)
    return meetingView.masksNames && !confirmed.isSeenByGuests ? nil : confirmed.prompt
  }

  private mutating func takePrompt(of command: LeadCommand?, on lead: LeadID?) -> Prompt? {
    takePrompt { work in
      guard case .lead(let pending) = work else { return false }
      return pending.lead == lead && pending.command == command
    }
  }

  // MARK: - Answers

  /// Takes up what was not done.
  mutating func refuse(_ action: Action) -> [Effect] {
    switch action {
    case .refused(let refusal, let lead, let command):
      return refuse(Toast(.refused, shown(refusal.description)), of: command, on: lead)
    case .failed(let message, let lead, let command):
      return refuse(Toast(.failed, shown(message)), of: command, on: lead)
    case .undoFailed(let message, let change):
      undoable.append(.lead(change))
      return refuse(Toast(.failed, shown(message)), of: nil, on: change.lead)
    case .meetingRefused(let refusal, let pending):
      bringBack(
        takePrompt { $0 == .meeting(pending) }, with: Toast(.refused, shown(refusal.description)))
    case .meetingFailed(let message, let pending):
      if pending.takesBack { undoable.append(.meeting(pending)) }
      bringBack(takePrompt { $0 == .meeting(pending) }, with: Toast(.failed, shown(message)))
    case .minutesFailed(let message, let order):
      // The meeting is over by now: what is left to do is to name another folder.
      bringBack(minutesPrompt(in: order.folder, of: order), with: Toast(.failed, message))
    case .overtaken(let refusal, let pending):
      let prompt = takePrompt(of: pending.command, on: pending.lead)
      let behind = takeBackKeys(behind: pending.lead)
      if behind.isCutShort { toast = Toast(.refused, Self.notDone) }
      bringBack(behind.typed)
      let effects = returnInTriage(to: pending.lead)
      ask(whetherToInsistOn: pending, typedIn: prompt, refusal)
      return effects
    default: break
    }
    return []
  }

  /// Says what was not done to a lead and why, and that what was asked for behind it was not
  /// either; then comes back to the lead.
  private mutating func refuse(
    _ toast: Toast, of command: LeadCommand?, on lead: LeadID?
  ) -> [Effect] {
    let prompt = takePrompt(of: command, on: lead)
    let behind = lead.map { takeBackKeys(behind: $0) }
    var toast = toast
    toast.lead = lead
    if behind?.isCutShort ?? false { toast.text += " \(Self.notDone)" }
    bringBack(prompt, with: toast)
    bringBack(behind?.typed ?? [])
    return returnInTriage(to: lead)
  }

  /// Says what was not done and why: where it was typed, with what was typed, else below.
  ///
  /// A question that was opened meanwhile is answered first.
  private mutating func bringBack(_ prompt: Prompt?, with toast: Toast) {
    if var prompt {
      prompt.error = toast.text
      overlays.insert(.prompt(prompt), at: 0)
      if overlays.count == 1 { return }
    }
    refusal = toast
  }

  // MARK: - Keys behind what was refused

  /// What is said where keys were pressed for what a command would have made of a lead.
  private static let notDone = "The keys after it were not done."

  /// Brings back what was typed behind something that was refused, to be given after it.
  private mutating func bringBack(_ prompts: [Prompt]) {
    for var prompt in prompts {
      prompt.error = "What came before it was refused, so this was not done: ⏎ does it now."
      overlays.insert(.prompt(prompt), at: 0)
    }
  }

  /// Takes back all that was asked for behind a command that was not carried out.
  ///
  /// - Returns: What was typed for it, and whether keys were pressed of which nothing is left.
  private mutating func takeBackKeys(
    behind lead: LeadID
  ) -> (typed: [Prompt], isCutShort: Bool) {
    let isCutShort = takeBackFollowUp(of: lead)
    let prompts = dropCommands(behind: lead).map { takePrompt(of: $0.command, on: $0.lead) }
    return (prompts.compactMap(\.self), isCutShort || prompts.contains(nil))
  }

  /// Closes the question that a command asked ahead of its answer.
  ///
  /// - Returns: Whether somebody had begun to answer it.
  private mutating func takeBackFollowUp(of lead: LeadID) -> Bool {
    guard case .picker(let picker) = overlays.last, picker.lead == lead, picker.isFollowUp else {
      return false
    }
    overlays.removeLast()
    return !picker.input.isEmpty || picker.selected != 0
  }

  /// Whether a key only says that a refusal was read.
  mutating func acknowledges(_ key: Key) -> Bool {
    guard refusal != nil, overlays.isEmpty, !filter.isTyping, key == Key(.escape) else {
      return false
    }
    refusal = nil
    return true
  }

  /// Refuses a choice of which it is known that it leads nowhere, and leaves the others to choose.
  mutating func refuse(_ choice: Picker.Choice, in picker: Picker, _ lead: LeadSummary) -> Bool {
    guard let refusal = lead.forbids(choice) else { return false }
    toast = Toast(.refused, refusal.description)
    var picker = picker
    // Keys that were pressed ahead find what was refused, not another choice.
    picker.selected = picker.matches.firstIndex { $0.choice == choice } ?? picker.selected
    overlays.append(.picker(picker))
    return true
  }
}

extension LeadSummary {
  /// What the buyer has against a choice; nil where nothing is known.
  func forbids(_ choice: Picker.Choice) -> Refusal? {
    switch choice {
    case .touch(let channel, .outbound, _): refusal(ofTouchOn: channel)
    case .nextStep(let kind?), .step(let kind, _): refusal(ofStep: kind)
    default: nil
    }
  }
}
