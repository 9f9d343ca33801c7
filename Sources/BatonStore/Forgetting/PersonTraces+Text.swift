import BatonModel

/// Striking the person out of texts, which are about others as well.
extension PersonTraces {
  /// A text without the person's names, addresses and telephone numbers.
  func removed(from text: String) -> String {
    var result = withoutNames(text)
    for number in phones.sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
      result = Self.struck(result) {
        $0.range(ofDigits: number)
      } isWhole: {
        !$0[..<$1.lowerBound].endsInDigit && $0[$1.upperBound...].first?.isDigit != true
      }
    }
    return result
  }

  /// A text without the person's names and addresses.
  ///
  /// A name of two letters of a script without spaces goes where it stands alone: between others of
  /// the script nobody can tell whether it is a part of somebody else's. ``mayName(_:)`` says so.
  private func withoutNames(_ text: String) -> String {
    (emails.sorted() + names).reduce(text) { text, trace in
      let isShort = Self.isShort(trace)
      return Self.struck(text) {
        $0.range(ofFolded: trace)
      } isWhole: {
        Self.isWhole($1, of: $0) && !(isShort && Self.isAmongLetters($1, of: $0))
      }
    }
  }

  /// Whether a text names the person, or has an address of theirs.
  func names(in text: String) -> Bool { withoutNames(text) != text }

  /// Whether a text may name the person, where nobody can tell the end of a name.
  func mayName(_ text: String) -> Bool {
    names.contains { name in
      guard Self.isShort(name) else { return false }
      let struck = Self.struck(text) {
        $0.range(ofFolded: name)
      } isWhole: {
        Self.isAmongLetters($1, of: $0)
      }
      return struck != text
    }
  }

  /// Whether a name is so short that it is found in longer ones, as 王伟 in 王伟明.
  private static func isShort(_ name: String) -> Bool {
    name.count <= 2 && name.allSatisfy(\.isWordByItself)
  }

  /// Whether no word goes on at either end of a range.
  private static func isWhole(_ range: Range<String.Index>, of text: String) -> Bool {
    !continues(text, from: range.lowerBound) && !continues(text, to: range.upperBound)
  }

  /// Whether a letter of a script without spaces stands at either end of a range.
  private static func isAmongLetters(_ range: Range<String.Index>, of text: String) -> Bool {
    let before = text[..<range.lowerBound].last
    let after = text[range.upperBound...].first
    return [before, after].contains { $0.map { $0.isLetter && $0.isWordByItself } ?? false }
  }

  /// Whether a text speaks of the person.
  func areIn(text: String) -> Bool { removed(from: text) != text }

  /// A text with a mark wherever something is found that stands there by itself.
  private static func struck(
    _ text: String, find: (Substring) -> Range<String.Index>?,
    isWhole: (String, Range<String.Index>) -> Bool
  ) -> String {
    var rest = text[...]
    var clean = ""
    while let range = find(rest) {
      let isStruck = isWhole(text, range)
      clean += rest[..<range.lowerBound] + (isStruck ? mark : String(rest[range]))
      rest = rest[range.upperBound...]
    }
    return clean.isEmpty ? text : clean + rest
  }

  /// Whether the word that begins at a place has begun before it.
  private static func continues(_ text: String, from start: String.Index) -> Bool {
    guard start > text.startIndex, start < text.endIndex else { return false }
    let before = text[text.index(before: start)]
    return before.isLetter && !before.isWordByItself && !text[start].isWordByItself
  }

  /// Whether the word that ends before a place goes on there.
  private static func continues(_ text: String, to end: String.Index) -> Bool {
    guard end > text.startIndex, end < text.endIndex else { return false }
    let last = text[text.index(before: end)]
    return text[end].isLetter && !text[end].isWordByItself && !last.isWordByItself
  }

  /// A meeting without the person.
  func removed(from meeting: Meeting) -> Meeting {
    var meeting = meeting
    for place in meeting.agenda.indices {
      meeting.agenda[place].title = removed(from: meeting.agenda[place].title)
      meeting.agenda[place].figure = meeting.agenda[place].figure.map(removed)
      meeting.agenda[place].note = meeting.agenda[place].note.map(removed)
    }
    for place in meeting.decisions.indices {
      meeting.decisions[place].text = removed(from: meeting.decisions[place].text)
      meeting.decisions[place].roadblock = meeting.decisions[place].roadblock.map(removed)
      meeting.decisions[place].leads.removeAll(where: leads.contains)
    }
    // A change names a subject of the agenda by its title.
    for place in meeting.history.indices {
      meeting.history[place].subject = meeting.history[place].subject.map(removed)
    }
    return meeting
  }
}

extension Character {
  /// Whether it is of a script that puts no spaces between a name and what stands beside it:
  /// Chinese, Japanese, Korean with its particles, Thai, Lao, Burmese and Khmer.
  var isWordByItself: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    if scalar.properties.isIdeographic { return true }
    return switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// Whether it is one of the digits of which telephone numbers are made.
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  /// Whether it stands between the digits of a telephone number.
  fileprivate var dividesNumber: Bool {
    isWhitespace && !isNewline || "-.()/\u{2010}\u{2011}\u{2013}".contains(self)
  }
}

extension Substring {
  fileprivate var endsInDigit: Bool { last?.isDigit == true }

  /// Where a text stands first, capitals aside.
  fileprivate func range(ofFolded sought: String) -> Range<Index>? {
    let wanted = sought.lowercased()
    var start = startIndex
    while start < endIndex {
      var (here, there) = (start, wanted.startIndex)
      while here < endIndex, there < wanted.endIndex,
        self[here].lowercased() == String(wanted[there])
      {
        here = index(after: here)
        there = wanted.index(after: there)
      }
      if there == wanted.endIndex { return start..<here }
      start = index(after: start)
    }
    return nil
  }

  /// Where these digits stand first, however they are divided, with the `+` or `00` before them.
  fileprivate func range(ofDigits digits: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if let end = end(ofDigits: digits, from: start) {
        let before = self[..<start]
        let international = ["+", "00"].first { before.hasSuffix($0) }
        return index(start, offsetBy: -(international?.count ?? 0))..<end
      }
      start = index(after: start)
    }
    return nil
  }

  /// The end of digits that begin at a place; nil where others stand there.
  private func end(ofDigits digits: String, from start: Index) -> Index? {
    var here = start
    for (place, digit) in digits.enumerated() {
      while place > 0, here < endIndex, self[here].dividesNumber { here = index(after: here) }
      guard here < endIndex, self[here] == digit else { return nil }
      here = index(after: here)
    }
    return here
  }
}
