extension TerminalDescription {
  /// The compiled entry, in term(5)'s format with 32-bit numbers, as ncurses 6.1 and later read.
  ///
  /// A header of six 16-bit numbers, the name, then flags, numbers and string offsets in the
  /// standard order and the strings; after that the same again for capabilities that go by their
  /// own names. Whatever is absent at a list's end is left out.
  var compiled: [UInt8] {
    let flagBytes = Self.trimmed(Standard.flags.map { flags.contains($0) ? 1 : 0 }, absent: 0)
    let numberValues = Self.trimmed(
      Standard.numbers.map { numbers[$0] ?? -1 }, absent: -1)
    var table = StringTable()
    let offsets = Self.trimmed(
      Standard.strings.map { name in strings[name].map { table.add($0) } ?? -1 }, absent: -1)
    let nameBytes = Array(name.utf8) + [0]

    var entry = Bytes()
    entry.add(
      shorts: [
        0o1036, nameBytes.count, flagBytes.count, numberValues.count, offsets.count,
        table.bytes.count,
      ])
    entry.bytes += nameBytes
    entry.bytes += flagBytes.map { UInt8($0) }
    entry.pad()
    entry.add(longs: numberValues)
    entry.add(shorts: offsets)
    entry.bytes += table.bytes
    entry.pad()
    addExtended(to: &entry)
    return entry.bytes
  }

  /// The compiled entry as the value of `$TERMINFO` that makes ncurses take it from there.
  var quickDump: String {
    let digits = Array("0123456789abcdef".utf8)
    var text = Array("hex:".utf8)
    for byte in compiled {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func addExtended(to entry: inout Bytes) {
    let flagNames = Extended.flags.filter { flags.contains($0) }
    let numberNames = Extended.numbers.filter { numbers[$0] != nil }
    let stringNames = Extended.strings.filter { strings[$0] != nil }
    var table = StringTable()
    let values = stringNames.map { table.add(strings[$0] ?? []) }
    // Names are counted from where the values end.
    var names = StringTable()
    let nameOffsets = (flagNames + numberNames + stringNames).map { names.add(Array($0.utf8)) }
    let offsets = values + nameOffsets
    entry.add(
      shorts: [
        flagNames.count, numberNames.count, stringNames.count, offsets.count,
        table.bytes.count + names.bytes.count,
      ])
    entry.bytes += flagNames.map { _ in UInt8(1) }
    entry.pad()
    entry.add(longs: numberNames.map { numbers[$0] ?? -1 })
    entry.add(shorts: offsets)
    entry.bytes += table.bytes + names.bytes
  }

  private static func trimmed(_ values: [Int], absent: Int) -> [Int] {
    Array(values.prefix((values.lastIndex { $0 != absent } ?? -1) + 1))
  }

  /// Zero-terminated strings one behind another.
  private struct StringTable {
    var bytes: [UInt8] = []

    /// Appends a string and says where it starts.
    mutating func add(_ string: [UInt8]) -> Int {
      let offset = bytes.count
      bytes += string + [0]
      return offset
    }
  }

  /// Little-endian numbers one behind another.
  private struct Bytes {
    var bytes: [UInt8] = []

    mutating func add(shorts: [Int]) {
      for value in shorts {
        let bits = UInt16(truncatingIfNeeded: value)
        bytes += [UInt8(truncatingIfNeeded: bits), UInt8(truncatingIfNeeded: bits >> 8)]
      }
    }

    mutating func add(longs: [Int]) {
      for value in longs { add(shorts: [value, value >> 16]) }
    }

    /// Numbers start at even places.
    mutating func pad() {
      if !bytes.count.isMultiple(of: 2) { bytes.append(0) }
    }
  }
}
