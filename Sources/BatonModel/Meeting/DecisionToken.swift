/// A part of a typed decision, and where it stands.
public struct DecisionToken: Hashable, Sendable {
  /// What a part is.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// A word of the text.
    case word
    /// Who does it: `@maria`.
    case owner
    /// A lead: `#3f-ana`.
    case lead
    /// A kind of roadblock: `roadblock:price`.
    case roadblock
    /// Until when: `due:fri`.
    case due

    /// What stands before such a part.
    public var mark: String {
      switch self {
      case .word: ""
      case .owner: "@"
      case .lead: "#"
      case .roadblock: "roadblock:"
      case .due: "due:"
      }
    }
  }

  /// What it is.
  public let kind: Kind
  /// Its text without the mark and without quotation marks.
  public let text: String
  /// Whether its quotation mark is closed, where it has one.
  public let isClosed: Bool
  /// Its place in the line, in characters, with the mark.
  public let range: Range<Int>

  /// The parts of a line, in their order. Linear in the line.
  public static func tokens(of line: String) -> [DecisionToken] {
    let characters = Array(line)
    var tokens: [DecisionToken] = []
    var place = 0
    while place < characters.count {
      if characters[place].isWhitespace {
        place += 1
        continue
      }
      let token = DecisionToken(characters, from: place)
      tokens.append(token)
      place = token.range.upperBound
    }
    return tokens
  }

  private init(_ characters: [Character], from start: Int) {
    let kinds = Kind.allCases.filter { kind in
      kind != .word && characters[start...].starts(with: kind.mark) { $0 == $1 }
    }
    var kind = kinds.first ?? .word
    var end = start + kind.mark.count
    var isClosed = true
    var text = ""
    if kind != .word, end < characters.count, characters[end] == "\"" {
      let body = characters[(end + 1)...].prefix { $0 != "\"" }
      isClosed = body.endIndex < characters.count
      text = String(body)
      end = isClosed ? body.endIndex + 1 : characters.count
    } else {
      let body = characters[end...].prefix { !$0.isWhitespace }
      text = String(body)
      end = body.endIndex
      // Where a name ends a clause, the comma is not its own.
      while kind != .word, let last = text.last, ",;.".contains(last) { text.removeLast() }
    }
    // A lone @ or # within a line is a word; at its end a name is still to come.
    if text.isEmpty, kind == .owner || kind == .lead, end < characters.count {
      kind = .word
      text = String(characters[start..<end])
    }
    self.kind = kind
    self.text = text
    self.isClosed = isClosed
    range = start..<end
  }
}
