import BatonDemo
import BatonModel
import Testing

/// Whether everything that the model knows is to be seen on a board of 240 leads.
@Suite struct DemoCoverageTests {
  private func covers<Case: CaseIterable & Hashable>(_ all: Case.Type, _ seen: [Case?]) -> Set<Case>
  {
    Set(all.allCases).subtracting(seen.compactMap { $0 })
  }

  @Test(arguments: Sample.ordinary) func showsEveryCase(_ sample: Sample) {
    let leads = sample.leads
    let touches = leads.flatMap(\.touches)
    let feedback = leads.flatMap(\.feedback)
    let handoffs = leads.flatMap(\.handoffs)
    let people = leads.flatMap(\.people)
    #expect(covers(Parking.Kind.self, leads.map(\.parked?.kind)) == [])
    #expect(covers(Feedback.Verdict.self, feedback.map(\.verdict)) == [])
    #expect(covers(Handoff.State.self, handoffs.map(\.state)) == [])
    #expect(covers(Activity.self, handoffs.flatMap { [$0.from, $0.to] }) == [])
    #expect(covers(Touch.Direction.self, touches.map(\.direction)) == [])
    #expect(covers(Touch.Outcome.self, touches.map(\.outcome)) == [])
    #expect(covers(NextStep.Kind.self, leads.map(\.nextStep?.kind)) == [])
    #expect(covers(Person.Part.self, people.map(\.part)) == [])
    #expect(covers(Approval.State.self, people.flatMap(\.approvals).map(\.state)) == [])
    #expect(covers(Roadblock.Origin.self, leads.flatMap(\.roadblocks).map(\.origin)) == [])
    #expect(covers(Hold.Scope.self, leads.flatMap(\.holds).map(\.scope)) == [])
    #expect(
      covers(Provenance.self, leads.map(\.acquisition.creating?.provenance) + [.guessed]) == [])
    #expect(covers(Stage.Kind.self, sample.demo.board.stages.map(\.kind)) == [])
    #expect(Set(Channel.known).subtracting(touches.map(\.channel)) == [])
    #expect(Set(touches.map(\.side)) == [.marketing, .sales, .delivery])
    #expect(
      Set(sample.demo.board.roadblockKinds).subtracting(leads.flatMap(\.roadblocks).map(\.kind))
        == [])
    #expect(
      Set(sample.demo.campaigns.map(\.id)).subtracting(
        leads.map { $0.acquisition.creating?.campaign }.compactMap { $0 }) == [])
  }

  @Test(arguments: Sample.ordinary) func givesEveryReason(_ sample: Sample) {
    var given: Set<String> = []
    for lead in sample.leads {
      if let reason = lead.parked?.reason, let use = lead.parked?.kind.reasonUse {
        given.insert("\(use) \(reason)")
      }
      for verdict in lead.feedback {
        if let reason = verdict.reason, let use = verdict.verdict?.reasonUse {
          given.insert("\(use) \(reason)")
        }
      }
    }
    let all = sample.demo.board.reasons.flatMap { reason in reason.uses.map { "\($0) \(reason.id)" }
    }
    #expect(Set(all).subtracting(given) == [])
  }

  @Test(arguments: Sample.ordinary) func showsEveryStateOfAHandoffAtEveryJoint(_ sample: Sample) {
    let waiting = sample.leads.compactMap { LeadSummary($0).handoff }
    let joints = Set(waiting.map { "\($0.from) \($0.to)" })
    #expect(
      joints == [
        "generate qualify", "qualify close", "close deliver", "deliver account", "account review",
      ])
    #expect(waiting.contains { $0.offeredTo == nil })
    #expect(waiting.contains { $0.isAccepted })
    #expect(waiting.contains { ($0.due ?? .distantFuture) < wednesday })
    #expect(waiting.contains { ($0.due ?? .distantPast) > wednesday })
    let handoffs = sample.leads.flatMap(\.handoffs)
    #expect(handoffs.contains { $0.packet?.promises.isEmpty == false })
    #expect(handoffs.contains { $0.proof?.kind == .kickoff })
  }

  @Test(arguments: Sample.ordinary) func showsWhatIsKnownOfALead(_ sample: Sample) {
    let leads = sample.leads
    let arrivals = leads.compactMap(\.acquisition.creating)
    #expect(Set(arrivals.flatMap(\.clickIDs.keys)) == ["gclid", "msclkid", "fbclid", "li_fat_id"])
    #expect(arrivals.contains { $0.ad?.promise != nil })
    #expect(arrivals.contains { $0.term != nil })
    #expect(arrivals.contains { $0.content != nil })
    #expect(arrivals.contains { $0.form != nil })
    #expect(arrivals.contains { $0.referrer != nil })
    #expect(arrivals.contains { $0.provenance(of: "campaign") == .guessed })
    #expect(leads.contains { $0.acquisition.first != nil && $0.acquisition.last != nil })
    #expect(leads.contains { $0.answers.contains { $0.asked != nil } })
    #expect(
      Set(sample.demo.board.questions.map(\.id)).subtracting(
        leads.flatMap(\.answers).map(\.question))
        == [])
    #expect(leads.contains { $0.externalIDs["crm"] != nil })
    #expect(leads.contains { $0.imported["crm"]?.isEmpty == false })
    #expect(leads.contains { $0.consent.doNotEmail })
    #expect(leads.contains { $0.consent.doNotCall })
    #expect(leads.contains { $0.owner == "tom" })
    #expect(leads.contains { $0.owner == nil })
    #expect(Set(leads.compactMap(\.amount?.currency)).isSuperset(of: ["EUR", "GBP"]))
    #expect(leads.contains { $0.tags.contains("🌙 nights") })
  }

  @Test(arguments: Sample.ordinary) func showsWhatStandsInTheWay(_ sample: Sample) {
    let leads = sample.leads
    let roadblocks = leads.flatMap(\.roadblocks)
    #expect(roadblocks.contains { $0.resolved != nil })
    #expect(roadblocks.contains { $0.fix != nil && $0.owner != nil && $0.due != nil })
    let objections = leads.flatMap(\.objections)
    #expect(Set(objections.map(\.code)).count == 8)
    #expect(objections.contains { $0.answeredWith != nil && $0.answeredAt != nil })
    #expect(objections.contains { $0.answeredAt == nil })
    #expect(leads.flatMap(\.asks).contains { $0.answeredWith != nil })
    #expect(leads.flatMap(\.asks).contains { $0.answeredAt == nil })
    let holds = leads.flatMap(\.holds)
    #expect(holds.contains { $0.lifted != nil })
    #expect(holds.contains { $0.end > wednesday && $0.end < wednesday.adding(days: 1) })
    #expect(holds.contains { $0.end > wednesday && $0.from < wednesday.adding(days: -14) })
    #expect(holds.contains { $0.sides.isEmpty } && holds.contains { $0.sides == [.marketing] })
    #expect(holds.contains { !$0.channels.isEmpty })
  }

  @Test(arguments: Sample.ordinary) func showsWhatHappened(_ sample: Sample) {
    let leads = sample.leads
    let feedback = leads.flatMap(\.feedback)
    #expect(feedback.contains { $0.awaitsAnswer })
    #expect(feedback.contains { $0.answer != nil })
    #expect(feedback.contains { $0.retracted != nil })
    #expect(feedback.contains { $0.verdict == nil && $0.quality != nil })
    #expect(feedback.contains { $0.side == .delivery })
    #expect(leads.contains { $0.history.contains { $0.undoes != nil } })
    #expect(leads.contains { $0.history.contains { $0.command == "revive" } })
    #expect(leads.contains { $0.touches.contains { $0.retracted != nil } })
    #expect(leads.contains { $0.notes.contains { $0.retracted != nil } })
    #expect(leads.contains { $0.visits.map(\.stage) == ["new", "qualify", "propose", "qualify"] })
    let returned = leads.filter { lead in
      lead.parked.map { $0.kind == .nurture && ($0.until ?? .distantFuture) <= wednesday } ?? false
    }
    #expect(returned.count == 4)
    #expect(leads.contains { isCollision($0.touches) })
    let pairs = Dictionary(grouping: leads) { $0.people.first?.email ?? "" }
    #expect(pairs.values.contains { $0.count > 1 })
  }

  private func isCollision(_ touches: [Touch]) -> Bool {
    let outbound = touches.filter { $0.direction == .outbound }
    return zip(outbound, outbound.dropFirst()).contains { first, second in
      first.side != second.side && second.at.days(since: first.at) < 1
    }
  }

  @Test(arguments: Sample.ordinary) func writesInManyScripts(_ sample: Sample) {
    let scalars = Set(sample.leads.flatMap { $0.name.unicodeScalars.map(\.value) })
    let scripts: [(String, ClosedRange<UInt32>)] = [
      ("Han", 0x4E00...0x9FFF), ("Hangul", 0xAC00...0xD7A3), ("Arabic", 0x0600...0x06FF),
      ("Hebrew", 0x0590...0x05FF), ("Devanagari", 0x0900...0x097F), ("Thai", 0x0E00...0x0E7F),
      ("Greek", 0x0370...0x03FF), ("Cyrillic", 0x0400...0x04FF), ("combining", 0x0300...0x036F),
      ("override", 0x202E...0x202E),
    ]
    for (name, range) in scripts { #expect(scalars.contains(where: range.contains), "\(name)") }
    #expect(sample.leads.contains { $0.name.count > 50 })
    #expect(sample.leads.contains { $0.company?.name.first == "=" })
    #expect(sample.leads.contains { $0.acquisition.creating?.term?.contains("\u{1B}") == true })
    #expect(sample.leads.contains { $0.answers.contains { $0.answer.contains("DROP TABLE") } })
  }
}
