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
    case .amount:
      guard let amount = Money(typed: text, currency: board.currency) else {
        return .failure(Mistake(text: "“\(text)” is no amount. Write 12000, 12k or 1.5m."))
      }
      return .success((.amount(amount), "Amount set."))
    case .nextStep(let kind):
      return time(text).map { due, note in
        let step = NextStep(kind: kind, due: due, isBooked: kind.isProof, note: note)
        return (.next(step), "Next step set.")
      }
    case .parkUntil(var park):
      return time(text).flatMap { until, _ in
        guard until > reckoning.now else {
          return .failure(Mistake(text: "That is in the past."))
        }
        park.until = until
        return .success((.park(park), "Now \(park.kind.rawValue)."))
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
      return time(text).flatMap { until, note in
        guard until > reckoning.now else {
          return .failure(Mistake(text: "That is in the past."))
        }
        draft.until = until
        draft.note = note
        return .success((.verdict(draft), "Recycled until \(Wording.day(until, reckoning))."))
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
        return .success((.hold(hold), "Nobody contacts them until then."))
      }
    case .block(let kind):
      let words = text.isSaid ? text : nil
      return .success((.block(.init(kind, words: words)), "In their way: \(kind)."))
    case .reply: return .success((.reply(.init(text)), "Answered."))
    case .survey(let question):
      return .success((.survey(.init(question, answer: text)), "Answer recorded."))
    case .note, .touch, .amount, .nextStep, .parkUntil, .decision, .meetingNote, .minutesFolder:
      return .failure(Mistake(text: "Nothing was asked."))
    }
  }

  /// A typed time, and the words behind it.
  ///
  /// As many words as make a time are taken for one; what follows is the note.
  private func time(_ text: String) -> Result<(Instant, String?), Mistake> {
    let words = text.split(whereSeparator: \.isWhitespace)
    var mistake = "No time was given."
    for count in stride(from: min(words.count, 2), to: 0, by: -1) {
      let head = words.prefix(count).joined(separator: " ")
      do throws(When.Failure) {
        let time = try When.parse(head, now: reckoning.now, calendar: board.calendar)
        let rest = words.dropFirst(count).joined(separator: " ")
        return .success((time, rest.isEmpty ? nil : rest))
      } catch {
        mistake = "\(error.what) \(error.remedy)"
      }
    }
    return .failure(Mistake(text: mistake))
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
