import Testing

@testable import BatonModel

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("Ana RUIZ 42", "ana ruiz 42"), ("Müller", "muller"), ("ÉCOLE", "ecole"),
    ("e\u{301}", "e"), ("Straße", "strasse"), ("GROẞ", "gross"), ("Łódź", "lodz"),
    ("Søren Ærø", "soren aero"), ("Œuvre", "oeuvre"), ("Đorđe", "dorde"), ("İstanbul", "istanbul"),
    ("ışık", "isik"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("Σίσυφος", "σισυφοσ"), ("ЁЛКА", "елка"),
    ("株式会社", "株式会社"), ("مُحَمَّد", "محمد"), ("ＡＢＣ", "abc"), ("ﬁnance", "finance"),
    ("", ""), ("[@`{", "[@`{"),
  ])
  func foldsCaseAndAccents(_ text: String, _ folded: String) {
    #expect(String(decoding: FoldedText(text).bytes, as: UTF8.self) == folded)
  }

  @Test(arguments: [
    ("Helix Labs, Köln", "koln", true), ("Helix Labs, Köln", "KÖLN", true),
    ("Helix Labs", "helix labs", true), ("Helix Labs", "labs ", false),
    ("aab", "ab", true), ("aaab", "aab", true), ("abab", "abb", false), ("", "a", false),
    ("a", "ab", false), ("a", "", true), ("", "", true), ("한국", "한국", true),
  ])
  func findsTextsWithinTexts(_ text: String, _ sought: String, _ isFound: Bool) {
    #expect(FoldedText(text).contains(FoldedText(sought)) == isFound)
  }

  /// The table of frequent characters against Foundation, character by character and within text.
  @Test func foldsAsFoundationDoes() {
    let values =
      Array(UInt32(0)..<0x3400) + [0x4E00, 0x9FFF, 0xAC01, 0xD55C, 0xFB01, 0xFDFA]
      + Array(0x1F300..<0x1F700) + [0xFF21, 0x1D400, 0x2F800, 0x10FFFF]
    let wrong = values.compactMap(Unicode.Scalar.init).filter { scalar in
      let text = "A\(scalar)é"
      return Array(FoldingTable.slowly(text).utf8) != FoldedText(text).bytes
    }
    #expect(wrong.map { "U+" + String($0.value, radix: 16) } == [])
  }
}
