public import BatonModel

/// A meeting's record before and after a change.
public struct MeetingChange: Sendable {
  /// The meeting as its newest file had it; nil where there was none.
  public let before: Meeting?
  /// The meeting as it is now.
  public let after: Meeting
  /// The command that takes the change back; nil where there is none.
  public let inverse: MeetingCommand?
}

extension BoardFolder {
  /// Applies a command to the newest state of a day's meeting, under its lock, and writes it; what
  /// begins a meeting makes its file.
  ///
  /// Leads that a decision names and that were merged into others are named by the others' ids.
  ///
  /// - Parameter date: The day, `2026-11-23`, which names the file.
  /// - Throws: `.refused` when the command makes no sense for the meeting as it is now; `.fault`
  ///   when its file is broken or from a newer Baton; `.unknown` for a decision of a meeting of
  ///   which there is no file. The file is then as it was.
  @discardableResult
  public func apply(
    _ command: MeetingCommand, toMeetingOf date: String, in context: CommandContext
  ) throws(StoreError) -> MeetingChange {
    let path = try Self.filePath(.meeting, date)
    let command = try withCurrentLeads(command)
    var result: MeetingChange?
    try files.update(path) { newest throws(StoreError) in
      let before = try newest.map { bytes throws(StoreError) in
        try Meeting.decode(bytes, at: path)
      }
      var after: Meeting
      if let before { after = before } else { after = try Self.begin(date, with: command) }
      let inverse: MeetingCommand?
      do throws(Refusal) {
        inverse = try after.apply(command, in: context, isLead: isLead)
      } catch {
        throw .refused(error)
      }
      after.follow(before)
      result = MeetingChange(before: before, after: after, inverse: inverse)
      return after.encoded()
    }
    guard let result else { throw .unknown(.meeting, id: date) }
    return result
  }

  /// All meetings in one book, and what is wrong with the files that were left out.
  public func readMeetingBook() throws(StoreError) -> (book: MeetingBook, faults: [FileFault]) {
    let read = try readMeetings()
    return (MeetingBook(read.records), read.faults)
  }

  /// A meeting that a command begins.
  private static func begin(
    _ date: String, with command: MeetingCommand
  ) throws(StoreError) -> Meeting {
    guard CivilDay(date) != nil else {
      throw .refused(
        Refusal(
          .dateRequired, "“\(date)” is no day.", remedy: "Write it as 2026-12-01."))
    }
    switch command {
    case .settle, .reopen, .drop, .withdrawNote: throw .unknown(.meeting, id: date)
    case .decide, .note, .attend, .show: return Meeting(date: date)
    }
  }

  /// Whether there is a file of a lead, broken or not.
  private func isLead(_ id: LeadID) -> Bool {
    guard let path = try? Self.filePath(.lead, id.rawValue) else { return false }
    return (try? files.read(path)) != nil
  }

  private func withCurrentLeads(_ command: MeetingCommand) throws(StoreError) -> MeetingCommand {
    guard case .decide(var draft) = command else { return command }
    var leads: [LeadID] = []
    for id in draft.leads {
      // What can name no file is refused as a lead that is not there.
      leads.append(RecordName.refusal(of: id.rawValue) == nil ? try currentID(of: id) : id)
    }
    draft.leads = leads
    return .decide(draft)
  }
}
