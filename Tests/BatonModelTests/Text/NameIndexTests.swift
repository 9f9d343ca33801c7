import BatonModel
import Testing

@Suite struct NameIndexTests {
  private static let named: [(id: MemberID, title: String)] = [
    ("ana", "Ana Ruiz"), ("b2", "Ana Ruiz-Díaz"), ("c3", "Luisa Ana"), ("ruiz", "Pépé"),
    ("e5", "Bo"), ("f6", "Böhm Ruiz"), ("g7", "anaïs"), ("h8", "陳大文"), ("i9", ""), ("A10", "x"),
  ]

  @Test(arguments: [
    ("Ana Ruiz", ["ana"]), ("ana r", ["ana", "b2"]), ("ana ruiz-diaz", ["b2"]),
    ("ana", ["ana", "b2", "g7"]), ("ru", ["ruiz"]), ("RUIZ", ["ruiz"]), ("pepe", ["ruiz"]),
    ("bo", ["e5"]), ("boh", ["f6"]), ("陳", ["h8"]), ("a", ["A10", "ana", "b2", "g7"]),
    ("a1", ["A10"]), ("luisa", ["c3"]), ("diaz", []), ("大", []), ("z", []), ("iz", []),
    (" ", []), ("", []), ("ruiz ana", []),
  ])
  func findsTitlesThenBeginningsThenWords(_ typed: String, _ expected: [String]) {
    let index = NameIndex(Self.named)
    #expect(index.ids(for: typed).map(\.rawValue) == expected)
    #expect(index.ids(for: typed, most: 2).map(\.rawValue) == Array(expected.prefix(2)))
    #expect(index.ids(for: typed, most: 0) == [])
  }

  /// A letter and its mark, as one character and as two.
  @Test(arguments: ["Zo\u{E9}", "Zoe\u{301}", "zo\u{E8}", "zoe\u{323}\u{302}", "zoe"])
  func marksAreLeftOutOnBothSides(_ typed: String) {
    for title in ["Zo\u{E9}", "Zoe\u{301}", "Zoe"] {
      let index = NameIndex([(id: MemberID("z"), title: title), ("b", "Zo\u{EB}llner")])
      #expect(index.ids(for: typed) == ["z"], "\(title)")
    }
  }

  @Test func anIDThatIsTypedExactlyIsMeant() {
    #expect(NameMatch.ids(for: "ana", among: Self.named) == ["ana"])
    #expect(NameMatch.ids(for: "i9", among: Self.named) == ["i9"])
    #expect(NameMatch.ids(for: "Ana R", among: Self.named) == ["ana", "b2"])
  }

  @Test func theFirstOfManyAreThoseOfTheLeastIDs() {
    let many = (0..<500).map { number in
      (id: MemberID("m\(1000 + number * 7 % 500)"), title: "Ana \(number)")
    }
    let found = NameIndex(many).ids(for: "ana", most: 5)
    #expect(found == ["m1000", "m1001", "m1002", "m1003", "m1004"])
    #expect(NameIndex(many).ids(for: "ana").count == 500)
  }

  @Test func anIndexOfNothingFindsNothing() {
    #expect(NameIndex(Self.named.prefix(0)).ids(for: "ana", most: 5).isEmpty)
  }

  /// What an index may put between names, and no name has.
  private static let controls = (0...3).map { String(UnicodeScalar(UInt8($0))) }

  @Test(arguments: controls) func noControlCharacterPosesAsAnotherName(_ control: String) {
    let named: [(id: MemberID, title: String)] = [
      ("a", "x\(control)ana"), ("b", control), ("c", "Ana"), ("d", "x\(control)ana\(control)"),
    ]
    let index = NameIndex(named)
    #expect(index.ids(for: "ana", most: 5) == ["c"])
    #expect(index.ids(for: "xana", most: 5) == ["a", "d"])
    #expect(index.ids(for: "Ana\(control)", most: 5) == ["c"])
    #expect(index.ids(for: control, most: 5) == [])
  }
}
