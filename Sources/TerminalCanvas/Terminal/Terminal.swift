/// A terminal to show frames on and to get events from.
///
/// One stands behind ncurses, one in memory for tests. Everything happens on the main actor.
@MainActor
public protocol Terminal: AnyObject {
  /// The columns and rows there are now; a change is also told by `TerminalEvent.resize`.
  var size: Size { get }

  /// The colours that it shows.
  var colorDepth: ColorDepth { get }

  /// Takes the terminal over and delivers events until `stop()`.
  ///
  /// - Parameter onEvent: Called on the main actor, one event at a time.
  /// - Throws: What keeps the terminal from being taken over.
  func start(onEvent: @escaping @MainActor (TerminalEvent) -> Void) throws

  /// Gives the terminal back as it was; nothing happens when it was not taken over.
  func stop()

  /// Shows a frame; only what differs from the one before is written.
  ///
  /// - Parameters:
  ///   - frame: Of the terminal's size; where it is not, what is outside is left blank or cut.
  ///   - cursor: Where the cursor blinks; nil hides it.
  func show(_ frame: Frame, cursor: Point?)

  /// Draws everything again at the next `show`, whatever is believed to be on the screen.
  func invalidate()

  /// Puts a text into the window's title; it is made harmless.
  func setTitle(_ title: String)

  /// Rings or flashes.
  func bell()

  /// Gives the terminal back, stops the process (as Ctrl-Z does), and takes it over again.
  func suspend()

  /// Gives the terminal back while `body` runs, an editor say, and takes it over again.
  func released<Result>(_ body: () throws -> Result) rethrows -> Result

  /// Puts a text on the clipboard, if the terminal can.
  ///
  /// - Returns: Whether it was sent; a terminal does not say what it did with it.
  @discardableResult
  func copyToClipboard(_ text: String) -> Bool
}
