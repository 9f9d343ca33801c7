public import TerminalCanvas

extension BoardState {
  /// The screen as it is to be shown, and where the cursor stands. Pure.
  ///
  /// Costs what is visible: of a column of ten thousand cards those in view are drawn.
  public func frame(_ look: Look) -> (frame: Frame, cursor: Point?) {
    var canvas = Canvas(size: size, style: look[.text])
    guard size.columns >= 20, size.rows >= 6 else {
      canvas.put("Too small", at: .zero, style: look[.text])
      return (canvas.frame, nil)
    }
    var cursor: Point?
    if let page {
      LeadPageView.draw(page, self, look, on: &canvas)
    } else if let meeting, meeting.isOpen, let reports {
      cursor = MeetingPageView.draw(meeting, reports, self, look, on: &canvas)
    } else if let reports {
      cursor = ReportView.draw(reports, self, look, on: &canvas)
    } else if let triage {
      TriageView.draw(triage, self, look, on: &canvas)
    } else {
      cursor = BoardView.draw(self, look, on: &canvas)
    }
    for overlay in overlays {
      cursor = OverlayView.draw(overlay, self, look, on: &canvas)
    }
    return (canvas.frame, cursor)
  }
}
