extension TerminalDescription {
  /// The number of the first colour that stands for one of the terminal's palette; the numbers
  /// below are red, green and blue, eight bits each.
  static let firstPaletteColor = 0x100_0000

  /// The most pairs of colours that are asked of ncurses.
  static let pairLimit = 0x7FFF

  /// The description reduced to what is wanted of ncurses.
  ///
  /// - The cursor is moved to absolute places only, and nothing on the screen is shifted. Then a
  ///   terminal that draws a glyph wider or narrower than we think cannot carry that into what is
  ///   written after the next move.
  /// - The palette is neither changed nor reset: ncurses would reset on leaving what the user's
  ///   shell may have set.
  /// - The cursor is shown and hidden without touching whether it blinks.
  /// - Blink, which nothing of ours does, becomes strike-through, for which ncurses has no name.
  func plain() -> Self {
    var plain = self
    for name in Self.relativeMotions + Self.shifts + Self.paletteChanges {
      plain.strings[name] = nil
    }
    plain.flags.remove("ccc")
    if plain.text("civis") == "\u{1B}[?25l" {
      plain.strings["cnorm"] = Array("\u{1B}[?25h".utf8)
    }
    plain.takeBlinkForStrikethrough()
    return plain
  }

  /// The description of a terminal that is told each colour's red, green and blue by SGR 38;2,
  /// and the 256 of its palette by SGR 38;5.
  func withDirectColors() -> Self {
    var direct = self
    direct.flags.insert("RGB")
    direct.flags.insert("AX")
    direct.numbers["colors"] = Self.firstPaletteColor + 256
    direct.numbers["pairs"] = Self.pairLimit
    direct.strings["setaf"] = Self.directColor(38)
    direct.strings["setab"] = Self.directColor(48)
    direct.strings["op"] = Array("\u{1B}[39;49m".utf8)
    direct.strings["initp"] = nil
    return direct
  }

  private static let relativeMotions = [
    "cub", "cub1", "cud", "cud1", "cuf", "cuf1", "cuu", "cuu1", "ht", "cbt", "vpa", "ll", "nel",
  ]
  private static let shifts = [
    "ich", "ich1", "dch", "dch1", "smir", "rmir", "mrcup", "il", "il1", "dl", "dl1", "csr", "ind",
    "indn", "ri", "rin", "rep",
  ]
  private static let paletteChanges = ["initc", "initp", "oc"]

  private static func directColor(_ code: Int) -> [UInt8] {
    let red = "%p1%{65536}%/%d"
    let green = "%p1%{256}%/%{255}%&%d"
    let blue = "%p1%{255}%&%d"
    return Array(
      """
      \u{1B}[\(code);%?%p1%{\(firstPaletteColor)}%<\
      %t2;\(red);\(green);\(blue)\
      %e5;%p1%{\(firstPaletteColor)}%-%d%;m
      """.utf8)
  }

  private mutating func takeBlinkForStrikethrough() {
    strings["blink"] = nil
    guard let on = strings["smxx"], text("smxx") == "\u{1B}[9m", let all = text("sgr") else {
      return
    }
    let replaced = all.replacing("%t;5%;", with: "%t;9%;")
    guard replaced != all else { return }
    strings["blink"] = on
    strings["sgr"] = Array(replaced.utf8)
  }
}
