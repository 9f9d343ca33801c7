/// Two leads as they were before they became one: what it takes to make them two again.
public struct MergedLeads: Hashable, Sendable {
  /// The lead that took the other in.
  public var kept: Lead
  /// The lead that became part of it.
  public var other: Lead
  /// The decisions that named the other lead.
  public var decisions: [RedirectedDecision] = []
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// Two leads that are about to become one.
  public init(kept: Lead, other: Lead) {
    self.kept = kept
    self.other = other
  }
}

/// A decision about a lead that became part of another.
public struct RedirectedDecision: Hashable, Sendable {
  /// The day of the meeting.
  public var meeting: String
  /// The decision's name within it.
  public var id: EntryID
  /// The leads that it named.
  public var leads: [LeadID]
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A decision with the leads that it named.
  public init(meeting: String, id: EntryID, leads: [LeadID]) {
    self.meeting = meeting
    self.id = id
    self.leads = leads
  }
}

extension MergedLeads {
  /// The two leads once the merge is taken back.
  ///
  /// Each is as it was, with the merge and its end in the history of the kept one, and its end in
  /// the other's. What was done to the lead since and taken back stays in the history of the kept
  /// one, with the touches, notes and the like that were withdrawn; the other's name does not,
  /// since they have nothing to do with each other any more.
  ///
  /// - Parameters:
  ///   - merged: The lead that both have become.
  ///   - id: The change of it that is the merge.
  /// - Throws: `Refusal` where anything has been done to that lead since and still stands: it says
  ///   by whom.
  public func divided(
    from merged: Lead, merge id: EntryID, in context: CommandContext
  ) throws(Refusal) -> (kept: Lead, other: Lead) {
    try merged.refuseIfLater(in: context)
    guard let place = merged.history.firstIndex(where: { $0.id == id }) else {
      throw .noLongerKept(merged.name)
    }
    if let ended = merged.history.first(where: { $0.undoes == id }) {
      throw .takenBack(ended, in: context)
    }
    let later = merged.history[(place + 1)...]
    if let standing = later.standing.first {
      throw .builtOn(
        standing, remedy: "Take that back first, or correct the lead by hand.", in: context)
    }
    // `Lead.absorb` counts one rewrite, and each change and its end one more.
    guard merged.revision == kept.revision + 1 + later.count else {
      throw .changedWithoutTrace(merged.name)
    }
    var joined = kept
    try joined.absorb(other, in: context)
    var end = HistoryEntry(
      id: context.newEntryID(), at: context.now, by: context.actor, command: "unmerge")
    var (kept, other) = (kept, other)
    end.subject = kept.id.rawValue
    other.history.append(end)
    end.subject = other.id.rawValue
    end.undoes = id
    kept.takeWithdrawn(from: merged, since: joined)
    var merge = merged.history[place]
    merge.note = nil
    kept.history += [merge] + later + [end]
    return (kept, other)
  }
}

extension Lead {
  /// Takes what has come to a lead since it was so; all of it has been withdrawn since.
  fileprivate mutating func takeWithdrawn(from later: Lead, since joined: Lead) {
    func added<Entry>(
      _ entries: KeyPath<Lead, [Entry]>, _ id: KeyPath<Entry, EntryID>
    ) -> [Entry] {
      let known = Set(joined[keyPath: entries].map { $0[keyPath: id] })
      return later[keyPath: entries].filter { !known.contains($0[keyPath: id]) }
    }
    touches += added(\.touches, \.id)
    notes += added(\.notes, \.id)
    handoffs += added(\.handoffs, \.id)
    feedback += added(\.feedback, \.id)
    holds += added(\.holds, \.id)
  }
}

extension Refusal {
  /// The leads before a merge are not known.
  public static func noLongerKept(_ name: String) -> Refusal {
    Refusal(
      .invalid, "What \(name) was made of is no longer known.", remedy: "Correct it by hand.")
  }

  fileprivate static func changedWithoutTrace(_ name: String) -> Refusal {
    Refusal(
      .changedMeanwhile, "\(name) was changed since.",
      remedy: "Leave them one, or correct the lead by hand.")
  }
}
