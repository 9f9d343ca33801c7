import BatonModel
import BatonReports
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

  /// A line with something at its left and something at its right, each in fewer and fewer words,
  /// and with what fills the room between them.
  ///
  /// The longest left that leaves room for the shortest right counts, then the longest right beside
  /// it; where none fits, the shortest of both, the left one cut.
  struct Line {
    var left: [StyledText]
    var right: [StyledText]
    var filling = StyledText()

    init(_ left: StyledText..., right: [StyledText], filling: StyledText = StyledText()) {
      self.left = left
      self.right = right
      self.filling = filling
    }
  }

  /// Fewer columns than these tell nothing: `Go…`.
  private static let leastFilling = 5

  private func drawLines(_ lines: [Line], in rect: Rect, on canvas: inout Canvas) {
    for (row, line) in lines.enumerated() where row < rect.rows {
      draw(line, at: Point(rect.left, rect.top + row), columns: rect.columns, on: &canvas)
    }
  }

  private func draw(_ line: Line, at origin: Point, columns: Int, on canvas: inout Canvas) {
    let least = line.right.last?.width(upTo: columns) ?? 0
    let room = columns - least - (least > 0 ? 1 : 0)
    let (left, used) = Self.first(of: line.left, upTo: columns) { $0 <= room }
    let wanted = min(used + line.filling.width(upTo: columns), room)
    let (right, width) = Self.first(of: line.right, upTo: columns) { $0 < columns - wanted }
    canvas.put(
      right, at: origin.moved(columns: max(0, columns - width)), maxWidth: min(width, columns),
      truncation: .clip)
    let free = max(0, columns - width - (width > 0 ? 1 : 0))
    let isFilled = free - used >= Self.leastFilling
    canvas.put(isFilled ? left + line.filling : left, at: origin, maxWidth: free)
  }

  /// The first wording whose width suits, else the last, with its width.
  private static func first(
    of wordings: [StyledText], upTo columns: Int, where suits: (Int) -> Bool
  ) -> (text: StyledText, width: Int) {
    var width = 0
    for wording in wordings {
      width = wording.width(upTo: columns)
      if suits(width) { return (wording, width) }
    }
    return (wordings.last ?? StyledText(), width)
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
    return Line(left, right: [right])
  }

  private var originLine: Line {
    let signs = signs
    return Line(origin, right: [marks(signs, \.words), marks(signs, \.glyph)])
  }

  private var clockLine: Line {
    Line(age + lastTouch, age, shortAge, right: nextStepWordings)
  }

  private var compactLine: Line {
    var right = marks(signs, \.glyph)
    right.append(right.runs.isEmpty ? "" : " ")
    return Line(
      age + lastTouch, age, shortAge, right: [right + light], filling: StyledText("  ") + origin)
  }

  // MARK: - Parts

  /// The source, and what the ad promised.
  private var origin: StyledText {
    var text = StyledText(
      lead.origin.source ?? "source unknown",
      look[lead.origin.source == nil ? .textFaint : .cardSource])
    if let promise = lead.origin.promise ?? lead.origin.headline {
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

  /// The same in as few words as there are: until when it rests, as its light tells that it does.
  private var shortAge: StyledText {
    guard let until = standing.parking?.until else { return age }
    return StyledText("until \(Wording.day(until, state.reckoning))", look[.textDim])
  }

  /// The last touch and by which side: `M 2h`.
  private var lastTouch: StyledText {
    guard let touch = lead.lastTouch else { return StyledText() }
    let side: Side = touch.direction == .inbound ? .buyer : touch.side
    var text = StyledText("  \(Wording.initial(of: side)) ", look[Look.role(of: side)])
    text.append(Wording.span(since: touch.at, now: state.reckoning.now), look[.cardAge])
    return text
  }

  /// The light and what is next, in fewer and fewer words: `● call today 14:00`, `● call`, `●`.
  private var nextStepWordings: [StyledText] {
    let style = look[Look.role(of: standing.light)]
    guard standing.parking == nil else { return [light] }
    guard let step = lead.nextStep else {
      return [" no next step", " no step"].map { light + StyledText($0, style) } + [light]
    }
    let day = Wording.day(step.due, state.reckoning)
    let when = day == "today" ? Wording.clock(step.due, state.board.calendar) : day
    return [" \(step.kind.rawValue) \(when)", " \(when)"].map { light + StyledText($0, style) }
      + [light]
  }

  private var light: StyledText {
    StyledText(standing.light.glyph, look[Look.role(of: standing.light)])
  }

  /// What forbids, holds or blocks.
  private var signs: [CardSign] {
    let isHeld = state.reckoning.held(lead) != nil
    let isDecided = state.openDecisions[lead.id] != nil
    return CardSign.allCases.filter {
      $0.applies(to: lead, isHeld: isHeld, isDecided: isDecided)
    }
  }

  /// Flags for signs, in words or as glyphs, then the quality.
  private func marks(_ signs: [CardSign], _ wording: KeyPath<CardSign, String>) -> StyledText {
    let text = signs.reduce(into: StyledText()) { text, sign in
      if !text.runs.isEmpty { text.append(" ") }
      text.append(sign[keyPath: wording], look[sign.role])
    }
    guard let quality = lead.quality else { return text }
    let rating = StyledText("★\(quality)", look[.quality])
    return text.runs.isEmpty ? rating : text + " " + rating
  }
}
