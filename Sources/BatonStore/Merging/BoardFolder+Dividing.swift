import BatonModel

extension BoardFolder {
  /// Takes a merge back: both leads are as they were, and what meetings decided about the other is
  /// about it again. All files change or none does, also across a crash.
  ///
  /// The note under the other's id keeps both leads for that.
  ///
  /// - Throws: `.refused` where anything has been done to the lead since and still stands, saying
  ///   by whom, or the note is not of this merge; as `apply` does.
  func divide(
    _ lead: Lead, at merge: HistoryEntry, in context: CommandContext
  ) throws(StoreError) -> LeadChange {
    let kept = lead.id
    let other = LeadID(merge.subject ?? "")
    let named = RecordName.refusal(of: other.rawValue) == nil
    guard named, let before = try forwardingNote(of: other)?.before else {
      throw .refused(.noLongerKept(lead.name))
    }
    var paths = [
      try Self.filePath(.lead, kept.rawValue), try Self.filePath(.lead, other.rawValue),
    ]
    for date in Set(before.decisions.map(\.meeting)) {
      paths.append(try Self.filePath(.meeting, date))
    }
    return try transact(on: paths) { board throws(StoreError) in
      let merged = try board.lead(kept)
      // What the note said before the locks were held counts only for what is locked.
      guard let note = try board.forwardingNote(of: other), note.before == before,
        note.forwardedTo == kept, before.kept.id == kept, before.other.id == other
      else { throw .refused(.noLongerKept(merged.name)) }
      let divided: (kept: Lead, other: Lead)
      do throws(Refusal) {
        divided = try before.divided(from: merged, merge: merge.id, in: context)
      } catch {
        throw .refused(error)
      }
      try board.putBack(divided.other, for: note)
      for decision in before.decisions {
        guard try board.has(try Self.filePath(.meeting, decision.meeting)) else { continue }
        var meeting = try board.meeting(decision.meeting)
        meeting.restore(decision, of: other, from: kept)
        try board.put(meeting)
      }
      return LeadChange(before: merged, after: try board.put(divided.kept))
    }
  }
}
