internal import TerminalCanvas

// Control sequences (`ESC [ …`, ECMA-48) and single shifts (`ESC O …`), as xterm sends them, and
// where rxvt and the Linux console differ, as those do.
extension InputDecoder {
  mutating func takeSequence(_ byte: UInt8) {
    switch byte {
    case 0x1B:
      abandon("[")
    case 0x20...0x3F:
      guard sequence.count < Self.sequenceLimit else { return }
      sequence.append(byte)
      // rxvt ends shifted keys with a dollar, which is no end to anybody else.
      if byte == UInt8(ascii: "$"), let key = strings.keys[[0x1B, 0x5B] + sequence] {
        finish(key)
      }
    case UInt8(ascii: "[") where sequence.isEmpty:
      state = .console
    case 0x40...0x7E:
      finishSequence(byte)
    default:
      // A control character, or no ASCII: this was no sequence.
      state = .ground
      takeGround(byte, modifiers: [])
    }
  }

  mutating func takeSingleShift(_ byte: UInt8) {
    switch byte {
    case 0x1B:
      abandon("O")
    case UInt8(ascii: "0")...UInt8(ascii: "9") where sequence.count < 2:
      sequence.append(byte)
    default:
      let modifiers = Self.modifiers(Self.number(sequence[...]) ?? 1)
      if let key = strings.keys[[0x1B, 0x4F] + sequence + [byte]] {
        finish(key)
      } else if let code = Self.shiftedCodes[byte] {
        finish(Key(code, modifiers))
      } else {
        state = .ground
      }
    }
  }

  mutating func takeConsole(_ byte: UInt8) {
    state = .ground
    if (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) {
      finish(Key(.function(Int(byte) - 0x40)))
    }
  }

  /// An escape in the midst of a sequence begins another; right after its introducer, that was
  /// a letter with alt.
  private mutating func abandon(_ introducer: Character) {
    if sequence.isEmpty { emit(Key(.character(introducer), .alt)) }
    state = .escape(doubled: false)
  }

  private mutating func finish(_ key: Key) {
    state = .ground
    emit(isAlt ? Key(key.code, key.modifiers.union(.alt)) : key)
    isAlt = false
  }

  private mutating func finishSequence(_ final: UInt8) {
    state = .ground
    // No key is that long: whatever it was, only its end was of interest.
    guard sequence.count < Self.sequenceLimit else { return }
    if let first = sequence.first, (0x3C...0x3F).contains(first) {
      if first == UInt8(ascii: "<") { finishMouse(final) }
      return
    }
    let parameters = sequence.split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    switch (final, sequence.isEmpty) {
    case (UInt8(ascii: "M"), true): state = .oldMouse
    case (UInt8(ascii: "I"), true): emit(.focus(true))
    case (UInt8(ascii: "O"), true): emit(.focus(false))
    case (UInt8(ascii: "~"), false) where Self.number(parameters[0]) == 200:
      state = .paste
      pasted.removeAll()
    default:
      if let key = Self.key(parameters, final: final)
        ?? strings.keys[[0x1B, 0x5B] + sequence + [final]]
      {
        finish(key)
      }
    }
  }

  /// The key that a control sequence stands for, or nil if none, or if it was let go.
  private static func key(_ parameters: [ArraySlice<UInt8>], final: UInt8) -> Key? {
    // xterm's second parameter is the modifiers; after a colon, kitty says 3 for letting go.
    let parts = parameters.dropFirst().first?.split(separator: UInt8(ascii: ":")) ?? []
    let held = modifiers(parts.first.flatMap { number($0) } ?? 1)
    guard parts.count < 2 || number(parts[1]) != 3 else { return nil }
    let first = parameters.first.flatMap { number($0) }
    switch final {
    case UInt8(ascii: "~"):
      if first == 27, parameters.count > 2, let code = number(parameters[2]) {
        return key(codePoint: code, held)
      }
      return first.flatMap { numberedCodes[$0] }.map { Key($0, held) }
    case UInt8(ascii: "^"):
      return first.flatMap { numberedCodes[$0] }.map { Key($0, held.union(.control)) }
    case UInt8(ascii: "@"):
      return first.flatMap { numberedCodes[$0] }.map { Key($0, [.control, .shift]) }
    case UInt8(ascii: "u"):
      return first.flatMap { key(codePoint: $0, held) }
    case UInt8(ascii: "Z"):
      return Key(.backtab, held)
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return letterCodes[final & ~0x20].map { Key($0, .shift) }
    default:
      guard first == nil || first == 1 else { return nil }
      return letterCodes[final].map { Key($0, held) }
    }
  }

  /// The key that xterm's `modifyOtherKeys` and kitty's protocol name by its code point.
  private static func key(codePoint: Int, _ held: Key.Modifiers) -> Key? {
    switch codePoint {
    case 9: Key(.tab, held)
    case 13: Key(.enter, held)
    case 27: Key(.escape, held)
    case 8, 127: Key(.backspace, held)
    case 0x20..<0xE000, 0xF900...0x10FFFF:
      // Between them lies what kitty uses for keys that write nothing.
      Unicode.Scalar(UInt32(codePoint)).map { Key(.character(Character($0)), held) }
    default: nil
    }
  }

  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 8 else { return nil }
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }

  /// xterm's number for what is held down: one more than its bits; meta counts as alt.
  private static func modifiers(_ number: Int) -> Key.Modifiers {
    let bits = max(0, number - 1)
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & (2 | 8) != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  private static let letterCodes: [UInt8: Key.Code] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "F"): .end, UInt8(ascii: "H"): .home,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  /// What keys send after `ESC O`: those above, and the numeric pad.
  private static let shiftedCodes: [UInt8: Key.Code] = {
    var codes = letterCodes
    codes[UInt8(ascii: "M")] = .enter
    codes[UInt8(ascii: "X")] = .character("=")
    for (byte, character) in zip(UInt8(ascii: "j")..., "*+,-./0123456789") {
      codes[byte] = .character(character)
    }
    return codes
  }()

  private static let numberedCodes: [Int: Key.Code] = {
    var codes: [Int: Key.Code] = [
      1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]
    let functions = [
      11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34,
    ]
    for (index, number) in functions.enumerated() { codes[number] = .function(index + 1) }
    return codes
  }()
}
