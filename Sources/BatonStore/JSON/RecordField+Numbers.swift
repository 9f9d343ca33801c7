import BatonModel

/// Whole numbers that mean something only within bounds.
///
/// What lies outside is refused where it is read, with its place in the file: it is a slip of
/// whoever wrote it, and arithmetic with it would end the program.
extension RecordField {
  /// A number that must be there and is always written.
  public static func required(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Int> & Sendable,
    in range: ClosedRange<Int>
  ) -> RecordField {
    required(key, path).reading { property, reader throws(JSONError) in
      property.assumingMemoryBound(to: Int.self).pointee = try reader.readInt(in: range)
    }
  }

  /// A number that may be left out but is always written.
  public static func always(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Int> & Sendable,
    in range: ClosedRange<Int>
  ) -> RecordField {
    always(key, path).reading { property, reader throws(JSONError) in
      property.assumingMemoryBound(to: Int.self).pointee = try reader.readInt(in: range)
    }
  }

  /// A number that is written unless there is none.
  public static func optional(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Int?> & Sendable,
    in range: ClosedRange<Int>
  ) -> RecordField {
    optional(key, path).reading { property, reader throws(JSONError) in
      property.assumingMemoryBound(to: Int?.self).pointee = try reader.readInt(in: range)
    }
  }
}

extension ClosedRange<Int> {
  /// How often something has happened.
  static let counts = 0...Int.largestCount
  /// Spans of days or hours, the longest far beyond what any team waits for.
  static let spans = 0...1_000_000
  /// Amounts of money in minor units: eighteen digits.
  static let minorUnits = -Int.largestCount...Int.largestCount
}

extension JSONReader {
  /// Reads a whole number that makes sense only within a range.
  mutating func readInt(in range: ClosedRange<Int>) throws(JSONError) -> Int {
    _ = skipWhitespace()
    let first = next
    let number = try readInt()
    guard range.contains(number) else {
      let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
      throw mismatch(
        expected, at: UnsafeBufferPointer(start: first, count: next - first),
        remedy: "write a number within these bounds")
    }
    return number
  }
}
