/// Gathers single changes into few events, soon.
///
/// One save makes several changes, so that an event waits for a little quiet; but never longer
/// than a window after its first change, so that what somebody else did is on the screen at once.
/// While many files change on and on, as a checkout of ten thousand makes them, both double from
/// event to event; one file saved again and again is told of as soon as ever. Times are nanoseconds
/// of one monotonic clock.
struct ChangeCoalescer {
  /// How long nothing must come before an event goes out, as a part of the window.
  static let quietPart: UInt64 = 4
  /// The longest that the first event of a burst waits.
  static let shortestWindow: UInt64 = 16_000_000
  /// The longest that an event of a long burst waits.
  static let longestWindow: UInt64 = 256_000_000

  /// An event of so many files may be one of many more to come.
  static let burstSize = 8

  private var paths: Set<String> = []
  private var rescan: RescanReason?
  private var first: UInt64?
  private var last: UInt64 = 0
  /// When the latest event of many files went out.
  private var lastBurst: UInt64?
  private var window = shortestWindow
  /// Until when nothing goes out, since more that belongs to it is on its way.
  private var heldUntil: UInt64?

  /// The longest that an event is held: whoever makes the changes may have died.
  static let longestHold: UInt64 = 1_000_000_000

  /// When the next event is due; nil while there is nothing to tell.
  var deadline: UInt64? {
    first.map { max(min(last + window / Self.quietPart, $0 + window), heldUntil ?? 0) }
  }

  /// Somebody has begun to change several files together, or has ended it.
  mutating func hold(_ isHeld: Bool, at now: UInt64) {
    heldUntil = isHeld ? now + Self.longestHold : nil
  }

  /// A file changed.
  mutating func note(_ path: String, at now: UInt64) {
    arrive(at: now)
    if rescan == nil { paths.insert(path) }
  }

  /// Anything may have changed.
  mutating func note(_ reason: RescanReason, at now: UInt64) {
    arrive(at: now)
    rescan = rescan ?? reason
    paths = []
  }

  /// The event that is due, if one is.
  mutating func take(at now: UInt64) -> FolderEvent? {
    guard let deadline, deadline <= now else { return nil }
    defer {
      lastBurst = rescan != nil || paths.count >= Self.burstSize ? now : nil
      paths = []
      rescan = nil
      first = nil
      heldUntil = nil
    }
    return rescan.map(FolderEvent.rescan) ?? .changed(paths)
  }

  private mutating func arrive(at now: UInt64) {
    last = now
    guard first == nil else { return }
    first = now
    let isBurst = lastBurst.map { now - $0 < window * 2 } ?? false
    window = isBurst ? min(window * 2, Self.longestWindow) : Self.shortestWindow
  }
}
