/// Commands about what stands in the buyer's way.
extension Lead {
  /// Enters a roadblock, or adds what is now known of one of its kind that stands already.
  mutating func carryOut(
    _ draft: LeadCommand.RoadblockDraft, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    try context.board.requireRoadblock(draft)
    entry.subject = draft.kind
    if let place = roadblocks.lastIndex(where: { $0.kind == draft.kind && $0.stands }) {
      let former = roadblocks[place]
      roadblocks[place].take(draft)
      guard roadblocks[place] != former else {
        throw Refusal(
          .nothingToDo,
          "“\(draft.kind)” stands in the way of \(name) since \(context.said(former.opened)).",
          remedy: "Say what is new: the buyer's words, who sees to it, what will be done.")
      }
      entry.from = former.plan
      entry.to = roadblocks[place].plan
      entry.inverse = .restoreRoadblock(former)
    } else {
      var roadblock = Roadblock(
        id: entry.id, kind: draft.kind, origin: draft.origin ?? .ours, opened: context.now)
      roadblock.take(draft)
      roadblocks.append(roadblock)
      entry.to = roadblock.plan
      entry.inverse = .withdrawRoadblock(roadblock.id)
    }
    entry.note = draft.words
  }

  /// Clears a roadblock out of the way: the one of an id or of a kind, else the only one.
  mutating func unblock(
    _ which: String?, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    let standing = roadblocks.indices.filter { roadblocks[$0].stands }
    let meant = standing.filter {
      which == nil || roadblocks[$0].id.rawValue == which || roadblocks[$0].kind == which
    }
    let list = standing.map { roadblocks[$0].kind }.joined(separator: ", ")
    guard let place = meant.first else {
      throw Refusal(
        which == nil ? .nothingToDo : .unknownName,
        which.map { "No roadblock “\($0)” stands in the way of \(name)." }
          ?? "Nothing stands in the way of \(name).",
        remedy: list.isEmpty ? "There is nothing to clear." : "What stands there: \(list).")
    }
    guard meant.count == 1 else {
      throw Refusal(
        .invalid, "Several things stand in the way of \(name): \(list).",
        remedy: "Say which of them is gone.")
    }
    entry.subject = roadblocks[place].kind
    entry.inverse = .restoreRoadblock(roadblocks[place])
    roadblocks[place].resolved = context.now
  }

  mutating func restore(
    _ roadblock: Roadblock, entry: inout HistoryEntry
  ) throws(Refusal) {
    let place = try place(of: roadblock.id)
    entry.subject = roadblock.kind
    roadblocks[place] = roadblock
  }

  mutating func withdrawRoadblock(
    _ id: EntryID, entry: inout HistoryEntry
  ) throws(Refusal) {
    let place = try place(of: id)
    entry.subject = roadblocks[place].kind
    roadblocks.remove(at: place)
  }

  private func place(of id: EntryID) throws(Refusal) -> Int {
    guard let place = roadblocks.firstIndex(where: { $0.id == id }) else {
      throw Refusal(.unknownName, "\(name) has no roadblock “\(id)”.", remedy: "Look at it again.")
    }
    return place
  }
}

extension Roadblock {
  /// Whether it still stands.
  public var stands: Bool { resolved == nil }

  /// Takes over what a draft says; what it does not say stays.
  fileprivate mutating func take(_ draft: LeadCommand.RoadblockDraft) {
    origin = draft.origin ?? origin
    step = draft.step ?? step
    words = draft.words ?? words
    owner = draft.owner ?? owner
    fix = draft.fix ?? fix
    due = draft.due ?? due
  }

  /// Who does what about it, in words; nil where nobody does anything.
  fileprivate var plan: String? {
    let parts = [owner?.rawValue, fix].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }
}

extension Board {
  /// Refuses a kind of roadblock that the board does not have.
  func requireRoadblockKind(_ kind: String) throws(Refusal) {
    guard !roadblockKinds.contains(kind) else { return }
    throw Refusal(
      .unknownName, "This board knows no roadblock “\(kind)”.",
      remedy: "Its kinds are: \(roadblockKinds.joined(separator: ", ")); "
        + "add others to `roadblockKinds` in board.json.")
  }

  /// Refuses a kind, a step or an owner that the board does not have.
  fileprivate func requireRoadblock(_ draft: LeadCommand.RoadblockDraft) throws(Refusal) {
    try requireRoadblockKind(draft.kind)
    if let step = draft.step, !journey.contains(where: { $0.id == step }) {
      throw Refusal(
        .unknownName, "The journey has no step “\(step)”.",
        remedy: "Its steps are: \(journey.map(\.id.rawValue).joined(separator: ", ")).")
    }
    if let owner = draft.owner { try requireOwner(owner) }
  }
}
