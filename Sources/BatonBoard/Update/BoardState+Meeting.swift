import BatonModel
import BatonReports
import TerminalCanvas

/// The meeting: opened, walked through, gone down into, left and come back to.
extension BoardState {
  /// The day that it is.
  var today: CivilDay { board.calendar.day(of: reckoning.now) }

  /// How a report looks at the board now.
  var meetingView: MeetingView {
    let open = meeting.flatMap { $0.isOpen ? $0 : nil }
    return MeetingView(
      book: meetings, day: open.flatMap { CivilDay($0.date) }, masksNames: open?.masksNames ?? false
    )
  }

  /// Opens today's meeting, or comes back to the one that was left.
  mutating func openMeeting() -> [Effect] {
    if meeting == nil { return beginMeeting(on: today.description) }
    meeting?.isOpen = true
    meeting?.covered = reports
    return showPart()
  }

  /// Opens the meeting of a day.
  mutating func beginMeeting(on date: String, masksNames: Bool = false) -> [Effect] {
    meeting = MeetingState(date: date, masksNames: masksNames)
    meeting?.covered = reports
    return showPart()
  }

  mutating func follow(inMeeting intent: Intent) -> [Effect] {
    switch intent {
    case .left: return turnPage(by: -1)
    case .right: return turnPage(by: 1)
    case .first: return turnPage(by: -MeetingState.parts.count)
    case .last: return turnPage(by: MeetingState.parts.count)
    case .chooseSubject: overlays.append(.picker(subjectPicker))
    case .back where reports?.levels.count ?? 0 <= 1: return leaveMeeting()
    case .meeting: return leaveMeeting()
    case .maskNames:
      meeting?.masksNames.toggle()
      // What one had gone down to may be named by an alias or by a name.
      return showPart()
    case .decide: overlays.append(.prompt(decisionPrompt))
    case .note: overlays.append(.prompt(notePrompt))
    case .settle: return closeSelected { .settle($0) }
    case .drop: return closeSelected { .drop($0) }
    case .present: overlays.append(.picker(presencePicker))
    case .endMeeting: overlays.append(.picker(endPicker))
    default: return follow(inReports: intent)
    }
    return []
  }

  // MARK: - Pages

  /// Turns to the subject so many further on, as far as there is one.
  private mutating func turnPage(by steps: Int) -> [Effect] {
    guard let meeting else { return [] }
    let place = max(0, min(meeting.place + steps, MeetingState.parts.count - 1))
    return turnPage(to: MeetingState.parts[place])
  }

  /// Turns to a subject; from what one had gone down to, back to its page.
  mutating func turnPage(to part: MeetingPart) -> [Effect] {
    guard let meeting, meeting.part != part || reports?.levels.count ?? 0 > 1 else { return [] }
    self.meeting?.selected[meeting.part] = reports?.levels.first?.selected
    self.meeting?.part = part
    return showPart()
  }

  /// Shows the page of the subject.
  private mutating func showPart() -> [Effect] {
    guard let meeting else { return [] }
    var state = ReportState(.meeting(meeting.part))
    state.level.selected = meeting.selected[meeting.part] ?? 0
    reports = state
    self.meeting?.timer?.pageStart = nil
    return makeReport() + [.tellTime]
  }

  /// Keeps the figure of the page as it is shown, for the record.
  mutating func noteShown(_ page: ReportPage, for request: ReportRequest) {
    guard case .meeting(let part) = request, meeting?.isOpen == true else { return }
    // Figures of the leads that a filter leaves are recorded with it.
    let only = meetingView.text(of: reportFilter, on: board)
    meeting?.shown[part] = only.isEmpty ? page.headline : "\(page.headline) · \(only)"
  }

  /// Takes up what time it is: the meeting begins when it is first told.
  mutating func tell(time now: Instant) {
    if meeting?.timer == nil { meeting?.timer = MeetingTimer(start: now) }
    meeting?.timer?.tell(now)
  }

  /// When the meeting's clocks are to be drawn anew; nil where none are on the screen.
  var nextMinuteOfMeeting: Instant? {
    meeting.flatMap { $0.isOpen ? $0.timer?.nextMinute : nil }
  }

  /// Ends the meeting: the board is back; not while names are masked, lest the board show them.
  mutating func closeMeeting() -> [Effect] {
    guard let meeting, meeting.isOpen, !meeting.masksNames else { return [] }
    let effects = leaveMeeting()
    self.meeting = nil
    return effects
  }

  private mutating func leaveMeeting() -> [Effect] {
    guard let meeting else { return [] }
    guard !meeting.masksNames else {
      toast = Toast(.refused, "The board shows the buyers' names: x unmasks them first.")
      return []
    }
    self.meeting?.selected[meeting.part] = reports?.levels.first?.selected
    self.meeting?.isOpen = false
    reports = meeting.covered
    self.meeting?.covered = nil
    return makeReport()
  }

  private var subjectPicker: Picker {
    var picker = Picker(
      title: "Go to", lead: nil,
      items: MeetingState.parts.map { part in
        .init(.subject(part), label: part.title, detail: meeting?.shown[part] ?? "")
      })
    picker.selected = meeting?.place ?? 0
    return picker
  }
}
