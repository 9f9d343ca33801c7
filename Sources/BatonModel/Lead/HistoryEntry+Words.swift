extension HistoryEntry {
  /// What was changed: `move new → qualify`, `assign sales maria → tom`.
  ///
  /// - Parameters:
  ///   - money: how amounts are written where the words are read.
  ///   - time: how moments are written there.
  public func words(money: (Money) -> String, time: (Instant) -> String) -> String {
    let said = note.map { ": \($0)" } ?? ""
    let taken = undoes.map { ", taking back \($0)" } ?? ""
    let values = (from.map { value($0, money, time) }, to.map { value($0, money, time) })
    return [title, change(values)].filter { !$0.isEmpty }.joined(separator: " ") + said + taken
  }

  private var title: String {
    switch command {
    // The subject of these is an entry's id, which says nothing to people.
    case "touch", "note", "retract", "accept", "reject", "disqualify", "recycle", "praise", "rate",
      "answer", "offer", "proof", "lapse", "hold", "release", "withdraw", "undo":
      command
    case _ where Parking.Kind(rawValue: command) != nil:
      subject.map { "\(command) (\($0))" } ?? command
    default: subject.map { "\(command) \($0)" } ?? command
    }
  }

  private func change(_ values: (before: String?, after: String?)) -> String {
    switch values {
    case (let before?, _) where Parking.Kind(rawValue: command) != nil: "from \(before)"
    case (let before?, let after?): "\(before) → \(after)"
    case (let before?, nil): "\(before) → nothing"
    case (nil, let after?) where command == "merge": "into \(after)"
    case (nil, let after?): after
    case (nil, nil): ""
    }
  }

  /// A value as people read it: the history keeps amounts in minor units and times in UTC.
  private func value(
    _ text: String, _ money: (Money) -> String, _ time: (Instant) -> String
  ) -> String {
    let words = text.split(separator: " ")
    guard words.count == 2 else { return text }
    if command == "amount" || subject == "amount", let minorUnits = Int(words[0]) {
      return money(Money(minorUnits: minorUnits, currency: String(words[1])))
    }
    if let due = Instant(rfc3339: String(words[1])) {
      return "\(words[0]) \(time(due))"
    }
    return text
  }
}
