public import BatonInsights
public import BatonModel
public import BatonReports
public import TerminalCanvas

/// What happened: at the terminal, in the files, or elsewhere in the program.
public enum Action: Sendable {
  /// A key was pressed.
  case keyPressed(Key)
  /// Text was pasted.
  case pasted(String)
  /// Something was done with the mouse.
  case mouse(MouseEvent)
  /// The terminal has another size.
  case resized(Size)
  /// Time has passed: what is derived from it is due.
  case timePassed(Instant)

  /// Leads were read for the first time.
  case leadsLoaded([LeadSummary], done: Int, total: Int?)
  /// Every file has been read once.
  case loadingFinished
  /// Files were written by somebody: leads read again, and leads whose files are gone.
  case leadsChanged([LeadSummary], removed: [LeadID], at: Instant)
  /// The board's own file was written.
  case boardChanged(Board, at: Instant)
  /// The campaigns were read.
  case campaignsRead([Campaign])
  /// The documents were read.
  case collateralRead([Collateral])
  /// The meetings were read; the files of those that could not be are broken.
  case meetingsRead(MeetingBook, broken: Set<String> = [])
  /// The board begins with the meeting of a day.
  case meetingOpened(date: String, masksNames: Bool)
  /// The files that cannot be read are now these.
  case faultsFound([FileFault])
  /// A file that was dropped into the inbox was dealt with, or could not be; what is said of it.
  case inboxTaken(String, isWhole: Bool)
  /// Changes are now noticed in another way.
  case watchingChanged(Watching)
  /// The team's own 80 % points are known, for clock stages to which the board sets no target.
  case limitsProposed([StageID: Double])
  /// There are these themes, and one of them is in use.
  case themesFound([ThemeName], current: String)

  /// The leads that may be one are these.
  case duplicatesFound([DuplicateGroup])
  /// An index that was asked for is made.
  case indexMade(BoardIndex)
  /// A report that was asked for is made.
  case reportMade(ReportPage, for: ReportRequest)
  /// A queue that was asked for is made.
  case queueMade(TriageQueue.Whose, [TriageItem])
  /// The members' work was added up.
  case teamWeighed(TeamLoad)
  /// The names of all leads can be searched.
  case namesIndexed(NameIndex<Lead>)
  /// A lead that was asked for is read; nil where its file is gone or broken.
  case leadRead(LeadID, Lead?)
  /// A command was carried out.
  case applied(LeadSummary, change: UndoableChange?, message: String)
  /// A command on a meeting was carried out; the meeting as it is now, and the way back.
  case meetingApplied(Meeting, inverse: MeetingCommand?, PendingMeeting)
  /// The minutes were written into these files of a folder.
  case minutesWritten(folder: String, files: [String])
  /// The minutes could not be written; what is said names files of minutes, and no buyer.
  case minutesFailed(String, MinutesOrder)
  /// It is this late.
  case timeTold(Instant)
  /// A command was refused; which, where what was typed for it is to come back.
  case refused(Refusal, lead: LeadID? = nil, command: LeadCommand? = nil)
  /// A command on a meeting was refused.
  case meetingRefused(Refusal, PendingMeeting)
  /// A command on a meeting failed for a reason outside the model.
  case meetingFailed(String, PendingMeeting)
  /// A command was refused since somebody else changed the same field; it may be insisted on.
  case overtaken(Refusal, PendingCommand)
  /// A command failed for a reason outside the model: a full disk, a broken file.
  case failed(String, lead: LeadID? = nil, command: LeadCommand? = nil)
  /// A change could not be taken back for such a reason; it still can be.
  case undoFailed(String, UndoableChange)
}

/// What is to be done outside: by whoever runs the dashboard.
public enum Effect: Sendable {
  /// Do work on all leads and answer with its result.
  case work(LeadWork)
  /// Say how late it is, with `timeTold`, where time passes.
  case tellTime
  /// Apply a command to a meeting's record and answer with `meetingApplied`, `meetingRefused` or
  /// `meetingFailed`.
  case applyMeeting(PendingMeeting)
  /// Write a meeting's minutes and answer with `minutesWritten` or `minutesFailed`.
  case writeMinutes(MinutesOrder)
  /// Read a lead and answer with `leadRead`.
  case readLead(LeadID)
  /// Apply a command and answer with `applied`, `refused`, `overtaken` or `failed`.
  case apply(LeadCommand, to: LeadID, message: String)
  /// Apply a command to whatever the lead has become, and answer likewise.
  case insist(PendingCommand)
  /// Look for leads that may be one, and answer with `duplicatesFound`.
  case findDuplicates
  /// Merge a lead into another, and answer with `applied`, `refused` or `failed`.
  case merge(LeadID, into: LeadID)
  /// Take a change back and answer with `applied`, `refused` or `failed`.
  case undo(UndoableChange)
  /// Draw with another theme, by its id.
  case useTheme(String)
  /// Put a text on the clipboard.
  case copy(String)
  /// Draw the whole screen anew.
  case redraw
  /// Ring.
  case bell
  /// Stop the process until it is continued.
  case suspend
  /// End.
  case quit
}

/// A command that waits for somebody's decision.
public struct PendingCommand: Hashable, Sendable {
  /// The command.
  public var command: LeadCommand
  /// The lead.
  public var lead: LeadID
  /// What is said when it was carried out.
  public var message: String

  /// A command on a lead.
  public init(_ command: LeadCommand, to lead: LeadID, message: String) {
    self.command = command
    self.lead = lead
    self.message = message
  }
}

/// A command on a meeting's record that is to be carried out.
public struct PendingMeeting: Hashable, Sendable {
  /// The command.
  public var command: MeetingCommand
  /// The day of the meeting, which names its file.
  public var date: String
  /// What is said when it was carried out.
  public var message: String
  /// Whether it takes another one back, and so has no way back of its own.
  public var takesBack = false
  /// Whether the meeting ends with it.
  public var endsMeeting = false
  /// The minutes that are written once it is carried out.
  public var minutes: MinutesOrder?

  /// A command on the meeting of a day.
  public init(_ command: MeetingCommand, date: String, message: String) {
    self.command = command
    self.date = date
    self.message = message
  }
}

/// Minutes that are to be written.
public struct MinutesOrder: Hashable, Sendable {
  /// The day of the meeting.
  public var date: String
  /// The folder to write them into.
  public var folder: String
  /// Whether aliases stand for the buyers' names.
  public var masksNames: Bool
  /// Which leads the meeting looked at.
  public var filter: ReportFilter

  /// Minutes of the meeting of a day.
  public init(
    date: String, folder: String, masksNames: Bool, filter: ReportFilter = ReportFilter()
  ) {
    self.date = date
    self.folder = folder
    self.masksNames = masksNames
    self.filter = filter
  }
}
