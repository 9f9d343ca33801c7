import PseudoTerminal

/// The same keys on the same board, again and again, each walk from the same place.
///
/// At a step the program does the same in every walk: what one of them takes longer is the
/// machine's doing, for nothing that disturbs a program makes it faster. So the shortest time of a
/// step is the program's own. Over all the steps these still tell its slow keys from its quick
/// ones.
struct KeyWalk {
  /// How long each step took, by walk.
  private(set) var walks: [[Double]] = []

  /// Moving about, with a look at a lead's page, at the help, at the feedback pane and at smaller
  /// cards. Every key changes what is seen: one that does not would have no frame to wait for.
  private static let keys = [
    "j", "j", "l", "j", "k", "h", "j", "l", "l", "j", pageDown, "k", "h", "\r", backspace, "j", "f",
    "f", "l", "j", pageDown, pageUp, "j", "d", "j", "d", "h", "j", "?", "q", "h", end, "k", home,
  ]

  private static let pageDown = "\u{1b}[6~"
  private static let pageUp = "\u{1b}[5~"
  private static let home = "\u{1b}[H"
  private static let end = "\u{1b}[F"
  private static let backspace = "\u{7f}"

  /// Walks once more, with something done after each key.
  ///
  /// - Throws: `PseudoTerminal.Failure` where a key is not answered.
  mutating func walk(
    _ steps: Int, in terminal: PseudoTerminal, afterEach: () -> Void
  ) throws {
    Self.goToStart(in: terminal)
    walks.append(
      try (0..<steps).map { step in
        let key = Self.keys[step % Self.keys.count]
        let time = try terminal.latency { terminal.type(key) }
        afterEach()
        return time.milliseconds
      })
  }

  /// Goes to the first lead of the first column.
  static func goToStart(in terminal: PseudoTerminal) {
    terminal.type("hhhhhhhh" + home)
    terminal.settle()
  }

  /// Every key of every walk.
  var all: Figures { Figures(walks.joined()) }

  /// The shortest time of each step.
  var undisturbed: Figures {
    let steps = walks.map(\.count).min() ?? 0
    return Figures((0..<steps).map { step in walks.reduce(.infinity) { min($0, $1[step]) } })
  }
}
