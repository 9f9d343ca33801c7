import Foundation

/// How single characters fold: `É` to `e`, `ß` to `ss`, a combining mark to nothing.
///
/// Foundation decomposes and lowers a string in about two microseconds a word, which for the text
/// of a hundred thousand leads is half a minute. So the letters of most alphabets are folded once,
/// when one of their block is first met; the rest is asked of Foundation each time.
enum FoldingTable {
  /// Writes the folded form of UTF-8 bytes behind `output`.
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var at = 0
    while at < bytes.count {
      let plain = plainCount(bytes, from: at)
      if plain > 0 {
        appendLower(UnsafeBufferPointer(rebasing: bytes[at..<at + plain]), to: &output)
        at += plain
        continue
      }
      let byte = bytes[at]
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(at + length, bytes.count)
      append(bytes[at..<end], to: &output)
      at = end
    }
  }

  /// How many bytes from a place on are ASCII, eight looked at in one go.
  private static func plainCount(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = start
    while at + 8 <= raw.count,
      raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      at += 8
    }
    while at < bytes.count, bytes[at] < 0x80 { at += 1 }
    return at - start
  }

  /// Writes ASCII in lower case.
  private static func appendLower(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) {
    let start = output.count
    output.append(contentsOf: bytes)
    output.withUnsafeMutableBufferPointer { output in
      for place in start..<output.count {
        let byte = output[place]
        output[place] = byte &- 65 < 26 ? byte &+ 32 : byte
      }
    }
  }

  /// Writes the folded form of one character of two to four bytes.
  private static func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]) {
    let scalar = bytes.dropFirst().reduce(
      UInt32(bytes[bytes.startIndex]) & (bytes.count == 2 ? 0x1F : bytes.count == 3 ? 0xF : 7)
    ) { $0 << 6 | UInt32($1 & 0x3F) }
    switch scalar {
    case 0x80..<0x250: append(latin[Int(scalar) - 0x80], to: &output)
    case 0x300..<0x340: break
    case 0x370..<0x700: append(greekToArabic[Int(scalar) - 0x370], to: &output)
    case 0x900..<0xE80: append(devanagariToThai[Int(scalar) - 0x900], to: &output)
    case 0x1E00..<0x1F00: append(latinAdditional[Int(scalar) - 0x1E00], to: &output)
    case 0x20A0..<0x20C1: append(currencies[Int(scalar) - 0x20A0], to: &output)
    // Dashes, quotation marks, ideographs and pictures are themselves.
    case 0x2012..<0x2017, 0x2018..<0x2024, 0x4E00..<0xA000, 0x1F300..<0x1F650:
      output.append(contentsOf: bytes)
    default: output.append(contentsOf: slowly(String(decoding: bytes, as: UTF8.self)).utf8)
    }
  }

  /// Up to seven bytes, the count in the lowest byte: a letter of these blocks needs no more.
  private typealias Packed = UInt64

  private static let latin = packed(0x80..<0x250)
  private static let greekToArabic = packed(0x370..<0x700)
  private static let devanagariToThai = packed(0x900..<0xE80)
  private static let latinAdditional = packed(0x1E00..<0x1F00)
  private static let currencies = packed(0x20A0..<0x20C1)

  private static func packed(_ scalars: Range<UInt32>) -> [Packed] {
    scalars.map { value in
      guard let scalar = Unicode.Scalar(value) else { return 0 }
      let bytes = slowly(String(scalar)).utf8.prefix(7)
      return bytes.reversed().reduce(0) { $0 << 8 | Packed($1) } << 8 | Packed(bytes.count)
    }
  }

  private static func append(_ entry: Packed, to output: inout [UInt8]) {
    var rest = entry
    for _ in 0..<Int(entry & 0xFF) {
      rest >>= 8
      output.append(UInt8(truncatingIfNeeded: rest))
    }
  }

  /// The folded form of any text, by Foundation.
  static func slowly(_ text: String) -> String {
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
