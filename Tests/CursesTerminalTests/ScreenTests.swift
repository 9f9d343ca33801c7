import Foundation
import PseudoTerminal
import Testing

/// What is written for frames, byte for byte.
@Suite(.enabled(if: PseudoTerminal.isAvailable, "needs /dev/ptmx"))
struct ScreenTests {
  /// All that the probe writes until it has ended.
  private func output(
    of scene: String, _ environment: [String: String] = [:], typing keys: String = ""
  ) throws -> String {
    let terminal = try PseudoTerminal(environment: environment.merging(["SCENE": scene]) { $1 })
    try terminal.waitForReport("shown \(scene)")
    terminal.type(keys + "\u{11}")
    #expect(try terminal.waitForEnd() == 0)
    return String(decoding: terminal.output, as: UTF8.self)
  }

  @Test func writesRedGreenAndBlueWhereTheTerminalTakesThem() throws {
    let output = try output(of: "colors", ["COLORTERM": "truecolor"])
    #expect(output.contains("\u{1B}[38;2;10;20;30m\u{1B}[48;2;1;2;3mrgb"))
    #expect(output.contains("\u{1B}[38;5;208mpalette"))
    #expect(output.contains("\u{1B}[38;5;9mbright"))
  }

  @Test func writesRedGreenAndBlueAlsoWhereTheDescriptionIsNotOfXterm() throws {
    let output = try output(of: "colors", ["TERM": "tmux-256color", "COLORTERM": "24bit"])
    #expect(output.contains("\u{1B}[38;2;10;20;30m\u{1B}[48;2;1;2;3mrgb"))
  }

  @Test func tellsNoColorsForABlankThatShowsNone() throws {
    let output = try output(of: "blanks", ["COLORTERM": "truecolor"])
    #expect(output.contains("one two"))
    // Another ground is seen, and so is a line below.
    #expect(output.contains("key\u{1B}[48;2;0;0;200m "))
    #expect(!output.contains("lef rig"))
    #expect(output.contains("lef\u{1B}[4m "))
  }

  @Test func writesEachOfTwoThousandColors() throws {
    let output = try output(of: "gradient", ["COLORTERM": "truecolor"])
    for row in 0..<24 {
      for column in 0..<80 {
        #expect(output.contains("\u{1B}[38;2;\(row);\(column);77mg"))
      }
    }
  }

  @Test func takesATerminalOfXtermsKindThatTheSystemDoesNotKnow() throws {
    #expect(try output(of: "second", ["TERM": "xterm-nonesuch"]).contains("second"))
  }

  @Test func writesThePaletteOf256() throws {
    let output = try output(of: "colors")
    #expect(output.contains("\u{1B}[38;5;233m\u{1B}[48;5;232mrgb"))
    #expect(output.contains("\u{1B}[38;5;208mpalette"))
    #expect(output.contains("\u{1B}[91mbright"))
  }

  /// Dark grey as bold black would be black on black in many terminals.
  @Test func showsGreyAmongEightColors() throws {
    let output = try output(of: "grey", ["TERM": "xterm"])
    #expect(output.contains("\u{1B}[37m\u{1B}[40mgrey"))
    #expect(output.contains("\u{1B}[30m\u{1B}[47mshade"))
  }

  @Test func writesEightColorsAndBoldForTheBrightOnes() throws {
    let output = try output(of: "colors", ["TERM": "xterm"])
    #expect(output.contains("\u{1B}[30m\u{1B}[40mrgb"))
    #expect(output.contains("\u{1B}[1m\u{1B}[31mpalette"))
    #expect(!output.contains("38;"))
  }

  @Test(arguments: ["xterm-256color", "xterm", "tmux-256color"])
  func writesNoColorsWhereTheyAreNotWanted(_ name: String) throws {
    let output = try output(
      of: "colors", ["TERM": name, "NO_COLOR": "1", "COLORTERM": "truecolor"])
    #expect(output.contains("rgb"))
    #expect(output.firstMatch(of: /\e\[[0-9;]*(3[0-9]|4[0-9]|9[0-7])[;m]/) == nil)
  }

  @Test func strikesThroughWhereTheTerminalCanAndNeverBlinks() throws {
    #expect(try output(of: "colors").contains("\u{1B}[9m\u{1B}[39;49mstruck"))
    #expect(try output(of: "colors", ["TERM": "vt100"]).contains("\u{1B}[4;1Hstruck"))
  }

  @Test func placesTheCursorAnewAfterAWideGlyphAndAfterOneWithMarks() throws {
    let output = try output(of: "wide")
    #expect(output.contains("ab漢\u{1B}[1;5Hcd"))
    #expect(output.contains("\u{1B}[2;1He\u{301}\u{1B}[2;2Hf"))
  }

  @Test func writesOnlyWhatChanged() throws {
    let terminal = try PseudoTerminal(environment: ["SCENE": "letters"])
    try terminal.waitForReport("shown letters")
    try terminal.waitForOutput("\u{1B}[?2026l")
    let before = terminal.output.count
    terminal.type("\u{1B}[25~")
    try terminal.waitForReport("shown one")
    terminal.type("\u{11}")
    let change = try terminal.waitForOutput("\u{1B}[?1006l", after: before)
    #expect(change.hasPrefix("\u{1B}[6;11Hy\u{1B}[1;1H\u{1B}(B\u{1B}[m"))
  }

  @Test func showsTheCursorWhereItIsWanted() throws {
    #expect(try output(of: "second").contains("\u{1B}[1;7H\u{1B}[?25h\u{1B}[?2026l"))
    #expect(!(try output(of: "letters").contains("\u{1B}[?25hx")))
  }

  @Test func neverWritesWhatAFrameCannotHold() throws {
    let output = try output(of: "hostile")
    for evil in ["\u{1B}[2J\u{1B}]0", "\u{1B}]", "\u{07}", "\u{9B}", "\u{202E}"] {
      #expect(!output.contains(evil), "\(evil.debugDescription)")
    }
    #expect(output.contains("evil"))
  }

  @Test func makesATitleHarmless() throws {
    let output = try output(of: "second", typing: "\u{1B}[20~")
    #expect(output.contains("\u{1B}]2;a␛]0;evil␇title\u{07}"))
    #expect(!output.contains("\u{1B}]0;"))
  }

  @Test func bringsBackTheTitleItself() throws {
    // xterm's description does it together with the screen, tmux's does not.
    #expect(try output(of: "second").contains("\u{1B}[23;0;0t"))
    let tmux = try output(of: "second", ["TERM": "tmux-256color"])
    #expect(tmux.contains("\u{1B}[22;2t"))
    #expect(tmux.contains("\u{1B}[23;2t"))
  }

  @Test func copiesByTheTerminal() throws {
    #expect(try output(of: "second", typing: "\u{1B}[21~").contains("\u{1B}]52;c;Wm/Dqw==\u{07}"))
  }

  @Test func asksNothingOfATerminalThatIsNotOfXtermsKind() throws {
    for name in ["linux", "vt100"] {
      let output = try output(of: "second", ["TERM": name], typing: "\u{1B}[20~\u{1B}[21~")
      #expect(!output.contains("\u{1B}]"))
      #expect(!output.contains("\u{1B}[?1002h"))
    }
  }

  @Test func takesEverySize() throws {
    let terminal = try PseudoTerminal(environment: ["SCENE": "wide"])
    try terminal.waitForReport("ready 80x24 palette256")
    for (columns, rows) in [(1, 1), (300, 100), (2, 1), (1, 2), (3, 1), (5, 2), (80, 24)] {
      let reports = terminal.reports.count
      terminal.resize(columns: UInt16(columns), rows: UInt16(rows))
      try terminal.waitForReport("resize \(columns)x\(rows)", after: reports)
      try terminal.waitForReport("shown wide", after: reports)
    }
    terminal.type("\u{11}")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func writesUTF8WhateverTheLocale() throws {
    #expect(try output(of: "wide", ["LANG": "C"]).contains("ab漢"))
    #expect(try output(of: "wide", ["LC_ALL": "xx_YY.ISO-8859-1"]).contains("ab漢"))
  }

  @Test func saysWhatToDoWithoutATerminalThatItKnows() throws {
    for (name, expected) in [
      ("dumb", "cannot place its cursor"), ("nonesuch", "does not know the terminal"),
      ("", "does not say which terminal"),
    ] {
      let terminal = try PseudoTerminal(environment: ["TERM": name])
      #expect(try terminal.waitForEnd() == 1)
      #expect(String(decoding: terminal.output, as: UTF8.self).contains(expected))
    }
  }

  @Test(arguments: [
    ("</dev/null", "Standard input is not"), (">/dev/null", "Standard output is not"),
  ])
  func saysWhatToDoWhenRedirected(_ redirection: String, _ expected: String) throws {
    let terminal = try PseudoTerminal(
      ["/bin/sh", "-c", "\"$PROBE\" \(redirection)"],
      environment: ["PROBE": PseudoTerminal.probe])
    #expect(try terminal.waitForEnd() == 1)
    #expect(String(decoding: terminal.output, as: UTF8.self).contains(expected))
  }
}
