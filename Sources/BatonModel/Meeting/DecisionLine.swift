/// A decision as it is typed in one line: `Fix the form's phone field @maria fri #3f-ana`.
///
/// Words make the text; `@who` names the owner, `#lead` a lead, `roadblock:kind` or
/// `roadblock:"some kind"` a kind of roadblock, wherever they stand. A day is what follows `due:`,
/// or the last words, where they are a day (`fri`, `tomorrow`, `+2w`, `2026-12-01`, `mon 30 nov`);
/// a word such as `by` before it goes with it.
public struct DecisionLine: Hashable, Sendable {
  /// What is wrong with a part of a line.
  public struct Mistake: Error, Hashable, Sendable {
    /// What is wrong, in a sentence.
    public var what: String
    /// What to write instead, in a sentence.
    public var remedy: String
  }

  /// What was understood so far, right or not.
  public private(set) var draft = MeetingCommand.DecisionDraft("")
  /// The first mistake; nil where there is none.
  public private(set) var mistake: Mistake?

  /// What of the board a line can name.
  public struct Names: Sendable {
    /// The members of the team.
    public var team: [Member]
    /// The leads that a typed name may mean: ids, or beginnings of ids and names.
    public var leads: @Sendable (String) -> [LeadID]

    /// The names that a board has.
    public init(team: [Member], leads: @escaping @Sendable (String) -> [LeadID]) {
      self.team = team
      self.leads = leads
    }
  }

  /// Reads a line.
  ///
  /// - Parameter today: The day from which weekdays and shifts count.
  public init(_ line: String, today: CivilDay, names: Names) {
    var words: [String] = []
    for token in DecisionToken.tokens(of: line) {
      do throws(Mistake) {
        switch token.kind {
        case .word: words.append(token.text)
        case .owner: try take(owner: token.text, names.team)
        case .lead: try take(lead: token.text, names.leads)
        case .roadblock: try take(roadblock: token.text, isClosed: token.isClosed)
        case .due: try take(due: token.text, today)
        }
      } catch {
        mistake = mistake ?? error
      }
    }
    takeLastDay(from: &words, today)
    draft.text = words.joined(separator: " ")
    if draft.text.isEmpty, mistake == nil {
      mistake = Mistake(what: "Nothing is decided yet.", remedy: DecisionLine.form)
    }
  }

  /// The decision.
  ///
  /// - Throws: The first mistake of the line.
  public func decision() throws(Mistake) -> MeetingCommand.DecisionDraft {
    if let mistake { throw mistake }
    return draft
  }

  /// The form of a line, for hints.
  public static let form = "Write: what to do @who fri #lead roadblock:kind."

  // MARK: - Parts

  private mutating func take(owner typed: String, _ team: [Member]) throws(Mistake) {
    let here = team.filter { !$0.hasLeft }
    let list = here.map(\.id.rawValue).joined(separator: ", ")
    guard draft.owner == nil else {
      throw Mistake(what: "A decision has one owner.", remedy: "Write the others as words.")
    }
    let found = NameMatch.ids(for: typed, among: here.map { ($0.id, $0.name) })
    switch found.count {
    case 1: draft.owner = found[0]
    case 0:
      throw Mistake(
        what: typed.isEmpty ? "Nobody is named." : "Nobody on this board is called “\(typed)”.",
        remedy: "The team is: \(list).")
    default:
      throw Mistake(
        what: "“\(typed)” may be one of several.",
        remedy: "Type more of it: \(found.map(\.rawValue).joined(separator: ", ")).")
    }
  }

  private mutating func take(
    lead typed: String, _ leads: @Sendable (String) -> [LeadID]
  ) throws(Mistake) {
    let found = typed.isEmpty ? [] : leads(typed)
    switch found.count {
    case 1: if !draft.leads.contains(found[0]) { draft.leads.append(found[0]) }
    case 0:
      throw Mistake(
        what: typed.isEmpty ? "No lead is named." : "No lead of this board is “\(typed)”.",
        remedy: "Write its id, or how its name begins.")
    default:
      let shown = found.prefix(4).map(\.rawValue).joined(separator: ", ")
      throw Mistake(
        what: "“\(typed)” may be one of several leads.",
        remedy: "Type more of it: \(shown)\(found.count > 4 ? ", …" : "").")
    }
  }

  private mutating func take(roadblock kind: String, isClosed: Bool) throws(Mistake) {
    guard draft.roadblock == nil else {
      throw Mistake(
        what: "A decision is about one kind of roadblock.", remedy: "Make two decisions of it.")
    }
    guard isClosed else {
      throw Mistake(what: "The quotation mark is not closed.", remedy: "Close it with \".")
    }
    guard !kind.isEmpty else {
      throw Mistake(
        what: "No kind of roadblock is named.", remedy: "Write roadblock:\"slow reply\".")
    }
    draft.roadblock = kind
  }

  private mutating func take(due typed: String, _ today: CivilDay) throws(Mistake) {
    guard draft.due == nil else {
      throw Mistake(what: "A decision has one due day.", remedy: "Leave one of them out.")
    }
    guard
      let day = try DecisionLine.day({ () throws(When.Failure) in
        try When.day(typed, from: today)
      })
    else {
      throw Mistake(
        what: "“\(typed)” is no day.", remedy: "Write fri, tomorrow, +2w or 2026-12-01.")
    }
    try take(day, today)
  }

  private mutating func take(_ day: CivilDay, _ today: CivilDay) throws(Mistake) {
    draft.due = day
    guard day >= today else {
      throw Mistake(what: "\(day) is in the past.", remedy: "Today is \(today).")
    }
  }

  /// Takes the last words for the due day where they are one.
  private mutating func takeLastDay(from words: inout [String], _ today: CivilDay) {
    guard draft.due == nil else { return }
    do throws(Mistake) {
      guard let (start, day) = try DecisionLine.lastDay(of: words, today) else { return }
      words.removeSubrange(start...)
      if words.count > 1, let before = words.last?.lowercased(),
        ["by", "on", "until", "till", "due"].contains(before)
      {
        words.removeLast()
      }
      try take(day, today)
    } catch {
      mistake = mistake ?? error
    }
  }

  /// The day that the last words name, as many of them as do, and where they begin; at least one
  /// word stays for the text.
  private static func lastDay(
    of words: [String], _ today: CivilDay
  ) throws(Mistake) -> (start: Int, day: CivilDay)? {
    for start in words.indices.dropFirst().suffix(6) {
      var tail = TimeWords(words[start...].joined(separator: " "), from: today, looking: .ahead)
      let day = try day { () throws(When.Failure) in try tail.takeDay() }
      guard let day else { continue }
      if tail.rest.isEmpty { return (start, day) }
      if tail.takeClock() != nil, tail.rest.isEmpty {
        throw Mistake(
          what: "A decision is due on a day, not at a time.",
          remedy: "Leave the time out, or write it before other words.")
      }
    }
    return nil
  }

  /// A day that is read, or the mistake in it.
  private static func day(
    _ read: () throws(When.Failure) -> CivilDay?
  ) throws(Mistake) -> CivilDay? {
    do throws(When.Failure) {
      return try read()
    } catch {
      throw Mistake(what: error.what, remedy: error.remedy)
    }
  }
}
