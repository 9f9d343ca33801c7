public import TerminalCanvas

/// Names of keys as the hint bar and the help write them.
public enum KeyName {
  /// The shortest name that everybody reads: `⏎`, `esc`, `^L`, `⇧→`.
  public static func short(_ key: Key) -> String {
    var name: String
    switch key.code {
    case .enter: name = "⏎"
    case .escape: name = "esc"
    case .tab: name = "tab"
    case .backtab: name = "⇧tab"
    case .backspace: name = "⌫"
    case .up: name = "↑"
    case .down: name = "↓"
    case .left: name = "←"
    case .right: name = "→"
    case .pageUp: name = "pgup"
    case .pageDown: name = "pgdn"
    case .character(" "): name = "space"
    case .character(let character):
      name = String(character)
      if key.modifiers.contains(.control) { name = "^" + name.uppercased() }
    default: name = Key(key.code).description
    }
    if key.modifiers.contains(.shift) { name = "⇧" + name }
    if key.modifiers.contains(.alt) { name = "alt-" + name }
    return name
  }
}
