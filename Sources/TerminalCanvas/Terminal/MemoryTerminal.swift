/// A terminal without a terminal: events are fed in, and what was shown is kept for tests.
@MainActor
public final class MemoryTerminal: Terminal {
  /// The columns and rows; `resize(to:)` changes them.
  public private(set) var size: Size
  /// The colours that it pretends to show.
  public let colorDepth: ColorDepth
  /// The frame shown last.
  public private(set) var frame: Frame?
  /// Where the cursor was shown last.
  public private(set) var cursor: Point?
  /// How many frames were shown.
  public private(set) var framesShown = 0
  /// The title set last, made harmless.
  public private(set) var title = ""
  /// How often it rang.
  public private(set) var bells = 0
  /// How often it was suspended.
  public private(set) var suspensions = 0
  /// What was copied last.
  public private(set) var clipboard: String?
  /// Whether it is taken over.
  public var isStarted: Bool { onEvent != nil }

  private var onEvent: (@MainActor (TerminalEvent) -> Void)?

  /// Makes a terminal of a size.
  public init(size: Size = Size(80, 24), colorDepth: ColorDepth = .trueColor) {
    self.size = size
    self.colorDepth = colorDepth
  }

  /// The rows shown last, without the spaces at their ends.
  public var lines: [String] { frame?.lines ?? [] }

  /// Delivers an event as if it came from the terminal; nothing happens before `start`.
  public func send(_ event: TerminalEvent) {
    if case .resize(let size) = event { self.size = size }
    onEvent?(event)
  }

  /// Delivers key presses by their names; what is no key name is not delivered.
  ///
  /// - Returns: Whether all were key names.
  @discardableResult
  public func press(_ names: String...) -> Bool {
    let keys = names.map { Key($0) }
    for case let key? in keys { send(.key(key)) }
    return !keys.contains(nil)
  }

  /// Delivers a key press for each character of a text.
  public func type(_ text: String) {
    for character in text { send(.key(.character(character))) }
  }

  /// Gives the terminal another size and tells so.
  public func resize(to size: Size) {
    send(.resize(size))
  }

  /// Keeps the receiver of events; never throws.
  public func start(onEvent: @escaping @MainActor (TerminalEvent) -> Void) throws {
    self.onEvent = onEvent
  }

  /// Forgets the receiver of events.
  public func stop() {
    onEvent = nil
  }

  /// Keeps the frame.
  public func show(_ frame: Frame, cursor: Point?) {
    self.frame = frame
    self.cursor = cursor
    framesShown += 1
  }

  /// Does nothing, since nothing is kept back.
  public func invalidate() {}

  /// Keeps the title.
  public func setTitle(_ title: String) {
    self.title = Sanitizer.safeText(title)
  }

  /// Counts the bell.
  public func bell() {
    bells += 1
  }

  /// Counts the suspension and returns at once.
  public func suspend() {
    suspensions += 1
  }

  /// Runs the body.
  public func released<Result>(_ body: () throws -> Result) rethrows -> Result {
    try body()
  }

  /// Keeps the text.
  @discardableResult
  public func copyToClipboard(_ text: String) -> Bool {
    clipboard = text
    return true
  }
}
