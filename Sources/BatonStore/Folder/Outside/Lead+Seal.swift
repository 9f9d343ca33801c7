import BatonModel

extension Lead {
  /// The bytes of the lead's file as Baton writes them: with a seal.
  ///
  /// - Complexity: as writing it without one, and once over the bytes.
  func sealedBytes() -> [UInt8] {
    var text = LeadText(unsealed: self)
    text.insert("seal", SealDigests(of: text).text)
    return text.bytes
  }

  /// The seal for what leads were merged to: it fits, but for what was edited in their files since
  /// Baton's latest write of them.
  func seal(mergedFrom sides: [Lead]) -> LeadSeal {
    let fitting = SealDigests(of: LeadText(unsealed: self))
    let digests = sides.reduce(fitting) { digests, side in
      guard let sealed = SealDigests(side.seal) else { return digests }
      return digests.telling(of: SealDigests(of: LeadText(unsealed: side)), editedSince: sealed)
    }
    return LeadSeal(digests.text)
  }

  /// What was edited in the lead's file since Baton's latest write, as the history is to tell it:
  /// nothing where it is as Baton has left it, or where Baton never wrote it.
  ///
  /// The entries' names follow from what the file holds, so that all who come upon the same edit
  /// give it the same ones.
  ///
  /// - Parameter time: when the file was written; asked only where it was edited.
  func outsideEdits(at time: () -> Instant?) -> [HistoryEntry] {
    guard let sealed = SealDigests(seal) else { return [] }
    let found = SealDigests(of: LeadText(unsealed: self))
    guard found.whole != sealed.whole, let time = time() else { return [] }
    let keys = found.keys(changedSince: sealed)
    return LeadSummary(self).outsideEdits(of: keys, at: time).map { edit in
      var edit = edit
      edit.id = EntryID(StableName.make(found.whole, edit.subject ?? ""))
      return edit
    }
  }
}
