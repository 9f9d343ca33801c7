import BatonModel
import BatonStore
import Foundation
import StoreActing

/// A writer of a board in a process of its own, for tests that need many of them, or kill them.
///
/// `store-actor BOARD NAME SEED COUNT LEADS commands|all|pairs` does so many random things to the
/// leads `lead-0` and following: commands, or everything, or what keeps pairs of them alike. It
/// tells of each on standard output, in a line before it (`> command NAME-7 lead-3`) and one after
/// it (`< applied`, `< refused`, `! why`).
@main
struct StoreActor {
  let folder: BoardFolder
  let name: String
  let leads: Int
  var commands: RandomCommands

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 7, let seed = UInt64(arguments[3]), let count = Int(arguments[4]),
      let leads = Int(arguments[5])
    else { exit(64) }
    var actor = StoreActor(
      folder: try BoardFolder(at: arguments[1]), name: arguments[2], leads: leads,
      commands: RandomCommands(seed: seed))
    tell("ready")
    for number in 0..<count {
      switch arguments[6] {
      case "all": actor.act(number, 0..<7)
      case "pairs": actor.act(number, 7..<10)
      default: actor.act(number, 0..<1)
      }
    }
  }

  private mutating func act(_ number: Int, _ kinds: Range<Int>) {
    let entry = "\(name)-\(number)"
    do throws(StoreError) {
      switch kinds.lowerBound + commands.below(kinds.count) {
      case 0: try command(entry, number)
      case 1, 2: try both(entry, number)
      case 3: try rename(entry)
      case 4: try importLeads(entry)
      case 5: try merge(entry, number)
      case 6: try drop(entry)
      case 7: try mark(entry, number)
      default: try pair(entry)
      }
      Self.tell("< applied")
    } catch {
      if case .refused = error { Self.tell("< refused") } else { Self.tell("! \(error.message)") }
    }
  }

  private mutating func anyLead() -> LeadID { LeadID("lead-\(commands.below(leads))") }

  private func context(_ entry: String, _ number: Int) -> CommandContext {
    CommandContext(
      board: RandomCommands.board, actor: name,
      now: RandomCommands.start.adding(hours: Double(number)), newEntryID: { EntryID(entry) })
  }

  /// One command on one lead, now and then by somebody who has seen it a moment before.
  private mutating func command(_ entry: String, _ number: Int) throws(StoreError) {
    let lead = anyLead()
    var context = context(entry, number)
    if commands.below(3) == 0 { context.seen = LeadSight(try folder.readLead(lead)) }
    Self.tell("> command \(entry) \(lead)")
    try folder.apply(commands.next(), to: lead, in: context)
  }

  /// The same note on two leads.
  private mutating func both(_ entry: String, _ number: Int) throws(StoreError) {
    let (first, second) = (anyLead(), anyLead())
    let context = context(entry, number)
    Self.tell("> both \(entry) \(first) \(second)")
    let paths = [
      try BoardFolder.filePath(.lead, first.rawValue),
      try BoardFolder.filePath(.lead, second.rawValue),
    ]
    try folder.transact(on: paths) { board throws(StoreError) in
      try board.apply(.note("on both"), to: first, in: context)
      if second != first { try board.apply(.note("on both"), to: second, in: context) }
    }
  }

  /// The same new name for two leads that belong together.
  private mutating func pair(_ entry: String) throws(StoreError) {
    let number = commands.below(leads / 2) * 2
    let ids = [LeadID("lead-\(number)"), LeadID("lead-\(number + 1)")]
    Self.tell("> pair \(entry) \(ids[0]) \(ids[1])")
    let paths = [
      try BoardFolder.filePath(.lead, ids[0].rawValue),
      try BoardFolder.filePath(.lead, ids[1].rawValue),
    ]
    try folder.transact(on: paths) { board throws(StoreError) in
      for id in ids {
        var lead = try board.lead(id)
        lead.name = entry
        try board.put(lead)
      }
    }
  }

  /// A new lead with a tag of its own, which goes into another lead with it.
  private mutating func mark(_ entry: String, _ number: Int) throws(StoreError) {
    let kept = anyLead()
    var other = lead(LeadID("\(entry)-other"))
    other.tags = [entry]
    Self.tell("> mark \(entry) \(kept) \(other.id)")
    try folder.add(other)
    try folder.merge(other.id, into: kept, in: context(entry, number))
  }

  /// A lead that takes another name: one file comes, one goes, and a third tells of it.
  private mutating func rename(_ entry: String) throws(StoreError) {
    let old = LeadID("\(entry)-old")
    let new = LeadID("\(entry)-new")
    Self.tell("> rename \(entry) \(old) \(new)")
    try folder.add(lead(old))
    let paths = [
      try BoardFolder.filePath(.lead, old.rawValue), try BoardFolder.filePath(.lead, new.rawValue),
      BoardPath.board,
    ]
    try folder.transact(on: paths) { board throws(StoreError) in
      var lead = try board.lead(old)
      lead.id = new
      try board.put(lead)
      try board.remove(paths[0])
      try board.put(try board.board())
    }
  }

  /// A new lead that goes into one that is there.
  private mutating func merge(_ entry: String, _ number: Int) throws(StoreError) {
    let kept = anyLead()
    let other = LeadID("\(entry)-other")
    Self.tell("> merge \(entry) \(kept) \(other)")
    try folder.add(lead(other))
    try folder.merge(other, into: kept, in: context(entry, number))
  }

  /// A file of the inbox that is taken in; what it tells of are the names of its leads.
  private mutating func drop(_ entry: String) throws(StoreError) {
    let names = (0...commands.below(5)).map { "\(entry)-row-\($0)" }
    let rows = names.map { "\($0),\($0)@x.example\n" }
    let inbox = "\(folder.path)/inbox"
    do {
      try Data(("name,email\n" + rows.joined()).utf8).write(to: URL(filePath: "\(inbox)/.\(entry)"))
      Self.tell("> drop \(entry) \(names.joined(separator: " "))")
      try FileManager.default.moveItem(
        atPath: "\(inbox)/.\(entry)", toPath: "\(inbox)/\(entry).csv")
      _ = try folder.takeInbox(now: RandomCommands.start, clock: Instant(Date()).adding(days: 1))
    } catch {
      Self.tell("! \(error)")
    }
  }

  /// Many new leads at once, each as good as the others.
  private mutating func importLeads(_ entry: String) throws(StoreError) {
    let ids = (0...commands.below(40)).map { LeadID("\(entry)-\($0)") }
    Self.tell("> import \(entry) \(ids.map(\.rawValue).joined(separator: " "))")
    try folder.changeLeads(ids) { id, newest in newest ?? lead(id) }
  }

  private func lead(_ id: LeadID) -> Lead {
    Lead(id: id, name: "Lead \(id)", stage: "new", createdAt: RandomCommands.start)
  }

  /// A whole line at once, so that none is cut where the process is killed.
  private static func tell(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }
}
