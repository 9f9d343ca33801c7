import BatonModel
import BatonReports
import TerminalCanvas
import Testing

@testable import BatonBoard

/// Reports on the screen: down to the leads behind a figure, and back without losing the filter.
@Suite struct ReportTests {
  private func row(_ robot: BoardRobot) -> String? {
    robot.screen.first { $0.contains("▸") && !$0.contains("more ▸") }
  }

  @Test func drillsDownToALeadAndComesBackTheSameWay() throws {
    let robot = BoardRobot()
    robot.press("r")
    #expect(robot.state.keyContext == .reports)
    #expect(robot.screen.contains { $0.contains("Where leads stand still") })
    let stage = try #require(row(robot))
    robot.press("enter")
    #expect(robot.state.reports?.levels.count == 2)
    #expect(robot.screen.contains { $0.contains("› ") && $0.contains("by owner") }, "\(stage)")
    robot.press("tab")
    #expect(robot.screen.contains { $0.contains("by source") })
    robot.press("enter")
    let last = try #require(robot.state.reports?.level)
    guard case .leads(let query) = last.request else {
      Issue.record("\(last.request)")
      return
    }
    let matcher = QueryMatcher(try Query(query), reckoning: robot.state.reckoning)
    let found = robot.state.shelf.contents.joined().count { matcher.matches($0) }
    #expect(found > 0)
    #expect(last.page?.targets.count == found)
    #expect(robot.screen.contains { $0.contains(query) }, "what it counts is on the screen")
    robot.press("enter")
    #expect(robot.state.page != nil)
    robot.press("escape")
    #expect(robot.state.page == nil)
    #expect(robot.state.reports?.levels.count == 3)
    robot.press("escape escape")
    #expect(robot.state.reports?.levels.count == 1)
    #expect(row(robot) == stage)
    robot.press("escape")
    #expect(robot.state.keyContext == .board)
  }

  @Test func keepsTheFilterOnTheWay() {
    let robot = BoardRobot()
    robot.press("r /")
    robot.type("owner:maria")
    robot.press("enter")
    #expect(robot.state.keyContext == .reports)
    #expect(robot.screen[0].contains("/owner:maria"))
    robot.press("enter")
    #expect(robot.screen[0].contains("/owner:maria"))
    robot.press("escape escape")
    #expect(robot.screen[0].contains("/owner:maria"))
  }

  @Test(arguments: ["1", "2", "3", "4", "5"]) func opensEachReport(_ key: String) throws {
    let robot = BoardRobot()
    robot.press("r \(key)")
    let place = try #require(Int(key)) - 1
    #expect(robot.state.reports?.tab == place)
    #expect(robot.state.reports?.level.page != nil)
    #expect(robot.screen.allSatisfy { DisplayWidth.of($0) <= 120 })
  }

  @Test func followsWhatOthersWrite() throws {
    let robot = BoardRobot()
    robot.press("r")
    let before = try #require(robot.state.reports?.level.page?.json["total"])
    for id in robot.leads.keys.sorted() {
      try robot.writeOutside(id) {
        $0.parked = Parking(kind: .won, since: robot.state.reckoning.now)
      }
    }
    #expect(robot.state.reports?.level.page?.json["total"] != before)
    #expect(robot.screen.contains { $0.contains("Where leads stand still") })
  }

  @Test func agesBeyondTheLimitAreInTheColourOfAlarm() throws {
    let robot = BoardRobot()
    robot.press("r")
    let page = try #require(robot.state.reports?.level.page)
    let lines = ReportLines(page, width: 120, selected: nil, robot.look).lines
    let bars = try #require(lines.last { $0.string.contains("█████") })
    let bad = bars.runs.filter { $0.style == robot.look[.bad] }.map(\.text).joined()
    #expect(bad.contains("█"))
    let within = bars.runs.filter { $0.style != robot.look[.bad] }.map(\.text).joined()
    #expect(within.contains("█") && within.contains("┊"))
  }

  @Test(arguments: [Size(80, 24), Size(120, 40), Size(220, 55)])
  func looksAsItShould(_ size: Size) throws {
    let robot = BoardRobot(size: size)
    robot.press("r")
    try Golden.expect(robot.screen, as: "report-stalled-\(size)")
    robot.press("2")
    try Golden.expect(robot.screen, as: "report-flow-\(size)")
  }
}
