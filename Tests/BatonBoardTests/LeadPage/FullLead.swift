import BatonModel
import TerminalCanvas

@testable import BatonBoard

extension BoardRobot {
  /// The open page of a lead, as one sees it when it has been read.
  convenience init(pageOf lead: Lead, size: Size) {
    self.init([lead], size: size)
    send(.campaignsRead(Fixtures.campaigns))
    send(.collateralRead([Collateral(id: "case-nordwerk", title: "How Nordwerk sells")]))
    _ = state.openPage(of: lead.id)
    send(.leadRead(lead.id, lead))
  }
}

extension Fixtures {
  static let campaigns = [
    Campaign(id: "ramp-q4", title: "Ramp Q4"), Campaign(id: "brand-es", title: "Brand search ES"),
  ]

  /// A lead of which something of everything is known.
  static let fullLead: Lead = {
    var lead = Fixtures.lead("ana", "Ana Ruiz", in: "qualify", days: 40)
    lead.revision = 31
    lead.amount = Money(minorUnits: 1_250_050, currency: "EUR")
    lead.owner = "maria"
    lead.marketingOwner = "lin"
    lead.tags = ["pilot", "biotech"]
    fillCompany(&lead)
    fillOrigin(&lead)
    fillPeople(&lead)
    fillTouches(&lead)
    fillFeedback(&lead)
    fillObstacles(&lead)
    fillPlace(&lead)
    lead.externalIDs = ["hubspot": "20417733", "salesforce": "00Q5e00001AbCdE"]
    lead.imported = [
      "course-leads.csv": [
        "City": "Barcelona", "Lead Profile": "Potential Lead", "TotalVisits": 5, "Newspaper": false,
      ]
    ]
    return lead
  }()

  private static func fillCompany(_ lead: inout Lead) {
    var company = Company(name: "Helix Labs")
    company.domain = "helixlabs.example"
    company.industry = "Biotech"
    company.city = "Barcelona"
    company.country = "Spain"
    company.employees = 1240
    company.revenue = Money(minorUnits: 3_100_000_000, currency: "EUR")
    company.parent = "Helix Group"
    lead.company = company
  }

  private static func fillOrigin(_ lead: inout Lead) {
    var first = arrival("google", headline: nil, promise: nil)
    first.at = ago(days: 44)
    first.medium = "cpc"
    first.campaign = "brand-es"
    first.term = "sales onboarding software"
    first.referrer = "https://www.google.com/"
    first.landingPage = "https://acme.example/onboarding"
    first.clickIDs = ["gclid": "EAIaIQobChMI8_xyz"]
    var creating = arrival(
      "LinkedIn", headline: "Cut ramp by 40%", promise: "New hires sell in six weeks")
    creating.at = ago(days: 40)
    creating.medium = "paid-social"
    creating.campaign = "ramp-q4"
    creating.content = "video-b"
    creating.form = "ROI calculator"
    creating.provenanceOf = ["campaign": .guessed, "medium": .imported]
    lead.acquisition.first = first
    lead.acquisition.creating = creating
    lead.acquisition.last = creating
    lead.answers = [
      SurveyAnswer(
        question: "problem", answer: "New reps need nine months before they sell anything",
        at: ago(days: 40)),
      SurveyAnswer(question: "when", answer: "Before the January intake"),
      SurveyAnswer(question: "heard", answer: "A colleague at Nordwerk"),
    ]
    lead.answers[1].provenance = .imported
  }

  private static func fillPeople(_ lead: inout Lead) {
    var ana = Person(id: "p1", name: "Ana Ruiz")
    ana.title = "Head of Sales Enablement"
    ana.part = .champion
    ana.email = "ana.ruiz@helixlabs.example"
    ana.phone = "+34 600 123 456"
    ana.approvals = [Approval(subject: "pilot", state: .given, at: ago(days: 6))]
    var joan = Person(id: "p2", name: "Joan Puig")
    joan.title = "CFO"
    joan.part = .pays
    joan.email = "jpuig@helixlabs.example"
    var budget = Approval(subject: "budget", state: .asked, at: ago(days: 5))
    budget.due = now.adding(days: 3)
    budget.note = "wants the numbers first"
    joan.approvals = [budget, Approval(subject: "security review", state: .needed)]
    lead.people = [ana, joan, Person(id: "p3", name: "Núria Soler")]
  }

  private static func fillTouches(_ lead: inout Lead) {
    lead.touches = [
      touch("t1", hours: 40 * 24 + 1, .marketing, .inbound, .web, "Read /pricing, four minutes"),
      touch("t2", hours: 40 * 24, .marketing, .inbound, .download, "ROI calculator"),
      touch("t3", hours: 39 * 24, .marketing, .outbound, .email, "Sent the onboarding guide"),
      touch("t4", hours: 30 * 24, .sales, .outbound, .call, nil),
      touch(
        "t5", hours: 12 * 24, .sales, .inbound, .email,
        "Could somebody show us how this works with our own call recordings?"),
      touch("t6", hours: 6 * 24 + 2, .sales, .outbound, .meeting, "Demo with Ana and Joan"),
      touch("t7", hours: 6 * 24, .sales, .outbound, .email, "Sent the wrong offer"),
      touch("t8", hours: 2, .marketing, .outbound, .email, "Case study: Nordwerk"),
      touch("t9", hours: 1, .marketing, .inbound, .web, "Read the case study"),
    ]
    lead.touches[2].by = "lin"
    lead.touches[2].campaign = "ramp-q4"
    lead.touches[3].by = "maria"
    lead.touches[3].outcome = .noAnswer
    lead.touches[5].by = "maria"
    lead.touches[5].outcome = .reached
    lead.touches[5].person = "p2"
    lead.touches[6].by = "maria"
    lead.touches[6].retracted = Retraction(at: ago(days: 5.9), by: "maria")
    lead.touches[7].by = "lin"
    lead.touches[7].collateral = "case-nordwerk"
    lead.notes = [
      Note(
        id: "n1", at: ago(days: 6), by: "maria",
        text: "They want a pilot with eight reps before Christmas.\nJoan signs up to 15k alone; "
          + "beyond that it goes to the board in February.")
    ]
  }

  private static func touch(
    _ id: EntryID, hours: Double, _ side: Side, _ direction: Touch.Direction, _ channel: Channel,
    _ summary: String?
  ) -> Touch {
    var touch = Fixtures.touch(id, hours: hours, side, direction, channel)
    touch.summary = summary
    return touch
  }

  private static func fillFeedback(_ lead: inout Lead) {
    lead.feedback = [
      Feedback(
        id: "f1", at: ago(days: 29), by: "maria", side: .sales, verdict: .reject,
        reason: "bad-data", quality: 2, note: "the number is a fax machine"),
      Feedback(
        id: "f2", at: ago(days: 5), by: "maria", side: .sales, verdict: .recycle,
        reason: "bad-timing", quality: 4),
    ]
    lead.feedback[0].answer = FeedbackAnswer(
      at: ago(days: 28), by: "lin", action: "fixed the form", note: "asks for a mobile number now")
    var handoff = Handoff(
      id: "h1", from: .generate, to: .qualify, offeredAt: ago(days: 27), offeredBy: "lin",
      offeredTo: "maria", due: ago(days: 26), state: .accepted)
    handoff.answeredAt = ago(days: 26)
    handoff.answeredBy = "maria"
    handoff.proof = Proof(kind: .meeting, at: ago(days: 6), bookedAt: ago(days: 12), by: "maria")
    var packet = Packet()
    packet.promises = ["A pilot costs nothing"]
    packet.risks = ["The CFO has not been asked"]
    packet.people = ["p1", "p2"]
    packet.asks = ["a calculation for the board"]
    packet.note = "She was at our webinar and asked twice about call recordings."
    handoff.packet = packet
    lead.handoffs = [
      handoff,
      Handoff(
        id: "h2", from: .qualify, to: .close, offeredAt: ago(days: 1), offeredBy: "maria",
        due: ago(days: 0.5)),
    ]
  }

  private static func fillObstacles(_ lead: inout Lead) {
    var slow = Roadblock(id: "r1", kind: "slow reply", origin: .ours, opened: ago(days: 9))
    slow.words = "I asked on Monday and heard nothing"
    slow.owner = "jonas"
    slow.fix = "route the shared mailbox to the owner"
    slow.due = now.adding(days: 2)
    var form = Roadblock(id: "r2", kind: "form too long", origin: .ours, opened: ago(days: 40))
    form.resolved = ago(days: 28)
    lead.roadblocks = [form, slow]
    lead.objections = [
      Objection(id: "o1", code: "price", at: ago(days: 6), words: "twice what we pay today")
    ]
    var ask = Ask(id: "a1", at: ago(days: 6), words: "Send me something I can show the board")
    ask.step = "justify"
    var answered = Ask(id: "a2", at: ago(days: 12), words: "Does it work with recordings?")
    answered.answeredAt = ago(days: 11)
    answered.answeredWith = "recordings-sheet"
    lead.asks = [answered, ask]
    var hold = Hold(
      id: "d1", reason: "Maria negotiates the pilot", from: ago(days: 2),
      until: now.adding(days: 5), by: "maria")
    hold.sides = [.marketing]
    hold.channels = [.email, .call]
    lead.holds = [
      Hold(
        id: "d0", reason: "on leave", from: ago(days: 25), until: ago(days: 20), by: "maria"), hold,
    ]
    lead.consent.doNotCall = true
    lead.consent.at = ago(days: 29)
    lead.consent.provenance = .declared
    lead.consent.note = "please do not ring me at work"
  }

  private static func fillPlace(_ lead: inout Lead) {
    lead.visits.append(StageVisit(stage: "qualify", entered: ago(days: 26)))
    lead.visits[0].stage = "new"
    lead.nextStep = NextStep(
      kind: .meeting, due: now.adding(hours: 3), isBooked: true, owner: "jonas",
      note: "bring the calculation for the board")
    lead.history = [
      change("e1", days: 40, "import", "import", "course-leads.csv", nil, "new"),
      change("e2", days: 26, "maria", "move", nil, "new", "qualify"),
      change("e3", days: 25, "maria", "amount", nil, "800000 EUR", "1250050 EUR"),
      change("e4", days: 25, "import", "import", "crm", nil, nil),
      change("e5", days: 24, "maria", "assign", "marketing", nil, "lin"),
      change("e6", days: 20, "jonas", "nurture", "bad-timing", "qualify", "nurture"),
      change("e7", days: 13, "baton", "revive", nil, "nurture", "qualify"),
      change(
        "e8", days: 3, "maria", "next", nil, "call 2026-11-19T09:00:00Z",
        "meeting 2026-11-21T17:02:00Z"),
    ]
  }

  private static func change(
    _ id: EntryID, days: Double, _ by: String, _ command: String, _ subject: String?,
    _ from: String?, _ to: String?
  ) -> HistoryEntry {
    var entry = HistoryEntry(id: id, at: ago(days: days), by: by, command: command)
    entry.subject = subject
    entry.from = from
    entry.to = to
    return entry
  }
}
