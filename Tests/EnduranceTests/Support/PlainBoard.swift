import BatonModel
import BatonStore

/// A board in memory, as plain as can be: what commands do to it is what the model says.
struct PlainBoard {
  var leads: [LeadID: Lead] = [:]
  /// What was edited outside since the latest command, as the next one will tell it.
  var edits: [LeadID: [HistoryEntry]] = [:]
  /// What stands in the place of leads that were merged: into which, and what both were.
  var notes: [LeadID: (into: LeadID, before: MergedLeads)] = [:]
  var campaign = Campaign(id: "spring", title: "Spring")
  var meeting: Meeting?
  var forgotten = 0

  static let day = "2026-11-23"

  /// Changes a lead, whose history tells first of what was edited outside.
  mutating func change(
    _ id: LeadID, _ change: (inout Lead) throws(Refusal) -> Void
  ) throws(StoreError) {
    var lead = try told(id)
    do throws(Refusal) { try change(&lead) } catch { throw .refused(error) }
    put(lead)
  }

  /// A lead as a command finds it.
  func told(_ id: LeadID) throws(StoreError) -> Lead {
    guard var lead = leads[id] else { throw .unknown(.lead, id: id.rawValue) }
    lead.history += edits[id] ?? []
    return lead
  }

  mutating func put(_ lead: Lead) {
    leads[lead.id] = lead
    edits[lead.id] = nil
  }

  /// The lead that an id stands for.
  func current(_ id: LeadID) -> LeadID {
    var current = id
    while let note = notes[current] { current = note.into }
    return current
  }

  mutating func merge(
    _ other: LeadID, into kept: LeadID, in context: CommandContext
  ) throws(StoreError) {
    let before = try told(kept)
    let absorbed = try told(other)
    var after = before
    do throws(Refusal) { try after.absorb(absorbed, in: context) } catch { throw .refused(error) }
    var was = MergedLeads(kept: before, other: absorbed)
    was.decisions = meeting?.decisions(naming: other) ?? []
    if meeting?.decides(on: other) == true {
      meeting?.redirect(other, to: kept)
      meeting?.revision += 1
    }
    put(after)
    leads[other] = nil
    edits[other] = nil
    notes[other] = (kept, was)
  }

  /// Makes two leads again of what a merge has made one.
  mutating func divide(
    _ kept: LeadID, at merge: HistoryEntry, in context: CommandContext
  ) throws(StoreError) {
    let other = LeadID(merge.subject ?? "")
    let merged = try told(kept)
    guard let note = notes[other], note.into == kept else {
      throw .refused(.noLongerKept(merged.name))
    }
    var divided: (kept: Lead, other: Lead)
    do throws(Refusal) {
      divided = try note.before.divided(from: merged, merge: merge.id, in: context)
    } catch {
      throw .refused(error)
    }
    divided.kept.revision = merged.revision + 1
    // One for the note, one for the lead in its place.
    divided.other.revision += 2
    let before = meeting
    for decision in note.before.decisions { meeting?.restore(decision, of: other, from: kept) }
    if meeting != before { meeting?.revision += 1 }
    notes[other] = nil
    put(divided.kept)
    put(divided.other)
  }

  /// Ends the campaign, with what that means for its leads.
  mutating func close(_ closing: CampaignClosing, in context: CommandContext) throws(StoreError) {
    do throws(Refusal) { try campaign.close(in: context) } catch { throw .refused(error) }
    campaign.revision += 1
    for id in leads.keys.sorted() {
      let before = try told(id)
      let commands = closing.commands(for: before, of: campaign, on: context.board)
      if commands.isEmpty { continue }
      try change(id) { lead throws(Refusal) in
        for command in commands { try lead.apply(command, in: context) }
        lead.revision = before.revision + 1
      }
    }
  }
}
