import BatonModel
import Testing

@Suite struct SaidTextTests {
  @Test(arguments: ["a", " a", "\u{A0}é", "\n\t!", "0", "🌙"])
  func moreThanBlanksIsSaid(_ text: String) {
    #expect(text.isSaid)
  }

  @Test(arguments: ["", " ", "\n\t", "\u{A0}\u{2003}", "\r\n"])
  func blanksAreNot(_ text: String) {
    #expect(!text.isSaid)
  }
}
