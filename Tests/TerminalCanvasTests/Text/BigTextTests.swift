import TerminalCanvas
import Testing

@Suite struct BigTextTests {
  @Test func drawsFiguresOfFiveRows() {
    #expect(
      BigText.rows("37", .whole) == [
        "██████  ██████",
        "    ██      ██",
        "██████      ██",
        "    ██    ██  ",
        "██████    ██  ",
      ])
  }

  @Test func drawsFiguresOfThreeRows() {
    #expect(
      BigText.rows("€4k", .half) == [
        "▄██▀ █ █ █ ▄",
        "█▄▄  ▀▀█ █▀▄",
        " ▀▀▀   ▀ ▀ ▀",
      ])
  }

  @Test func keepsTheThousandsOfAFigureTogether() {
    #expect(
      BigText.rows("1 284", .half) == [
        "▄█   ▀▀█ █▀█ █ █",
        " █   █▀▀ █▀█ ▀▀█",
        "▀▀▀  ▀▀▀ ▀▀▀   ▀",
      ])
    #expect(BigText.columns("40 56", .half) == 18)
  }

  @Test(
    arguments: BigText.Scale.allCases,
    ["0123456789", "€4.2M", "< 1d", "12/40 56%", "1 284", "THE QUICK BROWN FOX JUMPS"])
  func everyRowIsAsWideAsAnnounced(_ scale: BigText.Scale, _ text: String) throws {
    let rows = try #require(BigText.rows(text, scale))
    #expect(rows.count == scale.rows)
    for row in rows { #expect(DisplayWidth.of(row) == BigText.columns(text, scale)) }
  }

  @Test func wordsHaveNoLargeForm() {
    #expect(BigText.rows("too few to say", .half) == nil)
    #expect(BigText.columns("Ünï", .whole) == nil)
    #expect(BigText.rows("", .whole) == nil)
  }
}
