import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

/// The filter in the line at the top, where there is little room for it.
@Suite struct FilterLineTests {
  /// Whoever types a state as a word finds nothing, and is told how to ask for the state.
  @Test(arguments: [Size(80, 24), Size(120, 40)])
  func saysHowAStateIsAskedFor(_ size: Size) {
    let robot = BoardRobot(size: size)
    let told = "is:stalled asks for the state, stalled for the word"
    robot.press("/")
    robot.type("stalle")
    #expect(!robot.statusLine.contains("asks for the state"))
    robot.type("d")
    #expect(robot.statusLine.contains(told))
    #expect(robot.statusLine.contains("⏎ keep  esc cancel"))
    robot.press("home")
    robot.type("is:")
    #expect(!robot.statusLine.contains("asks for the state"))
  }

  private static let long = "owner:maria is:open -tag:partner touched<70d -stage:deliver"

  private func robot(_ size: Size, typed text: String) -> BoardRobot {
    let robot = BoardRobot(size: size)
    robot.press("/")
    robot.type(text)
    return robot
  }

  @Test(arguments: [Size(60, 20), Size(80, 24), Size(120, 40)])
  func whatIsTypedIsSeen(_ size: Size) throws {
    let robot = robot(size, typed: Self.long)
    #expect(robot.screen[0].contains("-stage:deliver"))
    let cursor = try #require(robot.state.frame(robot.look).cursor)
    let before = robot.screen[0].prefix(cursor.column)
    #expect(before.hasSuffix("-stage:deliver"))
    robot.press("home")
    #expect(robot.screen[0].contains("/owner:maria is"))
    robot.press("enter")
    #expect(robot.screen[0].contains("/owner:maria is"))
  }

  @Test func aMistakeBehindTheEdgeIsSeen() throws {
    let robot = robot(Size(80, 24), typed: Self.long + " is:bogus")
    let line = robot.screen[0]
    let place = try #require(line.firstRange(of: "bogus"))
    let column = line.distance(from: line.startIndex, to: place.lowerBound)
    let frame = robot.state.frame(robot.look).frame
    #expect(frame[column, 0].style.attributes.contains(.underline))
    #expect(!frame[column - 1, 0].style.attributes.contains(.underline))
  }

  /// What has no room is left out whole, rather than cut in the midst of a time.
  @Test(arguments: [(Size(60, 20), ""), (Size(80, 24), "owner:maria is:open"), (Size(60, 20), "x")])
  func nothingIsCutInTheMidst(_ size: Size, _ filter: String) throws {
    let robot = BoardRobot(size: size)
    try robot.writeOutside("ana") { $0.company?.name = "Helix" }
    if !filter.isEmpty {
      robot.press("/")
      robot.type(filter)
      robot.press("enter")
    }
    #expect(!robot.screen[0].contains("…"))
    #expect(robot.screen[0].contains(filter))
    #expect(robot.screen[0].contains("stalled"))
  }
}
