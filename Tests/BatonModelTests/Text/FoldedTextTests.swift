import BatonModel
import Testing

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
}
