import BatonModel
import BatonStore
import Testing

/// The value of a text, as `baton` reads files of its own.
func parse(_ text: String) throws(JSONError) -> JSONValue {
  try JSONValue.decoded(from: Array(text.utf8))
}

@Suite struct JSONReaderTests {
  @Test func readsEveryKindOfValue() throws {
    let value = try parse(
      " {\"a\": [1, -2.5e3, true, false, null], \"b\": {}, \"c\": \"\", \"d\": []} \n")
    #expect(
      value == [
        "a": [1, .number(try #require(JSONNumber(text: "-2.5e3"))), true, false, .null],
        "b": [:], "c": "", "d": [],
      ])
  }

  @Test func skipsOneByteOrderMark() throws {
    #expect(try parse("\u{FEFF}1") == 1)
    #expect(throws: JSONError.self) { try parse("\u{FEFF}\u{FEFF}1") }
  }

  @Test(arguments: [
    (#""\u0041\n\t\"\\\/\b\f\r""#, "A\n\t\"\\/\u{8}\u{C}\r"),
    (#""\ud83d\ude00""#, "😀"),
    (#""\u0000""#, "\0"),
    ("\"é\u{301}日本😀\"", "é\u{301}日本😀"),
    (#""\ud800""#, "\u{10D800}"),
    (#""\uDFFF\uD800""#, "\u{10DFFF}\u{10D800}"),
    (#""\ud83dx\ude00""#, "\u{10D83D}x\u{10DE00}"),
  ])
  func resolvesEscapes(_ text: String, _ expected: String) throws {
    #expect(try parse(text) == .string(expected))
  }

  @Test func readsStringsOfEveryLength() throws {
    // The reader takes eight bytes at a time; every remainder must come out right.
    for count in 0...40 {
      let plain = String(repeating: "a", count: count)
      #expect(try parse("\"\(plain)\"") == .string(plain))
      #expect(try parse("\"\(plain)é\"") == .string(plain + "é"))
      #expect(try parse("\"\(plain)\\n\"") == .string(plain + "\n"))
      #expect(throws: JSONError.self) { try parse("\"\(plain)\n\"") }
      #expect(throws: JSONError.self) { try parse("\"\(plain)") }
    }
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("9223372036854775807", .max), ("-9223372036854775808", .min),
    ("1234567890", 1_234_567_890),
  ])
  func readsWholeNumbers(_ text: String, _ expected: Int) throws {
    #expect(try Int.decoded(from: Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    "9223372036854775808", "-9223372036854775809", "100000000000000000000", "1.0", "1e2", "\"1\"",
  ])
  func refusesWhatIsNoWholeNumber(_ text: String) {
    #expect(throws: JSONError.self) { try Int.decoded(from: Array(text.utf8)) }
  }

  @Test func refusesBottomlessNestingAtOnce() throws {
    let allowed = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(try parse(allowed).array?.count == 1)
    for bracket in ["[", "{\"a\":", "[{\"a\":"] {
      let error = #expect(throws: JSONError.self) {
        try parse(String(repeating: bracket, count: 100_000))
      }
      #expect(error?.message == "more than 512 lists and objects inside each other")
    }
  }

  @Test func refusesRepeatedKeysUnlessTold() throws {
    let text = #"{"a": 1, "b": 2, "a": 3}"#
    let error = #expect(throws: JSONError.self) { try parse(text) }
    #expect(
      error?.description == "1:18: the key \"a\" stands twice in this object")
    let value = try JSONValue.decoded(from: Array(text.utf8), repeatedKeys: .lastCounts)
    #expect(value == ["a": 3, "b": 2])
  }

  @Test func readsManyKeysInAnyOrder() throws {
    // Inserted one by one in their places, these would take minutes.
    let keys = (0..<30_000).map { "key \($0 &* 7919 % 30_000)" }
    let text = "{" + keys.map { "\"\($0)\": 1" }.joined(separator: ",") + "}"
    let object = try #require(try parse(text).object)
    #expect(object.count == 30_000)
    #expect(object["key 5"] == 1)
    #expect(object.first?.key == "key 0")
    #expect(object.last?.key == "key 9999")
  }

  @Test func readsFreeObjectsMemberByMember() throws {
    var keys: [String] = []
    let sum = try JSONReader.read(Array(#"{"b": 1, "a\n": 2}"#.utf8)) { reader throws(JSONError) in
      var sum = 0
      try reader.readObject { key, reader throws(JSONError) in
        keys.append(key)
        sum += try reader.readInt()
      }
      return sum
    }
    #expect(keys == ["b", "a\n"])
    #expect(sum == 3)
  }
}
