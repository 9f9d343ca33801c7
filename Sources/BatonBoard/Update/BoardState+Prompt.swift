import BatonModel
import BatonReports

/// Lines of text that commands ask for.
extension BoardState {
  mutating func follow(inPrompt intent: Intent) -> [Effect] {
    guard case .prompt(var prompt) = overlays.last else { return [] }
    switch intent {
    case .back:
      overlays.removeLast()
      return []
    case .complete:
      guard prompt.purpose.isDecision else { return [] }
      complete(&prompt.input)
      overlays[overlays.count - 1] = .prompt(prompt)
      return []
    case .confirm:
      guard let lead = prompt.lead else { return confirmInMeeting(prompt) }
      switch command(for: prompt) {
      case .success(let (command, message)):
        overlays.removeLast()
        keep(prompt, for: .lead(PendingCommand(command, to: lead, message: message)))
        return [.apply(command, to: lead, message: message)]
      case .failure(let mistake):
        prompt.error = mistake.text
        overlays[overlays.count - 1] = .prompt(prompt)
        return []
      }
    default: return edit { $0.follow(intent) }
    }
  }

  private struct Mistake: Error {
    var text: String
  }

  /// The command that a typed line means.
  private func command(for prompt: Prompt) -> Result<(LeadCommand, String), Mistake> {
    let text = prompt.input.text
    switch prompt.purpose {
    case .note:
      guard text.isSaid else {
        return .failure(Mistake(text: "An empty note says nothing."))
      }
      return .success((.note(text), "Noted."))
    case .touch(var draft):
      draft.summary = text.isEmpty ? nil : text
      return .success((.touch(draft), "Touch logged."))
    case .amount(let currency):
      if text == "none" { return .success((.amount(nil), "No amount any more.")) }
      do throws(Money.Failure) {
        let amount = try Money.read(text, currency: currency)
        return .success((.amount(amount), "Amount: \(Wording.exactMoney(amount))."))
      } catch {
        return .failure(Mistake(text: "\(error.what) \(error.remedy)"))
      }
    case .nextStep(let kind):
      return time(text).map { due, note in
        let step = NextStep(kind: kind, due: due, isBooked: kind.isProof, note: note)
        return (.next(step), message(of: step))
      }
    case .parkUntil(var park):
      return time(text).map { until, note in
        park.until = until
        park.note = note
        return (.park(park), message(of: park))
      }
    default: return decision(for: prompt.purpose, text)
    }
  }

  /// The command that a typed line means where one side tells the other something.
  private func decision(
    for purpose: Prompt.Purpose, _ text: String
  ) -> Result<(LeadCommand, String), Mistake> {
    switch purpose {
    case .judgeUntil(var draft):
      return time(text).map { until, note in
        draft.until = until
        draft.note = note
        return (.verdict(draft), message(of: draft))
      }
    case .packet(var offer):
      offer.packet = Packet(typed: text)
      return .success((.offer(offer), "Offered to \(offer.to.rawValue)."))
    case .hold:
      return time(text).flatMap { until, reason in
        guard let reason else {
          return .failure(Mistake(text: "A hold needs a reason behind the date."))
        }
        let hold = LeadCommand.HoldDraft(reason: reason, until: until)
        return .success(
          (.hold(hold), "Nobody contacts them until \(Wording.fullMoment(until, reckoning))."))
      }
    case .block(let kind):
      let words = text.isSaid ? text : nil
      return .success((.block(.init(kind, words: words)), "In their way: \(kind)."))
    case .reply:
      guard text.isSaid else {
        return .failure(
          Mistake(text: "An empty answer answers nothing. Say what was done about it."))
      }
      return .success((.reply(.init(text)), "Answered."))
    case .survey(let question):
      guard text.isSaid else {
        return .failure(Mistake(text: "An empty answer says nothing. Say what they answered."))
      }
      return .success((.survey(.init(question, answer: text)), "Answer recorded."))
    case .note, .touch, .amount, .nextStep, .parkUntil, .decision, .meetingNote, .minutesFolder:
      return .failure(Mistake(text: "Nothing was asked."))
    }
  }

  /// A typed time ahead, and the words behind it.
  private func time(_ text: String) -> Result<(Instant, String?), Mistake> {
    do throws(When.Failure) {
      let reading = try When.reading(text, now: reckoning.now, calendar: board.calendar)
      guard reading.time > reckoning.now else {
        let said = Wording.fullMoment(reading.time, reckoning)
        return .failure(Mistake(text: "\(said) is past. Write a time that lies ahead."))
      }
      return .success((reading.time, reading.note))
    } catch {
      return .failure(Mistake(text: "\(error.what) \(error.remedy)"))
    }
  }

  // MARK: - Messages

  /// What is said of a next step that was set.
  func message(of step: NextStep) -> String {
    "Next: \(step.kind.rawValue) \(Wording.fullMoment(step.due, reckoning))."
  }

  /// What is said of a lead that was parked.
  func message(of park: LeadCommand.Park) -> String {
    "Now \(park.kind.rawValue)\(end(park.until))."
  }

  /// What is said of a verdict that was given.
  func message(of draft: LeadCommand.VerdictDraft) -> String {
    let why = draft.reason.flatMap { board.reason($0)?.title }.map { ": \($0)" } ?? ""
    let past = draft.verdict.past
    return past.prefix(1).uppercased() + past.dropFirst() + end(draft.until) + why + "."
  }

  /// Until when something lasts that ends.
  func end(_ until: Instant?) -> String {
    until.map { " until \(Wording.fullMoment($0, reckoning))" } ?? ""
  }
}

extension Packet {
  /// What goes along with an offer, as it is typed: `promise: …; risk: …; ask: …; the rest`.
  ///
  /// Nil where nothing is said.
  init?(typed text: String) {
    self.init()
    var notes: [String] = []
    for part in text.split(separator: ";") {
      let words = part.split(separator: ":", maxSplits: 1)
      let said = (words.last ?? "").trimmed
      guard !said.isEmpty else { continue }
      switch words.count == 2 ? words[0].trimmed.lowercased() : "" {
      case "promise": promises.append(said)
      case "risk": risks.append(said)
      case "ask": asks.append(said)
      default: notes.append(part.trimmed)
      }
    }
    note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    if self == Packet() { return nil }
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
