import TerminalCanvas
import Testing

@Suite("Key names")
struct KeyTests {
  private static let codes: [Key.Code] =
    [
      .enter, .escape, .tab, .backtab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .function(1), .function(12), .function(63),
    ] + "aZ1 -?/ñ日+".map { .character($0) }

  @Test("Every key is read back from its name", arguments: codes)
  func roundTrip(code: Key.Code) {
    for bits in UInt8(0)..<8 {
      let key = Key(code, Key.Modifiers(rawValue: bits))
      #expect(Key(key.description) == key, "\(key)")
    }
  }

  @Test(
    "Names as a keymap writes them",
    arguments: [
      ("x", Key(.character("x"))), ("X", Key(.character("x"), .shift)),
      ("ctrl-x", Key(.character("x"), .control)), ("ctrl-X", Key(.character("x"), .control)),
      ("shift-left", Key(.left, .shift)), ("alt-ctrl-f5", Key(.function(5), [.alt, .control])),
      ("space", Key(.character(" "))), ("?", Key(.character("?"))), ("-", Key(.character("-"))),
      ("ctrl-minus", Key(.character("-"), .control)), ("shift-tab", Key(.backtab)),
      ("backtab", Key(.backtab)), ("page-up", Key(.pageUp)),
    ])
  func read(name: String, key: Key) {
    #expect(Key(name) == key)
  }

  @Test("What is no name is refused", arguments: ["", "ctrl-", "xx", "f0", "f64", "hyper-x", "f"])
  func refused(name: String) {
    #expect(Key(name) == (name == "f" ? Key(.character("f")) : nil))
  }

  @Test("Names are written in one way")
  func written() {
    #expect(Key(.character("X"), [.alt, .shift]).description == "alt-X")
    #expect(Key(.tab, .shift).description == "shift-tab")
    #expect(Key(.left, [.shift, .control]).description == "ctrl-shift-left")
    #expect(Key(.character(" "), .control).description == "ctrl-space")
  }

  @Test("Only plain characters are typed")
  func typed() {
    #expect(Key.character("ß").typed == "ß")
    #expect(Key(.character("x"), .control).typed == nil)
    #expect(Key(.enter).typed == nil)
  }
}
