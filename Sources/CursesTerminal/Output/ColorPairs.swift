internal import CNCurses
internal import TerminalCanvas

/// ncurses's numbered pairs of colours, given out as they are needed.
///
/// A pair keeps its meaning until `removeAll`: ncurses would redraw the cells of a pair that
/// changes, but with the number's new colours.
@MainActor
struct ColorPairs {
  /// Two colours as ncurses numbers them; -1 is the terminal's own.
  struct Colors: Hashable {
    let foreground: Int32
    let background: Int32
    /// Whether the foreground is a bright one, that eight colours show by bold.
    let isBrightened: Bool
  }

  private let depth: ColorDepth
  private let colors: Int
  private let limit: Int
  private var numbers: [Colors: Int32] = [:]
  private var known: [Key: (pair: Int32, isBrightened: Bool)] = [:]
  private var last: (key: Key, pair: Int32, isBrightened: Bool)?
  /// Whether a pair was asked for when none was left.
  private(set) var isExhausted = false

  private struct Key: Hashable {
    let foreground: Color
    let background: Color
  }

  /// - Parameters:
  ///   - depth: What the terminal shows.
  ///   - colors: How many colours ncurses can number.
  ///   - limit: How many pairs it can.
  init(depth: ColorDepth, colors: Int, limit: Int) {
    self.depth = depth
    self.colors = colors
    self.limit = limit
  }

  /// The pair that shows two colours, and whether the letters must be bold to look bright.
  ///
  /// - Complexity: O(1); a comparison where the colours are those of the call before.
  mutating func pair(_ foreground: Color, on background: Color) -> (pair: Int32, isBold: Bool) {
    if depth == .none { return (0, false) }
    let key = Key(foreground: foreground, background: background)
    if let last, last.key == key { return (last.pair, last.isBrightened) }
    let found = known[key] ?? make(key)
    last = (key, found.pair, found.isBrightened)
    return (found.pair, found.isBrightened)
  }

  /// Gives all pairs back; what is on the screen must be written anew.
  mutating func removeAll() {
    numbers.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    last = nil
    isExhausted = false
  }

  private mutating func make(_ key: Key) -> (pair: Int32, isBrightened: Bool) {
    let (background, _) = number(of: key.background)
    let (foreground, isBrightened) = number(of: key.foreground, on: background)
    let colors = Colors(
      foreground: foreground, background: background, isBrightened: isBrightened)
    if foreground < 0, background < 0 { return (0, false) }
    guard let pair = numbers[colors] ?? allocate(colors) else {
      isExhausted = true
      return (0, false)
    }
    // Many colours become few when they are reduced.
    if known.count >= 4 * limit { known.removeAll(keepingCapacity: true) }
    known[key] = (pair, isBrightened)
    return (pair, isBrightened)
  }

  private mutating func allocate(_ colors: Colors) -> Int32? {
    let pair = Int32(numbers.count + 1)
    guard pair < limit,
      init_extended_pair(pair, colors.foreground, colors.background) == OK
    else { return nil }
    numbers[colors] = pair
    return pair
  }

  /// - Parameter background: The number of what is behind, for a foreground.
  private func number(of color: Color, on background: Int32 = -1) -> (number: Int32, isBright: Bool)
  {
    switch color.reduced(to: depth).form {
    case .terminalDefault:
      return (-1, false)
    case .palette(let index) where depth == .trueColor:
      return (Int32(TerminalDescription.firstPaletteColor) + Int32(index), false)
    case .palette(8) where colors < 16:
      // Dark grey would be bold black, which many terminals show as black, on black unseen.
      return (background == 7 ? 0 : 7, false)
    case .palette(let index) where colors < 16 && index >= 8:
      return (Int32(index & 7), true)
    case .palette(let index):
      return (Int32(index), false)
    case .rgb(let red, let green, let blue):
      return (Int32(red) << 16 | Int32(green) << 8 | Int32(blue), false)
    }
  }
}
