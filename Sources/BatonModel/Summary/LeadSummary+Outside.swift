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
    let changes = zip(old.editedFields, editedFields).filter { $0.value != $1.value }.map {
      HistoryEntry(editOf: $0.key, from: $0.value, to: $1.value, at: at)
    }
    return changes.isEmpty ? [HistoryEntry(editOf: nil, at: at)] : changes
  }

  /// What somebody changed in the lead's file by hand, where only the keys in it are known: an
  /// entry for each of which the lead has one value, and one for all others.
  ///
  /// - Parameters:
  ///   - keys: the keys, sorted; none where it is not known what was changed.
  ///   - at: when the file was changed.
  public func outsideEdits(of keys: [String], at: Instant) -> [HistoryEntry] {
    let shown = editedFields.filter { keys.contains($0.key) }
    let others = keys.filter { key in !shown.contains { $0.key == key } }
    let edits = shown.map { HistoryEntry(editOf: $0.key, to: $0.value, at: at) }
    if others.isEmpty, !edits.isEmpty { return edits }
    let subject = others.isEmpty ? nil : others.joined(separator: HistoryEntry.subjectSeparator)
    return edits + [HistoryEntry(editOf: subject, at: at)]
  }

  /// What the summary knows of the file's keys, as the history keeps it.
  private var editedFields: [(key: String, value: String?)] {
    [
      ("name", name), ("company", company), ("stage", stage.rawValue),
      ("parked", parked?.kind.rawValue), ("owner", owner?.rawValue),
      ("marketingOwner", marketingOwner?.rawValue), ("amount", amount?.historyText),
      ("nextStep", nextStep?.historyText),
      ("tags", tags.isEmpty ? nil : tags.joined(separator: ", ")),
    ]
  }
}

extension HistoryEntry {
  /// Whether it tells of an edit of the file that no command of Baton's made.
  public var isOutsideEdit: Bool { command == Self.edit && by == LeadSummary.outside }

  /// What the subject of an edit names, by the keys in the file.
  var editedKeys: [String] {
    subject?.split(separator: Self.subjectSeparator).map(String.init) ?? []
  }

  private static let edit = "edit"
  /// What stands between two keys in the subject of an edit.
  fileprivate static let subjectSeparator = ", "

  /// An edit that no command made; it has no name of its own yet.
  fileprivate init(editOf key: String?, from: String? = nil, to: String? = nil, at: Instant) {
    self.init(id: "", at: at, by: LeadSummary.outside, command: Self.edit)
    subject = key
    self.from = from
    self.to = to
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
