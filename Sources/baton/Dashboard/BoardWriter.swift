import BatonBoard
import BatonModel
import BatonReports
import BatonStore
import Dispatch

/// Carries out the dashboard's commands, one after the other, on a queue beside the main one.
@MainActor
final class BoardWriter {
  private let folder: BoardFolder
  /// The moment as of which leads are shown; nil for the present.
  private let past: Instant?
  private let send: (Action) -> Void
  private let catchUp: () async -> Void
  private let queue = DispatchQueue(label: "baton.commands", qos: .userInitiated)

  /// A writer that tells what became of the commands as actions.
  ///
  /// - Parameter catchUp: Tells what a change of several files has made of all of them.
  init(
    _ session: Session, catchUp: @escaping () async -> Void, send: @escaping (Action) -> Void
  ) {
    folder = session.folder
    past = session.chosenMoment
    self.catchUp = catchUp
    self.send = send
  }

  /// Applies a command to the newest state of a lead.
  func apply(_ pending: PendingCommand, in context: CommandContext) {
    let (folder, past) = (folder, past)
    run(on: pending.lead, pending.command) { () throws(StoreError) in
      do throws(StoreError) {
        let change = try folder.apply(pending.command, to: pending.lead, in: context)
        return .applied(change.after, asOf: past, message: pending.message)
      } catch {
        guard case .refused(let refusal) = error, refusal.isOvertaken else { throw error }
        return .overtaken(refusal, pending)
      }
    }
  }

  /// Takes a change back.
  func undo(_ undoable: UndoableChange, in context: CommandContext) {
    let (folder, past) = (folder, past)
    run(on: undoable.lead, isOfSeveral: true) { () throws(StoreError) in
      do throws(StoreError) {
        let lead = try folder.undo(undoable.entry, of: undoable.lead, in: context).after
        return .applied(lead, asOf: past, message: "Taken back: \(undoable.what).")
      } catch {
        if case .refused = error { throw error }
        return .undoFailed(error.sentences, undoable)
      }
    }
  }

  /// Applies a command to the newest state of a meeting's record.
  func apply(_ pending: PendingMeeting, in context: CommandContext) {
    let folder = folder
    run(on: nil) { () throws(StoreError) in
      do throws(StoreError) {
        let change = try folder.apply(
          pending.command, toMeetingOf: pending.date, in: context)
        return .meetingApplied(change.after, inverse: change.inverse, pending)
      } catch {
        if case .refused(let refusal) = error { return .meetingRefused(refusal, pending) }
        return .meetingFailed(error.sentences, pending)
      }
    }
  }

  /// Writes a meeting's minutes, behind the commands that were given before.
  func write(
    _ order: MinutesOrder, of leads: [LeadSummary], in view: MeetingView, _ reckoning: Reckoning,
    _ files: MinutesFiles
  ) {
    run(on: nil) { () throws(StoreError) in
      let minutes = MeetingMinutes.document(
        leads, matching: order.filter, in: view, reckoning)
      do {
        return try files.write(minutes, for: order)
      } catch {
        let failure = Failure(error)
        return .minutesFailed("\(failure.what) \(failure.remedy)", order)
      }
    }
  }

  /// Makes a lead part of another.
  func merge(_ other: LeadID, into kept: LeadID, in context: CommandContext) {
    let (folder, past) = (folder, past)
    run(on: kept, isOfSeveral: true) { () throws(StoreError) in
      let lead = try folder.merge(other, into: kept, in: context).after
      return .merged(lead, asOf: past)
    }
  }

  /// Looks for leads that may be one: reads them all, beside the commands.
  func findDuplicates() {
    let folder = folder
    let reading = DispatchQueue.global(qos: .userInitiated)
    Self.run(
      on: nil, nil,
      { () throws(StoreError) in .duplicatesFound(try folder.findDuplicates().groups) },
      on: reading, answer: { [weak self] in self?.send($0) })
  }

  /// - Parameter isOfSeveral: Whether several files may have changed: then none is told of alone.
  private func run(
    on lead: LeadID?, _ command: LeadCommand? = nil, isOfSeveral: Bool = false,
    _ work: @escaping @Sendable () throws(StoreError) -> Action
  ) {
    Self.run(on: lead, command, work, on: queue) { [weak self] action in
      guard isOfSeveral, case .applied = action else {
        self?.send(action)
        return
      }
      Task { [weak self] in
        await self?.catchUp()
        self?.send(action)
      }
    }
  }

  /// Not isolated, so that the closure it hands to the queue does not belong to the main actor.
  private nonisolated static func run(
    on lead: LeadID?, _ command: LeadCommand?,
    _ work: @escaping @Sendable () throws(StoreError) -> Action, on queue: DispatchQueue,
    answer: @escaping @MainActor @Sendable (Action) -> Void
  ) {
    queue.async {
      let action: Action
      do throws(StoreError) {
        action = try work()
      } catch {
        if case .refused(let refusal) = error {
          action = .refused(refusal, lead: lead, command: command)
        } else {
          action = .failed(error.sentences, lead: lead, command: command)
        }
      }
      DispatchQueue.main.async { MainActor.assumeIsolated { answer(action) } }
    }
  }
}

extension Action {
  /// A lead that has become part of another.
  fileprivate static func merged(_ lead: Lead, asOf past: Instant?) -> Action {
    let other = lead.history.last?.note ?? ""
    return .applied(lead, asOf: past, message: "\(other) is part of \(lead.name) now.")
  }

  /// A command that was carried out on a lead, with the way back where there is one.
  fileprivate static func applied(
    _ lead: Lead, asOf past: Instant?, message: String
  ) -> Action {
    let entry = lead.history.last
    let change = entry.flatMap { entry in
      entry.hasWayBack
        ? UndoableChange(lead: lead.id, entry: entry.id, what: entry.command) : nil
    }
    let shown = LeadSummary(lead, asOf: past) ?? LeadSummary(lead)
    return .applied(shown, change: change, message: message)
  }
}

extension StoreError {
  /// The message and the remedy as two sentences.
  var sentences: String { "\(message.asSentence) \(remedy.asSentence)" }
}
