import BatonModel
import BatonReports
import TerminalCanvas

/// Where everything of the triage screen stands.
struct TriageLayout {
  /// The line at the top.
  let bar: Rect
  /// The queue; empty where there is no room beside the lead.
  let queue: Rect
  /// The lead.
  let lead: Rect
  /// The line at the bottom.
  let status: Rect

  /// The queue stands beside the lead from so many columns on.
  private static let columnsForQueue = 110
  /// The rows that a lead takes in the queue.
  static let itemRows = 2

  init(_ size: Size) {
    var rest = Rect(size: size)
    (bar, rest) = rest.cut(.top, 1)
    (status, rest) = rest.cut(.bottom, 1)
    guard size.columns >= TriageLayout.columnsForQueue else {
      queue = Rect(rest.left, rest.top, 0, rest.rows)
      lead = rest.inset(columns: 1, rows: 0)
      return
    }
    let (left, right) = rest.cut(.left, min(48, size.columns * 3 / 10))
    queue = left
    lead = right.inset(columns: 2, rows: 0)
  }
}

extension TriageLayout {
  /// The place of the first item of the queue that is in view.
  ///
  /// The lead that is shown stays near the top, so that one sees what comes, unless it was clicked.
  func top(of triage: TriageState) -> Int {
    max(0, min(triage.heldTop ?? triage.place - 1, triage.items.count - itemsInView))
  }

  /// The items of the queue that fit below each other.
  var itemsInView: Int { max(1, queue.rows / TriageLayout.itemRows) }

  /// The place of the item of the queue at a point.
  func place(at point: Point, in triage: TriageState) -> Int? {
    guard queue.contains(point) else { return nil }
    let row = (point.row - queue.top) / TriageLayout.itemRows
    let place = top(of: triage) + row
    return row < itemsInView && triage.items.indices.contains(place) ? place : nil
  }
}

/// Draws the triage screen: the queue, and all that is needed to decide on one lead of it.
enum TriageView {
  static func draw(
    _ triage: TriageState, _ state: BoardState, _ look: Look, on canvas: inout Canvas
  ) {
    let layout = TriageLayout(state.size)
    drawBar(triage, state, look, in: layout.bar, on: &canvas)
    drawQueue(triage, state, look, layout, on: &canvas)
    if let item = triage.current {
      let detail = TriageDetail(item, triage, state, look)
      for (row, line) in detail.lines(in: layout.lead.size).enumerated() {
        canvas.put(
          line, at: layout.lead.origin.moved(rows: row), maxWidth: layout.lead.columns)
      }
    } else {
      drawEnd(triage, look, in: layout.lead, on: &canvas)
    }
    StatusView.drawStatus(state, look, in: layout.status, on: &canvas)
  }

  /// Whose queue it is, how far one is, and how many leads are decided.
  private static func drawBar(
    _ triage: TriageState, _ state: BoardState, _ look: Look, in rect: Rect,
    on canvas: inout Canvas
  ) {
    canvas.fill(rect, style: look[.header])
    var right = StyledText()
    if triage.current != nil {
      let place = "\(Wording.count(triage.place + 1)) of \(Wording.count(triage.items.count))"
      right.append(place, look[.headerTitle])
    }
    if !triage.decided.isEmpty {
      if !right.runs.isEmpty { right.append(" · ", look[.header]) }
      right.append("\(Wording.count(triage.decided.count)) decided", look[.header])
    }
    let width = canvas.put(
      right, at: rect.origin, style: look[.header], maxWidth: rect.columns - 1, alignment: .right)
    let title =
      StyledText(" Triage", look[.headerTitle]) + StyledText(" · ", look[.header])
      + StyledText(triage.whose.words(on: state.board), look[.headerTitle])
    canvas.put(
      title, at: rect.origin, style: look[.header], maxWidth: max(0, rect.columns - width - 2))
  }

  private static func drawQueue(
    _ triage: TriageState, _ state: BoardState, _ look: Look, _ layout: TriageLayout,
    on canvas: inout Canvas
  ) {
    let rect = layout.queue
    guard rect.columns > 4 else { return }
    canvas.vline(
      at: Point(rect.right - 1, rect.top), length: rect.rows, style: look[.columnRule])
    let top = layout.top(of: triage)
    for (offset, item) in triage.items.dropFirst(top).prefix(layout.itemsInView).enumerated() {
      let lines = Rect(
        rect.left, rect.top + offset * TriageLayout.itemRows, rect.columns - 1,
        TriageLayout.itemRows)
      draw(item, isShown: top + offset == triage.place, state, look, in: lines, on: &canvas)
    }
  }

  private static func draw(
    _ item: TriageItem, isShown: Bool, _ state: BoardState, _ look: Look, in rect: Rect,
    on canvas: inout Canvas
  ) {
    let base = look[isShown ? .cardSelected : .text]
    if isShown { canvas.fill(rect, style: base) }
    let money = item.lead.amount.map {
      StyledText(Wording.money($0.minorUnits, $0.currency), look[.cardMoney])
    }
    let width =
      money.map {
        canvas.put(
          $0, at: rect.origin, style: base, maxWidth: rect.columns - 1, alignment: .right)
      } ?? 0
    var who = StyledText(isShown ? " ▸ " : "   ", look[.columnTitleSelected])
    who.append(item.lead.name, look[isShown ? .cardTitle : .textStrong])
    if let company = item.lead.company, company != item.lead.name {
      who.append(" · \(company)", look[.textDim])
    }
    canvas.put(
      who, at: rect.origin, style: base, maxWidth: max(0, rect.columns - width - 2))
    if let reason = item.reasons.first {
      canvas.put(
        StyledText(reason.words(state.reckoning), look[reason.role]),
        at: rect.origin.moved(columns: 3, rows: 1), style: base,
        maxWidth: max(0, rect.columns - 4))
    }
  }

  private static func drawEnd(
    _ triage: TriageState, _ look: Look, in rect: Rect, on canvas: inout Canvas
  ) {
    let row = rect.rows / 3
    let isEmpty = triage.decided.isEmpty && triage.items.isEmpty
    let heading = isEmpty ? "Nothing wants attention now." : "That was the last one."
    canvas.put(
      triage.isMade ? heading : "One moment …", in: rect, row: row, style: look[.heading],
      alignment: .center)
    guard !isEmpty else { return }
    let left = triage.items.count
    let words =
      left == 0
      ? Wording.count(triage.decided.count, "lead decided", "leads decided")
      : "\(Wording.count(left, "lead", "leads")) skipped: ↑ goes back"
    canvas.put(words, in: rect, row: row + 1, style: look[.textDim], alignment: .center)
  }
}

extension TriageQueue.Whose {
  /// Whose queue it is, in words.
  func words(on board: Board) -> String {
    switch self {
    case .everybody: "everybody"
    case .nobody: "nobody's leads"
    case .member(let id): board.member(id)?.name ?? id.rawValue
    }
  }
}

extension TriageReason {
  /// The reason as the screen tells it.
  func words(_ reckoning: Reckoning) -> String {
    words(on: reckoning.board) { moment in
      let span = Wording.span(since: moment, now: reckoning.now)
      return span == "now" ? "a moment" : span
    } ahead: { moment in
      Wording.moment(moment, reckoning)
    }
  }

  /// How the reason looks.
  var role: Role {
    switch self {
    case .replied: .timelineInbound
    case .overdue, .lapsed, .stalled: .lightOverdue
    case .offered, .proofMissing, .runsOut, .verdict: .warn
    case .dueToday: .lightToday
    case .promised: .cardPromise
    case .returned, .fresh, .unrated: .textDim
    case .noNextStep: .lightNone
    }
  }
}
