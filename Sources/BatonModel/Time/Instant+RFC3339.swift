extension Instant {
  /// The instant that an RFC 3339 date-time names, or nil where the text is none.
  ///
  /// Any offset is taken (`Z`, `+02:00`); fractions beyond microseconds are cut off; a leap
  /// second counts as the first second of the next minute.
  public init?(rfc3339 text: String) {
    var text = text
    guard let instant = text.withUTF8({ Instant(rfc3339: UnsafeRawBufferPointer($0)) }) else {
      return nil
    }
    self = instant
  }

  /// The instant that the bytes of an RFC 3339 date-time name, or nil where they are none.
  ///
  /// The form for readers that have bytes at hand: it makes no string.
  public init?(rfc3339 bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 20, bytes[4] == 45, bytes[7] == 45, bytes[13] == 58, bytes[16] == 58,
      bytes[10] == 84 || bytes[10] == 116 || bytes[10] == 32,
      let year = digits(bytes, 0, 4), let month = digits(bytes, 5, 2),
      let day = digits(bytes, 8, 2), let hour = digits(bytes, 11, 2),
      let minute = digits(bytes, 14, 2), let second = digits(bytes, 17, 2),
      hour < 24, minute < 60, second <= 60,
      let date = CivilDay(year: year, month: month, day: day)
    else { return nil }
    var at = 19
    var fraction: Int64 = 0
    if bytes[at] == 46 {
      at += 1
      var scale: Int64 = 100_000
      let start = at
      while at < bytes.count, let digit = digits(bytes, at, 1) {
        fraction += Int64(digit) * scale
        scale /= 10
        at += 1
      }
      if at == start { return nil }
    }
    guard let offset = offsetSeconds(bytes, at) else { return nil }
    let seconds = date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second - offset
    self.init(microseconds: Int64(seconds) * 1_000_000 + fraction)
  }

  /// The instant as an RFC 3339 date-time in UTC, with no more of a fraction than is there.
  ///
  /// Years before 0 and after 9999, which the format cannot say, are held at its ends.
  public var rfc3339: String {
    let low: Int64 = -62_167_219_200
    let high: Int64 = 253_402_300_799
    let whole = min(max(seconds, low), high)
    let isHeld = whole != seconds
    let day = Int((whole - low) / 86_400) + Int(low / 86_400)
    let rest = Int((whole - low) % 86_400)
    let date = CivilDay(dayNumber: day).components
    var fraction = isHeld ? 0 : Int(microseconds - whole * 1_000_000)
    // Written digit by digit: a lead's file has dozens of times, and interpolation would take
    // longer for them than all the rest of the file does.
    return String(unsafeUninitializedCapacity: 27) { text in
      var end = 0
      func put(_ byte: UInt8) {
        text[end] = byte
        end += 1
      }
      func put(_ number: Int, _ width: Int, then separator: UInt8) {
        var rest = number
        for index in stride(from: end + width - 1, through: end, by: -1) {
          text[index] = 48 + UInt8(rest % 10)
          rest /= 10
        }
        end += width
        put(separator)
      }
      put(date.year, 4, then: UInt8(ascii: "-"))
      put(date.month, 2, then: UInt8(ascii: "-"))
      put(date.day, 2, then: UInt8(ascii: "T"))
      put(rest / 3600, 2, then: UInt8(ascii: ":"))
      put(rest / 60 % 60, 2, then: UInt8(ascii: ":"))
      put(rest % 60, 2, then: fraction > 0 ? UInt8(ascii: ".") : UInt8(ascii: "Z"))
      if fraction > 0 {
        var width = 6
        while fraction % 10 == 0 {
          fraction /= 10
          width -= 1
        }
        put(fraction, width, then: UInt8(ascii: "Z"))
      }
      return end
    }
  }
}

/// The number that `count` ASCII digits make, or nil where one is none.
///
/// Always inlined, so that the loop over a known count is none: a lead's file has dozens of times.
@inline(__always)
private func digits(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int? {
  guard start + count <= bytes.count else { return nil }
  var number = 0
  for index in start..<start + count {
    let digit = Int(bytes[index]) - 48
    guard digit >= 0, digit <= 9 else { return nil }
    number = number * 10 + digit
  }
  return number
}

/// The seconds east of Greenwich that end a date-time at `at`, or nil where it ends otherwise.
private func offsetSeconds(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int? {
  guard at < bytes.count else { return nil }
  switch bytes[at] {
  case 90, 122: return at + 1 == bytes.count ? 0 : nil
  case 43, 45:
    guard at + 6 == bytes.count, bytes[at + 3] == 58, let hours = digits(bytes, at + 1, 2),
      let minutes = digits(bytes, at + 4, 2), hours < 24, minutes < 60
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return bytes[at] == 45 ? -seconds : seconds
  default: return nil
  }
}
