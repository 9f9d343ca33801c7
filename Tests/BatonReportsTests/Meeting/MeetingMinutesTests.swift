import BatonDemo
import BatonInsights
import BatonModel
import BatonReports
import Testing

/// Minutes of small boards, and of names that mean harm.
@Suite struct MeetingMinutesTests {
  private static let now = Instant(rfc3339: "2026-11-23T10:00:00Z") ?? .distantPast

  private func board() -> Board {
    var board = Board.standard(name: "Acme", timeZone: "Europe/Berlin")
    board.team = [
      Member(id: "maria", name: "Maria Costa", side: .sales),
      Member(id: "aylin", name: "Aylin Demir", side: .marketing),
    ]
    return board
  }

  private func lead(_ id: LeadID, _ name: String, created days: Double = 3) -> Lead {
    var lead = Lead(
      id: id, name: name, stage: "new", createdAt: Self.now.adding(days: -days))
    lead.company = Company(name: "\(name) Works")
    return lead
  }

  private func meetings() -> [Meeting] {
    var last = Meeting(date: "2026-11-16")
    last.present = ["maria"]
    var done = Decision(id: "d1", text: "Call Ana", owner: "maria", due: "2026-11-20")
    done.done = Instant(rfc3339: "2026-11-19T10:00:00Z")
    done.leads = ["ana"]
    last.decisions = [
      done, Decision(id: "d2", text: "Fix the form", owner: "aylin", due: "2026-11-18"),
    ]
    var today = Meeting(date: "2026-11-23")
    today.present = ["maria", "aylin"]
    today.agenda = [
      AgendaItem(
        title: MeetingPart.changes.title, figure: "9 new", note: "Ana | came *by* the fair."),
      AgendaItem(title: "Office move", note: "In May."),
    ]
    var decision = Decision(id: "d3", text: "Ask Ana for the plan", owner: "maria")
    decision.due = "2026-11-30"
    decision.leads = ["ana"]
    today.decisions = [decision]
    return [last, today]
  }

  private func minutes(_ leads: [Lead], masked: Bool = false) -> ReportDocument {
    MeetingMinutes.document(
      leads.map { LeadSummary($0) },
      in: MeetingView(book: MeetingBook(meetings()), masksNames: masked),
      Reckoning(board: board(), now: Self.now))
  }

  @Test func tellsWhatChangedWhatWasSaidAndWhatWasDecided() {
    let markdown = minutes([lead("ana", "Ana Ruiz")]).markdown()
    #expect(
      markdown.hasPrefix(
        """
        # Weekly meeting, Mon 23 Nov 2026

        Acme · since Mon 16 Nov · present: Maria Costa, Aylin Demir

        ## What changed

        since Mon 16 Nov

        **1** new · **0** moved · **0** won · **0** lost

        | What | Leads | Usual |  |
        | :--- | ---: | ---: | :--- |
        | New | 1 | – | ████████████████ |
        | Moved | – | – |  |
        | Won | – | – |  |
        | Lost | – | – |  |

        """))
    #expect(
      markdown.contains(
        """
        The board is younger than four weeks before: nothing is usual yet.

        Shown in the meeting: 9 new

        > Ana \\| came \\*by\\* the fair.

        ## Handed over, no answer
        """))
    #expect(
      markdown.hasSuffix(
        """
        ## Decisions of last time

        **1** overdue · **0** open · **1** done

        | What | Who | Until | State | Leads |
        | :--- | :--- | ---: | :--- | ---: |
        | Fix the form | Aylin Demir | Wed 18 Nov | overdue | – |
        | Call Ana | Maria Costa | Fri 20 Nov | done | 1 |

        ## Also on the agenda

        | Subject | What was said |
        | :--- | :--- |
        | Office move | In May. |

        ## Decided

        | What | Who | Until | State | Leads |
        | :--- | :--- | ---: | :--- | ---: |
        | Ask Ana for the plan | Maria Costa | Mon 30 Nov | open | 1 |

        """))
  }

  @Test func namesTheRoadblockThatADecisionIsAbout() {
    var meeting = Meeting(date: "2026-11-23")
    var decision = Decision(id: "d1", text: "Show a price", owner: "maria")
    decision.roadblock = "no | price"
    meeting.decisions = [decision, Decision(id: "d2", text: "Call Ana")]
    let document = MeetingMinutes.document(
      [], in: MeetingView(book: MeetingBook([meeting])),
      Reckoning(board: board(), now: Self.now))
    #expect(
      document.markdown().hasSuffix(
        """
        | What | Roadblock | Who | Until | State | Leads |
        | :--- | :--- | :--- | ---: | :--- | ---: |
        | Show a price | no \\| price | Maria Costa | – | open | – |
        | Call Ana |  | nobody | – | open | – |

        """))
    for width in [72, 100] {
      let text = document.text(width: width)
      #expect(text.contains { $0.contains("Show a price") && $0.contains("no | price") })
    }
    #expect(document.html().contains("no | price"))
  }

  @Test func isSensibleForAnEmptyBoardAndForOneLead() {
    for leads in [[], [lead("ana", "Ana Ruiz", created: 40)]] {
      let document = minutes(leads)
      #expect(document.pages.count == MeetingPart.allCases.count + 2)
      for text in [document.markdown(), document.html()] {
        #expect(!text.contains("nan") || text.contains("unanswered"))
        #expect(text.contains(leads.isEmpty ? "Nobody went without a word." : "Ana Ruiz"))
      }
    }
  }

  @Test func asksForNothingOutside() {
    let html = minutes([lead("ana", "Ana Ruiz", created: 40)]).html()
    for mark in ["http:", "https:", "//", "src=", "url(", "@import", "<script", "<link"] {
      #expect(!html.contains(mark), "\(mark)")
    }
    #expect(html.contains("default-src &#39;none&#39;"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</table></body>",
    "\u{202E}gnp.exe\u{2066}", "\u{1B}[2J\u{7}\u{0}\u{9B}31m", "javascript:alert(1)", "]]>-->",
    "&lt;b&gt;", "'; DROP TABLE leads", "{{7*7}}", "`rm -rf`", "| x | y |\n| --- |",
    "[click](https://e.vil)", "![pixel](http://e.vil/p.png)",
  ])
  func takesNoHarmFromNames(_ name: String) {
    var one = lead("ana", name, created: 40)
    one.acquisition.creating = Arrival()
    one.acquisition.creating?.source = name
    one.roadblocks = [Roadblock(id: "r", kind: name, origin: .ours, opened: one.createdAt)]
    let document = minutes([one])
    let html = document.html()
    for mark in ["<script", "<img", "</table></body>", "<b>"] {
      #expect(!html.contains(mark), "\(mark)")
    }
    #expect(html.split(separator: "<section").count == document.pages.count + 1)
    let markdown = document.markdown()
    for mark in ["[click](", "![pixel](", "<script", "<img", "| x |"] {
      #expect(!markdown.contains(mark), "\(mark)")
    }
    for text in [html, markdown, document.text(width: 100).joined(separator: "\n")] {
      let bad = text.unicodeScalars.filter { scalar in
        scalar != "\n" && scalar.properties.generalCategory == .control
          || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      }
      #expect(bad.isEmpty, "\(bad.map { $0.value })")
    }
  }

  @Test func namesNobodyWhereNamesAreMasked() throws {
    let demo = DemoLeads.demo
    let view = MeetingView(book: MeetingBook(demo.meetings), masksNames: true)
    let pages: [ReportRequest] = [
      .leads(query: "is:open"), .silence, .stalled, .stalledParts(nil, by: .company), .flow,
      .sources(by: .ad, measure: .won), .roadblocks(by: .kind), .feedback, .surveys, .holds,
    ]
    let documents =
      [MeetingMinutes.document(DemoLeads.leads, in: view, DemoLeads.reckoning)]
      + pages.map {
        ReportDocument(
          $0.page(DemoLeads.leads, matching: ReportFilter(), in: view, DemoLeads.reckoning))
      }
    let text = documents.flatMap { document in
      [
        document.text(width: 400).joined(separator: "\n"), document.markdown(), document.html(),
        "\(document.json)",
      ]
    }.joined(separator: "\n")
    for place in 0..<200 {
      let lead = demo.lead(at: place)
      let names = [lead.id.rawValue, lead.name, lead.company?.name].compactMap { $0 }
      let words =
        lead.holds.map(\.reason) + lead.answers.map(\.answer)
        + lead.feedback.compactMap(\.answer?.action) + lead.roadblocks.compactMap(\.fix)
      let contacts = lead.people.flatMap { [$0.email, $0.phone].compactMap(\.self) }
      for name in names + lead.people.map(\.name) + contacts + words where name.count > 3 {
        #expect(!text.contains(name), "\(name)")
      }
    }
    for decision in demo.meetings.flatMap(\.decisions) { #expect(!text.contains(decision.text)) }
    #expect(text.contains("Buyer 17"))
  }

  @Test func guestsReadNeitherWhatWasSaidNorWhatWasDecided() {
    func text(masked: Bool) -> String {
      let minutes = minutes([lead("ana", "Ana Ruiz")], masked: masked)
      return "\(minutes.text(width: 200)) \(minutes.json)"
    }
    let (open, masked) = (text(masked: false), text(masked: true))
    for words in ["Ana Ruiz", "by* the fair", "Office move", "In May", "Fix the form"] {
      #expect(open.contains(words), "\(words)")
      #expect(!masked.contains(words), "\(words)")
    }
    #expect(!masked.contains("Ana"))
  }

  @Test func whatGuestsMayNotReadTakesNoRoomOnAPage() {
    func text(_ request: ReportRequest, masked: Bool) -> String {
      let page = request.page(
        DemoLeads.leads, matching: ReportFilter(), in: MeetingView(masksNames: masked),
        DemoLeads.reckoning)
      return page.text(width: 160).joined(separator: "\n")
    }
    #expect(text(.surveys, masked: false).contains("“Is there a budget?”"))
    #expect(!text(.surveys, masked: true).contains("“Is there a budget?”"))
    #expect(!text(.holds, masked: true).contains(Lead.withheld))
  }

  /// Who wrote into a file by hand may have put a buyer's name where a member's id belongs.
  @Test func namesNobodyWhoIsNoMemberWhereNamesAreMasked() {
    func lead(_ id: LeadID, _ change: (inout Lead) -> Void) -> LeadSummary {
      var lead = self.lead(id, "Ana Ruiz", created: 30)
      change(&lead)
      return LeadSummary(lead)
    }
    func given(_ by: String, answeredBy: String? = nil) -> Feedback {
      var feedback = Feedback(
        id: "f", at: Self.now.adding(days: -9), by: by, side: .sales, verdict: .reject)
      feedback.answer = answeredBy.map {
        FeedbackAnswer(at: Self.now.adding(days: -2), by: $0, action: "fixed the form")
      }
      return feedback
    }
    func handoff(_ state: Handoff.State) -> Handoff {
      var handoff = Handoff(
        id: "h", from: .generate, to: .qualify, offeredAt: Self.now.adding(days: -5),
        offeredBy: "Ana offers", state: state)
      if state == .accepted {
        handoff.answeredAt = Self.now.adding(days: -4)
        handoff.answeredBy = "Ana takes"
      }
      return handoff
    }
    let leads = [
      lead("a") { $0.feedback = [given("Ana rejects")] },
      lead("b") { $0.feedback = [given("maria", answeredBy: "Ana answers")] },
      lead("c") { $0.handoffs = [handoff(.lapsed)] },
      lead("d") { $0.handoffs = [handoff(.accepted)] },
      lead("e") {
        $0.holds = [
          Hold(
            id: "o", reason: "tender", from: Self.now.adding(days: -20),
            until: Self.now.adding(days: 9), by: "Ana holds")
        ]
      },
    ]
    let reckoning = Reckoning(board: board(), now: Self.now)
    func text(masked: Bool) -> String {
      let view = MeetingView(masksNames: masked)
      let pages = [ReportRequest.feedback, .holds].map {
        ReportDocument($0.page(leads, matching: ReportFilter(), in: view, reckoning))
      }
      let documents = pages + [MeetingMinutes.document(leads, in: view, reckoning)]
      return documents.map { "\($0.text(width: 300)) \($0.json)" }.joined()
    }
    let (open, masked) = (text(masked: false), text(masked: true))
    for act in ["rejects", "answers", "offers", "takes", "holds"] {
      #expect(open.contains("Ana \(act)"))
      #expect(!masked.contains("Ana \(act)"))
    }
    #expect(masked.contains("rejected by somebody"))
    #expect(masked.contains("maria"))
  }

  private static let everyPage: [ReportRequest] =
    [
      .stalled, .flow, .flowPart(.owner("somebody")), .roadblocks(by: .kind),
      .roadblocks(by: .owner), .roadblockPart(.alike(by: .owner, "somebody")), .roadblockRisks,
      .stalledComparison("new", by: .owner), .silence, .feedback, .surveys, .holds,
      .leads(query: ""), .leads(query: "owner:==somebody"),
    ] + Dimension.allCases.map { .stalledParts(nil, by: $0) }
    + SourceReport.Grouping.allCases.map { .sources(by: $0, measure: .accepted) }

  @Test func ownersWhoAreNoMembersStayUnnamedOnEveryPage() throws {
    let leads = (0..<6).map { number in
      var lead = self.lead(LeadID("l\(number)"), "Buyer of \(number)", created: 40)
      lead.owner = number % 2 > 0 ? "Ana owns" : "maria"
      lead.marketingOwner = "Ana markets"
      lead.nextStep = NextStep(kind: .call, due: Self.now.adding(days: -1), owner: "Ana calls")
      var offer = Handoff(
        id: "h", from: .generate, to: .qualify, offeredAt: Self.now.adding(days: -30),
        offeredBy: "aylin", offeredTo: "Ana is offered",
        state: number % 3 > 0 ? .offered : .accepted)
      offer.answeredAt = offer.state == .accepted ? Self.now.adding(days: -29) : nil
      lead.handoffs = [offer]
      var block = Roadblock(
        id: "r", kind: "slow reply", origin: .ours, opened: Self.now.adding(days: -9))
      block.owner = "Ana removes"
      block.due = Self.now.adding(days: -1)
      lead.roadblocks = [block]
      return LeadSummary(lead)
    }
    var meeting = Meeting(date: "2026-11-23")
    meeting.present = ["Ana is there", "aylin"]
    meeting.decisions = [Decision(id: "d", text: "Call", owner: "Ana decides")]
    var last = Meeting(date: "2026-11-16")
    last.decisions = [Decision(id: "d", text: "Call", owner: "Ana promised")]
    let reckoning = Reckoning(board: board(), now: Self.now)
    func text(masked: Bool) -> String {
      let view = MeetingView(book: MeetingBook([last, meeting]), masksNames: masked)
      let pages = Self.everyPage.map {
        ReportDocument($0.page(leads, matching: ReportFilter(), in: view, reckoning))
      }
      let documents = pages + [MeetingMinutes.document(leads, in: view, reckoning)]
      return documents.map { "\($0.text(width: 300)) \($0.json)" }.joined()
    }
    let (open, masked) = (text(masked: false), text(masked: true))
    for act in ["owns", "markets", "removes", "is there", "decides", "promised"] {
      #expect(open.contains("Ana \(act)"), "\(act)")
    }
    #expect(!masked.contains("Ana "))
    #expect(masked.contains("Maria Costa") && masked.contains("Aylin Demir"))
    // Whoever goes on from an owner that is nobody finds the same leads.
    let view = MeetingView(masksNames: true)
    let parts = ReportRequest.stalledParts(nil, by: .owner).page(
      leads, matching: ReportFilter(), in: view, reckoning)
    let query = "stage:==new,qualify,propose,decide,deliver is:open owner:==somebody"
    #expect(parts.targets.contains(.leads(query: query)))
    let found = ReportRequest.leads(query: query).page(
      leads, matching: ReportFilter(), in: view, reckoning)
    #expect(found.title == "3 leads")
  }

  @Test func aFilterThatMayNameABuyerIsNotShownToGuests() throws {
    let view = MeetingView(masksNames: true)
    for (text, shown) in [
      ("ana", "filtered"), ("company:helix", "filtered"), ("tag:vip", "filtered"),
      ("id:ana", "filtered"), ("said:yes", "filtered"), ("fix:call", "filtered"),
      ("is:stalled -ana", "filtered"), ("is:stalled stage:new", "is:stalled stage:new"), ("", ""),
    ] {
      let filter = ReportFilter(text, try Query(text))
      #expect(view.text(of: filter, on: DemoLeads.demo.board) == shown)
      #expect(MeetingView().text(of: filter, on: DemoLeads.demo.board) == text)
      let page = ReportRequest.stalled.page(
        [], matching: filter, in: view, DemoLeads.reckoning)
      #expect(page.subtitle == (shown.isEmpty ? nil : shown))
    }
  }

  @Test func aMaskedPageStillOpensItsLeadsAndKeepsItsFilter() throws {
    let view = MeetingView(masksNames: true)
    let ana = try #require(DemoLeads.leads.first { $0.company != nil })
    let filter = ReportFilter(ana.name, try Query("\"\(ana.name)\""))
    let page = ReportRequest.leads(query: "").page(
      DemoLeads.leads, matching: filter, in: view, DemoLeads.reckoning)
    #expect(page.subtitle == "filtered")
    #expect(page.targets.contains(.lead(ana.id)))
    let parts = ReportRequest.stalledParts(nil, by: .company).page(
      DemoLeads.leads, matching: ReportFilter(), in: view, DemoLeads.reckoning)
    let masked = LeadSummary.masked(DemoLeads.leads, on: DemoLeads.demo.board)
    try DemoLeads.expectRowsToOpenWhatTheySay(parts, of: masked)
    guard case .leads(let query) = parts.targets.first else {
      Issue.record("the parts lead nowhere")
      return
    }
    #expect(try DemoLeads.count(query, of: masked) > 0)
  }
}
