import BatonModel
import BatonReports
import TerminalCanvas

/// What stands above everything else of a lead: who, what next, how long, whose, what forbids.
///
/// Most of it is in the summary, so that it is there before the lead is read.
struct LeadPageHeader {
  let summary: LeadSummary
  let lead: Lead?
  let isUnreadable: Bool
  let isForGuests: Bool
  let standing: Standing
  let reckoning: Reckoning
  let look: Look

  init(_ summary: LeadSummary, _ page: LeadPage, _ reckoning: Reckoning, _ look: Look) {
    self.summary = summary
    lead = page.lead
    isUnreadable = page.isUnreadable
    self.look = look
    isForGuests = page.alias != nil
    self.reckoning = reckoning
    standing = reckoning.standing(of: summary)
  }

  private var board: Board { reckoning.board }

  // MARK: - The line at the top

  /// The name and the company.
  var title: StyledText {
    var text = StyledText(summary.name, look[.headerTitle])
    if let company = summary.company, company != summary.name {
      text.append(" · ", look[.header])
      text.append(company, look[.header])
    }
    return text
  }

  /// The amount and the quality.
  var worth: StyledText {
    var text = StyledText()
    if let amount = summary.amount {
      text.append(Wording.exactMoney(amount), look[.headerTitle])
    }
    if let quality = summary.quality {
      if !text.runs.isEmpty { text.append("  ") }
      text.append("★\(quality) of 5", look[.quality])
    }
    return text
  }

  // MARK: - Cells

  /// A label and what it names.
  struct Cell {
    let label: String
    let text: StyledText
    /// Whether it takes a row of its own where two cells would stand side by side.
    var isWide = false
  }

  /// What is asked first, for so many cells side by side: what and whose stand below each other.
  func cells(inARow: Int) -> [Cell] {
    let parked = standing.parking.map {
      Cell(label: $0.kind.rawValue, text: rest($0), isWide: true)
    }
    let first = parked ?? Cell(label: "next", text: next, isWide: true)
    let place = Cell(label: "stage", text: stage)
    let contact = Cell(label: "touched", text: touched)
    let owners = [
      Cell(label: "sales", text: owner(summary.owner, isWanted: true)),
      Cell(label: "marketing", text: owner(summary.marketingOwner, isWanted: false)),
    ]
    let labels = summary.tags.isEmpty ? [] : [Cell(label: "tags", text: tags, isWide: true)]
    return inARow == 2
      ? [first, place] + owners + [contact] + labels : [first, place, contact] + owners + labels
  }

  private var dim: Style { look[.textDim] }

  private var next: StyledText {
    let style = look[Look.role(of: standing.light)]
    var text = StyledText("\(standing.light.glyph) ", style)
    guard let step = summary.nextStep else {
      text.append(standing.isOpen ? "no next step" : "nothing, it has ended", style)
      return text
    }
    text.append("\(step.kind.rawValue) \(Wording.moment(step.due, reckoning))", style)
    if standing.isOverdue {
      text.append(", \(Wording.span(since: step.due, now: reckoning.now)) late", style)
    }
    if step.isBooked { text.append(", booked", look[.text]) }
    if let owner = lead?.nextStep?.owner, owner != summary.owner { append(name(owner), to: &text) }
    if let note = lead?.nextStep?.note { append(note, to: &text) }
    return text
  }

  private var stage: StyledText {
    let stage = board.stage(summary.stage)
    var text = StyledText(stage?.title ?? summary.stage.rawValue, look[.textStrong])
    let isLate = standing.limitDays.map { standing.daysInStage > $0 } ?? false
    text.append(" ")
    text.append(Wording.days(standing.daysInStage), look[isLate ? .cardAgeLate : .cardAge])
    if let limit = standing.limitDays { text.append(" of \(Int(limit))d", dim) }
    if standing.isStalled { text.append(", stalled", look[.cardAgeLate]) }
    return text
  }

  /// Why and until when it rests, or how it ended.
  private func rest(_ parking: ParkedSummary) -> StyledText {
    let since = "since \(Wording.day(parking.since, reckoning))"
    let span = parking.until.map { "until \(Wording.day($0, reckoning))" } ?? since
    var text = StyledText("\(standing.light.glyph) ", look[Look.role(of: standing.light)])
    text.append(span, look[.textStrong])
    if let reason = parking.reason {
      text.append(", \(board.reason(reason)?.title ?? reason.rawValue)", look[.textStrong])
    }
    if let by = lead?.parked?.by { append(name(MemberID(by)), to: &text) }
    if let note = lead?.parked?.note { append(note, to: &text) }
    if let step = summary.nextStep {
      append("then \(step.kind.rawValue) \(Wording.day(step.due, reckoning))", to: &text)
    }
    return text
  }

  /// Adds something quiet behind a point.
  private func append(_ words: String, to text: inout StyledText) {
    text.append(LeadFacts.separator, look[.textFaint])
    text.append(words, dim)
  }

  private func owner(_ member: MemberID?, isWanted: Bool) -> StyledText {
    guard let member else {
      return StyledText("nobody", look[isWanted && standing.isOpen ? .warn : .textFaint])
    }
    return StyledText(name(member), look[.text])
  }

  /// The last touch and by which side, then the last one in which both took part.
  private var touched: StyledText {
    guard let touch = summary.lastTouch else { return StyledText("never", look[.textFaint]) }
    let side: Side = touch.direction == .inbound ? .buyer : touch.side
    var text = StyledText("\(Wording.initial(of: side)) ", look[Look.role(of: side)])
    text.append("\(ago(touch.at)), \(touch.channel.rawValue)", look[.text])
    guard let twoWay = summary.lastTwoWay else {
      append("never two-way", to: &text)
      return text
    }
    if twoWay == touch.at { return text }
    let days = reckoning.now.days(since: twoWay)
    let isLong = standing.isOpen && days > Double(board.windows.silenceDays)
    text.append(LeadFacts.separator, look[.textFaint])
    let span = Wording.span(since: twoWay, now: reckoning.now)
    text.append("two-way \(span)", isLong ? look[.cardAgeLate] : dim)
    return text
  }

  private func ago(_ instant: Instant) -> String {
    let span = Wording.span(since: instant, now: reckoning.now)
    return span == "now" ? span : "\(span) ago"
  }

  private var tags: StyledText {
    StyledText(summary.tags.prefix(12).joined(separator: ", "), dim)
  }

  private func name(_ member: MemberID) -> String {
    board.member(member)?.name ?? member.rawValue
  }

  // MARK: - Company and flags

  /// What is known of the company, in one line.
  var company: StyledText? {
    guard let company = lead?.company else { return nil }
    let place = [company.city, company.country].compactMap { $0 }
    let facts: [String?] = [
      company.name == summary.name ? company.name : nil,
      company.domain, company.industry, place.isEmpty ? nil : place.joined(separator: ", "),
      company.employees.map { Wording.count($0, "person", "people") },
      company.revenue.map { "\(Wording.money($0.minorUnits, $0.currency)) a year" },
      company.parent.map { "part of \($0)" },
    ]
    var text = StyledText()
    for fact in facts.compactMap({ $0 }) {
      if !text.runs.isEmpty { text.append(" · ", look[.textFaint]) }
      text.append(fact, dim)
    }
    return text.runs.isEmpty ? nil : text
  }

  /// That what is shown is not what is in the file, or not all of it.
  var warning: StyledText? {
    guard isUnreadable else {
      let words = "Names are masked; addresses, numbers and words are left out for guests."
      return isForGuests ? StyledText(words, look[.warn]) : nil
    }
    let state = lead == nil ? "Its" : "As it was last read: its"
    return StyledText("\(state) file cannot be read now.", look[.warn])
  }

  /// What forbids, holds or blocks, written out.
  var flags: [StyledText] {
    var flags: [StyledText] = []
    if summary.marks.contains(.doNotEmail) {
      flags.append(StyledText("× do not email", look[.flagConsent]))
    }
    if summary.marks.contains(.doNotCall) {
      flags.append(StyledText("× do not call", look[.flagConsent]))
    }
    if let until = reckoning.held(summary)?.until {
      var text = StyledText("‖ hold until \(Wording.day(until, reckoning))", look[.flagHold])
      let holds = reckoning.holds(on: summary)
      if let standing = holds.max(by: { $0.hold.end < $1.hold.end }) {
        text.append(": ", dim)
        text.append(standing.hold.reason, dim)
        if standing.lead != summary.id {
          text.append(" (on ", dim)
          text.append(standing.name, dim)
          text.append(")", dim)
        }
      }
      flags.append(text)
    }
    if let kind = summary.roadblock {
      flags.append(
        StyledText("▲ blocked: ", look[.flagRoadblock])
          + StyledText(kind, look[.flagRoadblock]))
    }
    if summary.marks.contains(.approvalMissing) {
      flags.append(StyledText("… approval missing", look[.warn]))
    }
    return flags
  }
}
