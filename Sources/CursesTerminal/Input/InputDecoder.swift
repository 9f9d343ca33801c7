internal import TerminalCanvas

/// Turns the bytes that a terminal sends into events.
///
/// Pure: bytes go in, in pieces of any size, and events come out. Where only time can tell (a lone
/// escape is a key, or the beginning of what a key sends), `isWaiting` is true, and the caller
/// says by `timeOut()` that nothing more came. What belongs to no known sequence is swallowed
/// whole: it never becomes text.
struct InputDecoder {
  /// The most bytes of one paste that are kept; the rest of it is dropped.
  static let pasteLimit = 1 << 20
  /// The most bytes of one control sequence that are looked at.
  static let sequenceLimit = 64

  enum State: Equatable {
    /// Between events.
    case ground
    /// After an escape; after two of them, `doubled`.
    case escape(doubled: Bool)
    /// After `ESC [`.
    case sequence
    /// After `ESC O`.
    case singleShift
    /// After `ESC [ [`, by which the Linux console begins F1 to F5.
    case console
    /// In a string that the terminal sent (`ESC ]`, `ESC P`, …), to its end.
    case string(_ introducer: Character, isEmpty: Bool)
    /// After an escape in such a string.
    case stringEscape
    /// In what was pasted, to its end.
    case paste
    /// In the three bytes of a mouse report of the old kind.
    case oldMouse
  }

  let strings: KeyStrings
  var state = State.ground
  /// Whether an escape came before the sequence, by which some terminals tell alt.
  var isAlt = false
  /// The bytes of the sequence since its introducer.
  var sequence: [UInt8] = []
  var pasted: [UInt8] = []
  /// The bytes of a scalar that has not come in full.
  var partial: [UInt8] = []
  /// Text since the last event of another kind.
  var text = ""
  var oldMouseButton = MouseEvent.Button.left
  var events: [TerminalEvent] = []

  init(strings: KeyStrings = .none) {
    self.strings = strings
  }

  /// Whether what came so far would be something else if nothing more came for a while.
  var isWaiting: Bool {
    switch state {
    case .escape: true
    case .sequence, .singleShift: sequence.isEmpty
    case .string(_, let isEmpty): isEmpty
    case .ground, .console, .stringEscape, .paste, .oldMouse: false
    }
  }

  /// Takes the next bytes.
  mutating func decode(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    for byte in bytes { take(byte) }
    return takeEvents()
  }

  /// Says that nothing came for long enough to take what waits for what it is.
  mutating func timeOut() -> [TerminalEvent] {
    guard isWaiting else { return [] }
    switch state {
    case .escape(let doubled):
      emit(Key(.escape))
      if doubled { emit(Key(.escape)) }
    case .sequence: emit(Key(.character("["), .alt))
    case .singleShift: emit(Key(.character("O"), .alt))
    case .string(let introducer, _): emit(Key(.character(introducer), .alt))
    case .ground, .console, .stringEscape, .paste, .oldMouse: break
    }
    state = .ground
    return takeEvents()
  }

  private mutating func takeEvents() -> [TerminalEvent] {
    flushText()
    defer { events.removeAll(keepingCapacity: true) }
    return events
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeGround(byte, modifiers: [])
    case .escape(let doubled): takeEscaped(byte, doubled: doubled)
    case .sequence: takeSequence(byte)
    case .singleShift: takeSingleShift(byte)
    case .console: takeConsole(byte)
    case .string(let introducer, let isEmpty):
      takeString(byte, introducer: introducer, isEmpty: isEmpty)
    case .stringEscape: takeStringEscape(byte)
    case .paste: takePaste(byte)
    case .oldMouse: takeOldMouse(byte)
    }
  }
}

// MARK: Text and control characters

extension InputDecoder {
  mutating func emit(_ event: TerminalEvent) {
    flushText()
    events.append(event)
  }

  mutating func emit(_ key: Key) {
    emit(.key(key))
  }

  /// Text that came together is told by characters, so that a mark stays with its letter.
  private mutating func flushText() {
    guard !text.isEmpty else { return }
    for character in text { events.append(.key(.character(character))) }
    text.removeAll(keepingCapacity: true)
  }

  mutating func takeGround(_ byte: UInt8, modifiers: Key.Modifiers) {
    if !partial.isEmpty || byte >= 0x80 {
      takeScalar(byte, modifiers: modifiers)
      return
    }
    switch byte {
    case 0x1B: state = .escape(doubled: false)
    case 0x20..<0x7F where modifiers.isEmpty: text.unicodeScalars.append(Unicode.Scalar(byte))
    case 0x20..<0x7F: emit(Key(.character(Character(Unicode.Scalar(byte))), modifiers))
    default: emit(controlKey(byte, modifiers: modifiers))
    }
  }

  private func controlKey(_ byte: UInt8, modifiers: Key.Modifiers) -> Key {
    switch byte {
    case 0x00: Key(.character(" "), modifiers.union(.control))
    case 0x08 where strings.backspaceIsControlH: Key(.backspace, modifiers)
    case 0x09: Key(.tab, modifiers)
    case 0x0D: Key(.enter, modifiers)
    case 0x7F: Key(.backspace, modifiers)
    default:
      // Control takes the letter's upper bits away.
      Key(.character(Character(Unicode.Scalar(byte | 0x40))), modifiers.union(.control))
    }
  }

  /// Takes one byte of a scalar beyond ASCII; what is no UTF-8 is dropped.
  private mutating func takeScalar(_ byte: UInt8, modifiers: Key.Modifiers) {
    if partial.isEmpty {
      guard (0xC2...0xF4).contains(byte) else { return }
      partial = [byte]
      isAlt = modifiers.contains(.alt)
      return
    }
    guard byte & 0xC0 == 0x80 else {
      partial.removeAll()
      isAlt = false
      takeGround(byte, modifiers: [])
      return
    }
    partial.append(byte)
    let expected = partial[0] < 0xE0 ? 2 : partial[0] < 0xF0 ? 3 : 4
    guard partial.count == expected else { return }
    defer { partial.removeAll() }
    guard let whole = String(validating: partial, as: UTF8.self) else { return }
    if isAlt, let character = whole.first {
      isAlt = false
      emit(Key(.character(character), .alt))
    } else if whole.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) {
      text += whole
    }
  }
}

// MARK: After an escape

extension InputDecoder {
  private mutating func takeEscaped(_ byte: UInt8, doubled: Bool) {
    isAlt = doubled
    sequence.removeAll(keepingCapacity: true)
    switch byte {
    case 0x1B where doubled: emit(Key(.escape))
    case 0x1B: state = .escape(doubled: true)
    case UInt8(ascii: "["): state = .sequence
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"),
      UInt8(ascii: "X"):
      state = .string(Character(Unicode.Scalar(byte)), isEmpty: true)
    default:
      state = .ground
      if doubled { emit(Key(.escape)) }
      takeGround(byte, modifiers: .alt)
    }
  }

  /// Swallows a string that the terminal sent, to BEL, `ESC \`, or an escape that begins another.
  private mutating func takeString(_ byte: UInt8, introducer: Character, isEmpty: Bool) {
    switch byte {
    case 0x1B where isEmpty:
      emit(Key(.character(introducer), .alt))
      state = .escape(doubled: false)
    case 0x1B: state = .stringEscape
    case 0x07, 0x18, 0x1A: state = .ground
    default: state = .string(introducer, isEmpty: false)
    }
  }

  private mutating func takeStringEscape(_ byte: UInt8) {
    if byte == UInt8(ascii: "\\") {
      state = .ground
    } else {
      state = .escape(doubled: false)
      take(byte)
    }
  }
}
