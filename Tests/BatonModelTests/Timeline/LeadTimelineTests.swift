import BatonModel
import Testing

@Suite struct LeadTimelineTests {
  private static let start = Instant(seconds: 1_700_000_000)

  private func at(_ hours: Double) -> Instant { Self.start.adding(hours: hours) }

  private func lead(_ change: (inout Lead) -> Void) -> Lead {
    var lead = Lead(id: "ana", name: "Ana", stage: "new", createdAt: Self.start)
    change(&lead)
    return lead
  }

  private func touch(_ id: EntryID, _ hours: Double) -> Touch {
    Touch(id: id, at: at(hours), side: .sales, direction: .outbound, channel: .call)
  }

  private func change(
    _ id: EntryID, _ hours: Double, _ command: String, subject: String? = nil, to: String? = nil,
    undoes: EntryID? = nil
  ) -> HistoryEntry {
    var entry = HistoryEntry(id: id, at: at(hours), by: "maria", command: command)
    entry.subject = subject
    entry.to = to
    entry.undoes = undoes
    return entry
  }

  private func kinds(_ change: (inout Lead) -> Void) -> [LeadTimeline.Kind] {
    LeadTimeline(lead(change)).events.map(\.kind)
  }

  @Test func newLeadCameIn() {
    let timeline = LeadTimeline(lead { _ in })
    #expect(timeline.events.map(\.at) == [Self.start])
    #expect(timeline.events.map(\.kind) == [.entry(visit: 0, change: nil)])
    #expect(timeline.edits == [])
  }

  @Test func latestFirstWhateverTheListsHold() {
    let kinds = kinds { lead in
      lead.touches = [touch("t1", 1), touch("t2", 9), touch("t3", 5)]
      lead.notes = [Note(id: "n1", at: at(6), by: "maria", text: "x")]
      lead.feedback = [Feedback(id: "f1", at: at(2), by: "maria", side: .sales)]
      lead.feedback[0].answer = FeedbackAnswer(at: at(7), by: "lin", action: "x")
      var handoff = Handoff(
        id: "h1", from: .generate, to: .qualify, offeredAt: at(3), offeredBy: "lin")
      handoff.answeredAt = at(4)
      handoff.proof = Proof(kind: .call, at: at(20), bookedAt: at(8), by: "maria")
      lead.handoffs = [handoff]
    }
    #expect(
      kinds == [
        .touch(1), .proof(0), .answer(0), .note(0), .touch(2), .reply(0), .offer(0), .feedback(0),
        .touch(0), .entry(visit: 0, change: nil),
      ])
  }

  @Test func whatIsAtTheSameTimeStaysInTheOrderOfTheFile() {
    let kinds = kinds { lead in lead.touches = [touch("t1", 0), touch("t2", 0)] }
    #expect(kinds == [.touch(1), .touch(0), .entry(visit: 0, change: nil)])
  }

  @Test func editsBetweenTwoEventsAreOne() {
    let lead = lead { lead in
      lead.touches = [touch("t1", 3)]
      lead.history = [
        change("e1", 1, "amount"), change("e2", 2, "assign"), change("e3", 4, "next"),
      ]
    }
    let timeline = LeadTimeline(lead)
    #expect(timeline.events.map(\.at) == [at(4), at(3), at(2), at(0)])
    #expect(
      timeline.events.map(\.kind) == [
        .edits(0..<1), .touch(0), .edits(1..<3), .entry(visit: 0, change: nil),
      ])
    #expect(timeline.edits == [2, 1, 0])
  }

  /// The history of a touch, a note or a verdict is not told beside the entry itself.
  @Test func changesThatMadeAnEntryAreTheEntry() {
    let kinds = kinds { lead in
      lead.touches = [touch("t1", 1)]
      lead.feedback = [Feedback(id: "f1", at: at(2), by: "maria", side: .sales)]
      lead.history = [
        change("t1", 1, "touch", subject: "t1"), change("f1", 2, "accept", subject: "f1"),
        change("e3", 3, "retract", subject: "t1"),
      ]
    }
    #expect(kinds == [.feedback(0), .touch(0), .entry(visit: 0, change: nil)])
  }

  @Test func changesTellWhoMovedTheLead() {
    let kinds = kinds { lead in
      lead.visits.append(StageVisit(stage: "qualify", entered: at(5)))
      lead.stage = "qualify"
      lead.history = [change("e1", 0, "add", to: "new"), change("e2", 5, "move", to: "qualify")]
    }
    #expect(kinds == [.entry(visit: 1, change: 1), .entry(visit: 0, change: 0)])
  }

  /// A move that was taken back left no visit: both are edits.
  @Test func movesThatWereTakenBackAreEdits() {
    let kinds = kinds { lead in
      lead.history = [
        change("e1", 1, "move", to: "qualify"),
        change("e2", 2, "restore", to: "new", undoes: "e1"),
        change("e3", 3, "lost", to: "lost"),
        change("e4", 4, "restore", to: "new", undoes: "e3"),
      ]
    }
    #expect(kinds == [.edits(0..<4), .entry(visit: 0, change: nil)])
  }

  @Test func restingAndComingBack() {
    let kinds = kinds { lead in
      lead.history = [
        change("e1", 1, "nurture", to: "nurture"), change("e2", 2, "revive", to: "new"),
        change("e3", 3, "waiting", to: "waiting"),
      ]
      lead.parked = Parking(kind: .waiting, since: at(3), until: at(90))
    }
    #expect(
      kinds == [
        .parking(change: 2), .revival(change: 1), .parking(change: 0),
        .entry(visit: 0, change: nil),
      ])
  }

  /// Somebody parked the lead in its file: only the lead itself tells.
  @Test func parkingWithoutAChange() {
    let kinds = kinds { $0.parked = Parking(kind: .won, since: at(3)) }
    #expect(kinds == [.parking(change: nil), .entry(visit: 0, change: nil)])
  }
}
