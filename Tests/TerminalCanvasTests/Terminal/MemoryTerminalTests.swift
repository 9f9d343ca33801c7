import TerminalCanvas
import Testing

@MainActor
@Suite("A terminal in memory")
struct MemoryTerminalTests {
  @Test("Events reach the program between start and stop")
  func events() throws {
    let terminal = MemoryTerminal(size: Size(20, 5))
    var events: [TerminalEvent] = []
    terminal.type("early")
    try terminal.start { events.append($0) }
    #expect(terminal.isStarted)
    #expect(terminal.press("ctrl-x", "enter"))
    #expect(!terminal.press("no such key"))
    terminal.type("a ")
    terminal.resize(to: Size(30, 6))
    terminal.send(.paste("x\ny"))
    terminal.stop()
    terminal.type("late")
    #expect(
      events == [
        .key(Key(.character("x"), .control)), .key(Key(.enter)), .key(.character("a")),
        .key(.character(" ")), .resize(Size(30, 6)), .paste("x\ny"),
      ])
    #expect(terminal.size == Size(30, 6))
  }

  @Test("What is shown and told is kept")
  func keeps() {
    let terminal = MemoryTerminal(size: Size(8, 2), colorDepth: .sixteen)
    var canvas = Canvas(size: terminal.size)
    canvas.put("Helix", at: Point(1, 0))
    terminal.show(canvas.frame, cursor: Point(2, 1))
    terminal.setTitle("Baton\u{7}")
    terminal.bell()
    terminal.copyToClipboard("ana@helix.example")
    terminal.suspend()
    #expect(terminal.lines == [" Helix", ""])
    #expect(terminal.cursor == Point(2, 1))
    #expect(terminal.framesShown == 1)
    #expect(terminal.title == "Baton␇")
    #expect(terminal.bells == 1)
    #expect(terminal.suspensions == 1)
    #expect(terminal.clipboard == "ana@helix.example")
    #expect(terminal.released { 7 } == 7)
  }
}
