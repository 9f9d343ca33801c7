import BatonReports
import TerminalCanvas
import Testing

@testable import baton

@Suite struct TextTableTests {
  private func table(_ rows: [[String]], room: Int) -> [String] {
    var table = TextTable([
      TextTable.Column(title: "ID", least: .max),
      TextTable.Column(title: "NAME", least: 5),
      TextTable.Column(title: "SUM", alignment: .right, least: .max, leavesAs: 1),
      TextTable.Column(title: "MARK", least: 4, leavesAs: 2),
    ])
    for row in rows { table.measure(row) }
    table.fit(into: room)
    return [table.header] + rows.map(table.line)
  }

  @Test func alignsByColumnsOfTheTerminal() {
    #expect(
      table([["1", "漢字", "7", "x"], ["22", "Ana", "1000", ""]], room: 80) == [
        "ID  NAME   SUM  MARK",
        "1   漢字     7  x",
        "22  Ana   1000",
      ])
  }

  @Test func cutsTheWidestColumnFirst() {
    #expect(
      table([["1", "A long name", "7", "x"]], room: 23) == [
        "ID  NAME      SUM  MARK",
        "1   A long …    7  x",
      ])
  }

  @Test func leavesColumnsOutWhereCuttingIsNotEnough() {
    #expect(
      table([["1", "A long name", "7", "x"]], room: 15) == ["ID  NAME    SUM", "1   A lon…    7"])
    #expect(table([["1", "A long name", "7", "x"]], room: 9) == ["ID  NAME", "1   A lo…"])
  }

  @Test func leavesOutWhatIsEmptyEverywhere() {
    #expect(table([["1", "Ana", "7", ""]], room: 80) == ["ID  NAME  SUM", "1   Ana     7"])
  }

  @Test func showsNoLineEndsAndEscapes() {
    #expect(table([["1", "a\nb\u{1B}c", "7", "x"]], room: 80)[1].contains("\u{1B}") == false)
    #expect(table([["1", "a\nb", "7", "x"]], room: 80).count == 2)
  }
}
