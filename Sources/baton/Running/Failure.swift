import BatonModel

/// Why a command ends without doing what was asked: one line of what, one of what to do.
struct Failure: Error, Hashable, Sendable {
  /// How the program ends.
  enum Status: Int32, Hashable, Sendable {
    /// Refused by the board's rules, or failed.
    case refused = 1
    /// The board has faults.
    case findings = 2
    /// Somebody else changed the same field since it was seen.
    case overtaken = 3
    /// The command was not given as it must be.
    case usage = 64
  }

  /// What is wrong, in a sentence.
  var what: String
  /// What to do about it, in a sentence.
  var remedy: String
  /// How the program ends.
  var status: Status

  /// A failure.
  init(_ what: String, _ remedy: String, status: Status = .refused) {
    self.what = what
    self.remedy = remedy
    self.status = status
  }
}
