import BatonModel
import BatonReports
import Dispatch
public import TerminalCanvas

/// Runs the dashboard: events become actions, actions change the state, the state is drawn.
///
/// Everything happens on the main actor; work on many leads happens on a queue beside it. Many
/// causes in one turn of the main queue make one frame.
@MainActor
public final class BoardController {
  /// The state; changed by `send` alone.
  public private(set) var state: BoardState
  private let terminal: any Terminal
  private let environment: BoardEnvironment
  private var theme: Theme
  private var look: Look
  private var needsFrame = false
  private var wake: (moment: Instant, item: DispatchWorkItem)?
  private var tick: (moment: Instant, item: DispatchWorkItem)?

  /// Work on up to so many leads is done at once, which takes about a millisecond; on more it is
  /// given to another thread.
  static let leadsAtOnce = 1500

  /// Prepares a dashboard on a terminal.
  public init(
    state: BoardState, terminal: any Terminal, theme: Theme, environment: BoardEnvironment
  ) {
    self.state = state
    self.terminal = terminal
    self.environment = environment
    self.theme = theme
    look = Look(theme: theme, depth: terminal.colorDepth)
  }

  /// Takes the terminal over and shows the first frame.
  ///
  /// - Throws: What keeps the terminal from being taken over.
  public func start() throws {
    try terminal.start { [weak self] event in self?.receive(event) }
    look = Look(theme: theme, depth: terminal.colorDepth)
    terminal.setTitle("Baton · \(state.board.name)")
    state.size = terminal.size
    showFrame()
  }

  /// Gives the terminal back.
  public func stop() {
    wake?.item.cancel()
    tick?.item.cancel()
    terminal.stop()
  }

  /// Takes up what happened, and draws soon.
  public func send(_ action: Action) {
    for effect in state.update(action) { carryOut(effect) }
    wakeForReckoning()
    tickWithMeeting()
    scheduleFrame()
  }

  /// Draws with another theme from now on.
  public func use(_ theme: Theme) {
    self.theme = theme
    look = Look(theme: theme, depth: terminal.colorDepth)
    scheduleFrame()
  }

  /// Draws now what is waiting to be drawn.
  public func showFrame() {
    needsFrame = false
    let (frame, cursor) = state.frame(look)
    terminal.show(frame, cursor: cursor)
  }

  private func receive(_ event: TerminalEvent) {
    switch event {
    case .key(let key): send(.keyPressed(key))
    case .paste(let text): send(.pasted(text))
    case .mouse(let mouse): send(.mouse(mouse))
    case .resize(let size): send(.resized(size))
    case .focus: break
    }
  }

  private func scheduleFrame() {
    guard !needsFrame else { return }
    needsFrame = true
    DispatchQueue.main.async { [weak self] in
      MainActor.assumeIsolated {
        if let self, self.needsFrame { self.showFrame() }
      }
    }
  }

  private func carryOut(_ effect: Effect) {
    switch effect {
    case .work(let work):
      if work.leadCount <= BoardController.leadsAtOnce {
        send(work.result())
      } else {
        Self.elsewhere {
          work.result()
        } answer: { [weak self] in
          self?.send($0)
        }
      }
    case .tellTime: if let clock = environment.clock { send(.timeTold(clock())) }
    case .applyMeeting(let pending): environment.applyMeeting(pending)
    case .writeMinutes(let order): environment.writeMinutes(order)
    case .readLead(let id): environment.readLead(id)
    case .apply(let command, let id, let message): environment.apply(command, id, message)
    case .insist(let pending): environment.insist(pending)
    case .findDuplicates: environment.findDuplicates()
    case .merge(let other, into: let kept): environment.merge(other, kept)
    case .undo(let change): environment.undo(change)
    case .useTheme(let id): environment.useTheme(id)
    case .copy(let text): terminal.copyToClipboard(text)
    case .redraw: terminal.invalidate()
    case .bell: terminal.bell()
    case .suspend: terminal.suspend()
    case .quit: environment.quit()
    }
  }

  /// Does work on another thread. Not isolated, so that the closure it hands to the queue is not
  /// taken to belong to the main actor.
  private nonisolated static func elsewhere<Result: Sendable>(
    _ work: @escaping @Sendable () -> Result,
    answer: @escaping @MainActor @Sendable (Result) -> Void
  ) {
    DispatchQueue.global(qos: .userInitiated).async {
      let result = work()
      DispatchQueue.main.async { MainActor.assumeIsolated { answer(result) } }
    }
  }

  /// Reckons anew when something falls due by itself or has changed: one timer, only while
  /// something can.
  ///
  /// Not more often than every second, and on large boards every half minute, so that a board on
  /// which something happens all the time stays quiet.
  private func wakeForReckoning() {
    let moment = state.nextReckoning
    guard moment != wake?.moment, let clock = environment.clock else { return }
    // Of changes that follow each other the first one sets the time.
    if let former = wake?.moment, former < moment, former <= clock() { return }
    wake?.item.cancel()
    wake = nil
    guard moment < .distantFuture else { return }
    let least = state.shelf.count <= BoardController.leadsAtOnce ? 1.0 : 30.0
    let seconds = max(least, moment.days(since: clock()) * 86_400 + 0.01)
    let item = DispatchWorkItem { [weak self] in
      MainActor.assumeIsolated {
        guard let self, let clock = self.environment.clock else { return }
        self.wake = nil
        self.send(.timePassed(clock()))
      }
    }
    wake = (moment, item)
    DispatchQueue.main.asyncAfter(wallDeadline: .now() + seconds, execute: item)
  }

  /// Draws a meeting's clocks anew when another minute of it is over: one timer, once a minute, and
  /// none while no meeting is on the screen.
  private func tickWithMeeting() {
    let moment = state.nextMinuteOfMeeting
    guard moment != tick?.moment else { return }
    tick?.item.cancel()
    tick = nil
    guard let clock = environment.clock, let moment else { return }
    let item = DispatchWorkItem { [weak self] in
      MainActor.assumeIsolated {
        guard let self else { return }
        self.tick = nil
        self.send(.timeTold(clock()))
      }
    }
    tick = (moment, item)
    let seconds = max(1, moment.days(since: clock()) * 86_400 + 0.01)
    DispatchQueue.main.asyncAfter(wallDeadline: .now() + seconds, execute: item)
  }
}
