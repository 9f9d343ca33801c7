import BatonModel
import BatonReports

/// Completing the name before the cursor in a decision's line.
extension BoardState {
  /// A name that the part of the line before the cursor may become.
  struct Completion: Hashable {
    /// What is written in the part's place.
    var text: String
    /// What is shown for it.
    var label: String
  }

  /// The part of a line that the cursor stands behind, where it can be completed, with its
  /// candidates.
  func completions(of input: TextInput) -> (token: DecisionToken, candidates: [Completion])? {
    let token = DecisionToken.tokens(of: input.text).first {
      $0.range.lowerBound < input.cursor && input.cursor <= $0.range.upperBound
    }
    guard let token else { return nil }
    let found: [Completion]
    switch token.kind {
    case .owner: found = members(beginning: token.text)
    case .lead: found = leads(beginning: token.text)
    case .roadblock: found = roadblocks(beginning: token.text)
    case .word, .due: return nil
    }
    return found.isEmpty ? nil : (token, found)
  }

  /// Writes the first candidate in the place of the part before the cursor.
  mutating func complete(_ input: inout TextInput) {
    guard let (token, candidates) = completions(of: input), let first = candidates.first else {
      return
    }
    var text = String(input.characters[..<token.range.lowerBound])
    text += token.kind.mark + first.text
    let rest = String(input.characters[token.range.upperBound...])
    // A blank is left behind the name, and another before what follows: else what is typed next
    // would become a part of it.
    let isLast = rest.allSatisfy(\.isWhitespace)
    if !isLast || rest.isEmpty { text += " " }
    input = TextInput(text + rest)
    input.moveToStart()
    input.move(by: text.count + (isLast && !rest.isEmpty ? 1 : 0))
  }

  /// So many candidates are shown.
  private static let shownCandidates = 5

  private func members(beginning typed: String) -> [Completion] {
    let here = board.team.filter { !$0.hasLeft }
    let ids =
      typed.isEmpty
      ? here.map(\.id) : NameMatch.ids(for: typed, among: here.map { ($0.id, $0.name) })
    return ids.prefix(BoardState.shownCandidates).map { id in
      Completion(
        text: id.rawValue, label: board.member(id).map { "\(id) \($0.name)" } ?? id.rawValue)
    }
  }

  private func leads(beginning typed: String) -> [Completion] {
    // What is typed for guests to see does not call up the names of others.
    guard !meetingView.masksNames, typed.count > 1 else { return [] }
    let found = shelf.leads(named: typed, in: names, most: BoardState.shownCandidates)
    let known = found.map { shelf[$0] }
    return zip(found, known).map { id, lead in
      guard let lead else { return Completion(text: id.rawValue, label: id.rawValue) }
      let isAlone = known.count { $0?.name == lead.name } == 1
      // Of several of one name the id has to be typed, and the place tells whose it is.
      return Completion(
        text: id.rawValue,
        label: isAlone ? lead.title : "\(id) \(lead.title) · \(place(of: lead))")
    }
  }

  /// What tells a lead apart from others of its name: where it stands and whose it is.
  func place(of lead: LeadSummary) -> String {
    let stage = board.stage(lead.stage)?.title ?? lead.stage.rawValue
    let owner = lead.owner.map { board.member($0)?.name ?? $0.rawValue } ?? "nobody's"
    return [stage, lead.parked?.kind.rawValue, owner].compactMap(\.self).joined(separator: ", ")
  }

  private func roadblocks(beginning typed: String) -> [Completion] {
    var kinds: Set<String> = []
    for lead in shelf.contents.joined() { if let kind = lead.roadblock { kinds.insert(kind) } }
    let sought = FoldedText(typed)
    return kinds.sorted().filter { typed.isEmpty || FoldedText($0).contains(sought) }
      .prefix(BoardState.shownCandidates).map { kind in
        Completion(text: kind.contains(" ") ? "\"\(kind)\"" : kind, label: kind)
      }
  }
}
