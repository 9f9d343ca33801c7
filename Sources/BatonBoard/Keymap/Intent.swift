/// What a person wants who presses a key.
public enum Intent: Hashable, Sendable, CaseIterable {
  case left, right, up, down, pageUp, pageDown, first, last
  case open, back, confirm
  case moveLeft, moveRight, moveTo, close, revive, touch, note, assign, nextStep, amount, undo
  case verdict, accept, reject, disqualify, recycle, wait, offer, reply, survey, hold, block
  case rate
  case triage, queueOf, reports
  case firstReport, secondReport, thirdReport, fourthReport, fifthReport
  case feedbackReport, surveysReport, holdsReport
  case meeting, chooseSubject, maskNames, decide, settle, drop, present, endMeeting, complete
  case filter, regroup, density, chooseTheme
  case toggleFeedback, growFeedback, shrinkFeedback, switchFocus
  case duplicates, faults, help, copyID, toggleEdits, redraw, suspend, quit
  case deleteBackwards, deleteForwards, deleteWord, deleteToStart, lineStart, lineEnd
}
