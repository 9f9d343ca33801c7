/// A JSON number as the text that it was written as: `1E400`, `-0` and thirty digits stay so.
///
/// Equality is that of the text: `1` and `1.0` differ, since a file that holds one of them must
/// be written back with that one.
public struct JSONNumber: Hashable, Sendable {
  /// The literal, as RFC 8259 section 6 allows it.
  public let text: String

  /// Makes the shortest literal of a whole number.
  public init(_ value: some BinaryInteger) {
    text = String(value)
  }

  /// Makes the shortest literal that reads back as the same double; nil when it is not finite.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    text = value.description
  }

  /// Takes a literal; nil unless it is one that RFC 8259 allows.
  public init?(text: String) {
    guard Self.isValid(text.utf8) else { return nil }
    self.text = text
  }

  /// Takes a literal that a reader has already checked.
  package init(checked text: String) {
    self.text = text
  }

  /// The value as a whole number; nil with a fraction or exponent, or outside of `Int`.
  public var int: Int? {
    Int(text)
  }

  /// The nearest double; nil when the magnitude is beyond every finite double.
  public var double: Double? {
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// Whether the bytes are one literal: `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  private static func isValid(_ bytes: String.UTF8View) -> Bool {
    var rest = bytes[...]
    func take(_ allowed: (UInt8) -> Bool) -> Int {
      let count = rest.prefix(while: allowed).count
      rest = rest.dropFirst(count)
      return count
    }
    func takeOne(_ allowed: UInt8...) -> Bool {
      guard let first = rest.first, allowed.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }

    _ = takeOne(UInt8(ascii: "-"))
    if !takeOne(UInt8(ascii: "0")), take(isDigit) == 0 { return false }
    if takeOne(UInt8(ascii: ".")), take(isDigit) == 0 { return false }
    if takeOne(UInt8(ascii: "e"), UInt8(ascii: "E")) {
      _ = takeOne(UInt8(ascii: "+"), UInt8(ascii: "-"))
      if take(isDigit) == 0 { return false }
    }
    return rest.isEmpty
  }
}
