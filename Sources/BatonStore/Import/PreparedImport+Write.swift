import BatonModel

/// What an import did.
public struct ImportResult: Sendable {
  /// How many rows the file holds.
  public var read = 0
  /// How many rows came in as a lead.
  public var created = 0
  /// How many rows changed a lead.
  public var updated = 0
  /// How many rows said nothing that the board did not know.
  public var unchanged = 0
  /// The rows that were refused, in the order of the file.
  public var refused: [RefusedRow] = []
  /// What the board got besides leads; nil where nothing.
  public var supplement: BoardSupplement?
  /// What whoever imported should know.
  public var notices: [ImportNotice] = []
}

extension PreparedImport {
  /// Carries the plan out.
  ///
  /// Each lead is written whole or not at all, from its newest version: what somebody changed since
  /// the plan was made is kept. After a crash or a full disk the same import, run again, adds what
  /// is missing.
  ///
  /// - Parameters:
  ///   - folder: the board that the plan was made for.
  ///   - progress: told how many leads are written, and their total.
  public func write(
    to folder: BoardFolder, progress: Progress = { _, _, _ in }
  ) throws(ImportError) -> ImportResult {
    guard plan.questions.isEmpty else { throw .questions(plan.questions) }
    var written = 0
    do throws(StoreError) {
      try writeBoard(to: folder)
      return try writeLeads(to: folder, written: &written, progress: progress)
    } catch {
      let isWhole = written == 0 && plan.supplement == nil
      throw isWhole
        ? .store(error)
        : .partly(error, written: written, of: plan.creations.count + plan.updates.count)
    }
  }

  /// Members, stages and campaigns first: no lead ever names what the board does not have.
  private func writeBoard(to folder: BoardFolder) throws(StoreError) {
    guard let change = plan.supplement else { return }
    try folder.changeBoard { board throws(Refusal) in _ = change.apply(to: &board) }
    for campaign in change.campaigns {
      do throws(StoreError) {
        try folder.add(campaign)
      } catch {
        // Somebody else has made it meanwhile.
        guard case .files(let reason) = error, reason.reason == .exists else { throw error }
      }
    }
  }

  private func writeLeads(
    to folder: BoardFolder, written: inout Int, progress: Progress
  ) throws(StoreError) -> ImportResult {
    var result = ImportResult(
      read: plan.read, created: plan.created, updated: plan.updated, unchanged: plan.unchanged,
      refused: plan.refused, supplement: plan.supplement, notices: plan.notices)
    let creations = Dictionary(
      plan.creations.map { ($0.lead.id, $0) }, uniquingKeysWith: { first, _ in first })
    let updates = Dictionary(
      plan.updates.map { ($0.before.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = plan.creations.map(\.lead.id) + plan.updates.map(\.before.id)
    var done = 0
    var gone: [ImportPlan.Update] = []
    let change = try folder.changeLeads(ids) { count in
      written = count
    } _: { id, newest in
      done += 1
      progress(.writing, done, ids.count)
      if let creation = creations[id] {
        // A lead of this name is there if the same file is imported twice at once.
        guard var lead = newest else { return creation.lead }
        return plan.apply(creation.facts, to: &lead).isChanged ? lead : nil
      }
      guard let update = updates[id] else { return nil }
      guard var lead = newest else {
        gone.append(update)
        return nil
      }
      let applied = plan.apply(update.facts, to: &lead)
      result.updated -= applied.refused.count
      result.refused += applied.refused
      return applied.isChanged ? lead : nil
    }
    for update in gone {
      result.updated -= update.lines.count
      result.refused += update.lines.map { line in
        RefusedRow(
          line: line, reason: "The lead \(update.before.id) was removed meanwhile.",
          remedy: "Import again.")
      }
    }
    refuseBroken(change.faults, creations: creations, updates: updates, in: &result)
    result.refused.sort { $0.line < $1.line }
    return result
  }

  /// Refuses the rows of leads whose files are broken, and were left alone for that.
  private func refuseBroken(
    _ faults: [FileFault], creations: [LeadID: ImportPlan.Creation],
    updates: [LeadID: ImportPlan.Update], in result: inout ImportResult
  ) {
    for fault in faults {
      let name = fault.file.split(separator: "/").last?.split(separator: ".").first ?? ""
      let id = LeadID(String(name))
      let lines = creations[id].map { [$0.line] } ?? updates[id]?.lines ?? []
      if creations[id] != nil { result.created -= 1 } else { result.updated -= lines.count }
      result.refused += lines.map { line in
        RefusedRow(
          line: line, reason: "The file of its lead is broken: \(fault).".asSentence,
          remedy: fault.remedy.asSentence)
      }
    }
  }
}
