import Foundation

/// Makes equal strings of different files share their storage.
///
/// A board repeats itself: the same owners, sources, campaigns, forms and headlines stand in
/// thousands of leads. The pool keeps one string for each of `slotCount` hash values, the one
/// that was asked for last: it needs no more memory however many strings pass through it, and
/// what is common comes back to its slot as often as something rare takes it.
///
/// A pool belongs to the one thread that reads with it; the strings may go anywhere.
public final class StringPool {
  /// Strings of up to this many bytes are stored in the `String` itself and cost nothing to repeat.
  static let longestFreeString = 15
  /// Longer strings are taken to be prose, which does not repeat.
  private static let longestPooledString = 80
  private static let slotCount = 8192

  private var slots: [String]

  /// Makes an empty pool.
  public init() {
    slots = Array(repeating: "", count: Self.slotCount)
  }

  /// The string of ASCII bytes, from the pool if it has it.
  func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.count <= Self.longestPooledString else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let slot = Int(truncatingIfNeeded: hash(bytes)) & (Self.slotCount - 1)
    if slots[slot].utf8.count == bytes.count, isEqual(slots[slot], bytes) {
      return slots[slot]
    }
    let string = String(decoding: bytes, as: UTF8.self)
    slots[slot] = string
    return string
  }

  private func isEqual(_ string: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let answer = string.utf8.withContiguousStorageIfAvailable { stored in
      guard let stored = stored.baseAddress, let bytes = bytes.baseAddress else { return true }
      return memcmp(stored, bytes, string.utf8.count) == 0
    }
    return answer ?? string.utf8.elementsEqual(bytes)
  }

  /// FNV-1a over words of eight bytes, the last of which overlaps the one before.
  private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in stride(from: 0, to: raw.count - 7, by: 8) {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x100_0000_01B3
    }
    if raw.count >= 8 {
      let last = raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
      hash = (hash ^ last) &* 0x100_0000_01B3
    }
    return hash ^ hash >> 29 ^ hash >> 47
  }
}
