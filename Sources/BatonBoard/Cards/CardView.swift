import BatonModel
import TerminalCanvas

/// Draws the card of a lead: who, from where, how long, who last, what next.
struct CardView {
  let lead: LeadSummary
  let standing: Standing
  let isSelected: Bool
  let state: BoardState
  let look: Look

  init(_ lead: LeadSummary, isSelected: Bool, _ state: BoardState, _ look: Look) {
    self.lead = lead
    self.isSelected = isSelected
    self.state = state
    self.look = look
    standing = state.reckoning.standing(of: lead)
  }

  /// Draws the card into a rectangle of `Density.rows` rows.
  func draw(_ density: Density, in rect: Rect, on canvas: inout Canvas) {
    let surface = isSelected ? look[.cardSelected] : look[.card]
    canvas.fill(rect, style: surface)
    switch density {
    case .comfortable:
      let border = isSelected ? look[.cardBorderSelected] : borderStyle
      let inside = canvas.box(rect, stroke: isSelected ? .heavy : .rounded, style: border)
      drawLines(
        [headLine, originLine, clockLine], in: inside.inset(left: 1, right: 1), on: &canvas)
    case .compact:
      let edge = isSelected ? look[.cardBorderSelected] : borderStyle
      canvas.vline(
        at: rect.origin, length: rect.rows, stroke: isSelected ? .heavy : .plain, style: edge)
      drawLines([headLine, compactLine], in: rect.inset(left: 2, right: 1), on: &canvas)
    }
  }

  /// A line with something at its left and something at its right, which is never cut.
  struct Line {
    var left: StyledText
    var right: StyledText
  }

  private func drawLines(_ lines: [Line], in rect: Rect, on canvas: inout Canvas) {
    for (row, line) in lines.enumerated() where row < rect.rows {
      let width = line.right.width(upTo: rect.columns)
      let origin = Point(rect.left, rect.top + row)
      canvas.put(
        line.right, at: origin, maxWidth: rect.columns, alignment: .right, truncation: .clip)
      canvas.put(
        line.left, at: origin, maxWidth: max(0, rect.columns - width - (width > 0 ? 1 : 0)))
    }
  }

  private var borderStyle: Style {
    standing.isStalled || standing.isOverdue
      ? look[.cardBorder].patched(by: Style(look[.cardAgeLate].foreground)) : look[.cardBorder]
  }

  // MARK: - Lines

  private var headLine: Line {
    var left = StyledText(lead.name, look[.cardTitle])
    if let company = lead.company, company != lead.name {
      left.append(" · ", look[.textFaint])
      left.append(company, look[.cardCompany])
    }
    var right = StyledText()
    if let amount = lead.amount {
      right.append(Wording.money(amount.minorUnits, amount.currency), look[.cardMoney])
    }
    return Line(left: left, right: right)
  }

  private var originLine: Line {
    Line(left: origin, right: marks)
  }

  private var clockLine: Line {
    Line(left: age + lastTouch, right: nextStep)
  }

  private var compactLine: Line {
    var left = age + lastTouch
    left.append("  ")
    left += origin
    var right = marks
    right.append(right.runs.isEmpty ? "" : " ")
    right += lightOnly
    return Line(left: left, right: right)
  }

  // MARK: - Parts

  /// The source, and what the ad promised.
  private var origin: StyledText {
    var text = StyledText(lead.origin.source ?? "source unknown", look[.cardSource])
    if let promise = lead.origin.headline ?? lead.origin.promise {
      text.append(" “\(promise)”", look[.cardPromise])
    } else if let campaign = lead.origin.campaign {
      text.append(" \(state.campaigns[campaign]?.title ?? campaign.rawValue)", look[.cardPromise])
    }
    return text
  }

  /// How long here, against the target: `4d of 2d`.
  private var age: StyledText {
    if let parking = standing.parking {
      let until = parking.until.map { " until \(Wording.day($0, state.reckoning))" } ?? ""
      return StyledText(parking.kind.rawValue + until, look[.textDim])
    }
    let isLate = standing.limitDays.map { standing.daysInStage > $0 } ?? false
    var text = StyledText(
      Wording.days(standing.daysInStage), look[isLate ? .cardAgeLate : .cardAge])
    if let limit = standing.limitDays {
      text.append(" of \(Int(limit))d", look[.textFaint])
    }
    return text
  }

  /// The last touch and by which side: `M 2h`.
  private var lastTouch: StyledText {
    guard let touch = lead.lastTouch else { return StyledText() }
    let side: Side = touch.direction == .inbound ? .buyer : touch.side
    var text = StyledText("  \(Wording.initial(of: side)) ", look[Look.role(of: side)])
    text.append(Wording.span(since: touch.at, now: state.reckoning.now), look[.cardAge])
    return text
  }

  /// The light and what is next: `● call today 14:00`.
  private var nextStep: StyledText {
    var text = lightOnly
    let style = look[Look.role(of: standing.light)]
    guard let step = lead.nextStep, standing.parking == nil else {
      text.append(standing.light == .missing ? " no next step" : "", style)
      return text
    }
    let day = Wording.day(step.due, state.reckoning)
    let when = day == "today" ? Wording.clock(step.due, state.board.calendar) : day
    text.append(" \(step.kind.rawValue) \(when)", style)
    return text
  }

  private var lightOnly: StyledText {
    StyledText(standing.light.glyph, look[Look.role(of: standing.light)])
  }

  /// Flags for what forbids, holds or blocks, then the quality.
  private var marks: StyledText {
    var text = StyledText()
    if lead.marks.contains(.doNotEmail) { text.append("✉̸", look[.flagConsent]) }
    if lead.marks.contains(.doNotCall) { text.append("☎̸", look[.flagConsent]) }
    if standing.isHeld { text.append("‖", look[.flagHold]) }
    if lead.marks.contains(.roadblock) { text.append("▲", look[.flagRoadblock]) }
    if let quality = lead.quality {
      if !text.runs.isEmpty { text.append(" ") }
      text.append("★\(quality)", look[.quality])
    }
    return text
  }
}
