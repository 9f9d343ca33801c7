import BatonModel
import BatonReports
import Synchronization
import TerminalCanvas
import Testing

@testable import BatonBoard

/// A dashboard without a terminal and without files: keys in, screens out.
///
/// What the program does outside is done here at once, on leads in memory, by the same commands of
/// the model.
final class BoardRobot {
  var state: BoardState
  var leads: [LeadID: Lead]
  let look: Look
  private(set) var copied: [String] = []
  private(set) var hasQuit = false
  private(set) var suspensions = 0
  private(set) var redraws = 0
  /// The records of the meetings, by their dates.
  private(set) var meetings: [String: Meeting] = [:]
  /// The minutes that were to be written.
  private(set) var minutes: [MinutesOrder] = []
  /// The time that is told; nil where the clock stands still.
  var clock: Instant?
  /// Whether work on all leads waits until `doWork`, as on a large board.
  var defersWork = false
  private(set) var works: [LeadWork] = []
  /// Whether commands wait until `carryOutCommands`, as where keys are quicker than the files.
  var defersCommands = false
  private var commands: [(pending: PendingCommand, seen: LeadSight?)] = []
  private var entries = 0

  /// A dashboard of leads that have all been read.
  init(
    _ leads: [Lead] = Fixtures.leads, board: Board = Fixtures.board, size: Size = Size(120, 40),
    actor: String = "maria", meetings: [Meeting] = []
  ) {
    self.leads = Dictionary(uniqueKeysWithValues: leads.map { ($0.id, $0) })
    state = BoardState(size: size, board: board, now: Fixtures.now, actor: actor)
    look = Look(theme: Theme.builtIn[0], depth: .trueColor)
    let sorted = leads.sorted { $0.id < $1.id }.map(LeadSummary.init)
    send(.leadsLoaded(sorted, done: leads.count, total: leads.count))
    send(.loadingFinished)
    for meeting in meetings { self.meetings[meeting.date] = meeting }
    if !meetings.isEmpty { send(.meetingsRead(MeetingBook(meetings))) }
  }

  /// Somebody else gives a command on a meeting's record.
  func applyOutside(
    _ command: MeetingCommand, on date: String, by actor: String = "jonas"
  ) throws {
    var meeting = meetings[date] ?? Meeting(date: date)
    try meeting.apply(command, in: context(actor))
    meetings[date] = meeting
    send(.meetingsRead(MeetingBook(meetings.values)))
  }

  /// What is on the screen.
  var screen: [String] { state.frame(look).frame.lines }

  /// The last line.
  var statusLine: String { screen.last ?? "" }

  func send(_ action: Action) {
    for effect in state.update(action) { carryOut(effect) }
  }

  /// Presses keys by their names, separated by blanks.
  func press(_ names: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for name in names.split(separator: " ") {
      guard let key = Key(String(name)) else {
        Issue.record("There is no key “\(name)”.", sourceLocation: sourceLocation)
        continue
      }
      send(.keyPressed(key))
    }
  }

  /// Types text, character by character.
  func type(_ text: String) {
    for character in text { send(.keyPressed(.character(character))) }
  }

  /// Does the work that waits, on the leads as they were when it was asked for, and what follows
  /// from it.
  func doWork() {
    while !works.isEmpty { send(works.removeFirst().result()) }
  }

  /// Carries out the commands that wait, in their order, and those that follow from them.
  func carryOutCommands() {
    while !commands.isEmpty {
      let (pending, seen) = commands.removeFirst()
      apply(pending, seen: seen)
    }
  }

  /// Somebody else writes a lead's file, at the moment of the board where none is given.
  func writeOutside(
    _ id: LeadID, at now: Instant? = nil, _ change: (inout Lead) -> Void
  ) throws {
    var lead = try #require(leads[id])
    change(&lead)
    leads[id] = lead
    send(.leadsChanged([LeadSummary(lead)], removed: [], at: now ?? state.reckoning.now))
  }

  private func carryOut(_ effect: Effect) {
    switch effect {
    case .work(let work):
      if defersWork { works.append(work) } else { send(work.result()) }
    case .tellTime: if let clock { send(.timeTold(clock)) }
    case .applyMeeting(let pending): apply(pending)
    case .writeMinutes(let order):
      minutes.append(order)
      send(.minutesWritten(folder: order.folder, files: ["\(order.date).md"]))
    case .readLead(let id): send(.leadRead(id, leads[id]))
    case .apply(let command, let id, let message):
      commands.append((PendingCommand(command, to: id, message: message), state.seen(of: id)))
      if !defersCommands { carryOutCommands() }
    case .insist(let pending): apply(pending, seen: nil)
    case .undo(let undoable):
      change(undoable.lead, message: "Taken back: \(undoable.what)") {
        lead, context throws(Refusal) in try lead.undo(undoable.entry, in: context)
      }
    case .findDuplicates:
      send(.duplicatesFound(DuplicateGroup.find(in: leads.values.map { LeadLikeness($0) })))
    case .merge(let other, into: let kept): merge(other, into: kept)
    case .useTheme: break
    case .copy(let text): copied.append(text)
    case .redraw: redraws += 1
    case .bell: break
    case .suspend: suspensions += 1
    case .quit: hasQuit = true
    }
  }

  private func apply(_ pending: PendingMeeting) {
    var meeting = meetings[pending.date] ?? Meeting(date: pending.date)
    do throws(Refusal) {
      let inverse = try meeting.apply(
        pending.command, in: context(state.actor), isLead: { leads[$0] != nil })
      meetings[pending.date] = meeting
      send(.meetingApplied(meeting, inverse: inverse, pending))
    } catch {
      send(.meetingRefused(error, pending))
    }
  }

  private func context(_ actor: String) -> CommandContext {
    entries += 1
    let number = entries
    let made = Mutex(0)
    return CommandContext(board: state.board, actor: actor, now: state.reckoning.now) {
      made.withLock { made in
        made += 1
        return EntryID("e\(number)-\(made)")
      }
    }
  }

  private func apply(_ pending: PendingCommand, seen: LeadSight?) {
    change(pending.lead, message: pending.message, pending) { lead, context throws(Refusal) in
      var context = context
      context.seen = seen
      try lead.apply(pending.command, in: context)
    }
  }

  private func merge(_ other: LeadID, into kept: LeadID) {
    guard let gone = leads[other] else { return send(.failed("No such lead.")) }
    change(kept, message: "\(gone.name) is part of \(leads[kept]?.name ?? "") now.") {
      lead, context throws(Refusal) in try lead.absorb(gone, in: context)
    }
    leads[other] = nil
    send(.leadsChanged([], removed: [other], at: state.reckoning.now))
  }

  private func change(
    _ id: LeadID, message: String, _ pending: PendingCommand? = nil,
    _ body: (inout Lead, CommandContext) throws(Refusal) -> Void
  ) {
    entries += 1
    let entry = EntryID("e\(entries)")
    let context = CommandContext(
      board: state.board, actor: state.actor, now: state.reckoning.now, newEntryID: { entry })
    guard var lead = leads[id] else { return send(.failed("No such lead.")) }
    do throws(Refusal) {
      try body(&lead, context)
      leads[id] = lead
      let last = lead.history.last
      let undoable = last?.inverse.map { _ in
        UndoableChange(lead: id, entry: entry, what: last?.command ?? "")
      }
      send(.applied(LeadSummary(lead), change: undoable, message: message))
    } catch {
      if error.isOvertaken, let pending { return send(.overtaken(error, pending)) }
      send(.refused(error, lead: id, command: pending?.command))
    }
  }
}
