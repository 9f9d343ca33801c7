import Testing

@testable import BatonInsights

@Suite("Journeys") struct JourneyTests {
  @Test(
    "Variants, alignments and what is unknown or skipped",
    .enabled(if: Reference.isPresent, Reference.absence),
    arguments: ["journey-small", "journey-running-example", "journey-receipt"])
  func reference(file: String) throws {
    let cases = Reference.cases(file)
    var labels = Labels()
    var variants: [JourneyLog.Variant] = []
    if let first = cases.first, first.input["steps"] != .null {
      for name in first.input["steps"].array.compactMap(\.string) {
        _ = labels.number(of: name)
      }
      variants = first.input["variants"].array.map { row in
        JourneyLog.Variant(path: row[1].array.compactMap(\.int), leads: row[0].int ?? 0)
      }
    }
    for reference in cases {
      if reference.input["journey"] == .null {
        reference.check(Self.figures(JourneyLog(variants: variants), labels))
        continue
      }
      var steps: [ExpectedJourney.Step] = []
      for step in reference.input["journey"].array {
        steps.append(
          ExpectedJourney.Step(
            labels.number(of: try step["step"].requiredString),
            isOptional: step["optional"].string == "true",
            isRepeatable: step["repeatable"].string == "true"))
      }
      if reference.input["actuals"] != .null {
        variants = reference.input["actuals"].array.map { path in
          JourneyLog.Variant(
            path: path.array.compactMap(\.string).map { labels.number(of: $0) }, leads: 1)
        }
      }
      reference.check(Self.figures(variants, ExpectedJourney(steps), labels))
    }
  }

  private static func figures(_ log: JourneyLog, _ labels: Labels) -> JSON {
    func named(_ counts: [Int: Int]) -> JSON {
      JSON(Dictionary(uniqueKeysWithValues: counts.map { (labels.names[$0], $1) }))
    }
    let successions = log.successions.sorted {
      ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to)
    }
    return .object([
      "leads": JSON(log.leads), "variants": JSON(log.variants.count),
      "top": JSON(log.variants.prefix(5).map(\.leads)),
      "dfg": .array(successions.map { JSON([$0.key.from, $0.key.to, $0.value]) }),
      "starts": named(log.starts), "ends": named(log.ends),
    ])
  }

  private static func figures(
    _ variants: [JourneyLog.Variant], _ journey: ExpectedJourney, _ labels: Labels
  ) -> JSON {
    let audit = JourneyAudit(JourneyLog(variants: variants), against: journey)
    func named(_ counts: [Int: Int]) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: counts.map { (labels.names[$0], $1) })
    }
    let unknown = audit.unknown.map { number, step in
      var after = named(step.after)
      if step.atStart > 0 { after["(start)"] = step.atStart }
      return (
        labels.names[number],
        JSON.object([
          "occurrences": JSON(step.occurrences), "leads": JSON(step.leads), "after": JSON(after),
        ])
      )
    }
    return .object([
      "per_variant_cost_extra_missed_prefix": .array(
        variants.map { variant in
          let alignment = JourneyAlignment(variant.path, to: journey)
          return JSON(
            [alignment.cost, alignment.extra, alignment.missed, alignment.prefixCost])
        }),
      "avgFitness": JSON(audit.averageFitness), "logFitness": JSON(audit.logFitness),
      "fitting": JSON(audit.fitting.share),
      "unknown": .object(Dictionary(uniqueKeysWithValues: unknown)),
      "skipped": JSON(named(audit.skipped)),
    ])
  }

  /// inquiry (0), optional webinar (1), repeatable call (2), order (3).
  static let journey = ExpectedJourney([
    .init(0), .init(1, isOptional: true), .init(2, isRepeatable: true), .init(3),
  ])

  @Test(
    "Alignments",
    arguments: [
      ([0, 1, 2, 3], 0, 0, 0, 0), ([0, 2, 2, 2, 3], 0, 0, 0, 0), ([0, 2, 1, 3], 1, 1, 0, 1),
      ([0, 2], 1, 0, 1, 0), ([], 3, 0, 3, 0), ([3], 2, 0, 2, 2 - 1), ([9, 9], 5, 2, 3, 2),
      ([2, 0, 3], 2, 1, 1, 2), ([0, 2, 9, 2, 3], 1, 1, 0, 1),
    ])
  func alignment(path: [Int], cost: Int, extra: Int, missed: Int, prefixCost: Int) {
    let alignment = JourneyAlignment(path, to: Self.journey)
    #expect(alignment.cost == cost)
    #expect(alignment.extra == extra)
    #expect(alignment.missed == missed)
    #expect(alignment.prefixCost == prefixCost)
  }

  @Test("An open lead is not blamed for what has not happened yet")
  func prefixFitness() {
    let alignment = JourneyAlignment([0, 1], to: Self.journey)
    #expect(alignment.fitness == 0.6)
    #expect(alignment.prefixFitness == 1)
    #expect(JourneyAlignment([], to: Self.journey).prefixFitness == 1)
    #expect(JourneyAlignment([], to: ExpectedJourney([])).fitness == nil)
  }

  @Test("Equal paths are one variant, most frequent first")
  func variants() {
    let log = JourneyLog(paths: [[1, 0], [0, 1], [0, 2], [0, 1], []])
    #expect(log.variants.map(\.path) == [[0, 1], [], [0, 2], [1, 0]])
    #expect(log.variants.map(\.leads) == [2, 1, 1, 1])
    #expect(log.starts == [0: 3, 1: 1])
    #expect(log.ends == [0: 1, 1: 2, 2: 1])
    #expect(log.successions[.init(from: 0, to: 1)] == 2)
  }

  @Test("An audit says what is unknown and what was skipped, and nothing of an empty log")
  func audit() throws {
    let audit = JourneyAudit(
      JourneyLog(paths: [[0, 2, 3], [9, 0, 9, 9], [2]]), against: Self.journey)
    let unknown = try #require(audit.unknown[9])
    #expect(unknown.occurrences == 3)
    #expect(unknown.leads == 1)
    #expect(unknown.atStart == 1)
    #expect(unknown.after == [0: 2])
    #expect(audit.skipped == [0: 1, 2: 1, 3: 2])
    #expect(audit.fitting == Proportion(1, of: 3))
    let empty = JourneyAudit(JourneyLog(paths: []), against: Self.journey)
    #expect(empty.averageFitness == nil)
    #expect(empty.logFitness == nil)
    #expect(empty.fitting.share == nil)
  }
}
