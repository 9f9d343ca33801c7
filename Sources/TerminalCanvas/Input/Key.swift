/// One key press.
public struct Key: Hashable, Sendable {
  /// Which key it is, apart from what is held down with it.
  public enum Code: Hashable, Sendable {
    /// A key that writes a character; shift shows in the character itself.
    case character(Character)
    /// The enter or return key.
    case enter
    /// The escape key.
    case escape
    /// The tabulator key.
    case tab
    /// The tabulator key with shift.
    case backtab
    /// The key that deletes to the left.
    case backspace
    /// The key that deletes to the right.
    case delete
    /// The insert key.
    case insert
    /// The arrow up.
    case up
    /// The arrow down.
    case down
    /// The arrow to the left.
    case left
    /// The arrow to the right.
    case right
    /// The home key.
    case home
    /// The end key.
    case end
    /// A page up.
    case pageUp
    /// A page down.
    case pageDown
    /// A function key, from 1 on.
    case function(Int)
  }

  /// Keys held down while another is pressed.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// One bit for each modifier.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// The shift key.
    public static let shift = Self(rawValue: 1 << 0)
    /// The control key.
    public static let control = Self(rawValue: 1 << 1)
    /// The alt, option or meta key.
    public static let alt = Self(rawValue: 1 << 2)
  }

  /// Which key it is.
  public let code: Code
  /// What is held down with it.
  public let modifiers: Modifiers

  /// Makes a key press in its one canonical form, so that equal presses compare equal.
  ///
  /// Shift with a letter is the capital letter, shift with tab is `backtab`, and control with a
  /// letter is written with the small one.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    var code = code
    var modifiers = modifiers
    switch code {
    case .character(let character):
      if modifiers.contains(.control) {
        code = .character(Self.single(character.lowercased()) ?? character)
      } else if modifiers.contains(.shift) {
        code = .character(Self.single(character.uppercased()) ?? character)
        modifiers.remove(.shift)
      }
    case .tab where modifiers.contains(.shift):
      code = .backtab
      modifiers.remove(.shift)
    case .backtab:
      modifiers.remove(.shift)
    default:
      break
    }
    self.code = code
    self.modifiers = modifiers
  }

  /// A key that writes a character, with nothing held down.
  public static func character(_ character: Character) -> Self { Self(.character(character)) }

  /// The character that the press writes into an input, or nil if it means something else.
  public var typed: Character? {
    guard case .character(let character) = code, modifiers.isEmpty else { return nil }
    return character
  }

  private static func single(_ text: String) -> Character? {
    text.count == 1 ? text.first : nil
  }
}
