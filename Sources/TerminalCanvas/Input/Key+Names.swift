extension Key {
  /// Makes a key from its name, as a keymap or a help page writes it.
  ///
  /// A single character stands for itself; others are `enter`, `escape`, `tab`, `backspace`,
  /// `delete`, `insert`, `up`, `down`, `left`, `right`, `home`, `end`, `page-up`, `page-down`,
  /// `space`, `minus` and `f1` to `f63`; before them stand `ctrl-`, `alt-` and `shift-`. Nil for
  /// anything else.
  public init?(_ name: String) {
    var rest = Substring(name)
    var modifiers: Modifiers = []
    while let (prefix, modifier) = Self.prefixes.first(where: {
      rest.hasPrefix($0.0) && rest.count > $0.0.count
    }) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(prefix.count)
    }
    if rest.count == 1, let character = rest.first {
      self.init(.character(character), modifiers)
    } else if let (_, code) = Self.named.first(where: { $0.0 == rest }) {
      self.init(code, modifiers)
    } else if rest == "backtab" {
      self.init(.backtab, modifiers)
    } else if rest.hasPrefix("f"), let number = Int(rest.dropFirst()), (1...63) ~= number {
      self.init(.function(number), modifiers)
    } else {
      return nil
    }
  }

  private static let prefixes: [(String, Modifiers)] = [
    ("ctrl-", .control), ("alt-", .alt), ("shift-", .shift),
  ]

  private static let named: [(String, Code)] = [
    ("enter", .enter), ("escape", .escape), ("tab", .tab), ("backspace", .backspace),
    ("delete", .delete), ("insert", .insert), ("up", .up), ("down", .down), ("left", .left),
    ("right", .right), ("home", .home), ("end", .end), ("page-up", .pageUp),
    ("page-down", .pageDown), ("space", .character(" ")), ("minus", .character("-")),
  ]
}

extension Key: CustomStringConvertible {
  /// The key's name, which `init(_:)` reads back.
  public var description: String {
    var name = ""
    if modifiers.contains(.control) { name += "ctrl-" }
    if modifiers.contains(.alt) { name += "alt-" }
    if modifiers.contains(.shift) { name += "shift-" }
    switch code {
    case .character("-") where modifiers.isEmpty: return "-"
    case .backtab: return name + "shift-tab"
    case .function(let number): return name + "f\(number)"
    default: break
    }
    if let (known, _) = Self.named.first(where: { $0.1 == code }) { return name + known }
    if case .character(let character) = code { name.append(character) }
    return name
  }
}
