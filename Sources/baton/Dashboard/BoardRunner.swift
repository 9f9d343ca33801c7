import BatonBoard
import BatonModel
import BatonReports
import BatonStore
import CursesTerminal
import Dispatch
import Foundation
import TerminalCanvas

/// Ties the dashboard to the board's folder and to the terminal.
@MainActor
final class BoardRunner {
  private let session: Session
  private var controller: BoardController?
  private var themes: ThemeShelf
  private var inboxFailure: Failure?
  private lazy var reader = BoardReader(
    session,
    known: { [weak self] in
      self?.controller?.state.shelf.contents.flatMap { $0.map(\.id) } ?? []
    },
    send: { [weak self] in self?.controller?.send($0) })
  private lazy var writer = BoardWriter(
    session, catchUp: { [weak self] in await self?.reader.catchUp() },
    send: { [weak self] in self?.controller?.send($0) })

  /// Prepares the dashboard of an opened board.
  init(_ session: Session) {
    self.session = session
    themes = ThemeShelf(folder: Paths(around: session.around).themesFolder)
  }

  /// Opens the dashboard; the main queue runs it from then on.
  ///
  /// - Parameters:
  ///   - theme: The id of the theme to begin with; nil takes the first.
  ///   - meeting: The meeting to begin with; nil begins with the board.
  /// - Throws: What keeps the terminal from being taken over.
  func start(theme: String?, meeting: MeetingOpening? = nil) throws {
    let terminal = CursesTerminal(environment: ProcessInfo.processInfo.environment) {
      [weak self] ending in self?.end(status: ending.exitStatus)
    }
    let theme = themes.theme(theme)
    var state = BoardState(
      size: Size(80, 24), board: session.board, now: session.now, actor: session.actor,
      isPast: session.isClockSet)
    state.minutesFolder = MinutesFiles.usualFolder(of: session.folder.path)
    let controller = BoardController(
      state: state, terminal: terminal, theme: theme, environment: environment)
    self.controller = controller
    // Before the first frame: guests are not to see a name.
    if let meeting {
      controller.send(.meetingOpened(date: meeting.date, masksNames: meeting.masksNames))
    }
    try controller.start()
    reader.start()
    controller.send(.themesFound(themes.names, current: theme.id))
    tellOfThemeFaults()
    watchThemes()
    // Whoever looks at an earlier moment is not to have taken anything in back then.
    if session.chosenMoment == nil { followInbox() }
  }

  private var environment: BoardEnvironment {
    let clock: (() -> Instant)? = session.isClockSet ? nil : { Instant(Date()) }
    return BoardEnvironment(
      readLead: { [weak self] in self?.reader.readLead($0) },
      apply: { [weak self] command, id, message in
        guard let self else { return }
        var context = self.context
        context.seen = self.controller?.state.seen(of: id)
        self.writer.apply(PendingCommand(command, to: id, message: message), in: context)
      },
      insist: { [weak self] pending in
        guard let self else { return }
        self.writer.apply(pending, in: self.context)
      },
      findDuplicates: { [weak self] in self?.writer.findDuplicates() },
      merge: { [weak self] other, kept in
        guard let self else { return }
        self.writer.merge(other, into: kept, in: self.context)
      },
      undo: { [weak self] change in
        guard let self else { return }
        self.writer.undo(change, in: self.context)
      },
      applyMeeting: { [weak self] pending in
        guard let self else { return }
        self.writer.apply(pending, in: self.context)
      },
      writeMinutes: { [weak self] in self?.writeMinutes($0) },
      useTheme: { [weak self] id in
        guard let self else { return }
        self.controller?.use(self.themes.theme(id))
        self.remember(theme: id)
      },
      clock: clock, quit: { [weak self] in self?.end(status: 0) })
  }

  private var context: CommandContext {
    CommandContext(
      board: controller?.state.board ?? session.board, actor: session.actor,
      now: session.chosenMoment ?? Instant(Date()), isPast: session.isClockSet
    ) { EntryID(Session.newName()) }
  }

  private func writeMinutes(_ order: MinutesOrder) {
    guard let state = controller?.state else { return }
    let view = MeetingView(
      book: state.meetings, day: CivilDay(order.date), masksNames: order.masksNames)
    writer.write(
      order, of: Array(state.shelf.contents.joined()), in: view, state.reckoning,
      MinutesFiles(board: session.folder.path, paths: Paths(around: session.around)))
  }

  private func end(status: Int32) {
    controller?.stop()
    exit(status)
  }

  // MARK: - The inbox

  /// Takes in what is dropped into the inbox, and says so.
  private func followInbox() {
    let follower = InboxFollower(session)
    Task {
      // It goes on for as long as the dashboard; what it throws is told as it happens.
      try? await follower.run { result in await self.tell(result) }
    }
  }

  private func tell(_ result: Result<[InboxOutcome], any Error>) {
    switch result {
    case .success(let outcomes):
      for outcome in outcomes where outcome.isDone {
        controller?.send(.inboxTaken(outcome.sentence, isWhole: outcome.isWhole))
      }
      inboxFailure = nil
    case .failure(let error):
      let failure = Failure(error)
      // It is tried again and again: once is enough to hear of it.
      if inboxFailure != failure {
        controller?.send(.failed("\(failure.what) \(failure.remedy)"))
      }
      inboxFailure = failure
    }
  }

  // MARK: - Themes

  /// Keeps the choice for the next time; says so where it cannot be kept.
  private func remember(theme id: String) {
    do {
      try Settings.remember(theme: id, in: Paths(around: session.around).settingsFile)
    } catch {
      let failure = Failure(error)
      controller?.send(.failed("\(failure.what) \(failure.remedy)"))
    }
  }

  /// Draws with a theme file as soon as it is saved.
  private func watchThemes() {
    let follower = ThemeFollower(folder: themes.folder)
    Task { await follower.run { [weak self] in self?.takeUpThemes() } }
  }

  private func takeUpThemes() {
    themes.read()
    guard let controller else { return }
    let theme = themes.theme(controller.state.theme)
    controller.send(.themesFound(themes.names, current: theme.id))
    controller.use(theme)
    tellOfThemeFaults()
  }

  private func tellOfThemeFaults() {
    if let fault = themes.faults.first { controller?.send(.failed("\(fault)")) }
  }
}
