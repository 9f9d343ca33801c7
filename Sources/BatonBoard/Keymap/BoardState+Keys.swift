import BatonModel
import BatonReports

extension BoardState {
  /// Where keys go now.
  public var keyContext: KeyContext {
    switch overlays.last {
    case .help, .faults: return .list
    case .picker: return .picker
    case .prompt: return .prompt
    case nil: break
    }
    if filter.isTyping { return .filter }
    if page != nil { return .lead }
    if meeting?.isOpen == true { return .meeting }
    if reports != nil { return .reports }
    if triage != nil { return .triage }
    return feedback.hasFocus ? .feedback : .board
  }

  /// Why an intent cannot be followed now; nil where it can.
  ///
  /// The hint bar leaves it out for this reason, and a key pressed all the same tells it.
  public func obstacle(to intent: Intent) -> String? {
    if meetingView.masksNames, namesABuyer(intent) {
      return page == nil
        ? "Names are masked for guests: x shows them first."
        : "Names are masked for guests: go back, and x shows them."
    }
    switch intent {
    case .settle, .drop:
      return reports?.level.selectedDecision != nil
        ? nil : "No decision is selected: they stand on the page of decisions."
    case .regroup where keyContext == .reports || keyContext == .meeting:
      return reports?.level.request.regrouped == nil ? "This page has but one form." : nil
    case .note where keyContext == .meeting: return nil
    case .left where keyContext == .meeting && meeting?.place == 0 && !isBelowReport:
      return "This is the first subject."
    case .right
    where keyContext == .meeting && meeting?.part == MeetingState.parts.last
      && !isBelowReport:
      return "This is the last subject: E ends the meeting."
    case .open where keyContext == .board || keyContext == .triage, .moveLeft, .moveRight, .moveTo,
      .touch, .note, .assign, .nextStep, .amount, .copyID, .verdict, .accept, .reject, .disqualify,
      .recycle, .wait, .offer, .reply, .survey, .hold, .block, .rate, .close, .revive:
      return subject == nil && keyContext != .list
        ? "No lead is selected." : moveObstacle(to: intent) ?? verdictObstacle(to: intent)
    case .down where keyContext == .triage:
      return triage?.current == nil ? "The queue goes no further." : nil
    case .undo: return undoable.isEmpty ? "You have changed nothing that can be taken back." : nil
    case .faults: return faults.isEmpty ? "Every file can be read." : nil
    default: return nil
    }
  }

  /// Whether one has gone down into a report.
  private var isBelowReport: Bool { reports.map { $0.levels.count > 1 } ?? false }

  /// Whether following an intent asks or says something about a buyer by name, or by a file's.
  private func namesABuyer(_ intent: Intent) -> Bool {
    switch intent {
    case .moveLeft, .moveRight, .moveTo, .close, .revive, .touch, .assign, .nextStep, .amount,
      .verdict, .accept, .reject, .disqualify, .recycle, .wait, .offer, .reply, .survey, .hold,
      .block, .rate, .copyID, .faults, .duplicates, .triage, .queueOf:
      true
    case .note: keyContext != .meeting
    // Without a default, so that whoever adds an intent says what it does before guests.
    case .left, .right, .up, .down, .pageUp, .pageDown, .first, .last, .open, .back, .confirm,
      .undo, .reports, .firstReport, .secondReport, .thirdReport, .fourthReport, .fifthReport,
      .feedbackReport, .surveysReport, .holdsReport, .meeting, .chooseSubject, .maskNames,
      .decide, .settle, .drop, .present, .endMeeting, .complete, .filter, .regroup, .density,
      .chooseTheme, .toggleFeedback, .growFeedback, .shrinkFeedback, .switchFocus, .help,
      .toggleEdits, .redraw, .suspend, .quit, .deleteBackwards, .deleteForwards, .deleteWord,
      .deleteToStart, .lineStart, .lineEnd:
      false
    }
  }

  private func moveObstacle(to intent: Intent) -> String? {
    guard intent == .moveLeft || intent == .moveRight else { return nil }
    guard grouping == .stage else { return "Columns are by \(grouping.title): use M to move." }
    guard let stage = subject?.stage, let rank = board.rank(of: stage) else { return nil }
    let target = rank + (intent == .moveRight ? 1 : -1)
    if board.stages.indices.contains(target) { return nil }
    return intent == .moveRight ? "There is no stage further on." : "There is no stage before it."
  }

  /// Why a verdict cannot be given now, as far as what has been read of the lead tells.
  private func verdictObstacle(to intent: Intent) -> String? {
    guard let lead = subject else { return nil }
    switch intent {
    case .reply where lead.unanswered == nil: return "No verdict on it awaits an answer."
    case .block where board.roadblockKinds.isEmpty: return "The board knows no roadblocks."
    case .close:
      guard let parked = lead.parked, parked.kind.isClosed else { return nil }
      return parked.kind == .won || parked.reason != nil
        ? "It is \(parked.kind.rawValue), and why is known: R revives it." : nil
    case .survey where board.questions.isEmpty: return "The board has no questions."
    case .nextStep where lead.nextStep == nil, .accept, .reject, .disqualify, .recycle, .wait,
      .offer:
      if let kind = lead.parked?.kind, kind.isClosed {
        return "It is \(kind.rawValue): R revives it."
      }
      if intent == .offer, let waiting = lead.handoff, !waiting.hasLapsed(asOf: reckoning.now) {
        return waiting.refusal(ofOffering: lead.name) {
          board.calendar.words(for: $0, asOf: reckoning.now)
        }.description
      }
    default: return nil
    }
    guard let whole = subjectLead, whole.id == lead.id else { return nil }
    let waiting = whole.handoffs.last(where: \.isWaiting)
    switch intent {
    case .reject where whole.firstContact(since: waiting?.offeredAt) != nil:
      return "There was contact with the buyer: disqualify or recycle it."
    case .disqualify where whole.firstContact(since: nil) == nil:
      return "There was no contact with the buyer yet: reject it, or log the touch."
    default: return nil
    }
  }
}
