import BatonModel
import BatonStore
import Foundation
import StoreActing
import Testing

/// A board on the disk and the same in memory, to which random things are done alike.
final class ModelRun {
  let scratch: Scratch
  let board: BoardFolder
  var commands: RandomCommands
  var model = PlainBoard()
  /// What each actor saw of a lead some time ago.
  private var sights: [String: (LeadID, LeadSight)] = [:]
  /// The step that is being made.
  private var number = 0
  private var actor = ""

  init(seed: UInt64) throws {
    scratch = try Scratch(inMemory: true)
    board = try BoardFolder.create(at: scratch.path, board: RandomCommands.board)
    commands = RandomCommands(seed: seed)
    try board.add(model.campaign)
  }

  func path(_ id: LeadID) throws -> BoardPath {
    try BoardFolder.filePath(.lead, id.rawValue)
  }

  /// One of six leads, who are others after a while, so that no step costs more than the first
  /// ones do however long a run is; now and then one of all that there were.
  func anyLead() -> LeadID {
    let latest = number / 100 * 6
    let first = commands.below(16) == 0 ? commands.below(latest + 1) : latest
    return LeadID("lead-\(first + commands.below(6))")
  }

  /// A context whose entries have the same names each time that it is asked for in a step.
  func context(seen: LeadSight? = nil) -> CommandContext {
    let names = EntryNames(step: number)
    return CommandContext(
      board: RandomCommands.board, actor: actor,
      now: RandomCommands.start.adding(hours: Double(number)), seen: seen,
      newEntryID: { names.next() })
  }

  func step(_ number: Int) throws {
    self.number = number
    actor = commands.one(of: ["maria", "jonas", "aylin"])
    let id = anyLead()
    switch commands.below(22) {
    case 0, 1: try add(id)
    case 2, 3: try undo(id)
    case 4: try editOutside(id, "by hand \(number)", isSealed: false)
    case 5: try editOutside(id, "by hand \(number)", isSealed: true)
    case 6: try importLeads("import \(number)")
    case 7: try merge(anyLead(), into: id)
    case 8: if commands.below(4) == 0 { try forget(id) }
    case 9: try decide(about: id)
    case 10: try closeOrReopen()
    case 11: sights[actor] = model.leads[id].map { (id, LeadSight($0)) }
    case 12:
      let sight = sights[actor].flatMap { $0.0 == id ? $0.1 : nil }
      try apply(commands.next(), to: id, seen: sight)
    default: try apply(commands.next(), to: id)
    }
  }

  /// Does the same to the files and to the leads in memory, and expects the same refusal.
  func same(
    on id: LeadID, _ real: () throws(StoreError) -> Lead?,
    _ plain: (inout PlainBoard) throws(StoreError) -> Void
  ) throws {
    var expected: StoreError?
    var after = model
    do throws(StoreError) { try plain(&after) } catch { expected = error }
    do throws(StoreError) {
      let lead = try real()
      #expect(expected == nil)
      model = after
      #expect(lead == model.leads[id])
    } catch {
      if case .fault = error {
        #expect(expected.map { if case .unknown = $0 { true } else { false } } == true)
      } else {
        #expect(error == expected)
      }
    }
  }

  private func apply(_ command: LeadCommand, to id: LeadID, seen: LeadSight? = nil) throws {
    try same(on: id) { () throws(StoreError) in
      try board.apply(command, to: id, in: context(seen: seen)).after
    } _: { plain throws(StoreError) in
      try plain.change(id) { lead throws(Refusal) in
        try lead.apply(command, in: context(seen: seen))
      }
    }
  }

  private func add(_ id: LeadID) throws {
    var lead = Lead(id: id, name: "Lead \(id)", stage: "new", createdAt: RandomCommands.start)
    if commands.below(2) == 0 {
      lead.acquisition.creating = Arrival()
      lead.acquisition.creating?.campaign = model.campaign.id
    }
    let isFree = model.leads[id] == nil && model.notes[id] == nil
    do throws(StoreError) {
      try board.add(lead)
      #expect(isFree)
      model.leads[id] = lead
    } catch {
      #expect(!isFree, "\(error)")
    }
  }

  /// With a seal it is what an editor does, whom the history tells of; without one, what a script
  /// does that writes the file anew.
  private func editOutside(_ id: LeadID, _ tag: String, isSealed: Bool) throws {
    guard model.leads[id] != nil else { return }
    var lead = try board.readLead(id)
    lead.tags.append(tag)
    if !isSealed { lead.seal = LeadSeal() }
    let file = URL(filePath: "\(board.path)/\(try path(id))")
    try Data(LeadFile.encode(lead)).write(to: file)
    model.leads[id]?.tags.append(tag)
    model.edits[id] = board.outsideEdits(of: lead)
    if !isSealed { #expect(model.edits[id] == []) }
  }

  private func importLeads(_ tag: String) throws {
    let ids = Set([anyLead(), anyLead(), anyLead()])
    try board.changeLeads(ids) { id, newest in
      guard var lead = newest else {
        return Lead(id: id, name: "Imported", stage: "new", createdAt: RandomCommands.start)
      }
      lead.tags = [tag]
      return lead
    }
    for id in ids where model.notes[id] == nil {
      if model.leads[id] == nil {
        model.leads[id] = Lead(
          id: id, name: "Imported", stage: "new", createdAt: RandomCommands.start)
      } else {
        try model.change(id) { lead in
          lead.tags = [tag]
          lead.revision += 1
        }
      }
    }
  }

  func compare() throws {
    let read = try board.readLeads { $0 }
    #expect(read.faults == [])
    #expect(Dictionary(uniqueKeysWithValues: read.values.map { ($0.id, $0) }) == model.leads)
    #expect(try board.readMeetings().records == (model.meeting.map { [$0] } ?? []))
    #expect(try board.readCampaigns().records.map(\.end) == [model.campaign.end])
    #expect(try board.readBoard().forgotten.values.reduce(0, +) == model.forgotten)
    #expect(try board.check() == [])
  }
}

/// The names of the entries that are made in a step, in their order.
private final class EntryNames: @unchecked Sendable {
  // Unchecked: a context is used on one thread.
  private let step: Int
  private var count = 0

  init(step: Int) { self.step = step }

  func next() -> EntryID {
    count += 1
    return EntryID("e\(step)-\(count)")
  }
}
