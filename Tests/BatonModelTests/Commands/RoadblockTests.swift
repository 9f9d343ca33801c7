import BatonModel
import Testing

/// What stands in the buyer's way.
@Suite struct RoadblockTests {
  @Test func entersARoadblockInTheBuyersWords() throws {
    var lead = testLead()
    try lead.apply(
      .block(.init("no price shown", step: "ask", words: "what is it per seat?")), in: context())
    var expected = Roadblock(id: "e1", kind: "no price shown", origin: .ours, opened: now)
    expected.step = "ask"
    expected.words = "what is it per seat?"
    #expect(lead.roadblocks == [expected])
    #expect(LeadSummary(lead).roadblock == "no price shown")
    try lead.undo("e1", in: context())
    #expect(lead.roadblocks.isEmpty)
  }

  @Test func addsWhatIsDoneAboutTheOneThatStands() throws {
    var lead = testLead()
    let given = context()
    try lead.apply(.block(.init("slow reply", words: "hello?")), in: given)
    let former = lead.roadblocks
    try lead.apply(
      .block(
        .init("slow reply", owner: "maria", fix: "answer in an hour", due: now.adding(days: 2))),
      in: given)
    #expect(lead.roadblocks.count == 1)
    #expect(lead.roadblocks[0].words == "hello?")
    #expect(lead.roadblocks[0].owner == "maria")
    #expect(lead.roadblocks[0].fix == "answer in an hour")
    #expect(lead.roadblocks[0].due == now.adding(days: 2))
    #expect(lead.history.last?.to == "maria: answer in an hour")
    let again = try refusal(of: .block(.init("slow reply", owner: "maria")), on: lead)
    #expect(again.cause == .nothingToDo)
    #expect(again.what == "“slow reply” stands in the way of Ana Ruiz since 18 Nov 11:00.")
    try lead.undo("e2", in: given)
    #expect(lead.roadblocks == former)
  }

  @Test func clearsTheOnlyOneOrTheOneThatIsNamed() throws {
    var lead = testLead()
    let given = context()
    #expect(try refusal(of: .unblock(nil), on: lead).cause == .nothingToDo)
    try lead.apply(.block(.init("slow reply")), in: given)
    try lead.apply(.block(.init("wrong contact")), in: given)
    let which = try refusal(of: .unblock(nil), on: lead)
    #expect(which.what == "Several things stand in the way of Ana Ruiz: slow reply, wrong contact.")
    #expect(try refusal(of: .unblock("contract terms"), on: lead).cause == .unknownName)
    try lead.apply(.unblock("wrong contact"), in: given)
    #expect(lead.roadblocks.map(\.resolved) == [nil, now])
    try lead.apply(.unblock(nil), in: given)
    #expect(lead.roadblocks.allSatisfy { !$0.stands })
    try lead.undo("e4", in: given)
    #expect(lead.roadblocks.map(\.resolved) == [nil, now])
    // What comes again is a roadblock of its own.
    try lead.apply(.block(.init("wrong contact")), in: given)
    #expect(lead.roadblocks.map(\.kind) == ["slow reply", "wrong contact", "wrong contact"])
  }

  @Test func refusesWhatTheBoardDoesNotKnow() throws {
    let lead = testLead()
    let kind = try refusal(of: .block(.init("bad luck")), on: lead)
    #expect(kind.what == "This board knows no roadblock “bad luck”.")
    #expect(kind.remedy.contains("no price shown"))
    #expect(
      try refusal(of: .block(.init("slow reply", step: "moon")), on: lead).what
        == "The journey has no step “moon”.")
    #expect(
      try refusal(of: .block(.init("slow reply", owner: "zoe")), on: lead).cause == .unknownName)
  }
}
