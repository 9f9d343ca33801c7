import BatonModel
import BatonReports
import TerminalCanvas

/// What a row of the timeline says: by which side, towards whom, of what kind, in which words.
struct TimelineRow {
  /// A stretch of its words.
  struct Part {
    let text: String
    let role: Role
    /// Whether it is struck through where the entry was taken back.
    var isStruck = true
  }

  /// The side that acted; nil where a system did, or nobody knows.
  var side: Side?
  /// Who turned to whom; nil for what happened among ourselves.
  var direction: Touch.Direction?
  /// What kind of thing it was.
  var label = ""
  /// The words, which are joined by points.
  var parts: [Part] = []
  /// Whether it was taken back.
  private(set) var isRetracted = false
  /// The lines it takes at most where not all of it is told.
  var maxLines = 3

  mutating func add(_ text: String?, _ role: Role = .textFaint) {
    if let text, !text.isEmpty { parts.append(Part(text: text, role: role)) }
  }

  /// Says first that the entry was taken back, and strikes what it says through.
  mutating func strike(_ retraction: Retraction?) {
    guard let retraction else { return }
    isRetracted = true
    let text = "taken back by \(retraction.by)"
    parts.insert(Part(text: text, role: .textFaint, isStruck: false), at: 0)
  }

  func words(_ look: Look) -> StyledText {
    var words = StyledText()
    for part in parts {
      let isStruck = isRetracted && part.isStruck
      let style = isStruck ? look[.textFaint].adding(.strikethrough) : look[part.role]
      if !words.runs.isEmpty { words.append(LeadFacts.separator, look[.textFaint]) }
      words.append(part.text, style)
    }
    return words
  }

  /// The lines that the words take in so many columns, up to a number.
  ///
  /// What is plain and short is not laid out, so that thousands of rows are measured in no time.
  func lineCount(columns: Int, maxLines: Int, _ look: Look) -> Int {
    if maxLines == 1 { return 1 }
    var length = 0
    for (place, part) in parts.enumerated() {
      length += part.text.utf8.count + (place > 0 ? LeadFacts.separator.count : 0)
      guard length <= columns, part.text.isPlain else {
        return words(look).wrapped(to: columns, maxLines: maxLines).count
      }
    }
    return 1
  }
}

extension String {
  /// Whether it holds nothing but printable ASCII, a column a byte.
  fileprivate var isPlain: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
}

extension LeadFacts {
  /// The row of an event; edits have rows of their own.
  func row(of kind: LeadTimeline.Kind) -> TimelineRow {
    switch kind {
    case .touch(let place): row(of: lead.touches[place], collidingWith: crossings.collisions[place])
    case .note(let place): row(of: lead.notes[place])
    case .feedback(let place): row(of: lead.feedback[place])
    case .answer(let place): row(ofAnswerTo: lead.feedback[place])
    case .offer(let place): row(ofOffer: lead.handoffs[place])
    case .reply(let place): row(ofReplyTo: lead.handoffs[place])
    case .proof(let place): row(ofProofOf: lead.handoffs[place])
    case .entry(let visit, let change): row(ofVisit: visit, change)
    case .parking(let change): rowOfParking(change.map { lead.history[$0] })
    case .revival(let change): rowOfRevival(lead.history[change])
    case .edits: TimelineRow()
    }
  }

  private func row(of touch: Touch, collidingWith other: Int?) -> TimelineRow {
    let isInbound = touch.direction == .inbound
    var row = TimelineRow(
      side: isInbound ? .buyer : touch.side, direction: touch.direction,
      label: touch.channel.rawValue)
    let role: Role = isInbound ? .timelineInbound : .timelineOutbound
    row.add(touch.summary, role)
    row.add(touch.outcome?.words, touch.summary == nil ? role : .textDim)
    if let document = touch.collateral { row.add(title(document), .textDim) }
    if let campaign = touch.campaign { row.add(title(campaign)) }
    if let person = touch.person {
      row.add(lead.people.first { $0.id == person }?.name ?? person.rawValue)
    }
    row.add(touch.by)
    if let other = other.map({ lead.touches[$0] }) {
      let span = Wording.span(since: other.at, now: touch.at)
      row.add("collides with \(other.side.rawValue), \(span) before", .warn)
    }
    row.strike(touch.retracted)
    return row
  }

  private func row(of note: Note) -> TimelineRow {
    var row = TimelineRow(side: side(of: note.by), label: "note", maxLines: 4)
    row.add(note.text, .text)
    row.add(note.by)
    row.strike(note.retracted)
    return row
  }

  private func row(of feedback: Feedback) -> TimelineRow {
    var row = TimelineRow(side: feedback.side, label: "feedback")
    row.add(feedback.verdict?.rawValue, .textStrong)
    row.add(feedback.reason.map(title), .text)
    row.add(feedback.quality.map { stars($0).string }, .quality)
    row.add(feedback.note, .text)
    row.add(feedback.by)
    if feedback.awaitsAnswer { row.add("awaits an answer", .warn) }
    row.strike(feedback.retracted)
    return row
  }

  private func row(ofAnswerTo feedback: Feedback) -> TimelineRow {
    guard let answer = feedback.answer else { return TimelineRow() }
    var row = TimelineRow(side: side(of: answer.by), label: "answer")
    row.add(answer.action, .text)
    row.add(answer.note, .textDim)
    row.add(answer.by)
    return row
  }

  private func row(ofOffer handoff: Handoff) -> TimelineRow {
    var row = TimelineRow(side: side(of: handoff.offeredBy), label: "handoff")
    let taker = handoff.offeredTo.map { " to \($0)" } ?? ""
    row.add("\(handoff.from.rawValue) → \(handoff.to.rawValue) offered\(taker)", .text)
    row.add(handoff.offeredBy)
    if handoff.hasLapsed(asOf: reckoning.now) {
      // Where it is written down, the lapse has a row of its own.
      if handoff.state == .offered { row.add("lapsed, no taker", .warn) }
    } else if handoff.isOffered {
      row.add("awaits an answer", .warn)
    }
    row.strike(handoff.retracted)
    return row
  }

  private func row(ofReplyTo handoff: Handoff) -> TimelineRow {
    var row = TimelineRow(side: handoff.answeredBy.flatMap(side), label: "handoff")
    row.add(
      "\(handoff.from.rawValue) → \(handoff.to.rawValue) \(handoff.state.rawValue)", .text)
    row.add(handoff.reason.map(title), .text)
    row.add(handoff.answeredBy)
    if handoff.isWaiting { row.add("no proof yet", .warn) }
    return row
  }

  private func row(ofProofOf handoff: Handoff) -> TimelineRow {
    guard let proof = handoff.proof else { return TimelineRow() }
    var row = TimelineRow(side: side(of: proof.by), label: "proof")
    row.add("\(proof.kind.rawValue) \(moment(proof.at)) booked", .text)
    row.add(proof.by)
    return row
  }

  // MARK: - From stage to stage

  private func row(ofVisit place: Int, _ change: Int?) -> TimelineRow {
    let change = change.map { lead.history[$0] }
    var row = TimelineRow(side: change.flatMap { side(of: $0.by) }, label: "stage")
    let title = title(lead.visits[place].stage)
    row.add(place == 0 ? "came in, \(title)" : "→ \(title)", .textStrong)
    row.add(change?.note, .textDim)
    row.add(change?.by)
    return row
  }

  private func rowOfParking(_ change: HistoryEntry?) -> TimelineRow {
    let by = change?.by ?? lead.parked?.by
    var row = TimelineRow(side: by.flatMap(side), label: "stage")
    row.add("→ \(change?.command ?? lead.parked?.kind.rawValue ?? "")", .textStrong)
    let reason = change.map { $0.subject.map(ReasonID.init(rawValue:)) } ?? lead.parked?.reason
    row.add(reason.map(title), .text)
    row.add(change?.note ?? (change == nil ? lead.parked?.note : nil), .textDim)
    row.add(by)
    return row
  }

  private func rowOfRevival(_ change: HistoryEntry) -> TimelineRow {
    var row = TimelineRow(side: side(of: change.by), label: "stage")
    let stage = change.to.map { title(StageID($0)) }
    row.add("back\(stage.map { " in \($0)" } ?? "")", .textStrong)
    row.add(change.note, .textDim)
    row.add(change.by)
    return row
  }

  private func side(of actor: String) -> Side? { board.member(MemberID(actor))?.side }
}
