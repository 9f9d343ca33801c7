extension Lead {
  /// Takes back the change that a history entry records, by its inverse.
  ///
  /// - Throws: `Refusal` where it cannot be taken back, was taken back before, or somebody built
  ///   on it since: the refusal says who.
  public mutating func undo(_ id: EntryID, in context: CommandContext) throws(Refusal) {
    guard let index = history.firstIndex(where: { $0.id == id }) else {
      throw Refusal(
        .unknownName, "\(name) has no change “\(id)”.", remedy: "Its history lists what it has.")
    }
    let undone = history[index]
    if let other = history.first(where: { $0.undoes == id }) {
      throw .takenBack(other, in: context)
    }
    guard let inverse = undone.inverse else {
      throw Refusal(
        .invalid, "“\(undone.command)” cannot be taken back.", remedy: "Change it by hand.")
    }
    if let later = laterChange(of: undone, after: index) {
      throw .builtOn(later, remedy: "Take that back first, or change it by hand.", in: context)
    }
    // Whatever was seen of the lead, nobody has built on what is taken back.
    var context = context
    context.seen = nil
    context.isTakingBack = true
    try apply(inverse, in: context)
    history[history.count - 1].undoes = id
    history[history.count - 1].inverse = nil
  }

  /// The first change after an entry that is about the same thing and still stands.
  private func laterChange(of entry: HistoryEntry, after index: Int) -> HistoryEntry? {
    history[(index + 1)...].standing.first {
      $0.undoes == nil && (!$0.facets.isDisjoint(with: entry.facets) || $0.mayEdit(entry))
    }
  }
}

extension ArraySlice<HistoryEntry> {
  /// The changes that still count: a change and the one that takes it back are together nothing.
  ///
  /// What takes back a change of before these counts: it has made another lead of it.
  var standing: [HistoryEntry] {
    let mine = Set(map(\.id))
    let undone = Set(compactMap(\.undoes))
    return filter { !undone.contains($0.id) && !($0.undoes.map(mine.contains) ?? false) }
  }
}

extension Refusal {
  /// Somebody has taken the change back before.
  static func takenBack(_ undo: HistoryEntry, in context: CommandContext) -> Refusal {
    Refusal(
      .nothingToDo, "\(undo.by) took that back already, at \(context.said(undo.at)).",
      remedy: "There is nothing to do.")
  }

  /// Somebody has made a change that is about the same thing since.
  static func builtOn(
    _ later: HistoryEntry, remedy: String, in context: CommandContext
  ) -> Refusal {
    Refusal(
      .changedMeanwhile,
      "\(later.by) built on it: “\(later.command)” at \(context.said(later.at)).",
      remedy: remedy)
  }
}

extension HistoryEntry {
  /// Whether another lead became part of this one; not of one that became part of this one later.
  public var isMerge: Bool { command == "merge" && undoes == nil && to == nil }

  /// Whether there is a way back: a command on the lead, or the two leads that it was.
  public var hasWayBack: Bool { inverse != nil || isMerge }
}

extension HistoryEntry {
  /// What a change is about: two changes that share a facet build on each other.
  var facets: Set<String> {
    let changed = inverse?.facets ?? ownFacets
    // Whether the lead is taken is one question, whoever answers it first.
    return isJudgement ? changed.union(["verdict"]) : changed
  }

  /// Whether it is an edit of a list in the file that another change has an entry in: which of the
  /// entries was edited nobody knows.
  fileprivate func mayEdit(_ other: HistoryEntry) -> Bool {
    isOutsideEdit && !(other.inverse?.lists(of: other.command).isDisjoint(with: editedKeys) ?? true)
  }

  private var isJudgement: Bool {
    Feedback.Verdict(rawValue: command).map { $0 != .praise } ?? false
  }

  private var ownFacets: Set<String> {
    switch command {
    case "move", "revive", "restore": return ["place"]
    case _ where Parking.Kind(rawValue: command) != nil: return ["place"]
    case "assign": return ["assign \(subject ?? "")"]
    case "touch", "note", "retract": return ["entry \(subject ?? "")"]
    case _ where isOutsideEdit: return Set(editedKeys.map(LeadCommand.facet(ofKey:)))
    default: return [command]
    }
  }
}

extension LeadCommand {
  /// What somebody changes who edits the value of a key in the file.
  fileprivate static func facet(ofKey key: String) -> String {
    switch key {
    case "stage", "parked", "visits": "place"
    case "owner": "assign \(Ownership.sales.rawValue)"
    case "marketingOwner": "assign \(Ownership.marketing.rawValue)"
    case "nextStep": "next"
    default: key
    }
  }

  /// The keys of the lists in the file that it changes an entry of.
  ///
  /// - Parameter command: The command that it takes back.
  fileprivate func lists(of command: String) -> Set<String> {
    switch self {
    case .retract:
      switch command {
      case "touch": ["touches"]
      case "note": ["notes"]
      case "offer": ["handoffs"]
      default: ["feedback"]
      }
    case .withdrawReply: ["feedback"]
    case .renewHold, .release: ["holds"]
    case .restoreRoadblock, .withdrawRoadblock: ["roadblocks"]
    case .restoreHandoff: ["handoffs"]
    case .withdrawAnswer: ["answers"]
    case .all(let commands): commands.reduce(into: []) { $0.formUnion($1.lists(of: command)) }
    default: []
    }
  }

  /// What the command changes, as far as others may build on it.
  fileprivate var facets: Set<String> {
    switch self {
    case .restorePlace(let place): place.endedStep == nil ? ["place"] : ["place", "next"]
    case .move, .park, .revive: ["place"]
    case .assign(let assign): ["assign \(assign.ownership.rawValue)"]
    case .retract(let id), .withdrawReply(let id), .renewHold(let id), .release(let id?):
      ["entry \(id)"]
    case .restoreRoadblock(let roadblock): ["entry \(roadblock.id)"]
    case .withdrawRoadblock(let id): ["entry \(id)"]
    case .restoreHandoff(let standing): ["entry \(standing.handoff)"]
    case .withdrawAnswer(let place): ["survey \(place.question)"]
    case .all(let commands): commands.reduce(into: []) { $0.formUnion($1.facets) }
    default: [name]
    }
  }
}
