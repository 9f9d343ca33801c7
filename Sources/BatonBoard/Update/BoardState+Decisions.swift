import BatonModel
import BatonReports

/// What a meeting writes down: decisions, notes, who is there, and the minutes at its end.
extension BoardState {
  /// The day whose meeting what is decided now belongs to.
  var meetingDate: String { meeting?.date ?? today.description }

  // MARK: - Decisions

  /// Asks for a decision; about the lead on the screen or in the selected row, where there is one.
  var decisionPrompt: Prompt {
    let lead = leadAtHand
    let masksNames = meetingView.masksNames
    var input = TextInput()
    if let lead, !masksNames {
      input.insert(" #\(lead.rawValue)")
      input.moveToStart()
    }
    // An id may tell who it is: for guests it stays out of the line.
    return Prompt(
      title: "What is decided?", hint: DecisionLine.form, lead: nil,
      purpose: .decision(about: masksNames ? lead : nil), input: input)
  }

  private var leadAtHand: LeadID? {
    if let page { return page.id }
    return meeting?.isOpen == true ? reports?.level.selectedLead : nil
  }

  /// Takes a line for what it was asked for in a meeting.
  mutating func confirmInMeeting(_ prompt: Prompt) -> [Effect] {
    let text = prompt.input.text
    let pending: PendingMeeting
    switch prompt.purpose {
    case .decision(let lead):
      // Who presses enter before the names are at hand waits for them.
      if isNaming { nameKeeping = .ready(names ?? shelf.names) }
      let line = decisionLine(text)
      if let mistake = line.mistake { return refuse("\(mistake.what) \(mistake.remedy)", prompt) }
      var decision = line.draft
      if let lead { decision.leads.append(lead) }
      pending = PendingMeeting(
        .decide(decision), date: meetingDate, message: "Decided.")
    case .meetingNote(let subject):
      guard text.isSaid else {
        return refuse("An empty note says nothing.", prompt)
      }
      pending = PendingMeeting(
        .note(subject: subject, text), date: meetingDate, message: "Noted.")
    case .minutesFolder(let order):
      guard text.isSaid else {
        return refuse("Name a folder, such as minutes.", prompt)
      }
      if var order {
        overlays.removeLast()
        order.folder = text
        return [.writeMinutes(order)]
      }
      guard let ending = ending(minutes: text) else { return [] }
      pending = ending
    default: return []
    }
    overlays.removeLast()
    keep(prompt, for: .meeting(pending))
    return [.applyMeeting(pending)]
  }

  private mutating func refuse(_ mistake: String, _ prompt: Prompt) -> [Effect] {
    var prompt = prompt
    prompt.error = mistake
    overlays[overlays.count - 1] = .prompt(prompt)
    return []
  }

  /// What a line that is being typed is understood as.
  func decisionLine(_ text: String) -> DecisionLine {
    let masksNames = meetingView.masksNames
    return DecisionLine(
      text, today: today,
      names: DecisionLine.Names(team: board.team) { [shelf, names] typed in
        let found = shelf.leads(named: typed, in: names, most: BoardState.mostNamed)
        // A list of ids to choose from may tell guests who they are.
        return masksNames && found.count > 1 ? [] : found
      })
  }

  /// So many leads that a name may mean are looked for: more than are shown.
  private static let mostNamed = 6

  /// The names of all leads, where they are at hand.
  var names: NameIndex<Lead>? {
    if case .ready(let names) = nameKeeping { names } else { nil }
  }

  /// Keeps the names of all leads at hand while a decision is typed that names one.
  mutating func keepNames() -> [Effect] {
    guard isNaming else {
      nameKeeping = .missing
      return []
    }
    guard case .missing = nameKeeping else { return [] }
    nameKeeping = .asked
    return [.work(.names(shelf))]
  }

  /// Takes up the names that were asked for, if they are still wanted.
  mutating func take(_ names: NameIndex<Lead>) {
    if isNaming { nameKeeping = .ready(names) }
  }

  /// Whether a decision is being typed that names a lead.
  var isNaming: Bool {
    guard case .prompt(let prompt) = overlays.last, prompt.purpose.isDecision else { return false }
    return prompt.input.text.contains(DecisionToken.Kind.lead.mark)
  }

  /// Closes the selected decision in one way, or does what else the key does where it is closed.
  mutating func closeSelected(_ close: (EntryID) -> MeetingCommand) -> [Effect] {
    guard let place = reports?.level.selectedDecision,
      let decision = meetings.decision(at: place)
    else { return [] }
    let command = decision.isOpen ? close(place.id) : .reopen(place.id)
    let message: String
    switch command {
    case .settle: message = "Done."
    case .drop: message = "Given up."
    default: message = "Open again."
    }
    return [.applyMeeting(.init(command, date: place.meeting, message: message))]
  }

  // MARK: - Notes and people

  var notePrompt: Prompt {
    let subject = meeting?.part.title ?? ""
    return Prompt(
      title: "Note on: \(subject)", hint: "What was said, in one line. It goes into the minutes.",
      lead: nil, purpose: .meetingNote(subject))
  }

  /// Who of the team is there, as a choice that stays open.
  var presencePicker: Picker {
    let present = meetings[meetingDate]?.present ?? []
    var picker = Picker(
      title: "Who is there", lead: nil,
      items: board.team.filter { !$0.hasLeft && $0.side != .buyer }.map { member in
        .attendance(of: member, isThere: present.contains(member.id))
      })
    picker.hint = "⏎ there or not  esc done"
    return picker
  }

  /// Takes the other state for a member, and keeps the choice open.
  mutating func chooseAttendance(
    _ id: MemberID, isPresent: Bool, in picker: Picker
  ) -> [Effect] {
    guard let member = board.member(id) else { return [] }
    var picker = picker
    if let place = picker.items.firstIndex(where: {
      $0.choice == .attend(id, isPresent: isPresent)
    }) {
      picker.items[place] = .attendance(of: member, isThere: isPresent)
    }
    overlays.append(.picker(picker))
    let command = MeetingCommand.attend(id, isPresent: isPresent)
    let message = "\(member.name) is \(isPresent ? "there" : "not there")."
    return [.applyMeeting(.init(command, date: meetingDate, message: message))]
  }

  // MARK: - The end

  /// What is still to be done before people go.
  var endPicker: Picker {
    let present = (meetings[meetingDate]?.present ?? []).map { board.member($0)?.name ?? "\($0)" }
    let people = present.isEmpty ? "nobody is noted yet" : present.joined(separator: ", ")
    let folder = minutesFolder
    var items: [Picker.Item] = [.init(.end(.people), label: "Who was there", detail: people)]
    if let folder {
      items.append(.init(.end(.minutes(folder)), label: "Write the minutes", detail: folder))
      items.append(.init(.end(.elsewhere), label: "Write the minutes elsewhere …"))
    }
    items += [
      .init(.end(.record), label: "Write no minutes", detail: "the record is kept all the same"),
      .init(.leave, label: "Go on with the meeting"),
    ]
    var picker = Picker(title: "The end of the meeting", lead: nil, items: items)
    picker.selected = present.isEmpty ? 0 : 1
    return picker
  }

  mutating func chooseEnd(_ end: Picker.End) -> [Effect] {
    switch end {
    case .people:
      overlays.append(.picker(endPicker))
      overlays.append(.picker(presencePicker))
      return []
    case .elsewhere:
      overlays.append(.prompt(minutesPrompt(in: minutesFolder ?? "")))
      return []
    case .record: return endMeeting(minutes: nil)
    case .minutes(let folder): return endMeeting(minutes: folder)
    }
  }

  /// Asks for a folder for the minutes.
  ///
  /// - Parameter order: Those that were ordered, where the meeting is over already.
  func minutesPrompt(in folder: String, of order: MinutesOrder? = nil) -> Prompt {
    Prompt(
      title: "Where do the minutes go?", hint: "A folder; it is made where there is none.",
      lead: nil, purpose: .minutesFolder(order), input: TextInput(folder))
  }

  /// Ends the meeting.
  private func endMeeting(minutes folder: String?) -> [Effect] {
    ending(minutes: folder).map { [.applyMeeting($0)] } ?? []
  }

  /// What writes the agenda as it was shown, and the minutes into a folder.
  private func ending(minutes folder: String?) -> PendingMeeting? {
    guard let meeting else { return nil }
    let items = MeetingState.parts.compactMap { part in
      meeting.shown[part].map { AgendaItem(title: part.title, figure: $0) }
    }
    var pending = PendingMeeting(
      .show(items), date: meeting.date, message: "The meeting is recorded.")
    pending.endsMeeting = true
    pending.minutes = folder.map {
      MinutesOrder(
        date: meeting.date, folder: $0, masksNames: meeting.masksNames, filter: reportFilter)
    }
    return pending
  }

  // MARK: - What became of it

  /// Takes up what became of a command on a meeting.
  mutating func take(
    _ meeting: Meeting, _ inverse: MeetingCommand?, of pending: PendingMeeting
  ) -> [Effect] {
    if let inverse, !pending.takesBack {
      var back = PendingMeeting(
        inverse, date: pending.date, message: "Taken back: \(pending.command.name).")
      back.takesBack = true
      undoable.append(.meeting(back))
    }
    _ = takePrompt { $0 == .meeting(pending) }
    toast = Toast(.done, pending.message)
    let others = meetings.meetings.filter { $0.date != meeting.date }
    let effects = takeUp(MeetingBook(others + [meeting]))
    guard pending.endsMeeting else { return effects }
    return effects + (pending.minutes.map { [.writeMinutes($0)] } ?? []) + closeMeeting()
  }

  /// Takes up the meetings as they are in the files.
  mutating func takeUp(_ book: MeetingBook) -> [Effect] {
    guard book != meetings else { return [] }
    meetings = book
    reckonDecisions()
    return makeReport()
  }

  /// Reckons anew which leads something is still to be done about.
  mutating func reckonDecisions() {
    openDecisions = meetings.openDecisionsByLead(asOf: reckoning.now, on: board.calendar)
  }
}

extension Picker.Item {
  /// A member who is there, or is not; choosing says the other.
  fileprivate static func attendance(of member: Member, isThere: Bool) -> Picker.Item {
    Picker.Item(
      .attend(member.id, isPresent: !isThere),
      label: "\(isThere ? "✓" : " ") \(member.name)", detail: member.side.rawValue)
  }
}

extension ReportState.Level {
  /// The decision of the selected row.
  var selectedDecision: DecisionPlace? {
    if case .decision(let place, leads: _) = selectedTarget { place } else { nil }
  }

  /// The lead of the selected row.
  var selectedLead: LeadID? {
    if case .lead(let id) = selectedTarget { id } else { nil }
  }

  /// Keeps what is selected selected, whatever row it stands in by now: the nearest such.
  mutating func follow(_ former: ReportPage.Target?) {
    let places = targets.indices.filter { targets[$0] == former }
    selected = places.min { abs($0 - selected) < abs($1 - selected) } ?? selected
  }

  /// Where the selected row leads to.
  var selectedTarget: ReportPage.Target? {
    targets.indices.contains(selected) ? targets[selected] : nil
  }
}

extension LeadShelf {
  /// The names of all leads, to be searched at each key. Linear in their length.
  var names: NameIndex<Lead> {
    NameIndex(contents.flatMap { $0.map { (id: $0.id, title: $0.name) } })
  }

  /// The first leads that somebody may mean who typed a name: that id, else what an index of the
  /// names finds; none until it is made.
  func leads(named typed: String, in names: NameIndex<Lead>?, most: Int) -> [LeadID] {
    if self[LeadID(typed)] != nil { return [LeadID(typed)] }
    return names?.ids(for: typed, most: most) ?? []
  }
}
