import BatonModel
import Testing

@Suite struct QueryGuideTests {
  @Test func showsOnlyFormsThatTheParserTakes() throws {
    for row in QueryGuide.sections.flatMap(\.rows) + QueryGuide.examples {
      #expect(try !Query(row.form).isEmpty, "\(row.form)")
    }
  }

  @Test func leavesNoFieldStateOrFigureOut() {
    let forms = QueryGuide.sections.flatMap(\.rows).map(\.form)
    for field in QueryField.allCases { #expect(forms.contains("\(field.rawValue):")) }
    for state in QueryState.allCases { #expect(forms.contains("is:\(state.rawValue)")) }
    for measure in QueryMeasure.allCases {
      #expect(forms.contains { $0.hasPrefix(measure.rawValue) }, "\(measure)")
    }
  }

  @Test func keepsRowsShortEnoughForEightyColumns() {
    for row in QueryGuide.sections.flatMap(\.rows) {
      #expect(row.form.count <= 17, "\(row.form)")
      #expect(row.meaning.count <= 58, "\(row.meaning)")
    }
  }
}
