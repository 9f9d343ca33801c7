import Foundation

/// Text for finding: lower case, without accents, so that `muller` finds `Müller`; full-width
/// letters and ligatures as the letters that they stand for.
///
/// Bytes rather than a string: a filter looks through a hundred thousand of them at each key.
public struct FoldedText: Hashable, Sendable {
  /// The folded text in UTF-8.
  public let bytes: [UInt8]

  /// Folds a text. Linear in its length.
  public init(_ text: String) {
    var writer = Writer()
    writer.add(text)
    self = writer.text
  }

  /// Text that is folded already.
  init(folded bytes: [UInt8]) { self.bytes = bytes }

  /// Whether `other` occurs in this text. The empty text occurs in every text.
  public func contains(_ other: FoldedText) -> Bool {
    guard let first = other.bytes.first else { return true }
    let count = other.bytes.count
    return bytes.withUnsafeBufferPointer { hay in
      other.bytes.withUnsafeBufferPointer { needle in
        guard let start = hay.baseAddress, let sought = needle.baseAddress else { return false }
        var at = 0
        while at + count <= hay.count,
          let found = memchr(start + at, Int32(first), hay.count - count + 1 - at)
        {
          if memcmp(found, sought, count) == 0 { return true }
          at = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
        }
        return false
      }
    }
  }
}
