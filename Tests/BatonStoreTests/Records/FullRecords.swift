import BatonModel

/// Records in which every property has a value that is not its default.
enum FullRecords {
  static func time(_ second: Int64) -> Instant { Instant(seconds: 1_790_000_000 + second) }

  static let retraction = Retraction(at: time(1), by: "maria")

  static var lead: Lead {
    var lead = Lead(id: "3f-ana", name: "Ana Ruiz", stage: "qualify", createdAt: time(0))
    lead.revision = 7
    lead.company = company
    lead.people = [person]
    lead.amount = money
    lead.parked = parking
    lead.owner = "tom"
    lead.marketingOwner = "maria"
    lead.acquisition.first = arrival
    lead.acquisition.creating = Arrival()
    lead.acquisition.last = arrival
    lead.answers = [answer]
    lead.touches = [touch]
    lead.notes = [note]
    lead.nextStep = nextStep
    lead.handoffs = [handoff]
    lead.feedback = [feedback]
    lead.roadblocks = [roadblock]
    lead.objections = [objection]
    lead.asks = [ask]
    lead.holds = [hold]
    lead.consent = consent
    lead.tags = ["vip", "Tag mit Ümlaut"]
    lead.externalIDs = ["hubspot": "123", "salesforce": "abc"]
    lead.imported = ["leads.csv": ["Asymmetrique Score": 15, "City": "Mumbai"]]
    lead.history = commands.map(historyEntry)
    lead.seal = LeadSeal("0123456789 abcd")
    return lead
  }

  static var company: Company {
    var company = Company(name: "Helix Labs")
    company.domain = "helix.example"
    company.industry = "biotech"
    company.country = "ES"
    company.city = "Bilbao"
    company.employees = 120
    company.revenue = Money(minorUnits: 1_200_000_000, currency: "EUR")
    company.parent = "Helix Group"
    return company
  }

  static var person: Person {
    var person = Person(id: "p1", name: "Ana Ruiz")
    person.title = "Head of Lab"
    person.part = .champion
    person.email = "ana@helix.example"
    person.phone = "+34 600 000 000"
    var approval = Approval(subject: "budget", state: .asked, at: time(2))
    approval.due = time(3)
    approval.note = "before the summer"
    person.approvals = [approval]
    return person
  }

  static let money = Money(minorUnits: 1_250_000, currency: "EUR")

  static var parking: Parking {
    var parking = Parking(
      kind: .nurture, since: time(4), until: time(5), reason: "bad-timing", note: "next budget",
      by: "tom")
    parking.returnsTo = "new"
    return parking
  }

  static var arrival: Arrival {
    var arrival = Arrival()
    arrival.at = time(6)
    arrival.source = "linkedin"
    arrival.medium = "paid"
    arrival.campaign = "ramp-40"
    arrival.term = "lab ramp"
    arrival.content = "blue"
    arrival.clickIDs = ["gclid": "Cj0K", "li_fat_id": "9f"]
    arrival.referrer = "https://linkedin.com/feed"
    arrival.landingPage = "https://baton.example/ramp"
    arrival.form = "demo-request"
    arrival.ad = Ad(id: "a1", headline: "Cut ramp by 40%", promise: "faster ramp")
    arrival.provenance = .observed
    arrival.provenanceOf = ["source": .declared, "term": .guessed]
    return arrival
  }

  static var answer: SurveyAnswer {
    var answer = SurveyAnswer(question: "budget", answer: "yes", at: time(7))
    answer.asked = "Have you a budget?"
    answer.provenance = .declared
    return answer
  }

  static var touch: Touch {
    var touch = Touch(
      id: "t1", at: time(8), side: .sales, direction: .outbound, channel: .call, by: "tom",
      summary: "called about the pilot", outcome: .leftMessage)
    touch.person = "p1"
    touch.campaign = "ramp-40"
    touch.collateral = "roi"
    touch.step = "compare"
    touch.retracted = retraction
    return touch
  }

  static var note: Note {
    var note = Note(id: "n1", at: time(9), by: "maria", text: "two\nlines, \u{202E}hostile")
    note.retracted = retraction
    return note
  }

  static let nextStep = NextStep(
    kind: .meeting, due: time(10), isBooked: true, owner: "tom", note: "bring the figures")

  static var handoff: Handoff {
    var handoff = Handoff(
      id: "h1", from: .qualify, to: .close, offeredAt: time(11), offeredBy: "maria",
      offeredTo: "tom", due: time(12), state: .accepted)
    handoff.answeredAt = time(13)
    handoff.answeredBy = "tom"
    handoff.reason = "wrong-owner"
    handoff.proof = Proof(kind: .kickoff, at: time(14), bookedAt: time(13), by: "tom")
    var packet = Packet()
    packet.promises = ["pilot in May"]
    packet.risks = ["holiday"]
    packet.people = ["p1"]
    packet.asks = ["a reference"]
    packet.note = "be quick"
    handoff.packet = packet
    handoff.retracted = retraction
    return handoff
  }

  static var feedback: Feedback {
    var feedback = Feedback(
      id: "f1", at: time(15), by: "tom", side: .sales, verdict: .reject, reason: "duplicate",
      quality: 2, note: "second time")
    feedback.answer = FeedbackAnswer(
      at: time(16), by: "maria", action: "fixed the form", note: "sorry")
    feedback.retracted = retraction
    return feedback
  }

  static var roadblock: Roadblock {
    var roadblock = Roadblock(id: "r1", kind: "security review", origin: .theirs, opened: time(17))
    roadblock.step = "compare"
    roadblock.words = "legal has it"
    roadblock.resolved = time(18)
    roadblock.owner = "tom"
    roadblock.fix = "send the report"
    roadblock.due = time(19)
    return roadblock
  }

  static var objection: Objection {
    var objection = Objection(id: "o1", code: "price", at: time(20), words: "too dear")
    objection.by = "tom"
    objection.answeredWith = "roi"
    objection.answeredAt = time(21)
    return objection
  }

  static var ask: Ask {
    var ask = Ask(id: "a1", at: time(22), words: "something for my manager")
    ask.step = "justify"
    ask.answeredWith = "roi"
    ask.answeredAt = time(23)
    return ask
  }

  static var hold: Hold {
    var hold = Hold(id: "x1", reason: "negotiating", from: time(24), until: time(25), by: "tom")
    hold.scope = .company
    hold.sides = [.marketing]
    hold.channels = [.email, "fax"]
    hold.lifted = time(26)
    return hold
  }

  static var consent: Consent {
    var consent = Consent()
    consent.doNotEmail = true
    consent.doNotCall = true
    consent.at = time(27)
    consent.provenance = .imported
    consent.note = "no more mails"
    return consent
  }

  private static let touchDraft: LeadCommand.TouchDraft = {
    var draft = LeadCommand.TouchDraft(
      side: .sales, direction: .outbound, channel: .call, at: time(29), summary: "asked",
      outcome: .reached)
    draft.by = "dialler"
    draft.person = "p1"
    draft.campaign = "spring"
    return draft
  }()

  static let commands: [LeadCommand] = [
    .move(.init(to: "close", from: "qualify", note: "ready")),
    .park(.init(.lost, until: time(28), reason: "price", note: "went cheap", from: "close")),
    .revive(.init(to: "new", note: "they called")),
    .touch(touchDraft),
    .note("remember"),
    .assign(.init(.marketing, to: "maria")),
    .next(nextStep),
    .amount(money),
    .retract("t1"),
    .restorePlace(.init(stage: "new", parked: parking, visits: 2, endedStep: nextStep)),
    .verdict(
      .init(
        .recycle, reason: "bad-timing", until: time(31), quality: 2, note: "next year",
        from: "qualify")),
    .rate(.init(4, note: "knew the price")),
    .reply(.init("fixed the form", to: "f1", note: "since Monday")),
    .offer(.init(to: .deliver, member: "maria", packet: handoff.packet)),
    .prove(nextStep),
    .lapse,
    .hold(
      .init(
        reason: "tender", until: time(32), scope: .company, sides: [.marketing],
        channels: [.email, .call])),
    .release("h1"),
    .consent(
      .init(doNotEmail: true, doNotCall: true, provenance: .observed, source: "mail of 3 May")),
    .survey(
      .init("size", answer: "40", asked: "How many?", at: time(33), provenance: .imported)),
    .block(
      .init(
        "no price shown", origin: .theirs, step: "visit", words: "what is it?", owner: "maria",
        fix: "show it", due: time(34))),
    .unblock("no price shown"),
    .restoreHandoff(.init(handoff)),
    .withdrawReply("f1"),
    .renewHold("h1"),
    .restoreConsent(consent),
    .withdrawAnswer(.init(question: "size", at: time(33))),
    .restoreRoadblock(roadblock),
    .withdrawRoadblock("rb1"),
    .all([.retract("f1"), .amount(money)]),
  ]

  static func historyEntry(_ inverse: LeadCommand) -> HistoryEntry {
    var entry = HistoryEntry(id: "e1", at: time(30), by: "tom", command: "move")
    entry.subject = "stage"
    entry.from = "new"
    entry.to = "qualify"
    entry.note = "looks good"
    entry.inverse = inverse
    entry.undoes = "e0"
    return entry
  }

  static var board: Board {
    var board = Board(name: "Acme", currency: "GBP", timeZone: "Europe/London")
    board.revision = 3
    board.workingHours.weekdays = [0, 1]
    board.workingHours.startMinute = 1
    board.workingHours.endMinute = 2
    board.workingHours.holidays = ["2026-12-25"]
    board.stages = [
      Stage(
        id: "qualify", title: "Qualify", activity: .qualify, kind: .gate, targetDays: 5,
        requires: [.nextStep, .budget], explanation: "Do they need it?")
    ]
    var member = Member(
      id: "maria", name: "Maria Costa", side: .marketing, role: "lead", manager: "ines",
      office: "Porto", email: "maria@acme.example")
    member.hasLeft = true
    board.team = [member]
    board.reasons = [Reason(id: "no-budget", title: "No budget", uses: [.disqualify, .lost])]
    board.journey = [
      JourneyStep(
        id: "compare", title: "Compare", stage: "qualify", isOptional: true, mayRepeat: true,
        channels: [.web, .download])
    ]
    board.questions = [Question(id: "budget", text: "Have you a budget?", qualifies: .budget)]
    board.roadblockKinds = ["security review"]
    board.forgotten = ["2026-11": 2]
    var retention = Retention()
    retention.closedDays = 730
    retention.idleDays = 1_095
    board.retention = retention
    board.windows.collisionHours = 1
    board.windows.silenceDays = 2
    board.windows.handoffHours = 3
    board.windows.answerDays = 4
    board.windows.holdDays = 5
    return board
  }

  static var campaign: Campaign {
    var campaign = Campaign(id: "ramp-40", title: "Ramp")
    campaign.revision = 2
    campaign.channel = "linkedin"
    campaign.cost = money
    campaign.owner = "maria"
    campaign.start = time(31)
    campaign.end = time(32)
    campaign.ads = [Ad(id: "a1", headline: "Cut ramp by 40%", promise: "faster ramp")]
    campaign.answersObjections = ["price"]
    return campaign
  }

  static var collateral: Collateral {
    var collateral = Collateral(id: "roi", title: "ROI calculator")
    collateral.revision = 2
    collateral.link = "https://baton.example/roi"
    collateral.kind = "calculator"
    collateral.servesSteps = ["justify"]
    collateral.answersObjections = ["price"]
    collateral.owner = "maria"
    collateral.reviewed = time(33)
    return collateral
  }

  static var meeting: Meeting {
    var meeting = Meeting(date: "2026-11-23")
    meeting.revision = 2
    meeting.present = ["maria", "tom"]
    meeting.agenda = [AgendaItem(title: "Stalled", figure: "37", note: "too many")]
    var decision = Decision(id: "d1", text: "fix the form", owner: "maria", due: "2026-11-30")
    decision.leads = ["3f-ana"]
    decision.roadblock = "security review"
    decision.done = time(34)
    decision.dropped = time(35)
    meeting.decisions = [decision]
    meeting.history = [
      MeetingEntry(id: "e1", at: time(34), by: "maria", command: "done", subject: "d1")
    ]
    return meeting
  }
}
