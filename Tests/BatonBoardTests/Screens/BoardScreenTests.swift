import TerminalCanvas
import Testing

@testable import BatonBoard

@Suite struct BoardScreenTests {
  @Test(arguments: [Size(60, 20), Size(80, 24), Size(120, 40), Size(220, 55)])
  func board(_ size: Size) throws {
    try Golden.expect(BoardRobot(size: size).screen, as: "board-\(size)")
  }
}
