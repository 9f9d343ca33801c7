import BatonModel
import BatonReports
import TerminalCanvas

/// A lead at a moment, and the words in which its page tells of it.
///
/// Texts from the lead are put into runs as they are and never joined with others: a megabyte of a
/// name costs no more than what is shown of it.
struct LeadFacts {
  let lead: Lead
  let reckoning: Reckoning
  let campaigns: [CampaignID: Campaign]
  let collateral: [CollateralID: Collateral]
  /// What was decided about the lead.
  let decisions: [DecisionStanding]
  let look: Look
  /// The holds in files of other leads that cover this one with its whole company now.
  let holdsOnCompany: [StandingHold]
  /// How the page is looked at: by guests or by the team alone.
  let view: MeetingView
  /// Where our sides crossed each other's way with the buyer.
  let crossings: TouchCrossings

  /// - Parameter reckoning: ``BoardState/shownReckoning``, which is made anew each time.
  init(_ lead: Lead, _ state: BoardState, _ reckoning: Reckoning, _ look: Look) {
    self.lead = lead
    self.look = look
    self.reckoning = reckoning
    view = state.meetingView
    let summary = state.shelf[lead.id] ?? LeadSummary(lead)
    holdsOnCompany =
      reckoning.companyHolds.isEmpty
      ? [] : reckoning.holds(on: summary).filter { $0.lead != lead.id }
    campaigns = state.campaigns
    collateral = state.collateral
    crossings = TouchCrossings(lead, within: state.board.windows.collisionHours)
    decisions = state.meetings.decisions(
      on: lead.id, asOf: state.reckoning.now, on: state.board.calendar)
  }

  var board: Board { reckoning.board }

  // MARK: - Texts

  /// What stands between the parts of a list: a line ends behind the point, not before it.
  static let separator = "\u{A0}· "

  func text(_ text: String, _ role: Role = .text) -> StyledText { StyledText(text, look[role]) }

  /// Words of somebody else, in quotation marks.
  func quote(_ words: String, _ role: Role = .text) -> StyledText {
    let style = look[role]
    return StyledText([.init("“", style), .init(words, style), .init("”", style)])
  }

  /// The parts that there are, with points between them.
  func list(_ parts: [StyledText?]) -> StyledText {
    var list = StyledText()
    for part in parts {
      guard let part, !part.runs.isEmpty else { continue }
      if !list.runs.isEmpty { list.append(LeadFacts.separator, look[.textFaint]) }
      list += part
    }
    return list
  }

  /// A fact, with the sign of how we know it, which stays on its line.
  func marked(_ fact: StyledText, _ provenance: Provenance) -> StyledText {
    var text = fact
    text.append("\u{A0}\(provenance.sign)", look[provenance.role])
    return text
  }

  /// One to five stars.
  func stars(_ quality: Int) -> StyledText {
    let full = max(0, min(5, quality))
    var text = StyledText(String(repeating: "★", count: full), look[.quality])
    text.append(String(repeating: "☆", count: 5 - full), look[.textFaint])
    return text
  }

  // MARK: - Names and times

  /// Somebody of the team as people know them; the id where the board has no name for it.
  func name(_ id: String) -> String { board.member(MemberID(id))?.name ?? id }

  func name(_ member: MemberID) -> String { name(member.rawValue) }

  func title(_ reason: ReasonID) -> String { board.reason(reason)?.title ?? reason.rawValue }

  func title(_ stage: StageID) -> String { board.stage(stage)?.title ?? stage.rawValue }

  func title(_ campaign: CampaignID) -> String {
    campaigns[campaign]?.title ?? campaign.rawValue
  }

  func title(_ document: CollateralID) -> String {
    collateral[document]?.title ?? document.rawValue
  }

  func day(_ instant: Instant) -> String { Wording.day(instant, reckoning) }

  func moment(_ instant: Instant) -> String { Wording.moment(instant, reckoning) }
}
