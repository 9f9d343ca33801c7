import BatonModel
import BatonStore
import Testing

/// The error of a text that must have one, as one line.
private func complaint(_ bytes: [UInt8]) -> String {
  do {
    return "accepted: \(try JSONValue.decoded(from: bytes))"
  } catch {
    return error.description
  }
}

@Suite struct JSONErrorTests {
  @Test(arguments: [
    ("", "1:1: the file is empty"),
    (" \n", "2:1: expected a value, but the file ends here"),
    ("{\n  \"a\": 1\n  \"b\": 2\n}", "3:3: expected a comma or }, found \"\"\""),
    ("{\n  \"a\": 1,\n}", "3:1: nothing follows the comma"),
    ("[1, 2,]", "1:7: nothing follows the comma"),
    ("[1 2]", "1:4: expected a comma or ], found \"2\""),
    ("{\"a\" 1}", "1:6: expected a colon after the key, found \"1\""),
    ("{a: 1}", "1:2: expected a key in double quotes, found \"a\""),
    ("['a']", "1:2: expected a value, found \"'\""),
    ("[nul]", "1:2: expected a value, found \"n\""),
    ("[tru]", "1:2: expected true or false, found \"t\""),
    ("[01]", "1:2: a number with a leading zero"),
    ("[1.]", "1:4: expected a digit after the point, found \"]\""),
    ("[-]", "1:3: expected a digit, found \"]\""),
    ("[1e+]", "1:5: expected a digit of the exponent, found \"]\""),
    ("{\"é\tü\": x}", "1:4: a control character inside of a string"),
    ("{\"éü\": \tx}", "1:9: expected a value, found \"x\""),
    ("[\"a\nb\"]", "1:4: a string goes on beyond the end of the line"),
    ("[\"abc", "1:2: this string is never closed"),
    ("[\"a\\", "1:2: this string is never closed"),
    ("[\"a\\x\"]", "1:4: an escape that JSON does not have"),
    ("[\"\\u12g4\"]", "1:3: an escape that JSON does not have"),
    ("[\"\\u12\"]", "1:3: an escape that JSON does not have"),
    ("{} {}", "1:4: expected the end of the file, found \"{\""),
    ("{}\u{202E}", "1:3: expected the end of the file, found \"\\u{202e}\""),
    ("\0", "1:1: the file is not in UTF-8 but in UTF-16 or UTF-32"),
    (
      "[\"\u{10D800}\"]",
      "1:3: a private character of U+10D800 to U+10DFFF, which Baton needs for itself"
    ),
    (
      "[\"\\udbf6\\udc00\"]",
      "1:3: a private character of U+10D800 to U+10DFFF, which Baton needs for itself"
    ),
  ])
  func saysWhatIsWrongAndWhere(_ text: String, _ expected: String) {
    #expect(complaint(Array(text.utf8)) == expected)
  }

  @Test func namesAConflictOfGit() throws {
    let text = """
      {
      <<<<<<< HEAD
        "a": 1
      =======
        "a": 2
      >>>>>>> theirs
      }
      """
    let error = #expect(throws: JSONError.self) { try parse(text) }
    #expect(error?.description == "2:1: git left both sides of a merge in this file")
    #expect(
      error?.remedy
        == "keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>>, or "
        + "resolve with git mergetool; the driver of `baton help merge-driver` merges by field")
  }

  @Test func namesAnEncodingThatIsNotUTF8() {
    #expect(
      complaint([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00])
        == "1:1: the file is not in UTF-8 but in UTF-16 or UTF-32")
    #expect(
      complaint([0x00, 0x7B, 0x00, 0x7D])
        == "1:1: the file is not in UTF-8 but in UTF-16 or UTF-32")
    #expect(
      complaint([0x7B, 0x00, 0x7D, 0x00])
        == "1:1: the file is not in UTF-8 but in UTF-16 or UTF-32")
  }

  @Test func findsTheByteThatIsNotUTF8() {
    #expect(complaint(Array("[\"aé".utf8) + [0xFF, 0x22, 0x5D]) == "1:5: bytes that are not UTF-8")
    #expect(complaint([0x5B, 0x22, 0xC0, 0xAF, 0x22, 0x5D]) == "1:3: bytes that are not UTF-8")
    #expect(
      complaint([0x5B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x5D]) == "1:3: bytes that are not UTF-8")
  }

  @Test func makesAFaultOfAFile() throws {
    let error = #expect(throws: JSONError.self) { try parse("{\n]") }
    let fault = FileFault(file: "leads/3f/a\u{1B}.json", try #require(error))
    #expect(fault.kind == .malformed)
    #expect(
      fault.description
        == "leads/3f/a\\u{1b}.json:2:1: expected a key in double quotes, found \"]\"")
    #expect(fault.remedy == "correct it here")
  }
}
