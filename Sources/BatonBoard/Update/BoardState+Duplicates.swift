import BatonModel
import BatonReports
import TerminalCanvas

/// Leads that may be one buyer: looked for when asked, listed by pairs, merged one by one.
extension BoardState {
  /// So many pairs are listed; whoever has more merges these first.
  private static let mostPairs = 200

  /// Offers the leads that were found to be alike.
  mutating func offer(_ groups: [DuplicateGroup]) {
    // Whoever went on to something else meanwhile is not disturbed.
    guard overlays.isEmpty, !filter.isTyping else { return }
    let items = groups.flatMap { group in
      let reasons = group.reasonWords.joined(separator: ", ")
      return group.leads.dropFirst().map { other in
        Picker.Item(
          .alike(group.leads[0].id, other.id),
          label: Self.question(group.leads[0], other),
          detail: reasons)
      }
    }
    guard !items.isEmpty else {
      toast = Toast(.done, "No two leads are alike.")
      return
    }
    toast = nil
    overlays.append(
      .picker(
        Picker(
          title: "Leads that may be one", lead: nil, items: Array(items.prefix(Self.mostPairs)))))
  }

  /// Whether two leads are one, in which what both have in common is said once.
  private static func question(_ one: LeadLikeness, _ other: LeadLikeness) -> String {
    if one.name == other.name {
      switch (one.company, other.company) {
      case (let company?, let second?) where company != second:
        return "\(one.name) · \(company) = \(second)?"
      case (let company, let second) where company == second:
        return "Twice \(words(for: one))?"
      default: break
      }
    } else if let company = one.company, company == other.company {
      return "\(one.name) = \(other.name) · \(company)?"
    }
    return "\(words(for: one)) = \(words(for: other))?"
  }

  private static func words(for lead: LeadLikeness) -> String {
    [lead.name, lead.company].compactMap { $0 }.joined(separator: " · ")
  }

  /// Follows a choice about leads that are alike; nil where it is about something else.
  mutating func chooseAlike(_ choice: Picker.Choice) -> [Effect]? {
    switch choice {
    case .alike(let first, let second):
      if let picker = mergePicker(first, second) { overlays.append(.picker(picker)) }
      return []
    case .merge(let other, into: let kept): return [.merge(other, into: kept)]
    case .page(let id): return openPage(of: id)
    default: return nil
    }
  }

  /// What can be done about two leads; nil where one of them is gone by now.
  private func mergePicker(_ first: LeadID, _ second: LeadID) -> Picker? {
    guard let one = shelf[first], let other = shelf[second] else { return nil }
    // Two leads of one name are told apart by where they stand, whose they are and since when.
    func stage(of lead: LeadSummary) -> String {
      "\(place(of: lead)), since \(Wording.day(lead.createdAt, reckoning))"
    }
    return Picker(
      title: "One buyer? u takes a merge back", lead: nil,
      items: [
        .init(.page(first), label: "Open \(one.name)", detail: stage(of: one)),
        .init(.page(second), label: "Open \(other.name)", detail: stage(of: other)),
        .init(
          .merge(second, into: first), label: "Merge into \(one.name)",
          detail: "keeps \(first), \(stage(of: one))"),
        .init(
          .merge(first, into: second), label: "Merge into \(other.name)",
          detail: "keeps \(second), \(stage(of: other))"),
      ])
  }
}
