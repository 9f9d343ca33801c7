internal import TerminalCanvas

/// Colours as a terminal numbers them, and how it is told of them.
///
/// Where it takes red, green and blue these are the number, eight bits each, and the 256 of its
/// palette follow; elsewhere the numbers are those of its description. `own` is its own colour.
@MainActor
struct Inks {
  /// The colours of letters and of what is behind them.
  struct Pair: Hashable {
    var letters = Inks.own
    var ground = Inks.own

    /// Whether there is any colour in it.
    var isColored: Bool { letters != Inks.own || ground != Inks.own }
  }

  /// The terminal's own colour of letters, or of what is behind them.
  nonisolated static let own: Int32 = -1

  private static let firstOfPalette: Int32 = 1 << 24

  private let description: TerminalDescription
  private let depth: ColorDepth
  private let count: Int
  /// What brings both of the terminal's own colours back.
  private let reset: [UInt8]
  /// Whether they come back one by one.
  private let resetsEach: Bool

  /// - Parameters:
  ///   - description: The terminal's own description.
  ///   - depth: The colours to show.
  init(_ description: TerminalDescription, depth: ColorDepth) {
    self.description = description
    self.depth = depth
    count = description.numbers["colors"] ?? 0
    resetsEach = depth == .trueColor || description.flags.contains("AX")
    reset = resetsEach ? Array("\u{1B}[39;49m".utf8) : description.bytes("op")
  }

  /// A cell's colours as numbers, and whether the letters must be bold to look bright.
  func pair(_ foreground: Color, on background: Color) -> (pair: Pair, isBold: Bool) {
    if depth == .none { return (Pair(), false) }
    let (ground, _) = number(of: background)
    let (letters, isBright) = number(of: foreground, on: ground)
    return (Pair(letters: letters, ground: ground), isBright)
  }

  /// Writes what makes one pair of the terminal's colours another.
  func change(_ old: Pair, to new: Pair, into bytes: inout [UInt8]) {
    var now = old
    if new.letters == Self.own && now.letters != Self.own
      || new.ground == Self.own && now.ground != Self.own
    {
      if resetsEach, new.isColored {
        bytes += (new.letters == Self.own ? "\u{1B}[39m" : "\u{1B}[49m").utf8
        if new.letters == Self.own { now.letters = Self.own } else { now.ground = Self.own }
      } else {
        bytes += reset
        now = Pair()
      }
    }
    if now.letters != new.letters { write(new.letters, "setaf", code: 38, into: &bytes) }
    if now.ground != new.ground { write(new.ground, "setab", code: 48, into: &bytes) }
  }

  private func write(
    _ number: Int32, _ capability: String, code: Int32, into bytes: inout [UInt8]
  ) {
    guard depth == .trueColor else {
      bytes += description.bytes(capability, number)
      return
    }
    bytes += [0x1B, 0x5B]
    bytes.append(decimal: code)
    if number < Self.firstOfPalette {
      bytes += [0x3B, 0x32]
      for shift: Int32 in [16, 8, 0] {
        bytes.append(0x3B)
        bytes.append(decimal: number >> shift & 255)
      }
    } else {
      bytes += [0x3B, 0x35, 0x3B]
      bytes.append(decimal: number - Self.firstOfPalette)
    }
    bytes.append(0x6D)
  }

  /// - Parameter background: The number of what is behind, for a foreground.
  private func number(of color: Color, on background: Int32 = own) -> (
    number: Int32, isBright: Bool
  ) {
    switch color.reduced(to: depth).form {
    case .terminalDefault:
      return (Self.own, false)
    case .palette(let index) where depth == .trueColor:
      return (Self.firstOfPalette + Int32(index), false)
    case .palette(8) where count < 16:
      // Dark grey would be bold black, which many terminals show as black, on black unseen.
      return (background == 7 ? 0 : 7, false)
    case .palette(let index) where count < 16 && index >= 8:
      return (Int32(index & 7), true)
    case .palette(let index):
      return (Int32(index), false)
    case .rgb(let red, let green, let blue):
      return (Int32(red) << 16 | Int32(green) << 8 | Int32(blue), false)
    }
  }
}

extension [UInt8] {
  /// Appends a number that is not negative, in decimal digits.
  fileprivate mutating func append(decimal number: Int32) {
    if number >= 10 { append(decimal: number / 10) }
    append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }
}
