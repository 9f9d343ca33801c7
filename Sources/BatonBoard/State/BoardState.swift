public import BatonModel
import BatonReports
public import TerminalCanvas

/// Everything that the dashboard knows: what is drawn follows from it and from nothing else.
public struct BoardState: Sendable {
  /// The columns and rows of the terminal.
  public var size: Size
  /// The board's rules at the moment that is shown.
  public var reckoning: Reckoning
  /// Who sits before the screen: a member's id or a system user.
  public var actor: String
  /// The campaigns by id, for titles.
  public var campaigns: [CampaignID: Campaign] = [:]
  /// The documents by id, for titles.
  public var collateral: [CollateralID: Collateral] = [:]
  /// Every lead that has been read.
  public var shelf = LeadShelf()
  /// The leads as they are shown.
  public var index: BoardIndex
  /// The filter.
  public var filter = FilterState()
  /// By what columns are made.
  public var grouping: Grouping = .stage
  /// How large the cards are; nil follows the height of the screen.
  public var density: Density?
  /// The card that is selected.
  public var selection = Selection()
  /// The lead that was selected until a filter hid it, to be gone back to when it is seen again;
  /// nil once somebody selects another.
  var hiddenLead: LeadID?
  /// What of the columns is in view.
  public var scroll = ColumnScroll()
  /// What awaits each side.
  public var feedback = FeedbackPane()
  /// The reports, while they are open.
  public var reports: ReportState?
  /// How making the page that is shown of them stands.
  var reporting = WorkProgress.idle
  /// All meetings.
  public var meetings = MeetingBook()
  /// The leads that something decided is still to be done about, with the decisions.
  public internal(set) var openDecisions: [LeadID: [DecisionStanding]] = [:]
  /// The meeting, from when it is opened until it is ended.
  public var meeting: MeetingState?
  /// Where minutes go unless somebody names another folder; nil where none can be written.
  public var minutesFolder: String?
  /// The lead whose page is open.
  public var page: LeadPage?
  /// The names of all leads, kept while a decision is typed that names one.
  var nameKeeping = NameKeeping.missing
  /// What was seen of the lead that the next command is about.
  var seenSubject: (lead: LeadID, seen: LeadSight)?
  /// The triage screen, where it is open; the page of a lead lies above it.
  public var triage: TriageState?
  /// How making the queue stands.
  var queueing = Queueing()
  /// What lies over the screen; the last takes the keys.
  public var overlays: [Overlay] = []
  /// How far reading is.
  public var reading: Reading = .loading(done: 0, total: nil)
  /// How changes are noticed.
  public var watching: Watching = .live
  /// When something last changed.
  public var lastChange: Instant?
  /// The files that cannot be read, in order.
  public var faults: [FileFault] = []
  /// A short message, gone at the next key.
  public var toast: Toast?
  /// What was refused or went wrong and nobody has acknowledged yet.
  public var refusal: Toast?
  /// The prompts whose commands are being carried out.
  var confirmed: [ConfirmedPrompt] = []
  /// One's own changes that can be taken back, the latest last.
  public var undoable: [Undoable] = []
  /// The leads on which a command was given that has no answer yet, with the commands behind it.
  var unanswered: [LeadID: [Effect]] = [:]
  /// How making the index stands.
  var indexing = Indexing()
  /// The team's own 80 % points, for clock stages to which the board sets no target.
  public var proposedLimits: [StageID: Double] = [:]
  /// The themes that can be chosen.
  public var themes: [ThemeName] = []
  /// The id of the theme in use.
  public var theme = ""

  /// A dashboard before the first lead is read.
  ///
  /// - Parameter isPast: Whether the moment was chosen, rather than that it is the present.
  public init(size: Size, board: Board, now: Instant, actor: String, isPast: Bool = false) {
    self.size = size
    self.actor = actor
    reckoning = Reckoning(board: board, now: now, isPast: isPast)
    index = BoardIndex(reckoning: reckoning)
    selection.column = index.columns.first?.key
  }

  /// The board.
  public var board: Board { reckoning.board }

  /// The summary of the selected lead.
  public var selectedLead: LeadSummary? { selection.lead.flatMap { shelf[$0] } }

  /// The lead that commands are about: that of the open page, else the one in the selected row of a
  /// report, else the one of the triage screen, else the selected one.
  public var subject: LeadSummary? {
    if let page { return summary(of: page) }
    if let reports { return reports.level.selectedLead.flatMap { shelf[$0] } }
    if let triage { return triage.current.flatMap { shelf[$0.id] } }
    return selectedLead
  }

  /// The lead of a page, under its alias where it is shown to guests.
  func summary(of page: LeadPage) -> LeadSummary? {
    shelf[page.id].map { lead in page.alias.map { lead.masked(as: $0, on: board) } ?? lead }
  }

  /// What is wrong with the file of the lead on a page: its last good state is shown. Before guests
  /// nothing, since the file has the lead's name.
  func fault(of page: LeadPage) -> FileFault? {
    guard page.alias == nil else { return nil }
    return faults.first { $0.file.hasPrefix("leads/") && $0.file.hasSuffix("/\(page.id).json") }
  }

  /// The rules by which what is on the screen is reckoned: before guests they know no names, which
  /// takes a look at all holds on companies each time.
  var shownReckoning: Reckoning { meetingView.masksNames ? reckoning.masked : reckoning }

  /// The whole lead that commands are about, where it has been read.
  public var subjectLead: Lead? {
    if let page { return page.lead }
    return reports == nil ? triage?.lead : nil
  }

  /// When the board is to be reckoned anew: when something falls due by itself, or at once where
  /// something changed since the moment by which it is reckoned. While an index of this moment is
  /// being made, nobody knows.
  public var nextReckoning: Instant {
    if let lastChange, lastChange > reckoning.now { return lastChange }
    return index.reckoning.now < reckoning.now ? .distantFuture : index.nextChange
  }

  /// How large the cards are.
  public var effectiveDensity: Density { density ?? (size.rows < 34 ? .compact : .comfortable) }
}

/// The card that is selected: by the lead's id, so that it stays on its lead whatever moves.
public struct Selection: Hashable, Sendable {
  /// The column.
  public var column: ColumnKey?
  /// The lead; nil in an empty column.
  public var lead: LeadID?
  /// The row at which the lead was last seen, for when it goes.
  public var row = 0
  /// Whether somebody chose it; until then it is the first card, whatever comes in.
  public var isChosen = false

  /// Nothing selected.
  public init() {}
}

/// What of the columns is in view.
public struct ColumnScroll: Hashable, Sendable {
  /// The first column in view.
  public var first = 0
  /// The first row in view of columns that are not at their top.
  public var tops: [ColumnKey: Int] = [:]

  /// At the left and the top.
  public init() {}
}

/// How large the cards are.
public enum Density: String, CaseIterable, Hashable, Sendable {
  /// Five rows a card, with a border.
  case comfortable
  /// Two rows a card.
  case compact

  /// The rows that a card takes.
  public var rows: Int { self == .comfortable ? 5 : 2 }
}

/// The filter, as it holds and as it is being typed.
public struct FilterState: Hashable, Sendable {
  /// The text as typed.
  public var input = TextInput()
  /// The query that holds: of the latest text without a mistake.
  public var query = Query()
  /// The mistake in the text.
  public var error: QueryError?
  /// Whether it is being typed.
  public var isTyping = false
  /// What held before the typing began, for going back.
  public var before = TextInput()

  /// A state that is typed without `is:`, and so is looked for as a word.
  var stateAsWord: QueryState? {
    query.terms.lazy.compactMap { term in
      guard case .words(let words) = term.condition else { return nil }
      return QueryState.allCases.first { FoldedText($0.rawValue) == words }
    }.first
  }

  /// No filter.
  public init() {}
}

/// The pane below the columns: what awaits each side.
public struct FeedbackPane: Hashable, Sendable {
  /// Whether it is shown; nil follows the height of the screen.
  public var isShown: Bool?
  /// Its rows beside the title; nil takes a fifth of the screen.
  public var rows: Int?
  /// Whether it takes the keys. Where it does not, it shows what has been owed for longest.
  public var hasFocus = false { didSet { if !hasFocus { top = 0 } } }
  /// The selected item, by its lead.
  public var selected: LeadID?
  /// The side that owes the selected item.
  public var side = Side.sales
  /// Its row among what that side owes when it was last seen, for when it goes.
  public var row = 0
  /// The first row in view of what that side owes.
  var top = 0

  /// Shown where there is room.
  public init() {}
}

/// The page of one lead.
public struct LeadPage: Sendable {
  /// The lead.
  public var id: LeadID
  /// The lead itself, once it is read.
  public var lead: Lead?
  /// Whether the latest try to read it failed: its file is gone or broken.
  public var isUnreadable = false
  /// The first line in view.
  public var top = 0
  /// Whether the timeline shows every edit of a field.
  public var showsEdits = false
  /// What was changed in the lead's file by hand while the page is open and no history tells.
  private var outside: [HistoryEntry] = []

  /// What the lead is called before guests; nil where nobody but the team looks on.
  let alias: BuyerAlias?

  /// The page of a lead that is still to be read.
  public init(id: LeadID, as alias: BuyerAlias? = nil) {
    self.id = id
    self.alias = alias
  }

  /// Takes up the lead as its file is now; the timeline tells what was changed there by hand.
  mutating func take(_ newest: Lead, at now: Instant) {
    if var former = lead {
      former.history.removeLast(outside.count)
      let known = Set(former.history.lazy.filter(\.isOutsideEdit).map(\.id))
      if newest.history.contains(where: { $0.isOutsideEdit && !known.contains($0.id) }) {
        outside = []
      } else if former != newest, former.history == newest.history {
        outside += LeadSummary(newest).outsideChanges(since: LeadSummary(former), at: now)
      }
    }
    lead = newest
    lead?.history += outside
  }
}

/// How far reading is.
public enum Reading: Hashable, Sendable {
  /// Files are being read; the total is not known at once.
  case loading(done: Int, total: Int?)
  /// Everything has been read.
  case complete
}

/// How changes of the files are noticed.
public enum Watching: Hashable, Sendable {
  /// The system tells.
  case live
  /// The system cannot tell: the files are looked at now and then, for this reason.
  case polling(String)
  /// Nothing is noticed, for this reason.
  case off(String)
}

/// A short message.
public struct Toast: Hashable, Sendable {
  /// What kind of message it is.
  public enum Kind: Hashable, Sendable { case done, refused, failed }

  /// What kind of message it is.
  public var kind: Kind
  /// What it says.
  public var text: String
  /// The lead that it is about; nil where it is about none, or no matter which.
  var lead: LeadID?

  /// A message.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// One of one's own changes that can be taken back: of a lead, or of a meeting's record.
public enum Undoable: Hashable, Sendable {
  /// A change of a lead.
  case lead(UndoableChange)
  /// The command that takes back a change of a meeting.
  case meeting(PendingMeeting)

  /// What takes it back.
  var effect: Effect {
    switch self {
    case .lead(let change): .undo(change)
    case .meeting(let pending): .applyMeeting(pending)
    }
  }
}

/// One of one's own changes of a lead that can be taken back.
public struct UndoableChange: Hashable, Sendable {
  /// The lead.
  public var lead: LeadID
  /// The change's entry in the lead's history.
  public var entry: EntryID
  /// What it was, for the message: `move to Qualify`.
  public var what: String

  /// A change that can be taken back.
  public init(lead: LeadID, entry: EntryID, what: String) {
    self.lead = lead
    self.entry = entry
    self.what = what
  }
}

/// A theme that can be chosen.
public struct ThemeName: Hashable, Sendable {
  /// The name in the settings: its file's name without folder and ending.
  public var id: String
  /// The words on the screen.
  public var title: String
  /// Whether it is dark or light, in a word.
  public var appearance: String

  /// A theme that can be chosen.
  public init(id: String, title: String, appearance: String) {
    self.id = id
    self.title = title
    self.appearance = appearance
  }
}
