/// The board in the terminal.
enum Dashboard {
  /// Opens a board and shows it until the user leaves.
  ///
  /// - Throws: What keeps the board or the terminal from being opened.
  static func run(_ session: Session) throws {
    throw Failure(
      "The dashboard is not built yet.", "Use the subcommands: `baton list`, `baton show ID`.")
  }
}
