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
    var writer = Writer(capacity: text.utf8.count)
    writer.add(text)
    self = writer.text
  }

  /// No text.
  static let empty = FoldedText(folded: [])

  /// Text that is folded already.
  init(folded bytes: [UInt8]) { self.bytes = bytes }

  /// Hashes all bytes at once; an array by itself would hash them one by one.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytes.count)
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// Whether `other` occurs in this text. The empty text occurs in every text.
  public func contains(_ other: FoldedText) -> Bool {
    bytes.withUnsafeBufferPointer { hay in
      other.bytes.withUnsafeBufferPointer { needle in
        FoldedText.place(of: needle, in: hay, from: 0) != nil
      }
    }
  }

  /// The first place at which bytes occur among others from a place on; nil where they do not.
  static func place(
    of needle: UnsafeBufferPointer<UInt8>, in hay: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    let count = needle.count
    guard let first = needle.first, let sought = needle.baseAddress else {
      return start <= hay.count ? start : nil
    }
    guard let base = hay.baseAddress else { return nil }
    var at = start
    while at + count <= hay.count,
      let found = memchr(base + at, Int32(first), hay.count - count + 1 - at)
    {
      let place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(found, sought, count) == 0 { return place }
      at = place + 1
    }
    return nil
  }
}
