/// What follows from a lead alone, whatever the time and the board.
extension Lead {
  /// What the lead is called where people read of it: its name, else its company, else an address
  /// of its people, else its id. A file may hold a name of blanks.
  public var shownName: String {
    if name.isSaid { return name }
    var names: [String?] = [company?.name]
    for person in people { names += [person.name, person.email, person.phone] }
    return names.lazy.compactMap(\.self).first(where: \.isSaid) ?? id.rawValue
  }

  /// When the lead came into its stage: its last visit, where that is of the stage it is in.
  ///
  /// Somebody who changes `stage` in the file by hand leaves no visit: the stay is then counted
  /// from the latest thing the history knows.
  public var stageSince: Instant {
    if let last = visits.last, last.stage == stage { return last.entered }
    return history.last?.at ?? visits.last?.entered ?? createdAt
  }

  /// The latest rating of the lead, 1 to 5, of feedback that stands.
  public var quality: Int? {
    feedback.last { $0.quality != nil && $0.retracted == nil }?.quality
  }

  /// The handoff about which somebody has to do something: it waits, or it lapsed and the lead has
  /// not gone on since. Of a lead that has ended nobody has to do anything.
  public var openHandoff: Handoff? {
    if let parked, parked.kind.isClosed { return nil }
    guard let last = handoffs.last(where: { $0.retracted == nil }) else { return nil }
    if last.isWaiting { return last }
    return last.state == .lapsed && stageSince <= last.offeredAt ? last : nil
  }

  /// How the names begin under which an import keeps notes of its own among a file's columns.
  public static let ownColumnPrefix = "baton: "

  /// The columns of imported files for which a lead has no field, by import, without what imports
  /// note among them.
  public var importedColumns: [(source: String, columns: [JSONObject.Member])] {
    imported.sorted { $0.key < $1.key }.map { source, columns in
      (source, columns.filter { !$0.key.hasPrefix(Lead.ownColumnPrefix) })
    }
  }

  /// At most so many bytes of a lead's text are searched by bare words.
  static let searchedBytes = 4096

  /// Everything that is written in the lead, folded for finding, its first four kilobytes.
  var foldedText: FoldedText {
    var writer = FoldedText.Writer(upTo: Lead.searchedBytes)
    writer.addLine(name)
    if let company {
      writer.addLine(company.name)
      writer.addLine(company.domain)
      writer.addLine(company.industry)
      writer.addLine(company.country)
      writer.addLine(company.city)
    }
    for place in people.indices {
      writer.addLine(people[place].name)
      writer.addLine(people[place].title)
      writer.addLine(people[place].email)
      writer.addLine(people[place].phone)
    }
    for tag in tags { writer.addLine(tag) }
    if let arrival = acquisition.principal { writer.addLines(of: arrival) }
    for (_, id) in externalIDs.sorted(by: { $0.key < $1.key }) { writer.addLine(id) }
    addWords(to: &writer)
    return writer.text
  }

  /// What was said. By place rather than by element: a touch is a large value to copy.
  private func addWords(to writer: inout FoldedText.Writer) {
    for place in answers.indices { writer.addLine(answers[place].answer) }
    for place in notes.indices where notes[place].retracted == nil {
      writer.addLine(notes[place].text)
    }
    for place in touches.indices where touches[place].retracted == nil {
      writer.addLine(touches[place].summary)
    }
    for place in roadblocks.indices { writer.addLine(roadblocks[place].words) }
    for place in objections.indices { writer.addLine(objections[place].words) }
    for place in asks.indices { writer.addLine(asks[place].words) }
    for place in feedback.indices where feedback[place].retracted == nil {
      writer.addLine(feedback[place].note)
    }
  }
}

extension FoldedText.Writer {
  /// Adds what tells where a lead came from.
  fileprivate mutating func addLines(of arrival: Arrival) {
    addLine(arrival.source)
    addLine(arrival.medium)
    addLine(arrival.campaign?.rawValue)
    addLine(arrival.term)
    addLine(arrival.ad?.headline)
    addLine(arrival.ad?.promise)
    addLine(arrival.landingPage)
  }
}
