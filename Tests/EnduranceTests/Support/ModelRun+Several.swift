import BatonModel
import BatonStore
import Foundation
import StoreActing
import Testing

/// What changes several files together.
extension ModelRun {
  /// Takes back one of the latest changes; of a merge, both leads at once.
  func undo(_ id: LeadID) throws {
    let history = model.leads[id]?.history ?? []
    let entry = history.isEmpty ? "none" : commands.one(of: Array(history.suffix(3))).id
    let merge = history.first { $0.id == entry && $0.isMerge }
    let isTakenBack = history.contains { $0.undoes == entry }
    try same(on: id) { () throws(StoreError) in
      try board.undo(entry, of: id, in: context()).after
    } _: { plain throws(StoreError) in
      if let merge, !isTakenBack { return try plain.divide(id, at: merge, in: context()) }
      try plain.change(id) { lead throws(Refusal) in try lead.undo(entry, in: context()) }
    }
  }

  func merge(_ other: LeadID, into kept: LeadID) throws {
    guard other != kept else { return }
    try same(on: kept) { () throws(StoreError) in
      try board.merge(other, into: kept, in: context()).after
    } _: { plain throws(StoreError) in
      try plain.merge(other, into: kept, in: context())
    }
  }

  /// Removes a lead with the notes that lead to it; what becomes of minutes is the store's affair.
  func forget(_ id: LeadID) throws {
    guard model.leads[id] != nil else { return }
    try board.forget(try board.findPerson(id), month: "2026-11")
    let notes = model.notes.keys.filter { model.current($0) == id }
    for note in notes { model.notes[note] = nil }
    model.leads[id] = nil
    model.edits[id] = nil
    model.forgotten += 1
    model.meeting = try board.readMeetings().records.first
  }

  func decide(about id: LeadID) throws {
    let number = commands.below(100)
    let owner: MemberID? = commands.one(of: [nil, "maria", "nobody"])
    let draft = MeetingCommand.DecisionDraft("Do \(number)", owner: owner, leads: [id])
    var plain = draft
    plain.leads = [model.current(id)]
    var meeting = model.meeting ?? Meeting(date: PlainBoard.day)
    var expected: Refusal?
    let known = model.leads
    do throws(Refusal) {
      _ = try meeting.apply(.decide(plain), in: context()) { known[$0] != nil }
      if model.meeting != nil { meeting.revision += 1 }
    } catch {
      expected = error
    }
    do throws(StoreError) {
      let change = try board.apply(.decide(draft), toMeetingOf: PlainBoard.day, in: context())
      #expect(expected == nil)
      #expect(change.after == meeting)
      model.meeting = meeting
    } catch {
      #expect(error == expected.map { .refused($0) })
    }
  }

  /// Ends the campaign, or lets it run again.
  func closeOrReopen() throws {
    let id = model.campaign.id
    if model.campaign.end != nil {
      try board.reopen(id)
      model.campaign.end = nil
      return
    }
    let rest = LeadCommand.Park(
      .nurture, until: RandomCommands.start.adding(days: 900), reason: "bad-timing")
    let closing = CampaignClosing(note: "over", nurture: commands.below(2) == 0 ? rest : nil)
    // No lead in particular.
    try same(on: "") { () throws(StoreError) in
      try board.close(id, closing, in: context())
      return nil
    } _: { plain throws(StoreError) in
      try plain.close(closing, in: context())
    }
  }
}
