internal import TerminalCanvas

/// What terminfo says that keys send, for those terminals that follow nobody's pattern.
struct KeyStrings: Equatable {
  /// Keys by the bytes they send, which begin with an escape.
  private(set) var keys: [[UInt8]: Key] = [:]
  /// Whether the backspace key sends what control-H sends.
  private(set) var backspaceIsControlH = false

  /// Nothing but the patterns.
  static let none = KeyStrings()

  private init() {}

  /// Takes the keys from a terminal's description.
  init(_ description: TerminalDescription) {
    for (name, key) in Self.names {
      if let bytes = description.strings[name], bytes.count > 1, bytes[0] == 0x1B {
        keys[bytes] = key
      }
    }
    for number in 1...12 {
      if let bytes = description.strings["kf\(number)"], bytes.count > 1, bytes[0] == 0x1B {
        keys[bytes] = Key(.function(number))
      }
    }
    backspaceIsControlH = description.strings["kbs"] == [0x08]
  }

  private static let names: [(String, Key)] = [
    ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
    ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
    ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kcbt", Key(.backtab)),
    ("kent", Key(.enter)), ("ka1", Key(.home)), ("ka3", Key(.pageUp)), ("kc1", Key(.end)),
    ("kc3", Key(.pageDown)),
    ("kri", Key(.up, .shift)), ("kind", Key(.down, .shift)), ("kLFT", Key(.left, .shift)),
    ("kRIT", Key(.right, .shift)), ("kHOM", Key(.home, .shift)), ("kEND", Key(.end, .shift)),
    ("kPRV", Key(.pageUp, .shift)), ("kNXT", Key(.pageDown, .shift)),
    ("kIC", Key(.insert, .shift)), ("kDC", Key(.delete, .shift)),
  ]
}
