import BatonModel
import BatonReports
import TerminalCanvas

/// What is refused: it stays on the screen until somebody has read it, and what was typed comes
/// back.
extension BoardState {
  /// Keeps a prompt whose command is being carried out, in case that is refused.
  mutating func keep(_ prompt: Prompt, for pending: PendingCommand) {
    confirmed.append((pending, prompt))
  }

  /// Forgets the prompt of a command that was carried out, and what was refused of its lead before.
  mutating func settle(_ message: String, on lead: LeadID) {
    if let place = confirmed.firstIndex(where: {
      $0.pending.lead == lead && $0.pending.message == message
    }) {
      confirmed.remove(at: place)
    }
    if refusal?.lead == lead { refusal = nil }
  }

  /// Forgets the prompt of a command, and returns it.
  mutating func takePrompt(of command: LeadCommand?, on lead: LeadID?) -> Prompt? {
    confirmed.firstIndex { $0.pending.lead == lead && $0.pending.command == command }
      .map { confirmed.remove(at: $0).prompt }
  }

  /// Says what was not done and why: where it was typed, with what was typed, else below.
  ///
  /// A question that was opened meanwhile is answered first. Before guests no prompt comes back,
  /// since it names a buyer.
  mutating func refuse(_ toast: Toast, of command: LeadCommand?, on lead: LeadID?) {
    let prompt = takePrompt(of: command, on: lead)
    if var prompt, !meetingView.masksNames {
      prompt.error = toast.text
      overlays.insert(.prompt(prompt), at: 0)
      if overlays.count == 1 { return }
    }
    refusal = toast
    refusal?.lead = lead
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
