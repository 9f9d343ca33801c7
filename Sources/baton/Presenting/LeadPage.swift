import BatonModel
import TerminalCanvas

/// Everything that is known of one lead, as lines that people read.
struct LeadPage {
  let lead: Lead
  /// What meetings decided about the lead.
  let decisions: [DecisionStanding]
  let row: LeadRow
  let reckoning: Reckoning

  /// One line of a section, or several where the text has line ends.
  struct Entry {
    var label: String
    var text: String

    init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  /// The page of a lead at the reckoning's moment.
  init(_ lead: Lead, _ decisions: [DecisionStanding], _ reckoning: Reckoning) {
    self.lead = lead
    self.decisions = decisions
    self.reckoning = reckoning
    row = LeadRow(LeadSummary(lead), reckoning)
  }

  var board: Board { reckoning.board }

  /// The page's lines, harmless to print.
  var lines: [String] {
    var lines = [headline, origin]
    for (title, entries) in sections where !entries.isEmpty {
      lines += ["", title]
      let width = entries.map { DisplayWidth.of($0.label, upTo: 24) }.max() ?? 0
      for entry in entries { lines += LeadPage.lines(of: entry, labelColumns: min(width, 24)) }
    }
    return lines
  }

  private var headline: String {
    let names = [lead.name, lead.company?.name].compactMap { $0 }
    return Sanitizer.safeText(names.joined(separator: " · "))
  }

  private var origin: String {
    Sanitizer.safeText("\(lead.id) · came in \(time(lead.createdAt)) · revision \(lead.revision)")
  }

  private var sections: [(title: String, entries: [Entry])] {
    [
      ("NOW", now),
      ("DECIDED", decided),
      ("CAME FROM", acquisition),
      ("COMPANY", company),
      ("PEOPLE", people),
      ("ANSWERS", answers),
      ("IN THE WAY", obstacles),
      ("CONTACT", contact),
      ("HANDOFFS", handoffs),
      ("FEEDBACK", feedback),
      ("TIMELINE", timeline),
      ("IMPORTED", imported),
      ("HISTORY", history),
    ]
  }

  private static func lines(of entry: Entry, labelColumns: Int) -> [String] {
    let label = Sanitizer.fitted(entry.label, columns: labelColumns)
    let text = Sanitizer.safeText(entry.text, layout: .lines).split(
      separator: "\n", omittingEmptySubsequences: false)
    return text.enumerated().map { index, line in
      let lead = index == 0 ? label : String(repeating: " ", count: labelColumns)
      return "  \(lead)  \(line)"
    }
  }

  // MARK: - Words for what the sections share

  func time(_ instant: Instant) -> String { Figures.time(instant, board.calendar) }

  /// A member as people know them: `Maria Costa`, or the id where the board has no name for it.
  func member(_ id: MemberID?) -> String? {
    id.map { board.member($0)?.name ?? $0.rawValue }
  }

  /// A reason as people know it.
  func reason(_ id: ReasonID?) -> String? {
    id.map { board.reason($0)?.title ?? $0.rawValue }
  }

  /// An entry, where there is something to say.
  func entry(_ label: String, _ text: String?) -> Entry? {
    text.flatMap { $0.isEmpty ? nil : Entry(label, $0) }
  }

  /// The parts that there are, with a mark between them.
  func joined(_ parts: String?..., by separator: String = ", ") -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: separator)
  }
}
