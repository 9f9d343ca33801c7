import BatonModel
import Testing

@Suite("The book of meetings")
struct MeetingBookTests {
  private let calendar = testBoard().calendar

  /// `now` is the eighteenth; each meeting has one decision or two.
  private var book: MeetingBook {
    MeetingBook([
      meeting("2026-11-16", held: false, [made("e", due: "2026-11-18", lead: "bo")]),
      meeting(
        "2026-11-02",
        [
          made("a", due: "2026-11-09", lead: "ana", done: "2026-11-08T09:00:00Z"),
          made("b", due: "2026-11-16", lead: "ana"),
        ]),
      meeting("2026-11-23", [made("f", due: "2026-11-30", lead: "ana")]),
      meeting(
        "2026-11-09",
        [
          made("c", due: nil, lead: "ana", roadblock: "price"),
          made("d", due: "2026-11-12", done: "2026-11-19T09:00:00Z"),
        ]),
    ])
  }

  private func meeting(
    _ date: String, held: Bool = true, _ decisions: [Decision]
  ) -> Meeting {
    var meeting = Meeting(date: date)
    if held { meeting.present = ["maria"] }
    meeting.decisions = decisions
    return meeting
  }

  private func made(
    _ id: EntryID, due: String?, lead: LeadID? = nil, roadblock: String? = nil,
    done: String? = nil
  ) -> Decision {
    var decision = Decision(id: id, text: "do \(id)", owner: "maria", due: due)
    decision.leads = lead.map { [$0, $0] } ?? []
    decision.roadblock = roadblock
    decision.done = done.map { at($0) }
    return decision
  }

  @Test func sortsMeetingsByDay() {
    let odd = MeetingBook([
      Meeting(date: "2026-11-02"), Meeting(date: "kickoff"), Meeting(date: "2026-02-30"),
    ])
    #expect(odd.meetings.map(\.date) == ["2026-02-30", "kickoff", "2026-11-02"])
    #expect(
      book.meetings.map(\.date) == ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"])
  }

  @Test func theLastMeetingIsTheLastAtWhichPeopleMet() throws {
    let day = try #require(CivilDay("2026-11-23"))
    #expect(book.last(before: day)?.date == "2026-11-09")
    #expect(book.last(before: try #require(CivilDay("2026-11-09")))?.date == "2026-11-02")
    #expect(book.last(before: try #require(CivilDay("2026-11-02"))) == nil)
  }

  @Test func aFileOfDecisionsStandsInWhereNobodyMet() throws {
    let loose = MeetingBook([meeting("2026-11-16", held: false, [])])
    #expect(loose.last(before: try #require(CivilDay("2026-11-23")))?.date == "2026-11-16")
  }

  @Test func tellsHowADecisionStandsAtAMoment() {
    let all = book.decisions(asOf: now, on: calendar)
    // The one of the 23rd is not made yet, and d is done only tomorrow.
    #expect(all.map(\.decision.id) == ["d", "b", "e", "c", "a"])
    #expect(all.map(\.state) == [.overdue, .overdue, .open, .open, .done])
    #expect(all.map(\.daysLeft) == [-6, -2, 0, nil, -9])
    #expect(all.map(\.meeting).last == "2026-11-02")
  }

  @Test func aDecisionGivenUpIsNeitherOpenNorDone() {
    var decision = made("x", due: "2026-11-01")
    decision.dropped = at("2026-11-17T09:00:00Z")
    let standing = DecisionStanding(decision, of: "2026-10-26", asOf: now, on: calendar)
    #expect(standing.state == .dropped)
    #expect(!standing.state.isOpen)
  }

  @Test func aDueDayThatIsNoDateIsNone() {
    let standing = DecisionStanding(
      made("x", due: "next week"), of: "2026-11-09", asOf: now, on: calendar)
    #expect(standing.state == .open)
    #expect(standing.daysLeft == nil)
  }

  @Test func findsWhatIsDecidedAboutALeadAndARoadblock() {
    #expect(
      book.decisions(on: "ana", asOf: now, on: calendar).map(\.decision.id) == ["b", "c", "a"])
    #expect(
      book.decisions(onRoadblock: "price", asOf: now, on: calendar).map(\.decision.id) == ["c"])
    let open = book.openDecisionsByLead(asOf: now, on: calendar)
    #expect(open.mapValues { $0.map(\.decision.id) } == ["ana": ["b", "c"], "bo": ["e"]])
  }

  @Test func looksBackOnWhatIsOpenAndOnWhatWasDoneSinceTheLastMeeting() throws {
    let later = at("2026-11-23T09:00:00Z")
    let day = try #require(CivilDay("2026-11-23"))
    let back = book.lookingBack(from: day, asOf: later, on: calendar)
    // a was done before the last meeting; f is of this one.
    #expect(back.map(\.decision.id) == ["b", "e", "c", "d"])
    #expect(back.map(\.state) == [.overdue, .overdue, .open, .done])
  }

  @Test func anEmptyBookKnowsNothing() throws {
    let empty = MeetingBook()
    #expect(empty.last(before: try #require(CivilDay("2026-11-23"))) == nil)
    #expect(empty.decisions(asOf: now, on: calendar).isEmpty)
    #expect(empty["2026-11-23"] == nil)
  }
}
