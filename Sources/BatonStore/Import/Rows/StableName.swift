import BatonModel

/// Names that are reckoned from what they name, so that an import that is run again, or on another
/// machine, gives the same ones.
enum StableName {
  /// Ten lower-case letters and digits from the parts; fifty bits, so that a board of 100,000 has
  /// one chance in 200,000 of two alike.
  static func make(_ parts: String...) -> String {
    var digest = StableDigest()
    for part in parts { digest.add(part.utf8) }
    return digest.name
  }

  /// Ten lower-case letters and digits from bytes.
  static func make(_ bytes: [UInt8]) -> String {
    var digest = StableDigest()
    digest.add(bytes)
    return digest.name
  }

  /// A readable id from a name: `Zoë O'Neil` becomes `zoe-o-neil`; nil where nothing remains.
  ///
  /// At most 40 characters, all of which may stand in the name of a file.
  static func slug(_ name: String) -> String? {
    var slug = ""
    for byte in FoldedText(name).bytes {
      let isPlain = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
      if isPlain {
        slug.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
      if slug.utf8.count == 40 { break }
    }
    while slug.last == "-" { slug.removeLast() }
    return RecordName.refusal(of: slug) == nil ? slug : nil
  }
}

/// A name that is reckoned from parts which come one after the other.
///
/// Source: FNV-1a (Fowler, Noll, Vo) over the bytes with their ends, mixed as by SplitMix64.
struct StableDigest {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes the next part.
  mutating func add(_ part: some Sequence<UInt8>) {
    for byte in part { take(byte) }
    // No UTF-8 text has this byte, so ("ab", "c") and ("a", "bc") differ.
    take(0xFF)
  }

  private mutating func take(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Ten lower-case letters and digits.
  var name: String {
    var numbers = SplitMix64(state: state)
    return ShortName.random(using: &numbers)
  }
}

/// Numbers from a seed (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators").
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
