import BatonModel

/// A small team and a few leads, at a fixed moment.
enum Fixtures {
  /// Saturday, 21 November 2026, 14:02 in the board's zone.
  static let now = Instant(rfc3339: "2026-11-21T14:02:00Z") ?? .distantPast

  static let board: Board = {
    var board = Board.standard(name: "Acme")
    board.team = [
      Member(id: "maria", name: "Maria Costa", side: .sales),
      Member(id: "jonas", name: "Jonas Weber", side: .sales),
      Member(id: "lin", name: "Lin Wei", side: .marketing),
    ]
    return board
  }()

  /// An instant so many days before `now`.
  static func ago(days: Double) -> Instant { now.adding(days: -days) }

  /// A lead that came into its stage some days ago.
  static func lead(
    _ id: LeadID, _ name: String, in stage: StageID = "new", days: Double = 1,
    change: (inout Lead) -> Void = { _ in }
  ) -> Lead {
    var lead = Lead(id: id, name: name, stage: stage, createdAt: ago(days: days))
    change(&lead)
    return lead
  }

  /// A board with something of everything that a card can show.
  static let leads: [Lead] = [
    lead("ana", "Ana Ruiz", days: 4) { lead in
      lead.company = Company(name: "Helix Labs")
      lead.amount = Money(minorUnits: 1_200_000, currency: "EUR")
      lead.owner = "maria"
      lead.acquisition.creating = arrival(
        "LinkedIn", headline: "Cut ramp by 40%", promise: "New hires sell in six weeks")
      lead.touches = [touch("t1", hours: 2, .marketing, .outbound, .email)]
      lead.nextStep = NextStep(kind: .call, due: now.adding(hours: 3), isBooked: true)
      lead.feedback = [
        Feedback(
          id: "f1", at: ago(days: 1), by: "maria", side: .sales, verdict: .praise,
          reason: "good-fit", quality: 4)
      ]
    },
    lead("bo", "Bo Lindqvist", days: 1) { lead in
      lead.company = Company(name: "Nordwerk")
      lead.amount = Money(minorUnits: 450_000, currency: "EUR")
      lead.consent.doNotEmail = true
      lead.acquisition.creating = arrival("Google", headline: nil, promise: nil)
    },
    lead("chen", "陳大文", days: 3) { lead in
      lead.company = Company(name: "台北光電")
      lead.touches = [touch("t1", hours: 30, .sales, .inbound, .email)]
    },
    lead("dara", "Dara O’Neill", in: "qualify", days: 9) { lead in
      lead.company = Company(name: "Pike & Sons")
      lead.amount = Money(minorUnits: 9_900_000, currency: "EUR")
      lead.owner = "jonas"
      lead.roadblocks = [
        Roadblock(id: "r1", kind: "slow reply", origin: .ours, opened: ago(days: 3))
      ]
      lead.nextStep = NextStep(kind: .meeting, due: ago(days: 2), isBooked: true)
      lead.handoffs = [
        Handoff(
          id: "h1", from: .generate, to: .qualify, offeredAt: ago(days: 12), offeredBy: "lin",
          state: .accepted)
      ]
    },
    lead("eva", "Eva Kunz", in: "qualify", days: 2) { lead in
      lead.company = Company(name: "Blau GmbH")
      lead.amount = Money(minorUnits: 700_000, currency: "EUR")
      lead.owner = "maria"
      lead.holds = [
        Hold(
          id: "h1", reason: "Legal asks for quiet", from: ago(days: 2),
          until: now.adding(days: 5), by: "maria")
      ]
      lead.handoffs = [
        Handoff(
          id: "h1", from: .qualify, to: .close, offeredAt: ago(days: 5), offeredBy: "maria")
      ]
    },
    lead("finn", "Finn Aho", in: "propose", days: 20) { lead in
      lead.amount = Money(minorUnits: 4_000_000, currency: "EUR")
      lead.owner = "jonas"
      lead.parked = Parking(
        kind: .waiting, since: ago(days: 3), until: now.adding(days: 10),
        reason: "budget-cycle", by: "jonas")
    },
    lead("gil", "Gil Santos", in: "qualify", days: 30) { lead in
      lead.parked = Parking(
        kind: .disqualified, since: ago(days: 8), reason: "no-need", by: "maria")
      lead.feedback = [
        Feedback(
          id: "f1", at: ago(days: 8), by: "maria", side: .sales, verdict: .disqualify,
          reason: "no-need", quality: 2)
      ]
    },
    lead("hana", "Hana Sato", in: "new", days: 0.2) { lead in
      lead.feedback = [
        Feedback(
          id: "f1", at: ago(days: 10), by: "jonas", side: .sales, verdict: .reject,
          reason: "bad-data")
      ]
    },
  ]

  /// Two meetings: what they decided is overdue, open, done and given up.
  static let meetings: [Meeting] = [
    meeting("2026-11-09", present: ["maria", "lin"]) { meeting in
      meeting.agenda = [AgendaItem(title: "Stalled", figure: "2", note: "Both wait for legal")]
      meeting.decisions = [
        decision("d1", "Call back within a day", "jonas", due: "2026-11-16") { decision in
          decision.leads = ["dara"]
          decision.roadblock = "slow reply"
        },
        decision("d2", "Ask for the number in the form", "lin", due: "2026-11-13") {
          $0.done = ago(days: 7)
        },
      ]
    },
    meeting("2026-11-16", present: ["maria", "jonas", "lin"]) { meeting in
      meeting.decisions = [
        decision("d3", "Show the price to Ana", "maria", due: "2026-11-24") {
          $0.leads = ["ana", "bo"]
        },
        decision("d4", "A booth at the fair", nil, due: nil) { $0.dropped = ago(days: 2) },
        decision("d5", "Two pages in Chinese", "lin", due: nil) { $0.leads = ["chen"] },
      ]
    },
  ]

  private static func meeting(
    _ date: String, present: [MemberID], change: (inout Meeting) -> Void
  ) -> Meeting {
    var meeting = Meeting(date: date)
    meeting.present = present
    change(&meeting)
    return meeting
  }

  private static func decision(
    _ id: EntryID, _ text: String, _ owner: MemberID?, due: String?,
    change: (inout Decision) -> Void = { _ in }
  ) -> Decision {
    var decision = Decision(id: id, text: text, owner: owner, due: due)
    change(&decision)
    return decision
  }

  static func arrival(_ source: String, headline: String?, promise: String?) -> Arrival {
    var arrival = Arrival()
    arrival.source = source
    arrival.ad = headline.map { Ad(headline: $0, promise: promise) }
    arrival.provenance = .observed
    return arrival
  }

  static func touch(
    _ id: EntryID, hours: Double, _ side: Side, _ direction: Touch.Direction, _ channel: Channel
  ) -> Touch {
    Touch(id: id, at: now.adding(hours: -hours), side: side, direction: direction, channel: channel)
  }
}
