import BatonModel

/// The weekly alignment meetings of the last month, with what they decided.
enum DemoMeetings {
  /// The meetings, oldest first: on the four Mondays before today.
  static func all(in world: DemoWorld, leads: Int) -> [Meeting] {
    let today = world.board.calendar.day(of: world.calendar.asOf)
    let monday = today.dayNumber - (today.weekday + 6) % 7 - 1
    return plans.enumerated().map { number, plan in
      let day = monday - 7 * (plans.count - 1 - number)
      var meeting = Meeting(date: CivilDay(dayNumber: day).description)
      meeting.present = plan.present
      meeting.agenda = plan.agenda
      meeting.decisions = plan.decisions.enumerated().map { place, made in
        decision(made, at: place, of: number, on: day, in: world, leads: leads)
      }
      return meeting
    }
  }

  private static func decision(
    _ made: Made, at place: Int, of number: Int, on day: Int, in world: DemoWorld, leads: Int
  ) -> Decision {
    var random = DemoRandom(seed: world.seed &+ 2, stream: UInt64(number * 16 + place))
    let due = CivilDay(dayNumber: day + made.days)
    var decision = Decision(
      id: random.entryID(), text: made.text, owner: made.owner, due: due.description)
    decision.roadblock = made.roadblock
    if made.isDone {
      let done = world.board.calendar.instant(of: due, hour: 15, minute: 20)
      decision.done = min(done, world.calendar.asOf)
    }
    if leads > 0, made.leads > 0 {
      decision.leads = (0..<made.leads).map { _ in world.id(of: random.below(leads)) }
    }
    return decision
  }

  private struct Made {
    var text: String
    var owner: MemberID
    /// Days until it is due.
    var days: Int
    var isDone = false
    var roadblock: String?
    /// How many leads it is about.
    var leads = 0
  }

  private struct Plan {
    var present: [MemberID]
    var agenda: [AgendaItem]
    var decisions: [Made]
  }

  private static let plans: [Plan] = [
    Plan(
      present: ["aylin", "mateo", "signe", "hanne", "maria", "jonas"],
      agenda: [
        AgendaItem(title: "Handed over, no answer", figure: "9 wait · 6d the oldest"),
        AgendaItem(
          title: "Feedback unanswered", figure: "5 marketing owes",
          note: "Three of them are bad numbers from one form."),
      ],
      decisions: [
        Made(
          text: "Check telephone numbers before the form is sent", owner: "signe", days: 7,
          isDone: true),
        Made(
          text: "Call the handoffs of last week, today", owner: "chidi", days: 0, isDone: true,
          leads: 3),
      ]),
    Plan(
      present: ["aylin", "mateo", "hanne", "maria", "chidi", "ravi"],
      agenda: [
        AgendaItem(title: "Stalled", figure: "6 stalled · €212k stand still"),
        AgendaItem(
          title: "Roadblocks", figure: "no price shown: 4 leads",
          note: "All of them have more than 200 people."),
      ],
      decisions: [
        Made(
          text: "Put the price for larger plants on the page", owner: "signe", days: 14,
          roadblock: "no price shown", leads: 2),
        Made(
          text: "Call back within four working hours, Fridays too", owner: "hanne", days: 7,
          isDone: true, roadblock: "slow reply"),
      ]),
    Plan(
      present: ["aylin", "signe", "hanne", "jonas", "lucie"],
      agenda: [
        AgendaItem(
          title: "Source quality", figure: "1.8 Facebook, of 14 ratings",
          note: "Cheap, and nobody of them runs a line."),
        AgendaItem(title: "Silent losses", figure: "3 leads · €41k"),
      ],
      decisions: [
        Made(text: "Two more weeks for Facebook, under 2.5 it ends", owner: "mateo", days: 14),
        Made(
          text: "One page with the saving, in German and French", owner: "signe", days: 21,
          roadblock: "missing document", leads: 1),
      ]),
    Plan(
      present: ["aylin", "mateo", "signe", "hanne", "maria", "jonas", "ravi"],
      agenda: [
        AgendaItem(title: "Handed over, no answer", figure: "6 wait · 4d the oldest"),
        AgendaItem(
          title: "Objections without an answer", figure: "languages: 5 times",
          note: "Nights read Romanian and Polish."),
        AgendaItem(title: "Kickoffs", figure: "3 booked, 2 to book"),
      ],
      decisions: [
        Made(text: "Ask for a price of the Romanian version", owner: "ravi", days: 10),
        Made(text: "Give Tom’s leads to Hanne and Chidi", owner: "hanne", days: 4, leads: 1),
      ]),
  ]
}
