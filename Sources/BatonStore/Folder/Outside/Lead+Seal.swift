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

  /// The seal that fits what the lead says now.
  var fittingSeal: LeadSeal { LeadSeal(SealDigests(of: LeadText(unsealed: self)).text) }

  /// Whether the lead is as Baton has written it, as far as its seal can tell; nil without one.
  var isAsSealed: Bool? {
    SealDigests(seal).map { SealDigests(of: LeadText(unsealed: self)).whole == $0.whole }
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
