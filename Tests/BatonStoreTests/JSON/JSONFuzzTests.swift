import BatonModel
import BatonStore
import Testing

/// SplitMix64: the same mutations on every machine.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

@Suite struct JSONFuzzTests {
  /// Pieces that mean something to the reader.
  private static let pieces: [[UInt8]] =
    [
      "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "-", "0", "1E400", "\\ud800",
      "\\udc00", "\\u0000", "\u{10D800}", "\u{FEFF}", "é", "<<<<<<< ", "\n", "\"schema\": 2",
    ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0x00]]

  private func mutate(
    _ bytes: inout [UInt8], using generator: inout some RandomNumberGenerator
  ) {
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 0...6, using: &generator))
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 2:
        bytes.insert(
          contentsOf: Self.pieces.randomElement(using: &generator) ?? [], at: place)
      default:
        bytes.replaceSubrange(
          place..<end, with: [UInt8.random(in: 0...255, using: &generator)])
      }
    }
  }

  /// What the bytes hold; nil with an error that can be shown if they do not.
  private func accepted<Value: JSONCodable>(_: Value.Type, _ bytes: [UInt8]) -> Value? {
    do throws(JSONError) {
      return try Value.decoded(from: bytes)
    } catch {
      #expect(error.line >= 1 && error.column >= 1)
      #expect(!error.message.isEmpty && !error.remedy.isEmpty)
      #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
      return nil
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func neverFailsAndKeepsWhatItAccepts(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let original = LeadFile.encode(FullRecords.lead)
    var acceptedValues = 0
    var acceptedLeads = 0
    for _ in 0..<150 {
      var bytes = original
      mutate(&bytes, using: &generator)
      if let value = accepted(JSONValue.self, bytes) {
        acceptedValues += 1
        #expect(try JSONValue.decoded(from: value.encoded()) == value)
      }
      if let lead = accepted(Lead.self, bytes) {
        acceptedLeads += 1
        let written = lead.encoded()
        #expect(try Lead.decoded(from: written).encoded() == written)
      }
    }
    #expect(acceptedLeads > 0)
    #expect(acceptedValues > acceptedLeads)
    #expect(acceptedValues < 150)
  }

  @Test func readsEveryBeginningOfAFileWithoutHarm() throws {
    let bytes = BoardFile.encode(FullRecords.board)
    for count in 0..<(bytes.count - 2) {
      #expect(throws: JSONError.self) { try BoardFile.decode(Array(bytes.prefix(count))) }
    }
  }
}
