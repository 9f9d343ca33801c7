import BatonModel

/// Merges two versions of a file of the board that began as one: what `baton merge-driver` does
/// for git.
///
/// Fields are merged one by one; lists that only grow are united by the ids of their entries and
/// put in order of time; keys that Baton does not know are merged alike. What both sides changed
/// differently stays a conflict: it stands in the result between the marks that git uses, around
/// that key alone.
public struct RecordMerge: Sendable {
  /// The merged file; with marks where there are conflicts.
  public let bytes: [UInt8]
  /// Where both sides contradict each other: `stage`, `people.p1.email`; “the whole file” where
  /// one of them is no JSON.
  public let conflicts: [String]

  /// Merges.
  ///
  /// - Parameters:
  ///   - base: the version from which both came; empty where there was none.
  ///   - ours: the version of the branch that is merged into.
  ///   - theirs: the version of the branch that is merged.
  ///   - path: the file's path in the repository, by which its kind is known; nil checks nothing.
  public init(base: [UInt8], ours: [UInt8], theirs: [UInt8], path: String? = nil) {
    if ours == theirs || theirs == base {
      (bytes, conflicts) = (ours, [])
      return
    }
    if ours == base {
      (bytes, conflicts) = (theirs, [])
      return
    }
    guard let mine = Self.object(ours), let others = Self.object(theirs) else {
      (bytes, conflicts) = Self.wholeFile(ours, theirs)
      return
    }
    let name = StableName.make(
      String(decoding: ours, as: UTF8.self), String(decoding: theirs, as: UTF8.self))
    var merge = ThreeWayMerge(tokenStart: "baton-conflict-\(name)-")
    let merged = merge.merge(
      base: Self.object(base) ?? [:], ours: mine, theirs: others, at: [])
    let text = JSONValue.object(Self.sealed(merged, from: [mine, others])).encoded()
    guard merge.conflicts.isEmpty else {
      bytes = Self.marked(text, merge.conflicts)
      conflicts = merge.conflicts.map(\.path)
      return
    }
    let path = path.flatMap(BoardPath.init(inRepository:))
    let breaks = path.map { $0.holds(ours) && $0.holds(theirs) && !$0.holds(text) } ?? false
    (bytes, conflicts) = breaks ? Self.wholeFile(ours, theirs) : (text, [])
  }

  private static func object(_ bytes: [UInt8]) -> JSONObject? {
    (try? JSONValue.decoded(from: bytes))?.object
  }

  /// The merged lead with a seal by which an edit of either side's file is still told, and nothing
  /// that Baton did there is taken for one.
  private static func sealed(_ merged: JSONObject, from sides: [JSONObject]) -> JSONObject {
    func lead(_ object: JSONObject) -> Lead? {
      try? Lead.decoded(from: JSONValue.object(object).encoded())
    }
    let sides = sides.filter { $0["seal"] != nil }
    let leads = sides.compactMap(lead)
    guard merged["seal"] != nil, leads.count == sides.count,
      let seal = lead(merged)?.seal(mergedFrom: leads).text
    else { return merged }
    var sealed = merged
    sealed["seal"] = .string(seal)
    return sealed
  }

  private static func wholeFile(_ ours: [UInt8], _ theirs: [UInt8]) -> ([UInt8], [String]) {
    func lines(_ bytes: [UInt8]) -> [UInt8] {
      bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? bytes : bytes + [UInt8(ascii: "\n")]
    }
    let marked =
      Array("\(start)\n".utf8) + lines(ours) + Array("\(middle)\n".utf8) + lines(theirs)
      + Array("\(end)\n".utf8)
    return (marked, ["the whole file"])
  }

  private static let start = "<<<<<<< ours"
  private static let middle = "======="
  private static let end = ">>>>>>> theirs"

  /// The text with both sides between marks in place of each token's line.
  private static func marked(_ text: [UInt8], _ conflicts: [ThreeWayMerge.Conflict]) -> [UInt8] {
    let byToken = Dictionary(
      conflicts.map { ("\"\($0.token)\"", $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [String] = []
    for line in String(decoding: text, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      guard let (token, conflict) = byToken.first(where: { line.contains($0.key) }),
        let place = line.firstRange(of: token)
      else {
        lines.append(String(line))
        continue
      }
      let before = line[..<place.lowerBound]
      let after = line[place.upperBound...]
      lines.append(start)
      lines += conflict.ours.map { member($0, before, after) } ?? []
      lines.append(middle)
      lines += conflict.theirs.map { member($0, before, after) } ?? []
      lines.append(end)
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// The lines of a value with what stands before it, indented as there, and what stands after it.
  private static func member(
    _ value: JSONValue, _ before: Substring, _ after: Substring
  ) -> [String] {
    let indent = before.prefix { $0 == " " }
    let lines = String(decoding: value.encoded(), as: UTF8.self).split(separator: "\n")
    return lines.enumerated().map { place, line in
      String(place == 0 ? before : indent) + line + (place == lines.count - 1 ? after : "")
    }
  }
}

extension BoardPath {
  /// The record's file that a path in a repository names, at whatever depth the board lies in it.
  fileprivate init?(inRepository path: String) {
    var rest = Substring(path)
    while true {
      if let found = BoardPath(relative: String(rest)) {
        self = found
        return
      }
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      rest = rest[rest.index(after: slash)...]
    }
  }

  /// Whether the bytes are the record that the file's name promises.
  fileprivate func holds(_ bytes: [UInt8]) -> Bool {
    do throws(StoreError) {
      switch kind {
      case .board: _ = try Board.decode(bytes, at: self)
      case .lead: _ = try Lead.decode(bytes, at: self)
      case .campaign: _ = try Campaign.decode(bytes, at: self)
      case .collateral: _ = try Collateral.decode(bytes, at: self)
      case .meeting: _ = try Meeting.decode(bytes, at: self)
      }
      return true
    } catch {
      return false
    }
  }
}
