import BatonModel
import Testing

@testable import BatonStore

@Suite("Numbers of a column")
struct NumberEvidenceTests {
  @Test("The column's other cells settle the mark, or contradict each other")
  func evidence() {
    #expect(MoneyReader.evidence(in: ["1,234", "", "7", "2,500.00"]) == .settled(.point))
    #expect(MoneyReader.evidence(in: ["1,234", "9,5"]) == .settled(.comma))
    #expect(MoneyReader.evidence(in: ["1,234", "9,500"]) == .open)
    #expect(MoneyReader.evidence(in: ["1,5", "1.5"]) == .contradictory)
  }
}
