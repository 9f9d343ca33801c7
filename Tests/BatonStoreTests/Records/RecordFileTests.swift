import BatonModel
import BatonStore
import Testing

/// The places in a value where a property is nil, empty or false, as `lead.company.city`.
private func blanks(in value: Any, at path: String) -> [String] {
  let mirror = Mirror(reflecting: value)
  switch (mirror.displayStyle, value) {
  case (.optional, _):
    return mirror.children.first.map { blanks(in: $0.value, at: path) } ?? [path]
  case (.collection, _), (.dictionary, _):
    if mirror.children.isEmpty { return [path] }
  case (_, let text as String):
    return text.isEmpty ? [path] : []
  case (_, let flag as Bool):
    return flag ? [] : [path]
  case (_, is JSONObject):
    return []
  default: break
  }
  return mirror.children.flatMap { child in
    blanks(in: child.value, at: path + (child.label.map { "." + $0 } ?? ""))
  }
}

/// The value with one more member in each object, except those whose keys are free.
private func strange(_ value: JSONValue) -> JSONValue {
  switch value {
  case .array(let elements): return .array(elements.map(strange))
  case .object(let object):
    var result: JSONObject = [
      "$first": ["deep": [1, .number(JSONNumber(text: "1E400") ?? JSONNumber(0))]],
      "zz\u{202E}last": "\u{10D800}",
    ]
    for member in object {
      let hasFreeKeys = ["externalIDs", "forgotten", "imported", "clickIDs", "provenanceOf"]
        .contains(member.key)
      result[member.key] = hasFreeKeys ? member.value : strange(member.value)
    }
    return .object(result)
  default: return value
  }
}

@Suite struct RecordFileTests {
  private func check<Record: FileRecord & Equatable>(_ record: Record) throws {
    let bytes = RecordFile.encode(record)
    #expect(try RecordFile<Record>.decode(bytes) == record)
    #expect(try RecordFile<Record>.decode(bytes, pool: StringPool()) == record)
    let value = try JSONValue.decoded(from: bytes)
    #expect(value.encoded() == bytes, "keys are sorted")

    let strangeBytes = strange(value).encoded()
    let strangeRecord = try RecordFile<Record>.decode(strangeBytes)
    #expect(strangeRecord != record)
    #expect(
      String(decoding: RecordFile.encode(strangeRecord), as: UTF8.self)
        == String(decoding: strangeBytes, as: UTF8.self), "unknown keys are kept")
  }

  @Test func keepsEveryPropertyAndUnknownKeyOfALead() throws {
    let lead = FullRecords.lead
    // What has no value here would not be tested.
    #expect(
      blanks(in: lead, at: "lead").filter { !$0.hasPrefix("lead.acquisition.creating") } == [])
    try check(lead)
  }

  @Test func keepsEveryPropertyAndUnknownKeyOfOtherFiles() throws {
    #expect(blanks(in: FullRecords.board, at: "board") == [])
    try check(FullRecords.board)
    #expect(blanks(in: FullRecords.campaign, at: "campaign") == [])
    try check(FullRecords.campaign)
    #expect(blanks(in: FullRecords.collateral, at: "collateral") == [])
    try check(FullRecords.collateral)
    #expect(blanks(in: FullRecords.meeting, at: "meeting") == [])
    try check(FullRecords.meeting)
  }

  @Test(
    arguments: FullRecords.commands + [
      .next(nil), .amount(nil), .assign(.init(.sales, to: nil)), .release(nil), .all([]),
    ])
  func keepsCommands(_ command: LeadCommand) throws {
    #expect(try LeadCommand.decoded(from: command.encoded()) == command)
  }

  @Test func writesOnlyWhatIsSaid() {
    var lead = Lead(
      id: "ana", name: "Ana", stage: "new", createdAt: Instant(seconds: 1_790_000_000))
    lead.consent.doNotCall = true
    #expect(
      String(decoding: LeadFile.encode(lead), as: UTF8.self) == """
        {
          "consent": {
            "doNotCall": true
          },
          "createdAt": "2026-09-21T14:13:20Z",
          "id": "ana",
          "name": "Ana",
          "revision": 1,
          "schema": 1,
          "stage": "new",
          "visits": [
            {
              "entered": "2026-09-21T14:13:20Z",
              "stage": "new"
            }
          ]
        }

        """)
  }

  @Test func writesWhatSomebodyMayWantToChangeInABoard() throws {
    let text = String(decoding: BoardFile.encode(Board(name: "Acme")), as: UTF8.self)
    for key in ["silenceDays", "startMinute", "weekdays", "currency", "timeZone"] {
      #expect(text.contains("\"\(key)\": "))
    }
    let short = #"{"schema": 1, "revision": 4, "name": "Acme", "windows": {"holdDays": 3}}"#
    var expected = Board(name: "Acme")
    expected.revision = 4
    expected.windows.holdDays = 3
    #expect(try BoardFile.decode(Array(short.utf8)) == expected)
  }

  @Test func keepsAnInverseThatItDoesNotUnderstand() throws {
    let texts = [
      #"{"teleport": {"to": "moon"}}"#, #"{"move": {"speed": 9, "to": "close"}}"#,
      #"{"move": {"to": "close"}, "note": "x"}"#, "{}", "17",
    ]
    for text in texts {
      let entry = """
        {"at": "2026-09-21T14:13:20Z", "by": "tom", "command": "x", "id": "e", "inverse": \(text)}
        """
      let read = try HistoryEntry.decoded(from: Array(entry.utf8))
      #expect(read.inverse == nil)
      #expect(read.encoded() == (try JSONValue.decoded(from: Array(entry.utf8))).encoded())
    }
    let broken = #"{"inverse": {"move": {]}}}"#
    #expect(throws: JSONError.self) { try HistoryEntry.decoded(from: Array(broken.utf8)) }
  }

  // MARK: - Faults

  private func complaint(_ text: String) -> String {
    do {
      return "accepted: \(try LeadFile.decode(Array(text.utf8)))"
    } catch {
      return "\(error.kind.rawValue) \(error)"
    }
  }

  private func lead(_ more: String, schema: String = "1") -> String {
    """
    {"createdAt": "2026-09-21T14:13:20Z", "id": "a", "name": "A", "revision": 1,
    "schema": \(schema), "stage": "new"\(more.isEmpty ? "" : ",\n" + more)}
    """
  }

  @Test(arguments: [
    (#""owner": 7"#, "invalid 3:10: owner: expected a string, found a number"),
    (#""tags": ["a", null]"#, "invalid 3:15: tags[1]: expected a string, found null"),
    (#""tags": {"a": 1}"#, "invalid 3:9: tags: expected a list, found an object"),
    (
      #""touches": [{"at": "yesterday"}]"#,
      "invalid 3:21: touches[0].at: "
        + "expected a time such as 2026-03-01T09:30:00Z, found \"yesterday\""
    ),
    (
      #""consent": {"provenance": "rumour"}"#,
      "invalid 3:28: consent.provenance: "
        + "expected one of observed, declared, imported, guessed, found \"rumour\""
    ),
    (
      #""people": [{"id": "p1"}]"#,
      "invalid 3:12: people[0]: the key \"name\" is missing"
    ),
    (
      #""consent": {"doNotCall": "yes"}"#,
      "invalid 3:26: consent.doNotCall: expected true or false, found a string"
    ),
    (
      #""amount": {"currency": "EUR", "minorUnits": 1.5}"#,
      "invalid 3:45: amount.minorUnits: expected a whole number, found \"1.5\""
    ),
    (#""externalIDs": {"x": 1}"#, "invalid 3:22: externalIDs.x: expected a string, found a number"),
    (#""id": "b""#, "malformed 3:1: the key \"id\" stands twice in this object"),
    (#""x": 1, "x": 2"#, "malformed 3:9: the key \"x\" stands twice in this object"),
    (#""tags": ["#, "malformed 3:10: expected a string, found \"}\""),
  ])
  func saysWhichKeyIsWrong(_ member: String, _ expected: String) {
    #expect(complaint(lead(member)) == expected)
  }

  @Test func saysWhichKeyIsMissing() {
    #expect(complaint("{}") == "invalid 1:1: the key \"createdAt\" is missing")
  }

  @Test func takesNullForAKeyThatIsNotThere() throws {
    let text = lead(
      #""owner": null, "tags": null, "consent": null, "acquisition": null, "imported": null"#)
    let read = try LeadFile.decode(Array(text.utf8))
    #expect(read == (try LeadFile.decode(Array(lead("").utf8))))
  }

  @Test func readsKeysInAnyOrderAndSpelling() throws {
    let text = #"""
      {"stage": "new", "schema": 1, "zeta": 1, "\u006eame": "A", "id": "a", "alpha": 2,
       "revision": 1, "createdAt": "2026-09-21T14:13:20Z", "beta": 3}
      """#
    let read = try LeadFile.decode(Array(text.utf8))
    #expect(read.name == "A")
    #expect(read.unknown == ["alpha": 2, "beta": 3, "zeta": 1])
    let sorted = String(decoding: LeadFile.encode(read), as: UTF8.self)
    #expect(
      sorted.split(separator: "\n").map { $0.prefix { $0 != ":" } } == [
        "{", "  \"alpha\"", "  \"beta\"", "  \"createdAt\"", "  \"id\"", "  \"name\"",
        "  \"revision\"", "  \"schema\"", "  \"stage\"", "  \"zeta\"", "}",
      ])
  }

  @Test func refusesAKeyTwiceHoweverItIsSpelt() {
    #expect(
      complaint(lead(#""\u006eame": "B""#))
        == "malformed 3:1: the key \"name\" stands twice in this object")
  }

  @Test(arguments: [
    (
      #""owner": "a", "owner": "b""#,
      "malformed 3:15: the key \"owner\" stands twice in this object"
    ),
    (
      #""consent": {}, "consent": {"doNotEmail": true}"#,
      "malformed 3:16: the key \"consent\" stands twice in this object"
    ),
    (
      #""consent": {"doNotCall": false, "doNotCall": true}"#,
      "malformed 3:33: the key \"doNotCall\" stands twice in this object"
    ),
    (
      #""zz": 1, "visits": [], "visits": []"#,
      "malformed 3:24: the key \"visits\" stands twice in this object"
    ),
  ])
  func refusesAKeyTwiceWithNothingBetween(_ members: String, _ expected: String) {
    #expect(complaint(lead(members)) == expected)
  }

  @Test func refusesAKeyTwiceInABoard() {
    let text = #"{"name": "A", "name": "B", "revision": 1, "schema": 1}"#
    #expect(throws: JSONError.self) { try BoardFile.decode(Array(text.utf8)) }
  }

  @Test(arguments: [
    (
      #""feedback": [{"at": "2026-01-01T00:00:00Z", "by": "m", "id": "f", "quality": 6}]"#,
      "invalid 3:78: feedback[0].quality: expected a whole number from 1 to 5, found \"6\""
    ),
    (
      #""feedback": [{"quality": -9223372036854775808}]"#,
      "invalid 3:26: feedback[0].quality: "
        + "expected a whole number from 1 to 5, found \"-9223372036854775808\""
    ),
    (
      #""amount": {"currency": "EUR", "minorUnits": -9223372036854775808}"#,
      "invalid 3:45: amount.minorUnits: expected a whole number from -999999999999999999 to "
        + "999999999999999999, found \"-9223372036854775808\""
    ),
  ])
  func refusesNumbersThatMeanNothing(_ member: String, _ expected: String) {
    #expect(complaint(lead(member)) == expected)
  }

  @Test(arguments: [
    #""revision": 9223372036854775807"#, #""revision": -1"#,
    #""revision": 1, "windows": {"handoffHours": 9999999999}"#,
    #""revision": 1, "windows": {"silenceDays": -1}"#,
    #""revision": 1, "retention": {"closedDays": -5}"#,
    #""revision": 1, "stages": [{"activity": "close", "id": "a", "targetDays": -1, "title": "A"}]"#,
  ])
  func refusesABoardWithNumbersThatMeanNothing(_ members: String) throws {
    let text = #"{"name": "A", "schema": 1, \#(members)}"#
    let error = try #require(
      #expect(throws: JSONError.self) { try BoardFile.decode(Array(text.utf8)) })
    #expect(error.message.hasPrefix("expected a whole number from 0 to "))
    #expect(error.remedy == "write a number within these bounds")
  }

  @Test func keepsAnInverseWithAnAbsurdNumberAndDoesNotUseIt() throws {
    let text = #"""
      {"at": "2026-01-01T00:00:00Z", "by": "m", "command": "move", "id": "h",
       "inverse": {"restorePlace": {"stage": "new", "visits": -5}}}
      """#
    let entry = try HistoryEntry.decoded(from: Array(text.utf8))
    #expect(entry.inverse == nil)
    #expect(entry.unknown["inverse"] != nil)
  }

  @Test func knowsAFileOfANewerBaton() {
    let newer =
      "newer 2:11: schema: "
      + "this file was written by a newer Baton (schema 2, this one knows 1)"
    #expect(complaint(lead("", schema: "2")) == newer)
    #expect(complaint(lead(#""stage ": 1, "tags": {"new": "form"}"#, schema: "2")) == newer)
    #expect(complaint(lead("", schema: "0")) == "invalid 2:11: schema: there is no schema 0")
    #expect(
      complaint(lead("", schema: "\"2\""))
        == "invalid 2:11: schema: expected a whole number, found a string")
  }
}
