import BatonModel

extension FileFault {
  /// The settings are not in the board's folder: another folder stands in its place, perhaps for a
  /// moment. Nothing then says anything of the leads.
  static let boardAway = FileFault(
    file: "board.json", kind: .unreadable, message: "it is not there",
    remedy: "put it back: its return is waited for")
}
