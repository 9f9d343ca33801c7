import BatonModel
import Testing

@Suite struct QueryMatcherTests {
  /// Ana Ruiz of Helix Labs in Köln: in Qualify for sixteen days, seven allowed.
  private func ana() -> Lead {
    var lead = testLead()
    lead.company = Company(name: "Helix Labs GmbH")
    lead.company?.city = "Köln"
    lead.owner = "jonas"
    lead.marketingOwner = "aylin"
    lead.amount = Money(minorUnits: 5_000_000, currency: "EUR")
    lead.tags = ["Partner", "fair 2026"]
    lead.acquisition.creating = Arrival()
    lead.acquisition.creating?.source = "Google"
    lead.acquisition.creating?.campaign = "ramp-up"
    lead.acquisition.creating?.ad = Ad(headline: "Say \"no\" to ramp-up")
    lead.feedback = [Feedback(id: "f", at: now, by: "jonas", side: .sales, quality: 4)]
    lead.touches = [
      Touch(
        id: "t1", at: at("2026-11-04T10:00:00Z"), side: .sales, direction: .inbound,
        channel: .call),
      Touch(
        id: "t2", at: at("2026-11-15T10:00:00Z"), side: .sales, direction: .outbound,
        channel: .call, outcome: .noAnswer),
    ]
    return lead
  }

  private func matches(_ text: String, _ lead: Lead, on board: Board = testBoard()) throws -> Bool {
    let matcher = QueryMatcher(try Query(text), reckoning: Reckoning(board: board, now: now))
    return matcher.matches(LeadSummary(lead))
  }

  @Test(arguments: [
    "", "ana", "RUIZ helix", "\"helix labs\"", "köln", "koln", "-dana",
    "\"ana ruiz\" -\"labs ana\"",
    // Fields.
    "owner:jonas", "owner:mull", "owner:\"JONAS MÜLLER\"", "owner:maria,jonas", "-owner:",
    "-owner:maria", "marketing:demir", "stage:qualify", "stage:Qualify", "stage:qual",
    "stage:new,qualify", "-stage:new", "activity:qualify", "activity:close,qualify",
    "source:goo", "source:=google", "source:bing,google", "-source:=goo", "campaign:ramp",
    "campaign:=RAMP-UP", "ad:ramp", "ad:==\"Say \"\"no\"\" to ramp-up\"", "-ad:", "company:labs",
    "-company:", "company:=\"helix labs gmbh\"",
    "tag:part", "tag:=partner", "tag:\"fair 2026\"", "-tag:", "-tag:=part", "id:ana", "id:=ana",
    // States.
    "is:stalled", "is:open", "-is:overdue", "-is:unowned", "-is:closed", "-is:parked",
    // Figures.
    "age>16d", "age<17", "age=16d", "age>=16.04d", "age>2w", "amount>=50k", "amount<=50k",
    "amount=50000", "amount>49.9k", "amount<1m", "quality=4", "quality>3", "quality>=4",
    "-quality<3", "touched=3d", "touched<73h", "quiet=14d", "quiet>13d", "created=16d",
    "created>2w",
    // All must hold.
    "owner:jonas is:stalled age>10d -tag:customer",
  ])
  func matchesAnaRuiz(_ text: String) throws {
    #expect(try matches(text, ana()))
  }

  @Test(arguments: [
    "dana", "-ana", "\"labs helix\"", "ana -helix", "owner:maria", "owner:", "-owner:jonas",
    "owner:=jon", "owner:nobody", "marketing:jonas", "stage:new", "-stage:qualify", "stage:",
    "stage:=qual", "activity:close", "source:=goo", "source:bing", "source:", "campaign:=ramp",
    "ad:", "ad:=ramp", "ad:==\"say \"\"no\"\" to ramp-up\"",
    "company:", "company:=helix", "tag:", "tag:=part", "tag:customer", "-tag:partner", "id:=an",
    "-is:stalled", "is:overdue", "is:unowned", "is:closed", "is:lost", "is:waiting", "is:held",
    "is:blocked", "is:handoff", "is:unanswered", "is:today", "age<16d", "age=15d", "age=17d",
    "amount>50k", "amount<50k", "amount=50k -amount=50k", "quality<4", "quality>4", "touched>3d",
    "quiet<14d", "created<10d", "ana bruno",
  ])
  func doesNotMatchAnaRuiz(_ text: String) throws {
    #expect(try !matches(text, ana()))
  }

  @Test func findsWhyALeadWasTurnedDownAndWhatItAnswered() throws {
    var lead = ana()
    #expect(try matches("reason: answered:", lead) == false)
    #expect(try matches("-reason: answered:", lead))
    lead.feedback.append(
      Feedback(id: "r", at: now, by: "jonas", side: .sales, verdict: .recycle, reason: "bad-timing")
    )
    lead.answers = [SurveyAnswer(question: "budget", answer: "10k")]
    #expect(try matches("reason:bad reason:==bad-timing answered:==budget,need", lead))
    for text in ["reason:", "reason:=bad", "answered:", "answered:need", "-answered:budget"] {
      #expect(try !matches(text, lead), "\(text)")
    }
    lead.feedback[1].retracted = Retraction(at: now, by: "jonas")
    #expect(try !matches("reason:bad", lead))
  }

  @Test func findsWhatHasNoFigureOnlyByNegation() throws {
    let lead = testLead()
    for text in ["amount>=0", "quality<=5", "touched>0", "quiet>0", "amount=0"] {
      #expect(try !matches(text, lead), "\(text)")
      #expect(try matches("-\(text)", lead), "\(text)")
    }
    #expect(try matches("owner: marketing: source: campaign: ad: company: tag: is:unowned", lead))
    #expect(try matches("owner:,maria", lead))
  }

  @Test func prefersTheNameItselfToNamesThatContainIt() throws {
    var board = testBoard()
    board.team.append(Member(id: "mar", name: "Mar Vidal", side: .sales))
    var lead = testLead()
    lead.owner = "maria"
    #expect(try matches("owner:mar", lead))
    #expect(try !matches("owner:mar", lead, on: board))
    lead.owner = "mar"
    #expect(try matches("owner:mar", lead, on: board))

    board.stages.append(Stage(id: "renewal", title: "New again", activity: .account))
    #expect(try matches("stage:new", testLead(in: "new"), on: board))
    #expect(try !matches("stage:new", testLead(in: "renewal"), on: board))
    #expect(try matches("stage:again", testLead(in: "renewal"), on: board))
  }

  @Test func findsOwnersAndStagesThatTheBoardDoesNotKnow() throws {
    var lead = testLead(in: "old-stage")
    lead.owner = "zoe.weiß"
    #expect(try matches("owner:zoe", lead))
    #expect(try matches("owner:=ZOE.WEISS stage:old -owner:maria -stage:new", lead))
    #expect(try !matches("owner:=zoe", lead))
    #expect(try !matches("stage:=old", lead))
  }

  @Test(arguments: Parking.Kind.allCases) func tellsHowALeadIsParked(_ kind: Parking.Kind) throws {
    var lead = testLead()
    lead.parked = Parking(
      kind: kind, since: now, until: kind.returns ? now.adding(days: 1) : nil)
    #expect(try matches("is:\(kind.rawValue) is:parked", lead))
    #expect(try matches("is:open", lead) == kind.returns)
    #expect(try matches("is:closed", lead) == kind.isClosed)
    for other in Parking.Kind.allCases where other != kind {
      #expect(try !matches("is:\(other.rawValue)", lead))
    }
    lead.parked?.until = now
    #expect(try matches("is:parked", lead) == kind.isClosed)
  }

  @Test func tellsTheOtherStates() throws {
    var lead = testLead(in: "account")
    lead.nextStep = NextStep(kind: .call, due: now.adding(hours: 1))
    #expect(try matches("is:today -is:overdue", lead))
    lead.nextStep?.due = now.adding(days: -1)
    #expect(try matches("is:overdue -is:today", lead))
    lead.holds = [Hold(id: "d", reason: "r", from: now, until: now.adding(days: 1), by: "m")]
    #expect(try matches("is:held", lead))
    lead.roadblocks = [Roadblock(id: "r", kind: "k", origin: .theirs, opened: now)]
    #expect(try matches("is:blocked", lead))
    lead.handoffs = [
      Handoff(id: "h", from: .deliver, to: .account, offeredAt: now, offeredBy: "m")
    ]
    #expect(try matches("is:handoff", lead))
    lead.feedback = [Feedback(id: "f", at: now, by: "m", side: .sales, verdict: .reject)]
    #expect(try matches("is:unanswered", lead))
    #expect(try !matches("is:stalled", lead))
  }
}
