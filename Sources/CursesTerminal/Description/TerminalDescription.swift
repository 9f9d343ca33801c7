import CNCurses

/// What terminfo says of one terminal: the flags, numbers and strings of its entry.
struct TerminalDescription: Equatable {
  /// The entry's name, which is what `$TERM` holds.
  let name: String
  /// The standard flags that are set, and those added by name.
  var flags: Set<String> = []
  /// The numbers that are there, by name.
  var numbers: [String: Int] = [:]
  /// The strings that are there, by name, as bytes.
  var strings: [String: [UInt8]] = [:]

  /// Capabilities beyond the standard ones.
  enum Extended {
    /// Default colours by SGR 39 and 49; xterm's ways; colour numbers that are colours.
    static let flags = ["AX", "RGB", "XT"]
    /// Strike-through.
    static let strings = ["smxx"]
  }

  /// A string capability as text, for tests of what it holds.
  func text(_ name: String) -> String? {
    strings[name].map { String(decoding: $0, as: UTF8.self) }
  }
}

extension TerminalDescription {
  /// The standard capabilities' names, in the order in which a compiled entry holds them.
  enum Standard {
    static let flags = names(curses_boolean_name)
    static let numbers = names(curses_number_name)
    static let strings = names(curses_string_name)

    private static func names(_ name: (Int) -> UnsafePointer<CChar>?) -> [String] {
      var names: [String] = []
      while let next = name(names.count) { names.append(String(cString: next)) }
      return names
    }
  }

  /// Reads the entry of a terminal from wherever ncurses finds it.
  ///
  /// - Parameter name: The terminal's name.
  /// - Returns: Nil if there is no such entry.
  @MainActor
  static func load(_ name: String, descriptor: Int32) -> TerminalDescription? {
    guard let terminal = curses_load(name, descriptor) else { return nil }
    defer { curses_unload(terminal) }
    var description = TerminalDescription(name: name)
    for flag in Standard.flags + Extended.flags where curses_flag(flag) {
      description.flags.insert(flag)
    }
    for number in Standard.numbers {
      let value = curses_number(number)
      if value >= 0 { description.numbers[number] = Int(value) }
    }
    for string in Standard.strings + Extended.strings {
      guard let value = curses_string(string) else { continue }
      let bytes = UnsafeRawBufferPointer(start: value, count: curses_length(value))
      description.strings[string] = Array(bytes)
    }
    return description
  }
}
