import TerminalCanvas

/// What the probe shows.
enum Scenes {
  static func frame(_ name: String, size: Size) -> Frame {
    var canvas = Canvas(size: size)
    switch name {
    case "second":
      canvas.put("second", at: Point(0, 0))
    case "colors":
      canvas.put("rgb", at: Point(0, 0), style: Style(.rgb(10, 20, 30), on: .rgb(1, 2, 3)))
      canvas.put("palette", at: Point(0, 1), style: Style(.palette(208)))
      canvas.put("bright", at: Point(0, 2), style: Style(.palette(9)))
      canvas.put("struck", at: Point(0, 3), style: Style(nil, on: nil, .strikethrough))
    case "wide":
      canvas.put("ab漢cd", at: Point(0, 0))
      canvas.put("e\u{301}f", at: Point(0, 1))
    case "hostile":
      canvas.put("\u{1B}[2J\u{1B}]0;evil\u{07}\u{9B}31m\u{202E}x", at: Point(0, 0))
    case "letters":
      for row in 0..<size.rows {
        canvas.put(String(repeating: "x", count: size.columns), at: Point(0, row))
      }
    default: break
    }
    return canvas.frame
  }

  static func cursor(_ name: String) -> Point? {
    name == "second" ? Point(6, 0) : nil
  }
}
