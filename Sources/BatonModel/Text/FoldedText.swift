import Foundation

/// Text for finding: lower case, without accents, so that `muller` finds `Müller`; full-width
/// letters and ligatures as the letters that they stand for.
///
/// Bytes rather than a string: a filter looks through a hundred thousand of them at each key.
public struct FoldedText: Hashable, Sendable {
  /// The folded text in UTF-8.
  public let bytes: [UInt8]

  /// Folds a text. Linear in its length; plain ASCII takes the short way.
  public init(_ text: String) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      bytes = text.utf8.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
    } else {
      bytes = Array(FoldedText.fold(text).utf8)
    }
  }

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

  private static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    // Decomposed first: what `™` and `İ` are made of has capitals of its own.
    for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      switch scalar {
      case "ß": folded.append(contentsOf: "ss".unicodeScalars)
      case "ø": folded.append("o")
      case "ł": folded.append("l")
      case "đ": folded.append("d")
      case "æ": folded.append(contentsOf: "ae".unicodeScalars)
      case "œ": folded.append(contentsOf: "oe".unicodeScalars)
      case "ı": folded.append("i")
      case "ς": folded.append("σ")
      default:
        if scalar.properties.generalCategory != .nonspacingMark { folded.append(scalar) }
      }
    }
    return String(folded)
  }
}
