/// What is switched on in a terminal besides what ncurses switches on, and off again in the end.
struct TerminalModes: Equatable {
  /// Whether the terminal understands what xterm brought: titles, the clipboard, reports.
  let speaksXterm: Bool
  /// Written when the screen has become ours.
  let enter: String
  /// Written before the screen is given back.
  let leave: String
  /// All that gives the screen back, for when ncurses cannot be asked any more.
  let abandon: [UInt8]

  /// - Parameters:
  ///   - description: The terminal's own description.
  ///   - mouse: Whether clicks and the wheel are wanted.
  init(_ description: TerminalDescription, mouse: Bool) {
    // Those that report the mouse are of xterm's kind; others may show a title as text, as the
    // Linux console may, which is described with a mouse that it leaves to another program.
    speaksXterm =
      (description.strings["kmous"] != nil || description.flags.contains("XT"))
      && !description.name.hasPrefix("linux")
    var modes: [String] = []
    var enter = ""
    var leave = ""
    if speaksXterm {
      modes = ["2004", "1004"] + (mouse ? ["1002", "1006"] : [])
      // Most descriptions keep and bring back the title together with the screen.
      if description.text("smcup")?.contains("\u{1B}[22;") != true {
        enter = "\u{1B}[22;2t"
        leave = "\u{1B}[23;2t"
      }
    }
    self.enter = enter + modes.map { "\u{1B}[?\($0)h" }.joined()
    self.leave = modes.reversed().map { "\u{1B}[?\($0)l" }.joined() + leave
    let synchronized = speaksXterm ? "\u{1B}[?2026l" : ""
    abandon =
      Array((synchronized + self.leave).utf8)
      + ["sgr0", "op", "rmkx"].flatMap { description.bytes($0) }
      + description.showingCursor + description.bytes("rmcup")
      + Array("\r\n".utf8)
  }
}
