/// What a command needs besides the lead: the board's rules, who gives it, the time, and names
/// for what it adds. Nothing of it is asked of the system, so a command can be repeated exactly.
public struct CommandContext: Sendable {
  /// The board's stages, team and codes.
  public var board: Board
  /// Who gives the command: a member's id where the board knows one, else a system user.
  public var actor: String
  /// When.
  public var now: Instant
  /// Whether the moment was chosen, rather than that it is the present: then nothing is changed
  /// that has changed since.
  public var isPast: Bool
  /// What the actor had seen of the lead; nil carries the command out whatever it has become.
  public var seen: LeadSight?
  /// Whether a change is taken back: what was there before may come back though it is past.
  var isTakingBack = false
  /// Makes a name for an entry of an append-only list.
  public var newEntryID: @Sendable () -> EntryID

  /// A context.
  public init(
    board: Board, actor: String, now: Instant, isPast: Bool = false, seen: LeadSight? = nil,
    newEntryID: @escaping @Sendable () -> EntryID
  ) {
    self.board = board
    self.actor = actor
    self.now = now
    self.isPast = isPast
    self.seen = seen
    self.newEntryID = newEntryID
  }

  /// A moment as a refusal tells it, on the board's clock: `22 Nov 03:29`.
  public func said(_ moment: Instant) -> String { board.calendar.words(for: moment, asOf: now) }

  /// The side that the actor acts for; sales where the board does not know the actor.
  public var actorSide: Side { board.member(MemberID(actor))?.side ?? .sales }
}

/// Makes short names from a source of random numbers: ten letters and digits, fifty bits.
///
/// Few enough letters that a Swift string keeps them without an allocation.
public enum ShortName {
  private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// A name for which nobody else is likely to ask.
  public static func random(using generator: inout some RandomNumberGenerator) -> String {
    var bits = generator.next() as UInt64
    var bytes: [UInt8] = []
    for _ in 0..<10 {
      bytes.append(letters[Int(bits & 31)])
      bits >>= 5
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
