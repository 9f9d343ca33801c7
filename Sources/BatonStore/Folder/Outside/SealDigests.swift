import BatonModel

/// The digests of a lead's file: of the whole, by which an edit is known, and of each key, by which
/// it is known what was edited.
///
/// They tell accident from intent no better than a checksum does: who wants to hide an edit can
/// reckon them too, or delete the seal. `revision` is in none of them, since an editor may count it
/// or not.
struct SealDigests: Equatable {
  /// Ten letters and digits for the whole.
  let whole: String
  /// Two for each known key, blank ones for a key that is not there, and two for all other keys.
  private let parts: String

  private static let partLength = 2
  /// The known keys, in the order of their digests.
  private static let keys = Lead.fields.keys.filter { !uncounted.contains($0) }
  private static let uncounted: Set<String> = ["revision", "schema", "seal"]

  /// The digests of what a file is to hold.
  init(of text: LeadText) {
    var whole = StableDigest()
    var others = StableDigest()
    var known: [String: String] = [:]
    for member in text.members where !Self.uncounted.contains(member.key) {
      let bytes = text.bytes[member.range]
      whole.add(bytes)
      if Self.keys.contains(member.key) {
        var digest = StableDigest()
        digest.add(bytes)
        known[member.key] = String(digest.name.prefix(Self.partLength))
      } else {
        others.add(bytes)
      }
    }
    let blank = String(repeating: "-", count: Self.partLength)
    self.whole = whole.name
    parts =
      Self.keys.map { known[$0] ?? blank }.joined() + String(others.name.prefix(Self.partLength))
  }

  /// The digests that a seal holds; nil where it holds none.
  init?(_ seal: LeadSeal) {
    let words = seal.text?.split(separator: " ") ?? []
    guard words.count == 2 else { return nil }
    whole = String(words[0])
    parts = String(words[1])
  }

  /// As they stand in the file.
  var text: String { "\(whole) \(parts)" }

  /// The known keys that others have otherwise; none where a version of Baton with other keys has
  /// written them.
  func keys(changedSince old: SealDigests) -> [String] {
    guard parts.utf8.count == old.parts.utf8.count else { return [] }
    let (mine, theirs) = (Array(parts.utf8), Array(old.parts.utf8))
    return Self.keys.indices.filter { index in
      let range = (index * Self.partLength)..<((index + 1) * Self.partLength)
      return range.upperBound <= mine.count && mine[range] != theirs[range]
    }.map { Self.keys[$0] }
  }
}
