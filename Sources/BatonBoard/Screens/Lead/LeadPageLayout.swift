import TerminalCanvas

/// Where everything of a lead's page stands, and how far it can be scrolled.
struct LeadPageLayout {
  /// The last line that may stand at the top.
  let lastTop: Int

  init(_ state: BoardState, _ page: LeadPage) {
    lastTop = 0
  }
}
