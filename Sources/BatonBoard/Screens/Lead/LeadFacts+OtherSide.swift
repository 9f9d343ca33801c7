import BatonModel
import BatonReports
import TerminalCanvas

/// What is offered, and what the other sides do: to be seen before one contacts the buyer.
extension LeadFacts {
  /// The handoff that waits, with what the giver told.
  func addOffer(to page: inout PageLines) {
    guard let handoff = lead.openHandoff else { return }
    page.section("HANDOFF") { page in add(handoff, to: &page) }
  }

  /// So many of the other sides' touches are shown.
  private static let touchesShown = 3
  /// The other sides' latest touches and what they plan.
  func addOtherSide(besides side: Side, to page: inout PageLines) {
    let recent = otherTouches(besides: side)
    let others = OtherSides(of: lead, besides: side, on: board, at: reckoning.now)
    var aside = StyledText()
    if let last = others.collision {
      let span = Wording.span(since: last.at, now: reckoning.now)
      aside = text("\(last.side.rawValue) was in touch \(span) ago", .warn)
    }
    page.section("OTHER SIDE", aside: aside) { page in
      for touch in recent.prefix(LeadFacts.touchesShown) {
        let arrow = touch.direction == .outbound ? "→" : "←"
        page.row(
          touch.side.rawValue,
          list([
            text("\(arrow) \(touch.channel.rawValue)", .textDim), touch.summary.map { text($0) },
            touch.outcome.map { text($0.words, .textDim) },
            text("\(moment(touch.at))", .textFaint), touch.by.map { text(name($0), .textFaint) },
          ]), labelRole: Look.role(of: touch.side), maxLines: 2)
      }
      if let step = lead.nextStep, let member = others.plan?.member {
        page.row(
          member.side.rawValue,
          list([
            text("plans \(step.kind.rawValue) \(moment(step.due))"), step.note.map { text($0) },
            text(member.name, .textFaint),
          ]), labelRole: Look.role(of: member.side), maxLines: 2)
      }
    }
  }

  /// What the other sides did of late, the latest first.
  private func otherTouches(besides side: Side) -> [Touch] {
    lead.touches.reversed().filter { touch in
      touch.retracted == nil && touch.side != side && touch.side != .buyer
        && reckoning.now.days(since: touch.at) <= OtherSides.recentDays
    }
  }
}
