import TerminalCanvas

/// Draws the page of a lead.
enum LeadPageView {
  static func draw(_ page: LeadPage, _ state: BoardState, _ look: Look, on canvas: inout Canvas) {
  }
}
