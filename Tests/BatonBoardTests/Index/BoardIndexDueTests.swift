import BatonDemo
import BatonModel
import Testing

@testable import BatonBoard

/// An index that is brought to later moments, against those that are made anew for them.
@Suite struct BoardIndexDueTests {
  /// Everything that a board shows of an index.
  private struct Picture: Equatable {
    var columns: [String]
    var awaited: [String]
    var figures: Figures
    var nextChange: Instant

    init(_ index: BoardIndex) {
      columns = index.columns.map { column in
        "\(column.title) \(column.figures) \(column.joint) \(column.leads.map(\.id))"
      }
      awaited = [Side.sales, .marketing, .delivery].flatMap { index.awaited[$0] }.map {
        "\($0.lead.id) \($0.kind) \($0.since)"
      }
      figures = index.figures
      nextChange = index.nextChange
    }
  }

  /// A Friday morning, so that most of a working day is ahead.
  private static let morning = Instant(rfc3339: "2026-11-20T07:00:00Z") ?? .distantPast
  private static let demo = DemoBoard(leads: 600, seed: 5, asOf: morning)
  private static let leads = (demo.leads + [stalling, waiting]).map { LeadSummary($0) }
  private static let byID = Dictionary(uniqueKeysWithValues: leads.map { ($0.id, $0) })

  /// Two days are a new lead's target: this one stalls at noon.
  private static let stalling = Lead(
    id: "stalling", name: "Ana Ruiz", stage: "new",
    createdAt: morning.adding(days: -2).adding(hours: 5))

  /// Its wait ends at noon.
  private static let waiting: Lead = {
    var lead = Lead(id: "waiting", name: "Bo Lind", stage: "qualify", createdAt: morning)
    lead.parked = Parking(kind: .waiting, since: morning, until: morning.adding(hours: 5))
    return lead
  }()

  private static func reckoning(at now: Instant) -> Reckoning {
    Reckoning(board: demo.board, now: now)
  }

  private static func index(at now: Instant, _ query: Query) -> BoardIndex {
    BoardIndex([leads], reckoning: reckoning(at: now), query: query)
  }

  @Test(arguments: [
    "", "is:stalled", "is:overdue", "is:waiting", "is:lapsed", "is:belated", "is:offered",
    "is:held", "is:dropped", "-is:open", "owner:ravi amount>=10k",
  ])
  func isAsIfMadeAnewAllDay(_ text: String) throws {
    let query = try Query(text)
    var index = Self.index(at: Self.morning, query)
    for minutes in stride(from: 25, to: 15 * 60, by: 25) {
      let now = Self.morning.adding(hours: Double(minutes) / 60)
      #expect(index.canMove(to: now))
      index.move(to: Self.reckoning(at: now)) { Self.byID[$0] }
      #expect(Picture(index) == Picture(Self.index(at: now, query)))
    }
  }

  @Test func theDayBringsSomethingOfEveryKind() throws {
    let evening = Self.morning.adding(hours: 15)
    for state in ["stalled", "overdue", "waiting", "lapsed", "belated"] {
      let query = try Query("is:\(state)")
      let (before, after) = (Self.index(at: Self.morning, query), Self.index(at: evening, query))
      #expect(Picture(before).columns != Picture(after).columns, "is:\(state)")
    }
  }

  @Test func doesNotMoveBeyondTheDayNorBeyondAHoldOnACompany() {
    let noon = Self.morning.adding(hours: 5)
    let rules = Self.reckoning(at: Self.morning)
    var lead = Lead(id: "x", name: "Ana Ruiz", stage: "qualify", createdAt: Self.morning)
    lead.company = Company(name: "Helix")
    lead.holds = [
      Hold(id: "h", reason: "tender", from: noon, until: noon.adding(days: 9), by: "lucie")
    ]
    var index = BoardIndex([[LeadSummary(lead)]], reckoning: rules)
    #expect(index.canMove(to: noon.adding(hours: 1)))
    #expect(!index.canMove(to: rules.endOfToday))
    #expect(!index.canMove(to: Self.morning.adding(hours: -1)))
    // The hold is on the company from now on: other leads there are held too.
    let former = LeadSummary(lead)
    lead.holds[0].scope = .company
    index.replace(former, with: LeadSummary(lead))
    #expect(!index.canMove(to: noon))
    #expect(index.nextChange == noon)
  }
}
