import TerminalCanvas
import Testing

@Suite("Making text harmless")
struct SanitizerTests {
  @Test(
    "What is not for a terminal is shown harmlessly",
    arguments: [
      ("\u{1B}]0;owned\u{7}", "␛]0;owned␇"),
      ("\u{0}\u{8}\u{7F}", "␀␈␡"),
      ("\u{9B}31m\u{80}", "�31m�"),
      ("one\ntwo\r\nthree\rfour\u{85}five\u{2028}six\u{2029}", "one⏎two⏎three⏎four⏎five⏎six⏎"),
      ("tab\tand\u{A0}spaces\u{2003}\u{3000}.", "tab and spaces \u{3000}."),
      ("\u{202A}\u{202E}\u{2066}\u{2069}\u{200E}\u{200F}\u{61C}", "·······"),
      ("ad\u{200B}min\u{FEFF}\u{2060}\u{AD}", "ad·min···"),
      ("pass\u{200D}word\u{200C}", "pass·word·"),
      ("\u{3164}\u{115F}\u{FFA0}", "···"),
      ("a\u{E0041}\u{E007F}", "a··"),
      ("\u{E000}\u{FFFE}\u{10FFFF}\u{378}", "����"),
      ("lone \u{10D800}\u{10DFFF}", "lone ��"),
      ("Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}!", "Z\u{300}\u{301}\u{302}\u{303}!"),
      ("\u{301}x", "◌\u{301}x"),
      ("🇫🇷🇩🇪 🇫", "FRDE F"),
      ("می‌خواهم", "میخواهم"),
      ("👍🏽👩‍💻", "👍👩"),
    ])
  func shown(text: String, safe: String) {
    #expect(Sanitizer.safeText(text) == safe)
    #expect(Sanitizer.safeText(safe) == safe)
  }

  @Test("A report keeps its line ends")
  func lines() {
    #expect(Sanitizer.safeText("one\r\ntwo\u{1B}", layout: .lines) == "one\ntwo␛")
  }

  @Test("Text is cut and padded to exactly its columns")
  func fitted() {
    #expect(Sanitizer.fitted("Helix", columns: 8) == "Helix   ")
    #expect(Sanitizer.fitted("Helix", columns: 8, alignment: .right) == "   Helix")
    #expect(Sanitizer.fitted("Helix", columns: 8, alignment: .center) == " Helix  ")
    #expect(Sanitizer.fitted("Helix Labs", columns: 8) == "Helix L…")
    #expect(Sanitizer.fitted("日本語", columns: 5) == "日本…")
    #expect(Sanitizer.fitted("日本語", columns: 4) == "日… ")
    #expect(Sanitizer.fitted("日本語", columns: 1) == "…")
    #expect(Sanitizer.fitted("日本語", columns: 0) == "")
    #expect(Sanitizer.fitted("🇫🇷🇩🇪", columns: 3) == "FR…")
    #expect(Sanitizer.fitted("🇫🇷🇩🇪", columns: 2) == "… ")
  }

  @Test("A huge cluster is given up, and one sees it")
  func hugeCluster() {
    let zalgo = "Z" + String(repeating: "\u{301}", count: 500_000)
    #expect(Sanitizer.safeText(zalgo) == "Z\u{301}\u{301}\u{301}\u{301}…")
    #expect(Sanitizer.truncated(zalgo, columns: 10).text == "…")
    #expect(DisplayWidth.of(zalgo) == 1)
  }
}
