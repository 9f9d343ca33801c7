import BatonModel
import Testing

@Suite struct NameIndexTests {
  private static let named: [(id: MemberID, title: String)] = [
    ("ana", "Ana Ruiz"), ("b2", "Ana Ruiz-Díaz"), ("c3", "Luisa Ana"), ("ruiz", "Pépé"),
    ("e5", "Bo"), ("f6", "Böhm Ruiz"), ("g7", "anaïs"), ("h8", "陳大文"), ("i9", ""), ("A10", "x"),
  ]

  @Test(arguments: [
    "ana", "Ana Ruiz", "ana r", "ru", "RUIZ", "pepe", "bo", "boh", "陳", "大", "a", "a1", "z", " ",
    "ruiz ana", "iz", "d", "g7", "i9", "ana ruiz-diaz",
  ])
  func findsWhatTheMatchFinds(_ typed: String) {
    let index = NameIndex(Self.named)
    let expected = NameMatch.ids(for: typed, among: Self.named)
    // One that is typed exactly as its id is looked up, not searched for.
    guard !Self.named.contains(where: { $0.id.rawValue == typed }) else { return }
    #expect(index.ids(for: typed, most: 20) == expected.sorted())
    #expect(index.ids(for: typed, most: 2) == Array(expected.sorted().prefix(2)))
  }

  @Test func anIndexOfNothingFindsNothing() {
    #expect(NameIndex(Self.named.prefix(0)).ids(for: "ana", most: 5).isEmpty)
  }

  @Test func marksWithinNamesDoNoHarm() {
    let named: [(id: MemberID, title: String)] = [
      ("a", "x\u{1}ana\u{2}\u{3}"), ("b", "\u{3}"), ("c", "Ana"),
    ]
    let index = NameIndex(named)
    #expect(index.ids(for: "ana", most: 5).contains("c"))
  }
}
