import BatonStore

extension BoardFolder {
  /// Says on standard error how many files wait in the inbox, where there are any.
  ///
  /// Who asks changes nothing: neither a board that may only be read, nor one that a script looks
  /// at every minute.
  func tellOfInbox() {
    let count = countWaitingInInbox()
    guard count > 0 else { return }
    StandardError.say(
      count == 1
        ? "1 file waits in the inbox and is not in this answer."
        : "\(count) files wait in the inbox and are not in this answer.",
      "Take in what is whole with `baton inbox`.")
  }
}
