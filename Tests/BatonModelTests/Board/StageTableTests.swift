import BatonModel
import Testing

/// Values by stage.
@Suite struct StageTableTests {
  @Test func findsTheFirstValueOfAStage() {
    let table = StageTable([("new", 1), ("close", 2), ("new", 3)].map { (StageID($0), $1) })
    #expect(table["new"] == 1)
    #expect(table["close"] == 2)
    #expect(table["won"] == nil)
    #expect(table.byStage == ["new": 1, "close": 2])
    #expect(StageTable<Int>([])["new"] == nil)
  }
}
