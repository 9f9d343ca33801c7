import Testing

@testable import BatonInsights

@Suite("Handoffs") struct HandoffTests {
  @Test(
    "Answers by day", .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("handoff-answers-by-day"))
  func answersByDay(reference: ReferenceCase) {
    let input = reference.input
    func wait(_ days: JSON, _ answer: JSON) -> AnswerCurve.Wait {
      let kind = answer.int ?? 0
      return AnswerCurve.Wait(days: days.double ?? .nan, answer: kind == 0 ? nil : kind - 1)
    }
    let waits =
      zip(input["days"].array, input["answer"].array).map(wait)
      + input["grouped"].array.flatMap { row in
        Array(repeating: wait(row[0], row[1]), count: row[2].int ?? 0)
      }
    let kinds = input["kinds"].array.compactMap(\.string)
    let curve = AnswerCurve(waits, kinds: kinds.count)
    var actual = ["t": JSON(curve.days), "open": JSON(curve.open)]
    for (number, kind) in kinds.enumerated() { actual[kind] = JSON(curve.shares(of: number)) }
    reference.check(.object(actual))
  }

  @Test(
    "Stage funnels", .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("stage-funnel"))
  func stageFunnel(reference: ReferenceCase) throws {
    let rows = reference.input["leads"].array + reference.input["grouped"].array
    let leads = try rows.flatMap { row in
      let lead = StageFunnel.Lead(
        highestRank: try row[0].requiredInt, fate: try row[1].requiredFate)
      return Array(repeating: lead, count: row[2].int ?? 1)
    }
    let funnel = StageFunnel(stages: try reference.input["K"].requiredInt, leads: leads)
    let steps = funnel.steps.enumerated().map { rank, step -> JSON in
      JSON.object([
        "stage": JSON(rank), "reached": JSON(step.reached), "next": JSON(step.reachedNext),
        "conversion": JSON(step.conversion), "still_here": JSON(step.stillHere),
        "lost_here": JSON(step.lostHere), "conversion_decided": JSON(step.decidedConversion),
      ])
    }
    reference.check(.object(["reached": JSON(funnel.reached), "steps": .array(steps)]))
  }

  @Test(
    "Cohorts", .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("handoff-cohort") + Reference.cases("handoff-cohort-real"))
  func cohorts(reference: ReferenceCase) throws {
    let leads = try Self.leads(reference.input)
    let queries = reference.value["queries"].array
    for query in queries.isEmpty ? [reference.input] : queries {
      let cohort = HandoffCohort(
        leads, from: try query["from"].requiredDouble, to: try query["to"].requiredDouble,
        asOf: try query["asOf"].requiredDouble,
        acceptedWithin: try query["W"].requiredDouble)
      let expected = queries.isEmpty ? reference.expected : query["expected"]
      reference.check(Self.figures(cohort), against: expected)
    }
  }

  private static func leads(_ input: JSON) throws -> [LeadHandoffs] {
    func key(_ row: JSON) -> String { row[0].string ?? "\(row[0].int ?? -1)" }
    let handoffs = Dictionary(grouping: input["handoffs"].array, by: key)
    let feedback = Dictionary(grouping: input["feedback"].array, by: key)
    return try Set(handoffs.keys).union(feedback.keys).map { lead in
      LeadHandoffs(
        handoffs: try handoffs[lead, default: []].map { row in
          LeadHandoffs.Handoff(
            at: try row[1].requiredDouble, source: try row[2].requiredString)
        },
        verdicts: try feedback[lead, default: []].map { row in
          LeadHandoffs.Verdict(
            at: try row[1].requiredDouble, isAccepted: row[2].string == "accept",
            reason: row[3].string)
        })
    }
  }

  private static func figures(_ cohort: HandoffCohort) -> JSON {
    func counts(_ tally: HandoffCohort.Tally) -> [String: JSON] {
      [
        "handed": JSON(tally.handed), "accepted": JSON(tally.accepted),
        "rejected": JSON(tally.rejected), "none": JSON(tally.unanswered),
      ]
    }
    var reasons = cohort.reasons
    if cohort.rejectedWithoutReason > 0 { reasons["(none)"] = cohort.rejectedWithoutReason }
    var figures = counts(cohort.total)
    figures["coverage"] = JSON(cohort.total.coverage)
    figures["acceptance"] = JSON(cohort.total.acceptance)
    figures["acceptedWithin"] = JSON(cohort.acceptedWithin)
    figures["reasons"] = JSON(reasons)
    figures["oldest_none_days"] = JSON(cohort.oldestUnansweredDays)
    figures["by_source"] = .object(cohort.bySource.mapValues { .object(counts($0)) })
    return .object(figures)
  }

  @Test("Answers compete for what is still open")
  func competingAnswers() {
    // Two of four answered on day 1; one waits since day 2; the last is answered on day 4.
    let curve = AnswerCurve(
      [
        .init(days: 4, answer: 0), .init(days: 1, answer: 0), .init(days: 1, answer: 1),
        .init(days: 2, answer: nil),
      ], kinds: 2)
    #expect(curve.days == [1, 4])
    #expect(curve.open == [0.5, 0])
    #expect(curve.shares(of: 0) == [0.25, 0.75])
    #expect(curve.shares(of: 1) == [0.25, 0.25])
    #expect(curve.share(of: 0, within: 0.5) == 0)
    #expect(curve.share(of: 0, within: 3.9) == 0.25)
    #expect(curve.share(of: 0, within: 4) == 0.75)
  }

  @Test("A funnel counts skipped stages as passed")
  func funnel() {
    let funnel = StageFunnel(
      stages: 3,
      leads: [
        .init(highestRank: 2, fate: .won), .init(highestRank: 1, fate: .lost),
        .init(highestRank: 0, fate: .open), .init(highestRank: -1, fate: .open),
        .init(highestRank: 9, fate: .won),
      ])
    #expect(funnel.reached == [4, 3, 2])
    #expect(funnel.steps.map(\.stillHere) == [1, 0])
    #expect(funnel.steps.map(\.lostHere) == [0, 1])
    #expect(funnel.steps[0].conversion == Proportion(3, of: 4))
    #expect(funnel.steps[0].decidedConversion == Proportion(3, of: 3))
    #expect(StageFunnel(stages: 0, leads: [.init(highestRank: 0, fate: .open)]).steps.isEmpty)
  }

  @Test("A verdict answers the handoff before it, up to the next")
  func answers() {
    let lead = LeadHandoffs(
      handoffs: [.init(at: 10, source: "web"), .init(at: 0, source: "web")],
      verdicts: [
        .init(at: 10, isAccepted: true), .init(at: -1, isAccepted: true),
        .init(at: 4, isAccepted: false, reason: "no budget"), .init(at: 3, isAccepted: false),
      ])
    func cohort(asOf: Double) -> HandoffCohort {
      HandoffCohort([lead], from: 0, to: 30, asOf: asOf, acceptedWithin: 5)
    }
    let late = cohort(asOf: 20)
    #expect(late.total.handed == 2)
    #expect(late.total.accepted == 1)
    #expect(late.total.rejected == 1)
    #expect(late.rejectedWithoutReason == 1)
    #expect(late.reasons.isEmpty)
    #expect(late.acceptedWithin == Proportion(1, of: 2))
    #expect(late.oldestUnansweredDays == nil)
    let early = cohort(asOf: 2)
    #expect(early.total.unanswered == 1)
    #expect(early.acceptedWithin == Proportion(0, of: 0))
    #expect(early.oldestUnansweredDays == 2)
  }

  @Test("A verdict at the instant of the next handoff belongs to that one")
  func simultaneousVerdict() {
    let lead = LeadHandoffs(
      handoffs: [.init(at: 0, source: "web"), .init(at: 10, source: "event")],
      verdicts: [.init(at: 10, isAccepted: true)])
    let cohort = HandoffCohort([lead], from: 0, to: 30, asOf: 20, acceptedWithin: 30)
    #expect(cohort.bySource["web"]?.unanswered == 1)
    #expect(cohort.bySource["event"]?.accepted == 1)
    #expect(cohort.oldestUnansweredDays == 20)
  }
}
