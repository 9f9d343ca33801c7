import Testing

@testable import BatonStore

@Suite("Text decoding")
struct TextDecodingTests {
  private func text(_ decoded: DecodedText) -> String {
    String(decoding: decoded.utf8, as: UTF8.self)
  }

  private func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      littleEndian
        ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
  }

  @Test("UTF-8 is taken as it is, without its byte order mark")
  func utf8() {
    let plain = TextDecoding.decode(Array("é😀,b".utf8))
    #expect(plain.encoding == .utf8)
    #expect(text(plain) == "é😀,b")
    let marked = TextDecoding.decode([0xEF, 0xBB, 0xBF] + Array("a,b".utf8))
    #expect(marked.encoding == .utf8)
    #expect(text(marked) == "a,b")
    #expect(text(TextDecoding.decode([])).isEmpty)
  }

  @Test("UTF-16 is known by its mark or its zeroes", arguments: [true, false])
  func utf16(littleEndian: Bool) {
    let expected: TextEncoding = littleEndian ? .utf16LittleEndian : .utf16BigEndian
    let body = utf16("name,città\nAna,😀\n", littleEndian: littleEndian)
    let mark: [UInt8] = littleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    for bytes in [body, mark + body] {
      let decoded = TextDecoding.decode(bytes)
      #expect(decoded.encoding == expected)
      #expect(text(decoded) == "name,città\nAna,😀\n")
      #expect(decoded.replacements == 0)
    }
  }

  @Test("A lone surrogate and half a code unit become U+FFFD, and are counted")
  func brokenUTF16() {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00, 0x63]
    let decoded = TextDecoding.decode(bytes)
    #expect(text(decoded) == "a\u{FFFD}b\u{FFFD}")
    #expect(decoded.replacements == 2)
  }

  @Test("What is not UTF-8 is taken for Windows-1252, and said so with the line")
  func windows1252() {
    let bytes = Array("name\nAna\n".utf8) + [0x4A, 0x6F, 0x73, 0xE9, 0x20, 0x80, 0x35]
    let decoded = TextDecoding.decode(bytes)
    #expect(decoded.encoding == .windows1252)
    #expect(text(decoded) == "name\nAna\nJosé €5")
    #expect(decoded.firstLineNotUTF8 == 3)
  }

  @Test("An encoding that is told is not guessed at")
  func told() {
    #expect(text(TextDecoding.decode([0xC3, 0xA9], as: .windows1252)) == "Ã©")
    let repaired = TextDecoding.decode([0x61, 0xE9, 0x62], as: .utf8)
    #expect(text(repaired) == "a\u{FFFD}b")
    #expect(repaired.replacements == 1)
  }
}
