import BatonModel
import BatonStore
import Synchronization

/// A board that a command has opened: its rules, the moment it reckons at, and who asks.
struct Session {
  /// The board's folder.
  let folder: BoardFolder
  /// The rules.
  let board: Board
  /// The moment.
  let now: Instant
  /// Whether `--as-of` set the moment, so that a dashboard's clock stands still.
  let isClockSet: Bool
  /// Who gives the command.
  let actor: String
  /// The system around.
  let around: Surroundings
  /// The holds that cover whole companies, once they have been looked for.
  let wideHolds = ReadOnce<CompanyHolds>()

  /// Opens the board that the options name.
  ///
  /// - Throws: `Failure` where there is none or an option is wrong, `StoreError` where its
  ///   `board.json` is broken.
  init(
    _ common: CommonOptions, actor: ActorOptions? = nil, around: Surroundings = .current()
  ) throws {
    folder = try BoardFolder(at: Paths(around: around).board(named: common.board))
    board = try folder.readBoard()
    now = try common.moment(board.calendar, clock: around.clock)
    isClockSet = common.asOf != nil
    self.actor = try actor?.name(around) ?? around.userName
    self.around = around
  }

  /// The moment that `--as-of` chose; nil for the present.
  var chosenMoment: Instant? { isClockSet ? now : nil }

  /// What commands need besides the lead.
  var context: CommandContext {
    CommandContext(board: board, actor: actor, now: now, isPast: isClockSet) {
      EntryID(Session.newName())
    }
  }

  /// A name that nobody else is likely to give.
  static func newName() -> String {
    var generator = SystemRandomNumberGenerator()
    return ShortName.random(using: &generator)
  }
}

/// Something that is read when it is first asked for, and kept.
final class ReadOnce<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  /// What was read before, else what `read` reads.
  func value(_ read: () throws -> Value) throws -> Value {
    try kept.withLock { kept in
      if let kept { return kept }
      let value = try read()
      kept = value
      return value
    }
  }
}
