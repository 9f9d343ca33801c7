/// Reads amounts of money as people and exports write them: `1,234.50`, `1.234,50`, `€1 234`,
/// `$12k`, `(500)`, `CHF 1'200`.
///
/// Whether the comma in `1,234` divides thousands or begins the decimals cannot be told from that
/// amount. The other cells of its column may settle it (``decimalMark(settledBy:)``); else it is
/// refused.
public struct MoneyReader: Sendable {
  /// Why a cell is no amount.
  public enum Fault: Error, Hashable, Sendable {
    /// The cell holds no number, or something beside it that is no currency.
    case notAnAmount
    /// The mark may divide thousands or begin the decimals, and nothing settles which.
    case unclearMark
    /// The sign stands for several currencies, and the file's is not one of them.
    case unclearCurrency(String)
    /// The amount is larger than can be kept.
    case tooLarge
  }

  /// The currency of amounts that state none: an ISO 4217 code.
  public var currency: String
  /// The mark before the decimals, where it is settled.
  public var decimalMark: DecimalMark?
  /// What each number is counted in, as a power of ten: 6 for a column of millions.
  public var powerOfTen: Int
  /// Whether numbers are counted in cents rather than in whole units.
  public var countsMinorUnits = false

  /// A reader for one column.
  public init(currency: String, decimalMark: DecimalMark? = nil, powerOfTen: Int = 0) {
    self.currency = currency
    self.decimalMark = decimalMark
    self.powerOfTen = powerOfTen
  }

  /// What a cell by itself says of the decimal mark; nil where it fits both, or has no mark.
  public static func decimalMark(settledBy cell: String) -> DecimalMark? {
    NumberShape(cell)?.settles
  }

  /// Whether the cell can be read only by somebody who knows the decimal mark.
  public static func isUnclear(_ cell: String) -> Bool {
    guard let shape = NumberShape(cell) else { return false }
    return shape.settles == nil && shape.isReadable(with: .point)
      && shape.scaled(byPowerOfTen: 3, decimalMark: .point)
        != shape.scaled(byPowerOfTen: 3, decimalMark: .comma)
  }

  /// The amount that a cell states.
  ///
  /// Decimals beyond those of the currency are rounded half away from zero.
  public func read(_ cell: String) throws(Fault) -> Money {
    guard let shape = NumberShape(cell) else { throw .notAnAmount }
    let (magnitude, suffix) = try Self.magnitude(of: shape.suffix)
    let stated = [shape.prefix, suffix].filter { !$0.isEmpty }
    guard stated.count < 2 else { throw .notAnAmount }
    let currency = try stated.first.map { sign throws(Fault) in try code(of: sign) } ?? currency
    let places = Money.decimalPlaces(of: currency)
    let power = (countsMinorUnits ? 0 : places) + magnitude + powerOfTen
    // Without decimals in the currency a mark before three digits can only divide thousands.
    let isWhole = places == 0 && magnitude == 0 && powerOfTen == 0
    let mark = try mark(of: shape, isWhole: isWhole)
    guard shape.isReadable(with: mark) else { throw .notAnAmount }
    guard let minorUnits = shape.scaled(byPowerOfTen: power, decimalMark: mark) else {
      throw .tooLarge
    }
    return Money(minorUnits: minorUnits, currency: currency)
  }

  /// The whole number that a cell states, as for a count of people.
  public func readCount(_ cell: String) throws(Fault) -> Int {
    guard let shape = NumberShape(cell), shape.prefix.isEmpty else { throw .notAnAmount }
    let (magnitude, rest) = try Self.magnitude(of: shape.suffix)
    guard rest.isEmpty else { throw .notAnAmount }
    let mark = try mark(of: shape, isWhole: magnitude == 0)
    guard shape.isReadable(with: mark) else { throw .notAnAmount }
    guard let count = shape.scaled(byPowerOfTen: magnitude + powerOfTen, decimalMark: mark) else {
      throw .tooLarge
    }
    return count
  }

  private func mark(of shape: NumberShape, isWhole: Bool) throws(Fault) -> DecimalMark {
    if let mark = decimalMark ?? shape.settles { return mark }
    let divided = shape.groups.compactMap(\.mark).contains { $0 == "." || $0 == "," }
    guard divided else { return .point }
    guard shape.isReadable(with: .point) else { throw .notAnAmount }
    guard isWhole else { throw .unclearMark }
    return shape.groups.contains { $0.mark == "." } ? .comma : .point
  }

  /// Takes a word such as `k` or `Mio` off the front of what follows the number.
  private static func magnitude(
    of suffix: String
  ) throws(Fault) -> (powerOfTen: Int, rest: String) {
    if suffix.isEmpty || CurrencySigns.knows(suffix) { return (0, suffix) }
    let folded = suffix.lowercased()
    for (word, power) in magnitudes where folded.hasPrefix(word) {
      let rest = CellText.trimmed(String(suffix.dropFirst(word.count)))
      if rest.isEmpty || CurrencySigns.knows(rest) { return (power, rest) }
    }
    throw .notAnAmount
  }

  private func code(of sign: String) throws(Fault) -> String {
    guard let codes = CurrencySigns.codes(of: sign) else { throw .notAnAmount }
    if codes.count == 1 { return codes[0] }
    guard codes.contains(currency) else { throw .unclearCurrency(sign) }
    return currency
  }

  /// Longer words first, so that `mio` is not taken for `m`.
  private static let magnitudes: [(word: String, power: Int)] = [
    ("million", 6), ("billion", 9), ("thousand", 3), ("mrd", 9), ("mio", 6), ("mln", 6), ("bn", 9),
    ("mm", 6), ("k", 3), ("m", 6), ("b", 9),
  ]
}
