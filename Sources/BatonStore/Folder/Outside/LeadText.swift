import BatonModel

/// The text of a lead's file as its members, each of which is a key in a line of its own.
///
/// The text is one that Baton has just made: indented by two spaces a level, so that a line that
/// begins with two spaces and a quotation mark begins a member of the lead itself and nothing else
/// does: no line breaks stand within a JSON string.
struct LeadText {
  /// Where a member is in the text.
  struct Member {
    let key: String
    /// From the line's break before it to the end of its value.
    let range: Range<Int>
  }

  private(set) var bytes: [UInt8]
  let members: [Member]

  /// The text of a lead without a seal.
  init(unsealed lead: Lead) {
    var lead = lead
    lead.seal = LeadSeal()
    let bytes = lead.encoded()
    var starts: [Int] = []
    for index in bytes.indices.dropLast(3) where bytes[index] == UInt8(ascii: "\n") {
      let isMember = bytes[index + 1] == UInt8(ascii: " ") && bytes[index + 2] == UInt8(ascii: " ")
      if isMember, bytes[index + 3] == UInt8(ascii: "\"") { starts.append(index) }
    }
    // The last line closes the lead.
    let ends = starts.dropFirst().map { $0 - 1 } + [bytes.count - 3]
    self.bytes = bytes
    members = zip(starts, ends).map { start, end in
      let key = bytes[(start + 4)...].prefix { $0 != UInt8(ascii: "\"") }
      return Member(key: String(decoding: key, as: UTF8.self), range: start..<end)
    }
  }

  /// Puts a member into its place among the others.
  mutating func insert(_ key: String, _ value: String) {
    let line = Array("\n  \"\(key)\": \"\(value)\",".utf8)
    let next = members.first { key.utf8Precedes($0.key) }
    // Every lead has a stage, which comes after a seal.
    bytes.insert(contentsOf: line, at: next?.range.lowerBound ?? bytes.startIndex + 1)
  }
}
