/// Measuring how long a program takes to answer.
extension PseudoTerminal {
  /// Without output for so long, a frame is taken to be complete.
  private static let pause: Int32 = 8

  /// Whether some text has been written by now.
  public func hasWritten(_ text: String) -> Bool {
    receive(milliseconds: 0)
    return place(of: Array(text.utf8), from: 0) != nil
  }

  /// Takes output until there has been none for a while.
  public func settle(for span: Duration = .milliseconds(200)) {
    var quiet = ContinuousClock.now
    while ContinuousClock.now - quiet < span {
      if receive(milliseconds: 10) { quiet = .now }
    }
  }

  /// The time from something done to the last byte that the program writes upon it.
  ///
  /// - Throws: `Failure` where nothing is written within five seconds.
  public func latency(of action: () throws -> Void) throws -> Duration {
    while receive(milliseconds: Self.pause) {}
    let start = ContinuousClock.now
    try action()
    var last: ContinuousClock.Instant?
    while true {
      if receive(milliseconds: last == nil ? 100 : Self.pause) {
        last = .now
      } else if let last {
        return last - start
      } else if ContinuousClock.now - start > .seconds(5) {
        throw Failure(description: "the program wrote nothing for five seconds")
      }
    }
  }
}
