import BatonInsights
import BatonModel
import BatonStore
import Foundation

extension Session {
  /// The leads that match, in the order in which they are listed, and the rules that they were
  /// reckoned by. At a moment that was chosen, the leads stand as they stood then.
  ///
  /// Files that cannot be read are left out, and standard error says so.
  func leads(matching query: Query) throws -> (leads: [LeadSummary], reckoning: Reckoning) {
    let past = chosenMoment
    let everybody = try readEverybody { LeadSummary($0, asOf: past) }
    tellWhatIsLeftOut(everybody.faults)
    let matcher = QueryMatcher(query, reckoning: everybody.reckoning)
    let matching = everybody.values.compactMap(\.self).filter(matcher.matches)
    return (LeadOrder(everybody.reckoning).sorted(matching), everybody.reckoning)
  }

  /// A lead as it stood at the moment that was chosen, else as it is.
  ///
  /// - Throws: `Failure` where it had not come in by then.
  func asShown(_ lead: Lead) throws(Failure) -> Lead {
    guard let past = chosenMoment else { return lead }
    if let former = lead.asOf(past) { return former }
    throw Failure(
      "\(lead.name) came in at \(Figures.time(lead.createdAt, board.calendar)), after the moment "
        + "that --as-of names.", "Name a later one, or leave it out.")
  }

  /// Says on standard error what the answer does not hold: files that cannot be read, and files
  /// that wait in the inbox.
  func tellWhatIsLeftOut(_ faults: [FileFault]) {
    tellOfUnread(faults)
    folder.tellOfInbox()
  }

  /// Says on standard error how many files are left out, where there are any.
  func tellOfUnread(_ faults: [FileFault]) {
    guard !faults.isEmpty else { return }
    StandardError.say(
      "\(faults.count == 1 ? "1 file" : "\(faults.count) files") cannot be read and left out.",
      "See them with `baton check`.")
  }

  /// The board's rules at the moment, for one lead.
  ///
  /// Only where the limit of its stage is to be taken from the team's own history are the other
  /// leads read in full; else their files are looked through for holds that cover its company.
  func reckoning(for lead: Lead) throws -> Reckoning {
    guard stagesWithoutTarget.contains(lead.stage) else {
      return Reckoning(
        board: board, now: now, companyHolds: try companyHolds(covering: lead), isPast: isClockSet)
    }
    return try readEverybody { _ in () }.reckoning
  }

  /// The holds of other leads that may cover a lead with its whole company, looked for once.
  func companyHolds(covering lead: Lead) throws -> CompanyHolds {
    try lead.company == nil ? CompanyHolds() : wideHolds.value(folder.readCompanyHolds)
  }

  /// Everything that was read of a board's leads.
  struct Everybody<Value> {
    /// What was made of each lead, in no promised order.
    var values: [Value]
    /// What is wrong with the files that could not be read.
    var faults: [FileFault]
    /// The board's rules at the moment, with the limits that follow from the team's history.
    var reckoning: Reckoning
  }

  /// Reads all leads on all cores, with progress where somebody sees it.
  func readEverybody<Value: Sendable>(
    _ keep: @escaping @Sendable (Lead) -> Value
  ) throws -> Everybody<Value> {
    let meter = ProgressMeter("Reading leads", isShown: around.showsProgress)
    let stages = stagesWithoutTarget
    let read = try folder.readLeads { lead in
      (
        keep(lead), stages.isEmpty ? [] : lead.stays.filter { stages.contains($0.stage) },
        lead.holds.contains { $0.scope == .company } ? LeadSummary(lead) : nil
      )
    } progress: { done, total in
      meter.show(done, of: total)
    }
    meter.clear()
    let dwell = TeamDwell(read.values.lazy.flatMap(\.1), asOf: now)
    return Everybody(
      values: read.values.map(\.0), faults: read.faults,
      reckoning: Reckoning(
        board: board, now: now, proposedLimits: dwell.proposedLimits,
        companyHolds: CompanyHolds(read.values.compactMap(\.2)), isPast: isClockSet))
  }

  /// The stages with a clock for which the board sets no target.
  private var stagesWithoutTarget: Set<StageID> {
    Set(board.stages.filter { $0.kind != .inventory && $0.targetDays == nil }.map(\.id))
  }

  /// The ids of all leads, sorted, from the names of their files alone.
  func leadIDs() -> [LeadID] {
    let manager = FileManager.default
    let leads = folder.path + "/leads"
    let shards = (try? manager.contentsOfDirectory(atPath: leads)) ?? []
    let names = shards.flatMap { shard in
      (try? manager.contentsOfDirectory(atPath: "\(leads)/\(shard)")) ?? []
    }
    return names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
      .map { LeadID(String($0.dropLast(5))) }.sorted()
  }

  /// The id of the lead that somebody means who typed one: that id, else the only one that begins
  /// so; and where that lead was merged into another, the other's.
  ///
  /// - Throws: `Failure` that lists the candidates where there are several.
  func leadID(named typed: String) throws -> LeadID {
    let exact = LeadID(typed)
    if let file = BoardFolder.file(of: exact),
      FileManager.default.fileExists(atPath: "\(folder.path)/\(file)")
    {
      return try folder.currentID(of: exact)
    }
    let begun = typed.isEmpty ? [] : leadIDs().filter { $0.rawValue.hasPrefix(typed) }
    guard !begun.isEmpty else {
      throw Failure(
        "No lead on this board has the id “\(typed)”.",
        "Find it by name: baton list \(typed.isEmpty ? "NAME" : typed)")
    }
    // Of very many nobody asks which were merged.
    let few = begun.count <= 16
    let candidates = few ? Set(try begun.map(folder.currentID)).sorted() : begun
    if candidates.count == 1 { return candidates[0] }
    let shown = candidates.prefix(8).map(\.rawValue).joined(separator: ", ")
    let more = candidates.count > 8 ? " and \(candidates.count - 8) more" : ""
    throw Failure(
      "\(candidates.count) leads have ids that begin with “\(typed)”.",
      "Type more of it: \(shown)\(more).")
  }
}
