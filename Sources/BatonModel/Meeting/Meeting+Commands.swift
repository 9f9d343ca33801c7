extension Meeting {
  /// Applies a command: changes the meeting and adds an entry to its history.
  ///
  /// - Parameter isLead: Whether a lead of this id is on the board.
  /// - Returns: The command that takes the change back; nil where there is none.
  /// - Throws: `Refusal`, with the meeting unchanged.
  @discardableResult
  public mutating func apply(
    _ command: MeetingCommand, in context: CommandContext, isLead: (LeadID) -> Bool = { _ in true }
  ) throws(Refusal) -> MeetingCommand? {
    var changed = self
    let (subject, inverse) = try changed.carryOut(command, in: context, isLead: isLead)
    changed.history.append(
      MeetingEntry(
        id: context.newEntryID(), at: context.now, by: context.actor, command: command.name,
        subject: subject))
    self = changed
    return inverse
  }

  private mutating func carryOut(
    _ command: MeetingCommand, in context: CommandContext, isLead: (LeadID) -> Bool
  ) throws(Refusal) -> (subject: String?, inverse: MeetingCommand?) {
    switch command {
    case .decide(let draft):
      let id = try decide(draft, in: context, isLead: isLead)
      return (id.rawValue, .drop(id))
    case .settle(let id, let at):
      try settle(id, at: at ?? context.now, in: context)
      return (id.rawValue, .reopen(id))
    case .drop(let id, let at):
      try drop(id, at: at ?? context.now, in: context)
      return (id.rawValue, .reopen(id))
    case .reopen(let id): return (id.rawValue, try reopen(id))
    case .note(let subject, let text):
      let said = try note(text, on: subject)
      return (subject, .withdrawNote(subject: subject, said))
    case .withdrawNote(let subject, let text):
      try withdrawNote(text, on: subject)
      return (subject, .note(subject: subject, text))
    case .attend(let member, let isPresent):
      try attend(member, isPresent, on: context.board)
      return (member.rawValue, .attend(member, isPresent: !isPresent))
    case .show(let items):
      show(items)
      return (nil, nil)
    }
  }

  // MARK: - Decisions

  private mutating func decide(
    _ draft: MeetingCommand.DecisionDraft, in context: CommandContext, isLead: (LeadID) -> Bool
  ) throws(Refusal) -> EntryID {
    let text = draft.text.inOneLine
    guard !text.isEmpty else {
      throw Refusal(
        .invalid, "An empty decision decides nothing.", remedy: "Say what will be done.")
    }
    if let owner = draft.owner { try context.board.requireOwner(owner) }
    let today = context.board.calendar.day(of: context.now)
    if let due = draft.due, due < today {
      throw Refusal(
        .dateRequired, "\(due) is in the past.",
        remedy: "Say until when it will be done: today is \(today).")
    }
    for lead in draft.leads where !isLead(lead) {
      throw Refusal(
        .unknownName, "There is no lead “\(lead)” on this board.",
        remedy: "Name a lead by its id, as `baton list` shows it.")
    }
    var decision = Decision(
      id: context.newEntryID(), text: text, owner: draft.owner, due: draft.due?.description)
    for lead in draft.leads where !decision.leads.contains(lead) { decision.leads.append(lead) }
    decision.roadblock = draft.roadblock.flatMap { $0.inOneLine.isEmpty ? nil : $0.inOneLine }
    if let kind = decision.roadblock { try context.board.requireRoadblockKind(kind) }
    if let same = decisions.first(where: { $0.isOpen && $0.isAlike(decision) }) {
      throw Refusal(
        .nothingToDo, "“\(text)” has been decided already\(told("decide", same.id, context)).",
        remedy: "There is nothing to do.")
    }
    decisions.append(decision)
    return decision.id
  }

  private mutating func settle(
    _ id: EntryID, at moment: Instant, in context: CommandContext
  ) throws(Refusal) {
    let place = try place(of: id)
    if decisions[place].done != nil {
      throw Refusal(
        .nothingToDo, "“\(decisions[place].text)” is done\(told("done", id, context)).",
        remedy: "There is nothing to do.")
    }
    if decisions[place].dropped != nil {
      throw Refusal(
        .closed, "“\(decisions[place].text)” was given up\(told("drop", id, context)).",
        remedy: "Reopen it first.")
    }
    decisions[place].done = moment
  }

  private mutating func drop(
    _ id: EntryID, at moment: Instant, in context: CommandContext
  ) throws(Refusal) {
    let place = try place(of: id)
    if decisions[place].dropped != nil {
      throw Refusal(
        .nothingToDo, "“\(decisions[place].text)” was given up\(told("drop", id, context)).",
        remedy: "There is nothing to do.")
    }
    if decisions[place].done != nil {
      throw Refusal(
        .closed, "“\(decisions[place].text)” is done\(told("done", id, context)).",
        remedy: "Reopen it first.")
    }
    decisions[place].dropped = moment
  }

  private mutating func reopen(_ id: EntryID) throws(Refusal) -> MeetingCommand? {
    let place = try place(of: id)
    let decision = decisions[place]
    guard !decision.isOpen else {
      throw Refusal(
        .nothingToDo, "“\(decision.text)” is still to be done.", remedy: "There is nothing to do.")
    }
    decisions[place].done = nil
    decisions[place].dropped = nil
    return decision.done.map { .settle(id, at: $0) } ?? decision.dropped.map { .drop(id, at: $0) }
  }

  private func place(of id: EntryID) throws(Refusal) -> Int {
    guard let place = decisions.firstIndex(where: { $0.id == id }) else {
      throw Refusal(
        .unknownName, "The meeting of \(date) made no decision “\(id)”.",
        remedy: "`baton decisions` lists what was decided.")
    }
    return place
  }

  /// Who did it and when, as far as the history knows: `, by tom at 22 Nov 03:29`.
  private func told(_ command: String, _ id: EntryID, _ context: CommandContext) -> String {
    let entry = history.last { $0.command == command && $0.subject == id.rawValue }
    return entry.map { ", by \($0.by) at \(context.said($0.at))" } ?? ""
  }

  // MARK: - Agenda and people

  private mutating func note(_ text: String, on subject: String) throws(Refusal) -> String {
    let (subject, text) = (subject.inOneLine, text.inOneLine)
    guard !text.isEmpty, !subject.isEmpty else {
      throw Refusal(.invalid, "An empty note says nothing.", remedy: "Write what was said.")
    }
    let place = agenda.firstIndex { $0.title == subject } ?? agenda.count
    if place == agenda.count { agenda.append(AgendaItem(title: subject)) }
    var lines = agenda[place].noteLines
    guard !lines.contains(text) else {
      throw Refusal(
        .nothingToDo, "That is noted already.", remedy: "There is nothing to do.")
    }
    lines.append(text)
    agenda[place].note = lines.joined(separator: "\n")
    return text
  }

  private mutating func withdrawNote(_ text: String, on subject: String) throws(Refusal) {
    guard let place = agenda.firstIndex(where: { $0.title == subject.inOneLine }),
      agenda[place].noteLines.contains(text)
    else {
      throw Refusal(
        .unknownName, "No such note stands under “\(subject)”.", remedy: "There is nothing to do.")
    }
    let lines = agenda[place].noteLines.filter { $0 != text }
    agenda[place].note = lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private mutating func attend(
    _ member: MemberID, _ isPresent: Bool, on board: Board
  ) throws(Refusal) {
    guard present.contains(member) != isPresent else {
      let name = board.member(member)?.name ?? member.rawValue
      throw Refusal(
        .nothingToDo, "\(name) is \(isPresent ? "there" : "not there").",
        remedy: "There is nothing to do.")
    }
    if isPresent {
      try board.requireOwner(member)
      present.append(member)
    } else {
      present.removeAll { $0 == member }
    }
  }

  /// Takes the agenda as it was shown. Subjects that have the title of one that stands there keep
  /// its note; what stands there besides stays behind the new ones.
  private mutating func show(_ items: [AgendaItem]) {
    var former = agenda
    var shown: [AgendaItem] = []
    for item in items {
      var item = item
      if let place = former.firstIndex(where: { $0.title == item.title }) {
        let kept = former.remove(at: place)
        item.note = item.note ?? kept.note
        item.unknown = kept.unknown
      }
      shown.append(item)
    }
    agenda = shown + former
  }
}

extension AgendaItem {
  /// What was said, a line each.
  public var noteLines: [String] {
    note.map { $0.split(separator: "\n").map(String.init) } ?? []
  }
}

extension Decision {
  /// Whether it is still to be done.
  public var isOpen: Bool { done == nil && dropped == nil }

  /// Whether both ask the same of the same people about the same.
  fileprivate func isAlike(_ other: Decision) -> Bool {
    text == other.text && owner == other.owner && leads == other.leads
      && roadblock == other.roadblock && due == other.due
  }
}

extension String {
  /// The text without blanks at its ends, and with blanks for its line ends.
  fileprivate var inOneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
