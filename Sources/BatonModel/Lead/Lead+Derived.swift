/// What follows from a lead alone, whatever the time and the board.
extension Lead {
  /// When the lead came into its stage: its last visit, where that is of the stage it is in.
  ///
  /// Somebody who changes `stage` in the file by hand leaves no visit: the stay is then counted
  /// from the latest thing the history knows.
  public var stageSince: Instant {
    if let last = visits.last, last.stage == stage { return last.entered }
    return history.last?.at ?? visits.last?.entered ?? createdAt
  }

  /// The latest rating of the lead, 1 to 5, of feedback that stands.
  public var quality: Int? {
    feedback.last { $0.quality != nil && $0.retracted == nil }?.quality
  }

  /// At most so many bytes of a lead's text are searched by bare words.
  static let searchedBytes = 4096

  /// Everything that is written in the lead, folded for finding, its first four kilobytes.
  var foldedText: FoldedText {
    var words: [String] = [name]
    words += [company?.name, company?.domain, company?.industry, company?.country, company?.city]
      .compactMap { $0 }
    for person in people {
      words += [person.name, person.title, person.email, person.phone].compactMap { $0 }
    }
    words += tags
    if let arrival = acquisition.principal {
      words += [
        arrival.source, arrival.medium, arrival.campaign?.rawValue, arrival.term,
        arrival.ad?.headline, arrival.ad?.promise, arrival.landingPage,
      ].compactMap { $0 }
    }
    words += externalIDs.values.sorted()
    words += answers.map(\.answer)
    words += notes.lazy.filter { $0.retracted == nil }.map(\.text)
    words += touches.lazy.filter { $0.retracted == nil }.compactMap(\.summary)
    words += roadblocks.compactMap(\.words) + objections.compactMap(\.words) + asks.map(\.words)
    words += feedback.lazy.filter { $0.retracted == nil }.compactMap(\.note)
    return FoldedText(Lead.joined(words, upTo: Lead.searchedBytes))
  }

  /// The words one a line, cut where they exceed a number of bytes, never within a character.
  private static func joined(_ words: [String], upTo limit: Int) -> String {
    var text = ""
    for word in words {
      let room = limit - text.utf8.count
      guard room > 1 else { break }
      if word.utf8.count < room {
        text += word
      } else {
        text += word[..<(word.utf8.index(word.startIndex, offsetBy: room - 1))]
      }
      text += "\n"
    }
    return text
  }
}
