import TerminalCanvas

/// What the probe shows.
enum Scenes {
  static func frame(_ name: String, size: Size, random: inout SplitMix) -> Frame {
    var canvas = Canvas(size: size)
    switch name {
    case "second":
      canvas.put("second", at: Point(0, 0))
    case "colors":
      canvas.put("rgb", at: Point(0, 0), style: Style(.rgb(10, 20, 30), on: .rgb(1, 2, 3)))
      canvas.put("palette", at: Point(0, 1), style: Style(.palette(208)))
      canvas.put("bright", at: Point(0, 2), style: Style(.palette(9)))
      canvas.put("struck", at: Point(0, 3), style: Style(nil, on: nil, .strikethrough))
    case "blanks":
      let (red, blue) = (Color.rgb(200, 0, 0), Color.rgb(0, 0, 200))
      let ground = Color.rgb(1, 2, 3)
      canvas.put("one two", at: Point(0, 0), style: Style(red, on: ground))
      canvas.put(" ", at: Point(3, 0), style: Style(blue, on: ground, .bold))
      canvas.put("key val", at: Point(0, 1), style: Style(red, on: ground))
      canvas.put(" ", at: Point(3, 1), style: Style(red, on: blue))
      canvas.put("lef rig", at: Point(0, 2), style: Style(red, on: ground))
      canvas.put(" ", at: Point(3, 2), style: Style(red, on: ground, .underline))
    case "grey":
      canvas.put("grey", at: Point(0, 0), style: Style(.palette(8), on: .palette(0)))
      canvas.put("shade", at: Point(0, 1), style: Style(.palette(8), on: .palette(7)))
    case "gradient":
      for row in 0..<size.rows {
        for column in 0..<size.columns {
          let color = Color.rgb(UInt8(row), UInt8(column), 77)
          canvas.put("g", at: Point(column, row), style: Style(color))
        }
      }
    case "wide":
      canvas.put("ab漢cd", at: Point(0, 0))
      canvas.put("e\u{301}f", at: Point(0, 1))
    case "hostile":
      canvas.put("\u{1B}[2J\u{1B}]0;evil\u{07}\u{9B}31m\u{202E}x", at: Point(0, 0))
    case "letters", "one":
      for row in 0..<size.rows {
        canvas.put(String(repeating: "x", count: size.columns), at: Point(0, row))
      }
      if name == "one" { canvas.put("y", at: Point(10, 5)) }
    case "busy", "wide words":
      // A board's worth of text and colours, all of which change: for measuring.
      for row in 0..<size.rows {
        for column in stride(from: 0, to: size.columns, by: 11) {
          let bits = random.next()
          let first: UInt64 = name == "busy" ? 97 : 0x4E00
          let letter = Unicode.Scalar(UInt32(first + bits % 26)) ?? "a"
          let word = String(repeating: Character(letter), count: name == "busy" ? 10 : 5)
          let color = Color.rgb(UInt8(bits >> 8 & 7) * 32, UInt8(bits >> 11 & 7) * 32, 128)
          canvas.put(word, at: Point(column, row), style: Style(color))
        }
      }
    case "chaos":
      for row in 0..<size.rows {
        let glyphs = (0..<size.columns).map { _ in
          ["a", "b", ".", "漢", "e\u{301}"].randomElement(using: &random) ?? "a"
        }
        canvas.put(glyphs.joined(), at: Point(0, row), truncation: .clip)
      }
    default: break
    }
    return canvas.frame
  }

  static func cursor(_ name: String) -> Point? {
    name == "second" ? Point(6, 0) : nil
  }
}

/// Random numbers that are the same in every run: Vigna's SplitMix64.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}
