import BatonModel
import Testing

@Suite("What is done to a meeting")
struct MeetingCommandTests {
  private var meeting: Meeting {
    var meeting = Meeting(date: "2026-11-18")
    meeting.decisions = [Decision(id: "d1", text: "Fix the form", owner: "maria")]
    meeting.agenda = [AgendaItem(title: "Stalled", figure: "37")]
    return meeting
  }

  /// What a command refuses; fails where it refuses nothing or changes the meeting all the same.
  private func refusal(
    of command: MeetingCommand, on meeting: Meeting? = nil,
    isLead: (LeadID) -> Bool = { _ in true }, _ location: SourceLocation = #_sourceLocation
  ) throws -> Refusal {
    let before = meeting ?? self.meeting
    var changed = before
    let refusal = #expect(throws: Refusal.self, sourceLocation: location) {
      try changed.apply(command, in: context(), isLead: isLead)
    }
    #expect(changed == before, sourceLocation: location)
    return try #require(refusal, sourceLocation: location)
  }

  @Test func decidesWhatWhoUntilWhenAboutWhat() throws {
    var meeting = meeting
    let inverse = try meeting.apply(
      .decide(
        .init(
          " Call  back\nwithin a day ", owner: "jonas", due: CivilDay("2026-11-20"),
          leads: ["ana", "bo", "ana"], roadblock: " slow reply ")),
      in: context())
    var decision = Decision(
      id: "e1", text: "Call back within a day", owner: "jonas", due: "2026-11-20")
    decision.leads = ["ana", "bo"]
    decision.roadblock = "slow reply"
    #expect(meeting.decisions.last == decision)
    #expect(inverse == .drop("e1"))
    #expect(
      meeting.history == [
        MeetingEntry(id: "e2", at: now, by: "maria", command: "decide", subject: "e1")
      ])
  }

  @Test func refusesDecisionsThatSayNothingOrCannotBe() throws {
    #expect(try refusal(of: .decide(.init(" \n"))).cause == .invalid)
    let nobody = try refusal(of: .decide(.init("x", owner: "nobody")))
    #expect(nobody.cause == .unknownName)
    #expect(nobody.remedy == "The team is: maria, jonas, aylin, marius, otto.")
    #expect(try refusal(of: .decide(.init("x", owner: "otto"))).cause == .invalid)
    let late = try refusal(of: .decide(.init("x", due: CivilDay("2026-11-17"))))
    #expect(late.description.hasPrefix("2026-11-17 is in the past."))
    let lead = try refusal(of: .decide(.init("x", leads: ["ana", "bo"])), isLead: { $0 == "ana" })
    #expect(lead.what == "There is no lead “bo” on this board.")
  }

  @Test func refusesTheSameDecisionTwice() throws {
    var meeting = meeting
    try meeting.apply(.decide(.init("Call Bo")), in: context(actor: "jonas"))
    let again = try refusal(of: .decide(.init("Call  Bo")), on: meeting)
    #expect(again.what == "“Call Bo” has been decided already, by jonas at 18 Nov 11:00.")
    try meeting.apply(.decide(.init("Call Bo", owner: "maria")), in: context())
    #expect(meeting.decisions.map(\.text) == ["Fix the form", "Call Bo", "Call Bo"])
  }

  @Test func settlesReopensAndDropsDecisions() throws {
    var meeting = meeting
    #expect(try meeting.apply(.settle("d1"), in: context()) == .reopen("d1"))
    #expect(meeting.decisions[0].done == now)
    #expect(
      try refusal(of: .settle("d1"), on: meeting).what
        == "“Fix the form” is done, by maria at 18 Nov 11:00.")
    #expect(try refusal(of: .drop("d1"), on: meeting).cause == .closed)
    let back = try meeting.apply(
      .reopen("d1"), in: context(now: at("2026-11-19T09:00:00Z")))
    #expect(back == .settle("d1", at: now))
    #expect(meeting.decisions[0].done == nil)
    #expect(try refusal(of: .reopen("d1"), on: meeting).cause == .nothingToDo)
    #expect(try meeting.apply(.drop("d1"), in: context()) == .reopen("d1"))
    #expect(meeting.decisions[0].dropped == now)
    #expect(try refusal(of: .settle("d1"), on: meeting).remedy == "Reopen it first.")
    #expect(try meeting.apply(.reopen("d1"), in: context()) == .drop("d1", at: now))
    #expect(try refusal(of: .settle("d9")).cause == .unknownName)
    #expect(meeting.history.map(\.command) == ["done", "reopen", "drop", "reopen"])
  }

  @Test func everyInverseTakesItsCommandBack() throws {
    let commands: [MeetingCommand] = [
      .settle("d1"), .drop("d1"), .note(subject: "Stalled", "Two of them wait"),
      .attend("jonas", isPresent: true),
    ]
    for command in commands {
      var changed = meeting
      let inverse = try #require(try changed.apply(command, in: context()))
      try changed.apply(inverse, in: context())
      #expect(changed.history.count == 2)
      changed.history = []
      #expect(changed == meeting, "\(command)")
    }
  }

  @Test func keepsWhatEverybodyNotes() throws {
    var meeting = meeting
    try meeting.apply(.note(subject: "Stalled", " Two of\nthem wait "), in: context())
    try meeting.apply(.note(subject: "Stalled", "Ask legal"), in: context(actor: "jonas"))
    try meeting.apply(.note(subject: "Silent losses", "Three"), in: context())
    #expect(meeting.agenda[0].note == "Two of them wait\nAsk legal")
    #expect(meeting.agenda[1] == AgendaItem(title: "Silent losses", note: "Three"))
    #expect(
      try refusal(of: .note(subject: "Stalled", "Ask legal"), on: meeting).cause == .nothingToDo)
    #expect(try refusal(of: .note(subject: "Stalled", " ")).cause == .invalid)
    try meeting.apply(
      .withdrawNote(subject: "Stalled", "Two of them wait"), in: context())
    #expect(meeting.agenda[0].note == "Ask legal")
  }

  @Test func keepsWhoIsThere() throws {
    var meeting = meeting
    try meeting.apply(.attend("jonas", isPresent: true), in: context())
    #expect(meeting.present == ["jonas"])
    let again = try refusal(of: .attend("jonas", isPresent: true), on: meeting)
    #expect(again.what == "Jonas Müller is there.")
    #expect(try refusal(of: .attend("zoe", isPresent: true)).cause == .unknownName)
    #expect(try refusal(of: .attend("aylin", isPresent: false)).cause == .nothingToDo)
  }

  @Test func theAgendaAsShownKeepsItsNotes() throws {
    var meeting = meeting
    meeting.agenda[0].note = "Too many"
    meeting.agenda[0].unknown = ["mine": .bool(true)]
    meeting.agenda += [AgendaItem(title: "Old", note: "said"), AgendaItem(title: "Earlier")]
    try meeting.apply(
      .show([AgendaItem(title: "Flow", figure: "3"), AgendaItem(title: "Stalled", figure: "38")]),
      in: context())
    var stalled = AgendaItem(title: "Stalled", figure: "38", note: "Too many")
    stalled.unknown = ["mine": .bool(true)]
    #expect(
      meeting.agenda == [
        AgendaItem(title: "Flow", figure: "3"), stalled, AgendaItem(title: "Old", note: "said"),
        AgendaItem(title: "Earlier"),
      ])
  }
}
