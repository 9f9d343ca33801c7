/// Something done with the mouse.
public struct MouseEvent: Hashable, Sendable {
  /// A mouse button.
  public enum Button: Hashable, Sendable {
    /// The left button.
    case left
    /// The middle button, or the wheel pressed down.
    case middle
    /// The right button.
    case right
  }

  /// Which way the wheel turned.
  public enum Direction: Hashable, Sendable {
    /// Towards the upper edge.
    case up
    /// Towards the lower edge.
    case down
    /// Towards the left edge.
    case left
    /// Towards the right edge.
    case right
  }

  /// What was done.
  public enum Action: Hashable, Sendable {
    /// A button went down.
    case press(Button)
    /// A button came up.
    case release(Button)
    /// The mouse moved with a button down.
    case drag(Button)
    /// The wheel turned by one notch.
    case wheel(Direction)
  }

  /// What was done.
  public let action: Action
  /// The cell where it was done.
  public let position: Point
  /// The keys held down meanwhile.
  public let modifiers: Key.Modifiers

  /// Makes a mouse event.
  public init(_ action: Action, at position: Point, _ modifiers: Key.Modifiers = []) {
    self.action = action
    self.position = position
    self.modifiers = modifiers
  }
}
