import Foundation
import Testing

/// The reference files that the tests of this target run, every case of each.
private let tested: Set<String> = [
  "attribution-pathdata", "attribution-pathdata-counts", "attribution-small", "bounce-receipt",
  "bounce-small", "cumulative-flow", "flow", "forecast", "handoff-answers-by-day",
  "handoff-cohort", "handoff-cohort-real", "journey-receipt", "journey-running-example",
  "journey-small", "km-crm-engaging", "km-logrank-classic", "km-small", "proportions",
  "quantiles", "roadblocks", "source-quality", "special-functions", "stage-funnel",
]

@Test(
  "No reference file is left without a test",
  .enabled(if: Reference.isPresent, Reference.absence))
func everyReferenceFileIsTested() throws {
  let files = try FileManager.default.contentsOfDirectory(atPath: Reference.folder.path)
    .filter { $0.hasSuffix(".json") }
    .map { String($0.dropLast(".json".count)) }
  #expect(Set(files) == tested)
}

@Test("A comparison finds what differs")
func comparisonFindsDifferences() {
  let expected = JSON.object(["a": JSON([1.0, 2]), "b": .null, "c": JSON("x")])
  func differences(_ actual: [String: JSON]) -> [String] {
    JSON.object(actual).differences(from: expected, tolerance: 1e-9)
  }
  #expect(differences(["a": JSON([1.0, 2]), "b": .null, "c": JSON("x")]).isEmpty)
  #expect(
    differences(["a": JSON([1.0, 2.1]), "b": JSON(0), "d": JSON("x")]) == [
      ".a[1]: 2.1 instead of 2.0", ".b: number(0.0) instead of null", ".c is missing",
    ])
  #expect(differences(["a": JSON([1.0]), "b": .null, "c": JSON("x")]).count == 1)
}
