import BatonModel
import Testing

/// Holds: whom they cover, and what they cost.
@Suite struct HoldTests {
  private static func lead(_ id: LeadID, at company: String?, domain: String? = nil) -> Lead {
    var lead = Lead(
      id: id, name: id.rawValue, stage: "qualify", createdAt: at("2026-11-02T09:00:00Z"))
    lead.company = company.map(Company.init(name:))
    lead.company?.domain = domain
    return lead
  }

  private static func hold(_ change: (inout Hold) -> Void = { _ in }) -> Hold {
    var hold = Hold(
      id: "h1", reason: "tender", from: now.adding(days: -20), until: now.adding(days: 5),
      by: "maria")
    hold.scope = .company
    change(&hold)
    return hold
  }

  private static func reckoning(_ leads: [Lead]) -> Reckoning {
    Reckoning(
      board: testBoard(), now: now, companyHolds: CompanyHolds(leads.map(LeadSummary.init)))
  }

  @Test func coversEverybodyAtTheCompany() {
    var ana = Self.lead("ana", at: "Helix Labs", domain: "helix.example")
    ana.holds = [Self.hold()]
    let same = Self.lead("bo", at: "HELIX labs")
    let alike = Self.lead("cai", at: "Helix Labs Inc", domain: "Helix.example")
    let other = Self.lead("dov", at: "Nordwerk")
    let alone = Self.lead("eda", at: nil)
    let reckoning = Self.reckoning([ana, same, alike, other, alone])
    let held = [ana, same, alike, other, alone].map(LeadSummary.init).filter {
      reckoning.held($0) != nil
    }
    #expect(held.map(\.id) == ["ana", "bo", "cai"])
    let standing = reckoning.holds(on: LeadSummary(same))
    #expect(standing == [StandingHold(ana.holds[0], of: LeadSummary(ana))])
    #expect(reckoning.held(LeadSummary(same))?.since == now.adding(days: -20))
    #expect(reckoning.held(LeadSummary(same))?.until == now.adding(days: 5))
  }

  @Test func findsTheHoldsByNameAndByDomainOnceAndInOrder() {
    var ana = Self.lead("ana", at: "Helix", domain: "helix.example")
    ana.holds = [Self.hold(), Self.hold { $0.id = "h2" }, Self.hold()]
    var bo = Self.lead("bo", at: "Helix Labs", domain: "helix.example")
    bo.holds = [Self.hold { $0.from = now.adding(days: -30) }]
    let cai = LeadSummary(Self.lead("cai", at: "helix", domain: "helix.example"))
    let reckoning = Self.reckoning([ana, bo])
    for rules in [reckoning, reckoning.masked] {
      let found = rules.holds(on: cai)
      #expect(found.map(\.lead) == ["bo", "ana", "ana"])
      #expect(found.map(\.hold.id) == ["h1", "h1", "h2"])
    }
    #expect(reckoning.held(cai)?.since == now.adding(days: -30))
    #expect(reckoning.holds(on: LeadSummary(bo)).map(\.lead) == ["bo", "ana", "ana"])
  }

  @Test func aMailboxThatAnybodyHasIsNoCompany() {
    var ana = Self.lead("ana", at: "Ana", domain: "gmail.com")
    ana.holds = [Self.hold()]
    let bo = Self.lead("bo", at: "Bo", domain: "gmail.com")
    #expect(Self.reckoning([ana, bo]).held(LeadSummary(bo)) == nil)
  }

  @Test func ofTheLeadAloneOrOverItCoversNobodyElse() {
    for hold in [
      Self.hold { $0.scope = .lead }, Self.hold { $0.lifted = now.adding(days: -1) },
      Self.hold { $0.until = now },
    ] {
      var ana = Self.lead("ana", at: "Helix")
      ana.holds = [hold]
      let bo = Self.lead("bo", at: "Helix")
      #expect(Self.reckoning([ana, bo]).held(LeadSummary(bo)) == nil)
    }
  }

  @Test func coversItsSidesAndChannelsHoweverSpelt() {
    var ana = Self.lead("ana", at: "Helix")
    ana.holds = [
      Self.hold {
        $0.sides = [.sales]
        $0.channels = ["E-Mail"]
      }
    ]
    let bo = LeadSummary(Self.lead("bo", at: "Helix"))
    let reckoning = Self.reckoning([ana])
    #expect(reckoning.holds(on: bo, against: .sales, on: .email, at: now).count == 1)
    #expect(reckoning.holds(on: bo, against: .marketing, on: .email, at: now).isEmpty)
    #expect(reckoning.holds(on: bo, against: .sales, on: .call, at: now).isEmpty)
    #expect(reckoning.holds(on: bo, against: .sales, on: .email, at: now.adding(days: 9)).isEmpty)
  }

  @Test func isFoundByItsAge() throws {
    var ana = Self.lead("ana", at: "Helix")
    ana.holds = [Self.hold()]
    let bo = LeadSummary(Self.lead("bo", at: "Helix"))
    for (query, isFound) in [
      ("is:held", true), ("held>14d", true), ("held>=20d", true), ("held>21d", false),
      ("-is:held", false),
    ] {
      let matcher = QueryMatcher(try Query(query), reckoning: Self.reckoning([ana]))
      #expect(matcher.matches(bo) == isFound, "\(query)")
    }
    let free = QueryMatcher(try Query("held<99d"), reckoning: Self.reckoning([]))
    #expect(!free.matches(bo))
  }

  @Test func costsWhatTheBuyerDidMeanwhile() {
    var lead = Self.lead("ana", at: nil)
    func touch(_ id: EntryID, _ days: Double, _ direction: Touch.Direction) -> Touch {
      Touch(
        id: id, at: now.adding(days: days), side: .sales, direction: direction, channel: .email)
    }
    lead.touches = [
      touch("t1", -21, .inbound), touch("t2", -19, .inbound), touch("t3", -18, .outbound),
      touch("t4", -3, .inbound), touch("t5", -2, .inbound), touch("t6", 1, .inbound),
    ]
    lead.touches[4].retracted = Retraction(at: now, by: "maria")
    let lasting = lead.cost(of: Self.hold(), asOf: now)
    #expect(lasting.days == 20)
    #expect(lasting.buyerTouches == 2)
    #expect(lasting.unanswered == 1)
    #expect(lasting.words == "20 days, the buyer turned to us 2 times, 1 unanswered")
    let over = lead.cost(of: Self.hold { $0.lifted = now.adding(days: -19) }, asOf: now)
    #expect(over.days == 1)
    #expect(over.words == "1 day")
    #expect(lead.cost(of: Self.hold(), asOf: now.adding(days: -30)).days == 0)
  }
}

/// Leads that marketing has not touched since it gave them away.
@Suite struct DroppedTests {
  @Test func areThoseWithoutATouchOfMarketingSince() throws {
    var lead = testLead()
    let matcher = QueryMatcher(
      try Query("is:dropped"), reckoning: Reckoning(board: testBoard(), now: now))
    func isDropped() -> Bool { matcher.matches(LeadSummary(lead)) }
    #expect(!isDropped())
    lead.handoffs = [
      Handoff(
        id: "h1", from: .generate, to: .qualify, offeredAt: now.adding(days: -5),
        offeredBy: "aylin", state: .accepted)
    ]
    #expect(isDropped())
    lead.touches = [
      Touch(
        id: "t1", at: now.adding(days: -5), side: .marketing, direction: .outbound,
        channel: .email)
    ]
    #expect(isDropped())
    lead.touches[0].at = now.adding(days: -1)
    #expect(!isDropped())
    // What is still to come keeps nobody in touch, and hides no touch before it.
    lead.touches.append(lead.touches[0])
    lead.touches[1].at = now.adding(days: 1)
    #expect(!isDropped())
    lead.touches.removeFirst()
    #expect(isDropped())
    lead.touches[0].at = now.adding(days: -1)
    lead.touches[0].side = .sales
    lead.parked = Parking(kind: .lost, since: now.adding(days: -1), by: "maria")
    #expect(!isDropped())
    lead.parked = Parking(kind: .waiting, since: now, until: now.adding(days: 3), by: "maria")
    #expect(isDropped())
  }
}

/// What a lead is called that has no name.
@Suite struct ShownNameTests {
  @Test func isTheCompanyElseAnAddressElseTheID() {
    var lead = testLead()
    #expect(lead.shownName == "Ana Ruiz")
    lead.name = " \u{A0}"
    #expect(lead.shownName == "ana")
    lead.people = [Person(id: "p1", name: "")]
    lead.people[0].email = "a.ruiz@helix.example"
    #expect(lead.shownName == "a.ruiz@helix.example")
    lead.company = Company(name: "Helix")
    #expect(lead.shownName == "Helix")
    #expect(LeadSummary(lead).title == "Helix")
  }
}
