import BatonDemo
import BatonModel
import Testing

/// Whether the leads keep the model's rules, whenever the demo takes place.
///
/// That no command was refused is checked by the generator itself: it would trap here.
@Suite struct DemoConsistencyTests {
  @Test(arguments: Sample.ordinary + Sample.awkward) func staysWhereItWent(_ sample: Sample) {
    let demo = sample.demo
    var faults = Faults()
    for lead in sample.leads {
      faults.check(lead, lead.visits.first?.stage == "new")
      faults.check(lead, lead.visits.first?.entered == lead.createdAt)
      faults.check(lead, lead.visits.last?.stage == lead.stage)
      faults.check(lead, lead.visits.allSatisfy { demo.board.stage($0.stage) != nil })
      faults.check(lead, isAscending(lead.visits.map(\.entered)))
      faults.check(lead, (lead.visits.last?.entered ?? .distantFuture) <= demo.asOf)
    }
    #expect(faults.list == [])
  }

  @Test(arguments: Sample.ordinary + Sample.awkward) func hasAHistoryThatFits(_ sample: Sample) {
    let demo = sample.demo
    var faults = Faults()
    for lead in sample.leads {
      faults.check(lead, isAscending(lead.history.map(\.at)))
      faults.check(lead, lead.revision == lead.history.count)
      faults.check(lead, (lead.history.last?.at ?? .distantFuture) <= demo.asOf)
      let first = lead.history.first?.command
      faults.check(lead, first == "add" || first == "import")
      let moves = lead.history.filter { $0.command == "move" || $0.command == "revive" }
      if first == "add" { faults.check(lead, moves.count == lead.visits.count - 1) }
      for (move, visit) in zip(moves.reversed(), lead.visits.reversed()) {
        faults.check(lead, move.at == visit.entered)
        faults.check(lead, move.to == visit.stage.rawValue)
      }
      for (place, move) in moves.reversed().enumerated() {
        guard case .restorePlace(let before) = move.inverse else {
          faults.check(lead, false)
          continue
        }
        faults.check(lead, before.visits == lead.visits.count - 1 - place)
        faults.check(lead, before.stage == lead.visits[before.visits - 1].stage)
      }
      let undone = lead.history.compactMap(\.undoes)
      faults.check(lead, Set(lead.history.map(\.id)).isSuperset(of: undone))
    }
    #expect(faults.list == [])
  }

  @Test(arguments: Sample.ordinary + Sample.awkward) func touchesInOrderAndOnlyAsTheBuyerAllows(
    _ sample: Sample
  ) {
    let demo = sample.demo
    var faults = Faults()
    let members = Set(demo.board.team.map(\.id.rawValue))
    let campaigns = Set(demo.campaigns.map(\.id))
    let documents = Set(demo.collateral.map(\.id))
    let steps = Set(demo.board.journey.map(\.id))
    for lead in sample.leads {
      faults.check(lead, isAscending(lead.touches.map(\.at)))
      faults.check(lead, (lead.touches.last?.at ?? demo.asOf) <= demo.asOf)
      faults.check(
        lead, lead.touches.contains { $0.at == lead.createdAt && $0.direction == .inbound })
      faults.check(lead, Set(lead.touches.map(\.id)).count == lead.touches.count)
      for touch in lead.touches {
        faults.check(lead, touch.by.map { members.contains($0) || $0 == "mailing" } ?? true)
        faults.check(lead, touch.campaign.map(campaigns.contains) ?? true)
        faults.check(lead, touch.collateral.map(documents.contains) ?? true)
        faults.check(lead, touch.step.map(steps.contains) ?? true)
        faults.check(lead, touch.person.map { id in lead.people.contains { $0.id == id } } ?? true)
        if touch.direction == .outbound { faults.check(lead, lead.consent.allows(touch.channel)) }
      }
    }
    #expect(faults.list == [])
  }

  @Test(arguments: Sample.ordinary + Sample.awkward) func worksWhenTheTeamWorks(_ sample: Sample) {
    let demo = sample.demo
    var faults = Faults()
    let calendar = demo.board.calendar
    for lead in sample.leads {
      let moves = lead.visits.dropFirst().map(\.entered)
      let calls = lead.touches.filter { $0.channel == .call && $0.by != nil }.map(\.at)
      for time in moves + calls {
        let (hour, minute) = calendar.clock(at: time)
        faults.check(lead, (540..<1050).contains(hour * 60 + minute))
        faults.check(lead, calendar.day(of: time).weekday < 5)
        faults.check(lead, !calendar.day(of: time).description.hasSuffix("12-25"))
      }
    }
    #expect(faults.list == [])
  }

  @Test(arguments: Sample.ordinary + Sample.awkward) func namesOnlyWhatTheBoardHas(_ sample: Sample)
  {
    let demo = sample.demo
    var faults = Faults()
    let campaigns = Set(demo.campaigns.map(\.id))
    let questions = Set(demo.board.questions.map(\.id))
    for lead in sample.leads {
      faults.check(
        lead, [lead.owner, lead.marketingOwner].compactMap { $0 }.allSatisfy(demo.hasMember))
      let arrivals = [lead.acquisition.first, lead.acquisition.creating, lead.acquisition.last]
      for arrival in arrivals.compactMap({ $0 }) {
        faults.check(lead, arrival.campaign.map(campaigns.contains) ?? true)
        faults.check(lead, (arrival.at ?? .distantFuture) <= demo.asOf)
      }
      faults.check(
        lead, lead.answers.allSatisfy { questions.contains($0.question) || $0.asked != nil })
      for roadblock in lead.roadblocks {
        faults.check(lead, demo.board.roadblockKinds.contains(roadblock.kind))
        faults.check(lead, roadblock.opened <= roadblock.resolved ?? demo.asOf)
        faults.check(lead, roadblock.owner.map(demo.hasMember) ?? true)
        faults.check(
          lead, roadblock.step.map { id in demo.board.journey.contains { $0.id == id } } ?? true)
      }
      for ask in lead.asks { faults.check(lead, ask.at <= ask.answeredAt ?? demo.asOf) }
      for hold in lead.holds {
        faults.check(lead, hold.from < hold.until && hold.from <= demo.asOf)
      }
      faults.check(lead, lead.notes.allSatisfy { $0.at <= demo.asOf })
      faults.check(lead, lead.people.first?.email?.hasSuffix(".example") == true)
      faults.check(lead, lead.amount.map { $0.minorUnits > 0 } ?? true)
    }
    #expect(faults.list == [])
  }

  @Test(arguments: Sample.ordinary + Sample.awkward) func handsOverByTheRules(_ sample: Sample) {
    let demo = sample.demo
    var faults = Faults()
    for lead in sample.leads {
      faults.check(lead, isAscending(lead.handoffs.map(\.offeredAt)))
      for handoff in lead.handoffs {
        faults.check(lead, handoff.from < handoff.to)
        faults.check(lead, handoff.offeredBy != handoff.offeredTo?.rawValue)
        faults.check(lead, demo.hasMember(MemberID(handoff.offeredBy)))
        faults.check(lead, handoff.offeredTo.map(demo.hasMember) ?? true)
        faults.check(lead, handoff.offeredAt <= handoff.answeredAt ?? demo.asOf)
        faults.check(lead, (handoff.answeredAt ?? demo.asOf) <= demo.asOf)
        faults.check(lead, (handoff.answeredAt == nil) == (handoff.state == .offered))
        faults.check(lead, (handoff.reason != nil) == (handoff.state == .rejected))
        faults.check(lead, handoff.reason.map { demo.isReason($0, for: .reject) } ?? true)
        faults.check(lead, handoff.proof?.kind.isProof ?? true)
        faults.check(lead, handoff.proof == nil || handoff.state == .accepted)
      }
    }
    #expect(faults.list == [])
  }

  @Test(arguments: Sample.ordinary + Sample.awkward) func judgesAndParksForAReason(_ sample: Sample)
  {
    let demo = sample.demo
    var faults = Faults()
    for lead in sample.leads {
      for feedback in lead.feedback {
        let use = feedback.verdict?.reasonUse
        // Why a deal was lost is told without a verdict.
        let isLoss = feedback.verdict == nil && feedback.reason == lead.parked?.reason
        let isOldLoss = feedback.verdict == nil && feedback.reason == "no-decision"
        faults.check(lead, isLoss || isOldLoss || (feedback.reason != nil) == (use != nil))
        if let reason = feedback.reason, let use {
          faults.check(lead, demo.isReason(reason, for: use))
        }
        faults.check(lead, feedback.at <= feedback.answer?.at ?? demo.asOf)
        faults.check(lead, (feedback.answer?.at ?? demo.asOf) <= demo.asOf)
        faults.check(lead, demo.hasMember(MemberID(feedback.by)))
        faults.check(lead, feedback.quality.map((1...5).contains) ?? true)
      }
      faults.check(lead, isAscending(lead.feedback.map(\.at)))
      guard let parked = lead.parked else { continue }
      faults.check(lead, parked.since <= demo.asOf)
      faults.check(lead, parked.since >= (lead.visits.last?.entered ?? .distantFuture))
      faults.check(lead, (parked.until != nil) == parked.kind.returns)
      faults.check(lead, parked.until.map { $0 > parked.since } ?? true)
      faults.check(lead, (parked.reason != nil) == (parked.kind.reasonUse != nil))
      if let reason = parked.reason, let use = parked.kind.reasonUse {
        faults.check(lead, demo.isReason(reason, for: use))
      }
      faults.check(lead, parked.returnsTo.map { demo.board.stage($0) != nil } ?? true)
    }
    #expect(faults.list == [])
  }

  private func isAscending(_ times: [Instant]) -> Bool {
    zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
  }
}

/// What does not hold, and for which lead: thousands of things are looked at.
private struct Faults {
  private(set) var list: [String] = []

  mutating func check(_ lead: Lead, _ holds: Bool, line: Int = #line) {
    if !holds { list.append("line \(line): \(lead.id) in \(lead.stage)") }
  }
}

extension DemoBoard {
  fileprivate func hasMember(_ id: MemberID) -> Bool { board.member(id) != nil }

  fileprivate func isReason(_ id: ReasonID, for use: Reason.Use) -> Bool {
    board.reasons(for: use).contains { $0.id == id }
  }
}
