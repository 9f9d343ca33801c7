extension LeadSummary {
  /// Who is named for a change that no command of Baton's made: an editor's, a script's, git's.
  public static let outside = "outside"

  /// What somebody changed in the lead's file by hand, as the history would tell it.
  ///
  /// Only what the summary knows is named; a change of anything else is told without saying of
  /// what.
  ///
  /// - Parameters:
  ///   - old: the lead before.
  ///   - at: when the change was noticed.
  public func outsideChanges(since old: LeadSummary, at: Instant) -> [HistoryEntry] {
    let fields: [(name: String, before: String?, after: String?)] = [
      ("name", old.name, name), ("company", old.company, company),
      ("stage", old.stage.rawValue, stage.rawValue),
      ("parked", old.parked?.kind.rawValue, parked?.kind.rawValue),
      ("owner", old.owner?.rawValue, owner?.rawValue),
      ("marketingOwner", old.marketingOwner?.rawValue, marketingOwner?.rawValue),
      ("amount", old.amount?.historyText, amount?.historyText),
      ("nextStep", old.nextStep?.historyText, nextStep?.historyText),
      ("tags", old.tags.joined(separator: ", "), tags.joined(separator: ", ")),
    ]
    let changes = fields.filter { $0.before != $0.after }.map { field in
      var entry = HistoryEntry(id: "", at: at, by: Self.outside, command: "edit")
      entry.subject = field.name
      entry.from = field.before.flatMap { $0.isEmpty ? nil : $0 }
      entry.to = field.after.flatMap { $0.isEmpty ? nil : $0 }
      return entry
    }
    return changes.isEmpty
      ? [HistoryEntry(id: "", at: at, by: Self.outside, command: "edit")] : changes
  }
}

extension Money {
  /// The amount as the history keeps it.
  fileprivate var historyText: String { "\(minorUnits) \(currency)" }
}

extension NextStepSummary {
  /// The step as the history keeps it.
  fileprivate var historyText: String { "\(kind.rawValue) \(due.rfc3339)" }
}
