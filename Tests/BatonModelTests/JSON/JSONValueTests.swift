import BatonModel
import Testing

@Suite struct JSONValueTests {
  @Test(arguments: ["0", "-0", "12", "1E400", "1e-7", "-1.50", "123456789012345678901234567890"])
  func keepsTheLiteralOfANumber(_ text: String) throws {
    let number = try #require(JSONNumber(text: text))
    #expect(number.text == text)
  }

  @Test(arguments: ["", "-", "01", "1.", ".5", "1e", "+1", "1 ", "0x1", "NaN", "Infinity", "１"])
  func refusesWhatIsNoNumber(_ text: String) {
    #expect(JSONNumber(text: text) == nil)
  }

  @Test func convertsNumbersOnlyWhereTheyFit() throws {
    #expect(JSONNumber(-7).int == -7)
    #expect(JSONNumber(text: "-0")?.int == 0)
    #expect(JSONNumber(text: "1.0")?.int == nil)
    #expect(JSONNumber(text: "9223372036854775808")?.int == nil)
    #expect(JSONNumber(text: "2.5e1")?.double == 25)
    #expect(JSONNumber(text: "1E400")?.double == nil)
    #expect(JSONNumber(0.1)?.text == "0.1")
    #expect(JSONNumber(Double.nan) == nil)
  }

  @Test func ordersKeysByTheirBytes() {
    var object: JSONObject = ["b": 1, "a": 2, "é": 3, "Z": 4, "😀": 5, "\u{FF5E}": 6]
    #expect(object.map(\.key) == ["Z", "a", "b", "é", "\u{FF5E}", "😀"])
    object["b"] = nil
    object["a"] = "x"
    object["absent"] = nil
    #expect(object.map(\.key) == ["Z", "a", "é", "\u{FF5E}", "😀"])
    #expect(object["a"] == .string("x"))
    #expect(object["b"] == nil)
  }

  @Test func insertsAKeyOnlyOnce() {
    var object = JSONObject()
    let pairs: [(String, JSONValue)] = [("k", 1), ("a", 0), ("k", 2)]
    let inserted = pairs.map { object.insert($1, forKey: $0) }
    #expect(inserted == [true, true, false])
    #expect(object == ["a": 0, "k": 1])
  }

  @Test func collectsMembersInAnyOrder() {
    func member(_ key: String, _ value: Int) -> JSONObject.Member {
      JSONObject.Member(key: key, value: .number(JSONNumber(value)))
    }
    let sorted = JSONObject.collecting([member("a", 1), member("b", 2)])
    #expect(sorted.object == ["a": 1, "b": 2])
    #expect(sorted.repeated == nil)
    let repeated = JSONObject.collecting([
      member("c", 1), member("a", 2), member("c", 3), member("b", 4), member("c", 5),
    ])
    #expect(repeated.object == ["a": 2, "b": 4, "c": 5])
    #expect(repeated.repeated == "c")
  }

  @Test func tellsCanonicallyEqualStringsApart() {
    let composed = "\u{E9}"
    let decomposed = "e\u{301}"
    #expect(JSONValue.string(composed) != .string(decomposed))
    let object: JSONObject = [composed: 1, decomposed: 2]
    #expect(object.count == 2)
    #expect(object[composed] == 1)
    #expect(object[decomposed] == 2)
  }

  @Test func givesOutValuesByKind() {
    let value: JSONValue = ["list": [1, true, .null], "text": "a"]
    #expect(value.object?["text"]?.string == "a")
    #expect(value.object?["list"]?.array?.first?.int == 1)
    #expect(value.object?["list"]?.array?.last == .null)
    #expect(value.object?["list"]?.array?[1].bool == true)
    #expect(value.string == nil)
  }
}
