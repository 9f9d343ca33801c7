import BatonModel
import BatonStore
import Testing

@Suite struct JSONWriterTests {
  @Test func laysOutValuesForPeople() {
    let value: JSONValue = [
      "b": [1, "x", [], [:]], "a": ["k": .null, "j": true], "c/d": "/",
    ]
    #expect(
      String(decoding: value.encoded(), as: UTF8.self) == """
        {
          "a": {
            "j": true,
            "k": null
          },
          "b": [
            1,
            "x",
            [],
            {}
          ],
          "c/d": "/"
        }

        """)
  }

  @Test func laysOutValuesInOneLine() {
    let value: JSONValue = ["b": [1, "x", [], [:]], "a": ["k": .null]]
    #expect(
      String(decoding: value.encoded(.compact), as: UTF8.self)
        == "{\"a\":{\"k\":null},\"b\":[1,\"x\",[],{}]}\n")
  }

  @Test(arguments: [
    ("\0\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1B}\"\\/", #""\u0000\u0001\b\t\n\u000b\f\r\u001b\"\\/""#),
    ("\u{7F}\u{80}\u{9F}\u{A0}", "\"\\u007f\\u0080\\u009f\u{A0}\""),
    ("\u{200D}\u{200E}\u{200F}\u{2010}", "\"\u{200D}\\u200e\\u200f\u{2010}\""),
    (
      "\u{2027}\u{2028}\u{2029}\u{202A}\u{202E}\u{202F}",
      "\"\u{2027}\\u2028\\u2029\\u202a\\u202e\u{202F}\""
    ),
    (
      "\u{2065}\u{2066}\u{2069}\u{206A}\u{61C}\u{61B}",
      "\"\u{2065}\\u2066\\u2069\u{206A}\\u061c\u{61B}\""
    ),
    ("\u{10D7FF}\u{10DFFF}\u{10D800}\u{10E000}", "\"\u{10D7FF}\\udfff\\ud800\u{10E000}\""),
    ("é日本😀", "\"é日本😀\""),
  ])
  func escapesWhatATerminalMustNotSee(_ text: String, _ expected: String) throws {
    let bytes = JSONValue.string(text).encoded(.compact)
    #expect(String(decoding: bytes, as: UTF8.self) == expected + "\n")
    #expect(try JSONValue.decoded(from: bytes) == .string(text))
  }

  @Test func indentsHoweverDeep() throws {
    var value: JSONValue = 1
    for _ in 0..<40 {
      value = [value]
    }
    let lines = String(decoding: value.encoded(), as: UTF8.self).split(separator: "\n")
    #expect(lines[40] == String(repeating: " ", count: 80) + "1")
    #expect(try JSONValue.decoded(from: value.encoded()) == value)
  }

  @Test func writesSeveralTexts() {
    var writer = JSONWriter(style: .compact)
    writer.write(["a": 1])
    #expect(writer.takeText() == Array("{\"a\":1}\n".utf8))
    writer.write(true)
    #expect(writer.takeText() == Array("true\n".utf8))
  }

  @Test(arguments: [
    "1E400", "-0", "0.10", "1e-7", "123456789012345678901234567890", "-1.5E+3",
  ])
  func keepsNumbersAsTheyWere(_ text: String) throws {
    #expect(try parse(text).encoded() == Array("\(text)\n".utf8))
  }
}
