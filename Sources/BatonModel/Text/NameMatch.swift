/// Finds the things that somebody means by what they typed.
public enum NameMatch {
  /// The ids that a typed name may mean: the one that is typed exactly, else those that a
  /// ``NameIndex`` finds, in their order.
  ///
  /// - Complexity: O(length of all names).
  public static func ids<Subject>(
    for typed: String, among named: some Sequence<(id: Identifier<Subject>, title: String)>
  ) -> [Identifier<Subject>] {
    let named = Array(named)
    let exact = Identifier<Subject>(typed)
    if named.contains(where: { $0.id == exact }) { return [exact] }
    return NameIndex(named).ids(for: typed)
  }
}
