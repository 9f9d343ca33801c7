import BatonModel
import BatonStore
import Foundation
import StoreActing
import Testing

/// Random commands of several actors on a real board and on leads in memory come to the same.
@Suite struct ModelTests {
  @Test(arguments: 0..<Endurance.count(3, long: 100))
  func theStoreDoesWhatAPlainModelDoes(seed: Int) throws {
    let run = try ModelRun(seed: UInt64(seed))
    for step in 0..<Endurance.count(150, long: 1000) { try run.step(step) }
    try run.compare()
  }
}

/// A board on the disk and the same leads in memory.
private final class ModelRun {
  let scratch: Scratch
  let board: BoardFolder
  var model: [LeadID: Lead] = [:]
  /// What each actor saw of a lead some time ago.
  var sights: [String: (LeadID, LeadSight)] = [:]
  var commands: RandomCommands

  init(seed: UInt64) throws {
    scratch = try Scratch()
    board = try BoardFolder.create(at: scratch.path, board: RandomCommands.board)
    commands = RandomCommands(seed: seed)
  }

  private func path(_ id: LeadID) throws -> BoardPath {
    try BoardFolder.filePath(.lead, id.rawValue)
  }

  private func anyLead() -> LeadID { LeadID("lead-\(commands.below(6))") }

  func step(_ number: Int) throws {
    let actor = commands.one(of: ["maria", "jonas", "aylin"])
    let id = anyLead()
    var context = CommandContext(
      board: RandomCommands.board, actor: actor,
      now: RandomCommands.start.adding(hours: Double(number)),
      newEntryID: { EntryID("e\(number)") })
    switch commands.below(12) {
    case 0: try add(id)
    case 1: try undo(id, in: context)
    case 2: try editOutside(id, "by hand \(number)")
    case 3: try importLeads("import \(number)")
    case 4: try merge(id, anyLead())
    case 5: sights[actor] = model[id].map { (id, LeadSight($0)) }
    case 6:
      if let (lead, seen) = sights[actor], lead == id { context.seen = seen }
      try apply(commands.next(), to: id, in: context)
    default: try apply(commands.next(), to: id, in: context)
    }
  }

  /// Does the same to the file and to the lead in memory, and expects the same refusal.
  private func change(
    _ id: LeadID, _ real: () throws(StoreError) -> Lead,
    _ plain: (inout Lead) throws(Refusal) -> Void
  ) throws {
    var expected: StoreError? = model[id] == nil ? .unknown(.lead, id: id.rawValue) : nil
    if var lead = model[id] {
      do throws(Refusal) {
        try plain(&lead)
        model[id] = lead
      } catch {
        expected = .refused(error)
      }
    }
    do throws(StoreError) {
      let lead = try real()
      #expect(expected == nil)
      #expect(lead == model[id])
    } catch {
      #expect(error == expected)
    }
  }

  private func apply(
    _ command: LeadCommand, to id: LeadID, in context: CommandContext
  ) throws {
    try change(id) { () throws(StoreError) in
      try board.apply(command, to: id, in: context).after
    } _: { lead throws(Refusal) in
      try lead.apply(command, in: context)
    }
  }

  private func undo(_ id: LeadID, in context: CommandContext) throws {
    let entries = model[id]?.history.map(\.id) ?? []
    let entry = entries.isEmpty ? "none" : commands.one(of: Array(entries.suffix(3)))
    try change(id) { () throws(StoreError) in
      try board.undo(entry, of: id, in: context).after
    } _: { lead throws(Refusal) in
      try lead.undo(entry, in: context)
    }
  }

  private func add(_ id: LeadID) throws {
    let lead = Lead(id: id, name: "Lead \(id)", stage: "new", createdAt: RandomCommands.start)
    do throws(StoreError) {
      try board.add(lead)
      #expect(model[id] == nil)
      model[id] = lead
    } catch {
      #expect(model[id] != nil, "\(error)")
    }
  }

  private func editOutside(_ id: LeadID, _ tag: String) throws {
    guard var lead = model[id] else { return }
    lead.tags.append(tag)
    model[id] = lead
    let file = URL(filePath: "\(board.path)/\(try path(id))")
    try Data(LeadFile.encode(lead)).write(to: file)
  }

  private func importLeads(_ tag: String) throws {
    let ids = [anyLead(), anyLead(), anyLead()]
    try board.changeLeads(ids) { id, newest in
      guard var lead = newest else {
        return Lead(id: id, name: "Imported", stage: "new", createdAt: RandomCommands.start)
      }
      lead.tags = [tag]
      return lead
    }
    for id in Set(ids) {
      model[id]?.tags = [tag]
      model[id]?.revision += 1
      if model[id] == nil {
        model[id] = Lead(id: id, name: "Imported", stage: "new", createdAt: RandomCommands.start)
      }
    }
  }

  /// One lead takes over the tags of another, which goes.
  private func merge(_ id: LeadID, _ other: LeadID) throws {
    guard id != other, let kept = model[id], let gone = model[other] else { return }
    let paths = [try path(id), try path(other)]
    try board.transact(on: paths) { board throws(StoreError) in
      var lead = try board.lead(id)
      lead.tags += try board.lead(other).tags
      lead.notes += try board.lead(other).notes
      try board.put(lead)
      try board.remove(paths[1])
    }
    model[other] = nil
    model[id]?.tags += gone.tags
    model[id]?.notes += gone.notes
    if model[id] != kept { model[id]?.revision += 1 }
  }

  func compare() throws {
    let read = try board.readLeads { $0 }
    #expect(read.faults == [])
    #expect(Dictionary(uniqueKeysWithValues: read.values.map { ($0.id, $0) }) == model)
    #expect(try board.check() == [])
  }
}
