internal import TerminalCanvas

extension ColorDepth {
  /// The colours that a terminal shows, by what it and the user say.
  ///
  /// `NO_COLOR` comes first (no-color.org: if set and not empty), then `COLORTERM`, which
  /// terminals set that take red, green and blue, then the terminal's description. Within GNU
  /// screen, `COLORTERM` speaks of the terminal around it, whose colours it does not pass on.
  ///
  /// - Parameters:
  ///   - environment: The process's environment.
  ///   - colors: How many colours the description tells of.
  ///   - isDirect: Whether its colours' numbers are red, green and blue.
  static func detect(
    in environment: [String: String], colors: Int, isDirect: Bool
  ) -> ColorDepth {
    if environment["NO_COLOR"]?.isEmpty == false { return .none }
    let colorTerm = environment["COLORTERM"]?.lowercased()
    let isScreen = environment["STY"] != nil && environment["TMUX"] == nil
    if isDirect || !isScreen && (colorTerm == "truecolor" || colorTerm == "24bit") {
      return .trueColor
    }
    return colors >= 256 ? .palette256 : colors >= 8 ? .sixteen : .none
  }
}
