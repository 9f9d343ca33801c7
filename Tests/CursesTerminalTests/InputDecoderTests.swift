import TerminalCanvas
import Testing

@testable import CursesTerminal

struct InputDecoderTests {
  /// The events of a text, by the names of their keys where they are keys.
  private func events(_ text: String, _ strings: KeyStrings = .none) -> [String] {
    var decoder = InputDecoder(strings: strings)
    return decoder.decode(text.utf8).map(name) + decoder.timeOut().map(name)
  }

  private func name(_ event: TerminalEvent) -> String {
    switch event {
    case .key(let key): key.description
    case .paste(let text): "paste \(text)"
    case .focus(let has): "focus \(has)"
    case .resize(let size): "resize \(size)"
    case .mouse(let mouse): "\(mouse.action) \(mouse.position.column),\(mouse.position.row)"
    }
  }

  @Test(arguments: [
    ("a", "a"), ("A", "A"), (" ", "space"), ("ß", "ß"), ("漢", "漢"), ("👍", "👍"), ("e\u{301}", "é"),
    ("\r", "enter"), ("\n", "ctrl-j"), ("\t", "tab"), ("\u{7F}", "backspace"),
    ("\u{8}", "ctrl-h"), ("\0", "ctrl-space"), ("\u{1}", "ctrl-a"), ("\u{1F}", "ctrl-_"),
    ("\u{1B}", "escape"), ("\u{1B}a", "alt-a"), ("\u{1B}A", "alt-A"), ("\u{1B}é", "alt-é"),
    ("\u{1B}\r", "alt-enter"), ("\u{1B}\u{7F}", "alt-backspace"), ("\u{1B}\u{1}", "ctrl-alt-a"),
    ("\u{1B}[", "alt-["), ("\u{1B}O", "alt-O"), ("\u{1B}]", "alt-]"), ("\u{1B}P", "alt-P"),
  ])
  func readsPlainKeys(_ text: String, _ expected: String) {
    #expect(events(text) == [expected])
  }

  @Test(arguments: [
    ("[A", "up"), ("OA", "up"), ("[B", "down"), ("OB", "down"), ("[C", "right"), ("[D", "left"),
    ("[H", "home"), ("[F", "end"), ("OH", "home"), ("OF", "end"), ("[1~", "home"), ("[4~", "end"),
    ("[7~", "home"), ("[8~", "end"), ("[2~", "insert"), ("[3~", "delete"), ("[5~", "page-up"),
    ("[6~", "page-down"), ("[Z", "shift-tab"), ("OP", "f1"), ("[11~", "f1"), ("[[A", "f1"),
    ("[[E", "f5"), ("[15~", "f5"), ("[17~", "f6"), ("[24~", "f12"), ("[34~", "f20"),
    ("OM", "enter"), ("Oj", "*"), ("Op", "0"), ("Oy", "9"),
    ("[1;2A", "shift-up"), ("[1;3A", "alt-up"), ("[1;5A", "ctrl-up"), ("[1;6A", "ctrl-shift-up"),
    ("[1;9A", "alt-up"), ("[3;5~", "ctrl-delete"), ("[1;2P", "shift-f1"), ("[1;5H", "ctrl-home"),
    ("O5C", "ctrl-right"), ("[5^", "ctrl-page-up"), ("[5@", "ctrl-shift-page-up"),
    ("[a", "shift-up"), ("\u{1B}[A", "alt-up"), ("\u{1B}OA", "alt-up"),
    ("[27;5;105~", "ctrl-i"), ("[105;5u", "ctrl-i"), ("[13;2u", "shift-enter"), ("[97;3u", "alt-a"),
    ("[97;1:1u", "a"),
  ])
  func readsSequences(_ rest: String, _ expected: String) {
    #expect(events("\u{1B}" + rest) == [expected])
  }

  @Test func readsTheSameInPiecesOfOneByte() {
    let text = "a\u{1B}[1;5Cé漢👍\u{1B}Ox\u{1B}[200~p\u{1B}[201~\u{1B}[<0;1;1M\u{1B}q"
    var decoder = InputDecoder()
    let pieces = text.utf8.flatMap { decoder.decode(CollectionOfOne($0)) }.map(name)
    #expect(pieces == events(text))
    #expect(
      pieces == [
        "a", "ctrl-right", "é", "漢", "👍", "8", "paste p",
        "press(TerminalCanvas.MouseEvent.Button.left) 0,0", "alt-q",
      ])
  }

  @Test(arguments: [
    "\u{1B}[?1;2c", "\u{1B}[999z", "\u{1B}[1;2;3;4;5x", "\u{1B}[?2026;2$y", "\u{1B}[12;40R",
    "\u{1B}]11;rgb:0000/0000/0000\u{07}", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\",
    "\u{1B}P1+r5463\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[57441u", "\u{1B}[97;1:3u",
    "\u{1B}[99999999999999999999~", "\u{1B}[[Z", "\u{1B}OZ", "\u{1B}[<0;0;0M", "\u{1B}[<;;M",
    "\u{1B}[<35;5;5M", "\u{1B}[201~", "\u{85}",
  ])
  func swallowsWhatItDoesNotKnow(_ text: String) {
    #expect(events(text + "!") == ["!"])
  }

  @Test func swallowsAnEndlessSequenceAndItsRestToTheEnd() {
    #expect(events("\u{1B}[" + String(repeating: "1;", count: 10_000) + "A!") == ["!"])
  }

  @Test func takesTwoEscapesForTwo() {
    #expect(events("\u{1B}\u{1B}") == ["escape", "escape"])
    #expect(events("\u{1B}\u{1B}x") == ["escape", "alt-x"])
    #expect(events("\u{1B}[\u{1B}[A") == ["alt-[", "up"])
  }

  @Test func dropsWhatIsNoUTF8() {
    var decoder = InputDecoder()
    let bytes: [UInt8] = [
      0xFF, 0xC3, 0x61, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0x62,
    ]
    #expect(decoder.decode(bytes).map(name) == ["a", "b"])
  }

  @Test func saysWhenOnlyTimeCanTell() {
    var decoder = InputDecoder()
    for text in ["\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]"] {
      _ = decoder.decode(text.utf8)
      #expect(decoder.isWaiting)
      _ = decoder.timeOut()
      #expect(!decoder.isWaiting)
    }
    _ = decoder.decode("\u{1B}[1;".utf8)
    #expect(!decoder.isWaiting)
    #expect(decoder.decode("5A".utf8).map(name) == ["ctrl-up"])
  }

  @Test func takesAPasteAsOnePieceThatPressesNoKey() {
    #expect(events("\u{1B}[200~q\r\n\u{3}\u{1B}[A\re\u{1B}[201~") == ["paste q\n\u{3}\u{1B}[A\ne"])
    #expect(events("\u{1B}[200~\u{1B}[201~") == ["paste "])
  }

  @Test func boundsAPasteAndDropsItsRest() throws {
    let limit = InputDecoder.pasteLimit
    var decoder = InputDecoder()
    let text = "\u{1B}[200~" + String(repeating: "x", count: limit + 1_000) + "\u{1B}[201~!"
    let events = decoder.decode(text.utf8)
    #expect(events == [.paste(String(repeating: "x", count: limit)), .key(.character("!"))])
  }

  @Test func readsTheMouse() {
    func mouse(_ text: String) -> [TerminalEvent] {
      var decoder = InputDecoder()
      return decoder.decode(text.unicodeScalars.map { UInt8($0.value) })
    }
    let place = Point(4, 9)
    #expect(mouse("\u{1B}[<0;5;10M") == [.mouse(MouseEvent(.press(.left), at: place))])
    #expect(mouse("\u{1B}[<0;5;10m") == [.mouse(MouseEvent(.release(.left), at: place))])
    #expect(mouse("\u{1B}[<2;5;10M") == [.mouse(MouseEvent(.press(.right), at: place))])
    #expect(mouse("\u{1B}[<33;5;10M") == [.mouse(MouseEvent(.drag(.middle), at: place))])
    #expect(mouse("\u{1B}[<64;5;10M") == [.mouse(MouseEvent(.wheel(.up), at: place))])
    #expect(
      mouse("\u{1B}[<81;5;10M") == [.mouse(MouseEvent(.wheel(.down), at: place, .control))])
    #expect(
      mouse("\u{1B}[<12;5;10M") == [.mouse(MouseEvent(.press(.left), at: place, [.shift, .alt]))])
    // The old form: 32 is added to each number, and letting go does not say of which button.
    #expect(
      mouse("\u{1B}[M\"%*\u{1B}[M#%*") == [
        .mouse(MouseEvent(.press(.right), at: place)),
        .mouse(MouseEvent(.release(.right), at: place)),
      ])
  }

  @Test func readsTheFocus() {
    #expect(events("\u{1B}[I\u{1B}[O") == ["focus true", "focus false"])
  }

  @Test func readsWhatOnlyTheDescriptionKnows() {
    var description = TerminalDescription(name: "odd")
    description.strings = [
      "kcuu1": Array("\u{1B}Q".utf8), "kDC": Array("\u{1B}[3$".utf8),
      "kf2": Array("\u{1B}[225z".utf8), "kbs": [8], "kcub1": [8],
    ]
    let strings = KeyStrings(description)
    #expect(events("\u{1B}[3$\u{1B}[225z\u{8}", strings) == ["shift-delete", "f2", "backspace"])
  }
}
