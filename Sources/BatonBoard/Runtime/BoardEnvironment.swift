public import BatonModel

/// What the dashboard can have done outside, handed in by whoever runs it.
///
/// Each closure begins the work and returns at once; the answer comes back as an action.
@MainActor
public struct BoardEnvironment {
  /// Reads a lead; answers with `leadRead`.
  public var readLead: (LeadID) -> Void
  /// Applies a command to the newest state of a lead; answers with `applied`, `refused`,
  /// `overtaken` or `failed`.
  public var apply: (LeadCommand, LeadID, _ message: String) -> Void
  /// Applies a command to whatever the lead has become; answers likewise.
  public var insist: (PendingCommand) -> Void
  /// Looks for leads that may be one; answers with `duplicatesFound`.
  public var findDuplicates: () -> Void
  /// Merges a lead into another; answers as applying a command does.
  public var merge: (_ other: LeadID, _ kept: LeadID) -> Void
  /// Takes a change back; answers likewise.
  public var undo: (UndoableChange) -> Void
  /// Applies a command to a meeting's record; answers with `meetingApplied`, `meetingRefused` or
  /// `meetingFailed`.
  public var applyMeeting: (PendingMeeting) -> Void
  /// Writes a meeting's minutes; answers with `minutesWritten` or `minutesFailed`.
  public var writeMinutes: (MinutesOrder) -> Void
  /// Draws with the theme of an id from now on.
  public var useTheme: (String) -> Void
  /// Tells the time; nil where the clock stands still, as with `--as-of`.
  public var clock: (() -> Instant)?
  /// Ends the dashboard.
  public var quit: () -> Void

  /// An environment of closures.
  public init(
    readLead: @escaping (LeadID) -> Void,
    apply: @escaping (LeadCommand, LeadID, _ message: String) -> Void,
    insist: @escaping (PendingCommand) -> Void,
    findDuplicates: @escaping () -> Void,
    merge: @escaping (_ other: LeadID, _ kept: LeadID) -> Void,
    undo: @escaping (UndoableChange) -> Void,
    applyMeeting: @escaping (PendingMeeting) -> Void,
    writeMinutes: @escaping (MinutesOrder) -> Void, useTheme: @escaping (String) -> Void,
    clock: (() -> Instant)?, quit: @escaping () -> Void
  ) {
    self.useTheme = useTheme
    self.readLead = readLead
    self.apply = apply
    self.insist = insist
    self.findDuplicates = findDuplicates
    self.merge = merge
    self.undo = undo
    self.applyMeeting = applyMeeting
    self.writeMinutes = writeMinutes
    self.clock = clock
    self.quit = quit
  }
}
