import BatonModel

/// SplitMix64: the demo's only source of chance, the same on every machine and in every version.
///
/// Source of the algorithm: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
/// Generators", OOPSLA 2014. What is drawn from it is drawn by the functions here, since the
/// standard library may change how it maps bits to ranges.
struct DemoRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that is set apart from all others by its seeds.
  init(seed: UInt64, stream: UInt64) {
    state = DemoRandom.mixed(seed &+ DemoRandom.mixed(stream &+ 0x9E37_79B9_7F4A_7C15))
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return DemoRandom.mixed(state)
  }

  private static func mixed(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to, not including, `limit`, which is positive.
  mutating func below(_ limit: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// A number from 0 up to, not including, 1.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number of a range.
  mutating func between(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * unit()
  }

  /// A whole number of a range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True so many times out of a hundred.
  mutating func chance(_ percent: Int) -> Bool {
    below(100) < percent
  }

  /// One of some things, of which there is at least one.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// A number of a skewed distribution, given by its quantiles at equal distances.
  ///
  /// Straight lines between the points: no logarithm, whose last bit differs between machines.
  mutating func quantile(_ points: [Double]) -> Double {
    let place = unit() * Double(points.count - 1)
    let index = Int(place)
    return points[index] + (points[index + 1] - points[index]) * (place - Double(index))
  }

  /// A name for an entry of a lead's lists.
  mutating func entryID() -> EntryID {
    EntryID(ShortName.random(using: &self))
  }
}

/// Gives out one value: for names that must be unique rather than likely to be.
struct FixedBits: RandomNumberGenerator {
  /// The value.
  let bits: UInt64

  /// The value, every time.
  mutating func next() -> UInt64 { bits }
}

/// Numbers of fifty bits, all different for different indices: short names are made of fifty.
enum DistinctBits {
  private static let mask: UInt64 = (1 << 50) - 1

  /// The bits of an index: a bijection of the fifty-bit numbers, chosen by the seed.
  ///
  /// Each step can be reversed (odd multiplication, an addition, a shifted exclusive or), so two
  /// indices never give the same bits.
  static func bits(of index: Int, seed: UInt64) -> UInt64 {
    var random = DemoRandom(seed: seed, stream: .max)
    var bits = UInt64(index) & mask
    for _ in 0..<3 {
      bits = (bits &+ random.next()) & mask
      bits ^= bits >> 26
      bits = (bits &* (random.next() | 1)) & mask
      bits ^= bits >> 23
    }
    return bits
  }
}
