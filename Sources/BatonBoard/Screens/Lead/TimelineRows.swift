import BatonModel
import BatonReports
import TerminalCanvas

/// The timeline as lines, of which those in view are made.
///
/// The latest events are told in as many lines as they need, or in a few; those before in one line
/// each, save what was noted and what the buyer said: the timeline of a lead that is looked after
/// for years needs little measuring.
struct TimelineRows {
  private let facts: LeadFacts
  private let timeline: LeadTimeline
  private let width: Int
  private let showsEdits: Bool
  /// Whether texts are told whole, rather than in a few lines.
  private let tellsAll: Bool
  /// For each event the line with which it begins, and the number of lines at the end.
  private var starts = [0]

  /// So many events are told in more than a line; a year of weekly touches and what goes with them.
  static let toldInFull = 200

  /// The columns of day and time, then of side and arrow, then of the kind.
  private static let whenColumns = 12
  private static let markColumns = 3
  private static let labelColumns = 8
  private static let textLeft = whenColumns + 1 + markColumns + 1 + labelColumns + 1

  /// - Complexity: O(n log n) in the number of the lead's entries, with little for each.
  init(_ facts: LeadFacts, width: Int, showsEdits: Bool, tellsAll: Bool = false) {
    self.facts = facts
    self.width = width
    self.showsEdits = showsEdits
    self.tellsAll = tellsAll
    timeline = LeadTimeline(facts.lead)
    starts.reserveCapacity(timeline.events.count + 1)
    let columns = max(1, width - TimelineRows.textLeft)
    for (place, event) in timeline.events.enumerated() {
      let lines: Int
      if case .edits(let run) = event.kind {
        lines = showsEdits ? run.count : 1
      } else if isTold(event.kind, at: place) {
        let row = facts.row(of: event.kind)
        lines = row.lineCount(columns: columns, maxLines: maxLines(of: row), facts.look)
      } else {
        lines = 1
      }
      starts.append(starts[starts.count - 1] + lines)
    }
  }

  /// Whether an event may take more than a line.
  private func isTold(_ kind: LeadTimeline.Kind, at place: Int) -> Bool {
    if place < TimelineRows.toldInFull { return true }
    guard tellsAll else { return false }
    return switch kind {
    case .note: true
    case .touch(let place): facts.lead.touches[place].direction == .inbound
    default: false
    }
  }

  private func maxLines(of row: TimelineRow) -> Int {
    row.isRetracted ? 1 : tellsAll ? PageLines.wholeText : row.maxLines
  }

  /// The number of lines.
  var count: Int { starts[starts.count - 1] }

  /// The touches of each side that stand, as the heading tells them: `B 3  S 4  M 5`.
  var touchCounts: StyledText {
    var counts: [Side: Int] = [:]
    for place in facts.lead.touches.indices where facts.lead.touches[place].retracted == nil {
      let touch = facts.lead.touches[place]
      counts[touch.direction == .inbound ? .buyer : touch.side, default: 0] += 1
    }
    var text = StyledText()
    for side in [Side.buyer, .sales, .marketing, .delivery] {
      guard let count = counts[side] else { continue }
      if !text.runs.isEmpty { text.append("  ") }
      text.append("\(side.rawValue) ", facts.look[Look.role(of: side)])
      text.append(Wording.count(count), facts.look[.textDim])
    }
    if text.runs.isEmpty { return facts.text("no touch yet", .textFaint) }
    let crossings = facts.crossings.crossings
    if crossings > 0 {
      text += facts.text("  \(Wording.count(crossings, "crossing", "crossings"))", .textDim)
    }
    let collisions = facts.crossings.collisions.count
    if collisions > 0 {
      text += facts.text("  \(Wording.count(collisions, "collision", "collisions"))", .warn)
    }
    return text
  }

  /// The lines of a range, which is cut to those there are.
  func lines(_ range: Range<Int>) -> [StyledText] {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty else { return [] }
    var event = starts.partitioningIndex { $0 > range.lowerBound } - 1
    var lines: [StyledText] = []
    let first = starts[event]
    while event < timeline.events.count, starts[event] < range.upperBound {
      lines += self.lines(of: event)
      event += 1
    }
    let skipped = range.lowerBound - first
    return Array(lines.dropFirst(skipped).prefix(range.count))
  }

  private func lines(of place: Int) -> [StyledText] {
    let event = timeline.events[place]
    let former = place > 0 ? timeline.events[place - 1].at : nil
    if case .edits(let run) = event.kind { return lines(ofEdits: run, after: former) }
    let row = facts.row(of: event.kind)
    let columns = max(1, width - TimelineRows.textLeft)
    let words = row.words(facts.look)
    let most = isTold(event.kind, at: place) ? maxLines(of: row) : 1
    let lines =
      most == 1 ? [words.truncated(to: columns)] : words.wrapped(to: columns, maxLines: most)
    return lines.enumerated().map { number, line in
      number == 0
        ? when(event.at, after: former) + mark(of: row) + label(row.label) + line
        : StyledText(String(repeating: " ", count: TimelineRows.textLeft)) + line
    }
  }

  private func lines(ofEdits run: Range<Int>, after former: Instant?) -> [StyledText] {
    let changes = run.map { facts.lead.history[timeline.edits[$0]] }
    let gap = StyledText(String(repeating: " ", count: TimelineRows.markColumns + 1))
    if showsEdits {
      return changes.enumerated().map { number, change in
        let previous = number == 0 ? former : changes[number - 1].at
        return when(change.at, after: previous) + gap + label(change.by)
          + facts.text(sentence(of: change), .timelineEdit)
      }
    }
    var people: [String] = []
    for change in changes where !people.contains(change.by) { people.append(change.by) }
    let who = people.prefix(4).joined(separator: ", ") + (people.count > 4 ? " …" : "")
    let words = "\(Wording.count(changes.count, "edit", "edits")) by \(who)"
    return changes.prefix(1).map { change in
      when(change.at, after: former) + gap + label("") + facts.text(words, .timelineEdit)
    }
  }

  private func sentence(of change: HistoryEntry) -> String {
    change.words(money: Wording.exactMoney, time: facts.moment)
  }

  // MARK: - The columns before the words

  /// The day, where it is another than that of the row above, and the time; `20 Nov 14:02`.
  private func when(_ at: Instant, after former: Instant?) -> StyledText {
    let calendar = facts.board.calendar
    let day = calendar.day(of: at)
    let today = calendar.day(of: facts.reckoning.now)
    let (year, month, number) = day.components
    let isSameDay = former.map { calendar.day(of: $0) == day } ?? false
    var words = day == today ? "today" : "\(number) \(Wording.months[month - 1])"
    var clock = Wording.clock(at, calendar)
    if year != today.components.year {
      words += " \(year)"
      clock = ""
    }
    if isSameDay { words = "" }
    let gap = max(0, TimelineRows.whenColumns - words.count - clock.count)
    return facts.text(words, .textDim)
      + facts.text("\(String(repeating: " ", count: gap))\(clock) ", .textFaint)
  }

  /// The side by its initial and colour, and whether it came to us or went to them.
  private func mark(of row: TimelineRow) -> StyledText {
    let role = row.side.map(Look.role) ?? .textFaint
    let arrow =
      switch row.direction {
      case .inbound: "←"
      case .outbound: "→"
      case nil: " "
      }
    return facts.text("\(row.side.map(Wording.initial) ?? " ") \(arrow) ", role)
  }

  private func label(_ label: String) -> StyledText {
    facts.text(Sanitizer.fitted(label, columns: TimelineRows.labelColumns) + " ", .textFaint)
  }
}

extension Array {
  /// The first place whose element satisfies a predicate that all behind it satisfy too, found by
  /// halving.
  fileprivate func partitioningIndex(_ belongs: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
