internal import TerminalCanvas

/// The colours and attributes that a terminal writes with, and what changes them.
@MainActor
struct Pen {
  private let inks: Inks
  /// What switches each attribute on, of those that the terminal has.
  private let attributes: [(attribute: Attributes, bytes: [UInt8])]
  private let known: Attributes
  /// The attributes that do not go together with colours here.
  private let colorless: Attributes
  private let plain: [UInt8]
  private var held = Look()
  /// The cell whose look is held whole.
  private var last: Cell?
  private var pairs: [Colors: (pair: Inks.Pair, isBold: Bool)] = [:]

  /// What the terminal writes with.
  private struct Look {
    var colors = Inks.Pair()
    var attributes: Attributes = []
  }

  private struct Colors: Hashable {
    let foreground: Color
    let background: Color
  }

  /// - Parameters:
  ///   - description: The terminal's own description.
  ///   - depth: The colours to show.
  init(_ description: TerminalDescription, depth: ColorDepth) {
    inks = Inks(description, depth: depth)
    plain = description.bytes("sgr0")
    attributes = description.attributeStrings
    known = attributes.reduce(into: []) { $0.formUnion($1.attribute) }
    colorless = description.colorlessAttributes
  }

  /// Goes back to what the terminal writes with by itself, whatever it writes with now.
  mutating func reset(into bytes: inout [UInt8]) {
    bytes += plain
    held = Look()
    last = nil
  }

  /// Takes up what a cell is written with.
  ///
  /// Of a blank only the background is seen, so for one nothing else is changed. Otherwise the
  /// terminal would be told of other colours and back between any two words.
  mutating func take(_ cell: Cell, into bytes: inout [UInt8]) {
    if let last, last.foreground == cell.foreground, last.background == cell.background,
      last.attributes == cell.attributes
    {
      return
    }
    var wanted = look(of: cell)
    if cell.isBlank, held.attributes.isDisjoint(with: Self.seenOnBlanks),
      wanted.attributes.isDisjoint(with: Self.seenOnBlanks)
    {
      if held.colors.ground == wanted.colors.ground { return }
      wanted = Look(
        colors: Inks.Pair(letters: held.colors.letters, ground: wanted.colors.ground),
        attributes: held.attributes)
      last = nil
    } else {
      last = cell
    }
    change(to: wanted, into: &bytes)
  }

  private static let seenOnBlanks: Attributes = [.underline, .reverse, .strikethrough]

  private mutating func change(to wanted: Look, into bytes: inout [UInt8]) {
    if !held.attributes.isSubset(of: wanted.attributes) {
      // Not every attribute can be switched off alone, so all are, and the colours with them.
      bytes += plain
      held = Look()
    }
    for (attribute, string) in attributes
    where wanted.attributes.contains(attribute) && !held.attributes.contains(attribute) {
      bytes += string
    }
    inks.change(held.colors, to: wanted.colors, into: &bytes)
    held = wanted
  }

  private mutating func look(of cell: Cell) -> Look {
    let colors = Colors(foreground: cell.foreground, background: cell.background)
    let (pair, isBold) = pairs[colors] ?? pair(of: colors)
    var attributes = cell.attributes
    if isBold { attributes.insert(.bold) }
    attributes.formIntersection(known)
    if pair.isColored { attributes.subtract(colorless) }
    return Look(colors: pair, attributes: attributes)
  }

  /// Works out a pair once: reducing a colour takes microseconds.
  private mutating func pair(of colors: Colors) -> (pair: Inks.Pair, isBold: Bool) {
    if pairs.count >= 1 << 12 { pairs.removeAll(keepingCapacity: true) }
    let pair = inks.pair(colors.foreground, on: colors.background)
    pairs[colors] = pair
    return pair
  }
}
