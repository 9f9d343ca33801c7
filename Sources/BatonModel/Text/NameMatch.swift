/// Finds the things that somebody means by what they typed.
public enum NameMatch {
  /// The ids that a typed name may mean: the one that is typed exactly, else the only one of that
  /// title, else all whose id or title begins so, else all that have a word in their title that
  /// does. Capitals and accents aside.
  ///
  /// - Complexity: O(n) in the things that there are.
  public static func ids<Subject>(
    for typed: String, among named: some Sequence<(id: Identifier<Subject>, title: String)>
  ) -> [Identifier<Subject>] {
    let exact = Identifier<Subject>(typed)
    let sought = FoldedText(typed).bytes
    var titled: [Identifier<Subject>] = []
    var begun: [Identifier<Subject>] = []
    var within: [Identifier<Subject>] = []
    for (id, title) in named {
      if id == exact { return [id] }
      let folded = FoldedText(title).bytes
      if folded == sought { titled.append(id) }
      if FoldedText(id.rawValue).bytes.starts(with: sought) || folded.starts(with: sought) {
        begun.append(id)
      } else if folded.split(separator: UInt8(ascii: " ")).contains(where: {
        $0.starts(with: sought)
      }) {
        within.append(id)
      }
    }
    if titled.count == 1 { return titled }
    if sought.isEmpty { return [] }
    return begun.isEmpty ? within : begun
  }
}
