/// All meetings of a board, and how what they decided stands.
public struct MeetingBook: Hashable, Sendable {
  /// The meetings, the oldest first; those whose date is no day stand before all others.
  public let meetings: [Meeting]
  /// Where the decisions about a lead stand.
  private let byLead: [LeadID: [Place]]
  /// Where the decisions about a roadblock kind stand.
  private let byRoadblock: [String: [Place]]

  /// Where a decision stands: its meeting's index, and its own among that meeting's.
  private struct Place: Hashable, Sendable {
    var meeting: Int
    var decision: Int
  }

  /// A book of meetings in any order. Linear in their decisions but for the sorting.
  public init(_ meetings: some Sequence<Meeting> = []) {
    let sorted = meetings.sorted { left, right in
      let days = (left.day?.dayNumber ?? .min, right.day?.dayNumber ?? .min)
      return days.0 == days.1 ? left.date < right.date : days.0 < days.1
    }
    var byLead: [LeadID: [Place]] = [:]
    var byRoadblock: [String: [Place]] = [:]
    for (index, meeting) in sorted.enumerated() {
      for (number, decision) in meeting.decisions.enumerated() {
        let place = Place(meeting: index, decision: number)
        for lead in Set(decision.leads) { byLead[lead, default: []].append(place) }
        if let kind = decision.roadblock { byRoadblock[kind, default: []].append(place) }
      }
    }
    self.meetings = sorted
    self.byLead = byLead
    self.byRoadblock = byRoadblock
  }

  /// The meeting of a date; nil where there is none.
  public subscript(date: String) -> Meeting? { meetings.first { $0.date == date } }

  /// The decision at a place; nil where there is none.
  public func decision(at place: DecisionPlace) -> Decision? {
    self[place.meeting]?.decisions.first { $0.id == place.id }
  }

  /// The last meeting before a day at which people met; where none was held, the last of which
  /// there is a file.
  public func last(before day: CivilDay) -> Meeting? {
    let earlier = meetings.filter { ($0.day ?? day) < day }
    return earlier.last(where: \.wasHeld) ?? earlier.last
  }

  // MARK: Decisions

  /// All that was decided up to a moment, what asks for attention first.
  public func decisions(asOf now: Instant, on calendar: BoardCalendar) -> [DecisionStanding] {
    let today = calendar.day(of: now)
    return meetings.filter { ($0.day ?? today) <= today }.flatMap { meeting in
      meeting.decisions.map {
        DecisionStanding($0, of: meeting.date, asOf: now, on: calendar)
      }
    }.sorted()
  }

  /// What the meeting of a day looks back on: all that is open of earlier meetings, and what was
  /// done or given up since the last one. What asks for attention comes first.
  public func lookingBack(
    from day: CivilDay, asOf now: Instant, on calendar: BoardCalendar
  ) -> [DecisionStanding] {
    let last = last(before: day)
    let since = last?.day.map { calendar.instant(of: $0) } ?? .distantPast
    return decisions(asOf: now, on: calendar).filter { standing in
      if let made = CivilDay(standing.meeting), made >= day { return false }
      if standing.state.isOpen || standing.meeting == last?.date { return true }
      let closed = [standing.decision.done, standing.decision.dropped].compactMap { $0 }.min()
      return (closed ?? .distantPast) >= since
    }
  }

  /// What was decided about a lead up to a moment, what asks for attention first.
  public func decisions(
    on lead: LeadID, asOf now: Instant, on calendar: BoardCalendar
  ) -> [DecisionStanding] {
    standings(byLead[lead] ?? [], asOf: now, on: calendar)
  }

  /// What was decided about a kind of roadblock up to a moment, what asks for attention first.
  public func decisions(
    onRoadblock kind: String, asOf now: Instant, on calendar: BoardCalendar
  ) -> [DecisionStanding] {
    standings(byRoadblock[kind] ?? [], asOf: now, on: calendar)
  }

  /// The leads about which something is still to be done at a moment, with the decisions.
  public func openDecisionsByLead(
    asOf now: Instant, on calendar: BoardCalendar
  ) -> [LeadID: [DecisionStanding]] {
    byLead.compactMapValues { places in
      let open = standings(places, asOf: now, on: calendar).filter(\.state.isOpen)
      return open.isEmpty ? nil : open
    }
  }

  private func standings(
    _ places: [Place], asOf now: Instant, on calendar: BoardCalendar
  ) -> [DecisionStanding] {
    let today = calendar.day(of: now)
    return places.compactMap { place in
      let meeting = meetings[place.meeting]
      guard (meeting.day ?? today) <= today else { return nil }
      return DecisionStanding(
        meeting.decisions[place.decision], of: meeting.date, asOf: now, on: calendar)
    }.sorted()
  }
}
