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

  private init(whole: String, parts: String) {
    self.whole = whole
    self.parts = parts
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
    return zip(Self.keys, zip(partList, old.partList)).filter { $1.0 != $1.1 }.map(\.0)
  }

  /// These digests, but for the keys that were edited in another file those that its seal has: what
  /// was edited there is told of this one too, if it has come here.
  ///
  /// - Parameters:
  ///   - found: the digests of what stands in the other file.
  ///   - sealed: those in its seal.
  func telling(of found: SealDigests, editedSince sealed: SealDigests) -> SealDigests {
    guard found.whole != sealed.whole else { return self }
    let lists = (mine: partList, found: found.partList, sealed: sealed.partList)
    guard lists.mine.count == lists.sealed.count, lists.found.count == lists.sealed.count else {
      return sealed
    }
    let edited = lists.found.indices.filter { lists.found[$0] != lists.sealed[$0] }
    var told = lists.mine
    for place in edited { told[place] = lists.sealed[place] }
    // Of an edit that no part shows the whole alone tells.
    if !edited.isEmpty, told == lists.mine { return self }
    return SealDigests(
      whole: sealed.whole, parts: String(decoding: told.joined(), as: UTF8.self))
  }

  /// The parts one by one.
  private var partList: [ArraySlice<UInt8>] {
    let all = Array(parts.utf8)
    return stride(from: 0, to: all.count, by: Self.partLength).map {
      all[$0..<min($0 + Self.partLength, all.count)]
    }
  }
}
