import BatonModel
import Testing

@testable import BatonStore

/// Two versions of a file become one, or say where they contradict.
@Suite("Merging records")
struct RecordMergeTests {
  private func merge(
    _ base: JSONObject, _ ours: JSONObject, _ theirs: JSONObject, path: String? = nil
  ) throws -> (value: JSONObject?, text: String, conflicts: [String]) {
    func bytes(_ object: JSONObject) -> [UInt8] { JSONValue.object(object).encoded() }
    let merge = RecordMerge(
      base: bytes(base), ours: bytes(ours), theirs: bytes(theirs), path: path)
    let value = try? JSONValue.decoded(from: merge.bytes)
    return (value?.object, String(decoding: merge.bytes, as: UTF8.self), merge.conflicts)
  }

  private func changed(_ base: JSONObject, _ change: (inout JSONObject) -> Void) -> JSONObject {
    var object = base
    change(&object)
    return object
  }

  private let base: JSONObject = [
    "id": "ana", "name": "Ana", "revision": 3, "schema": 1, "stage": "new",
    "company": ["name": "Helix", "city": "Lima"], "amount": ["minorUnits": 1, "currency": "EUR"],
    "tags": ["a", "b"], "ours": ["x": 1, "y": 2],
    "touches": [["id": "t1", "at": "2026-11-01T09:00:00Z"]],
    "people": [["id": "p1", "name": "Ana"]],
  ]

  @Test("Counts of who was forgotten add up, and absurd ones are for a person to settle")
  func forgotten() throws {
    func counts(_ number: Int) -> JSONObject {
      ["forgotten": ["2026-11": .number(JSONNumber(number))], "name": "Test"]
    }
    let merged = try merge(counts(5), counts(7), counts(6))
    #expect(merged.value == counts(8))
    for absurd in [Int.min, .max] {
      let left = try merge(counts(absurd), counts(7), counts(6))
      #expect(left.conflicts.count == 1)
    }
  }

  @Test("Fields that one side changed keep the change, at every depth, known or not")
  func fields() throws {
    let ours = changed(base) {
      $0["stage"] = "qualify"
      $0["company"] = ["name": "Helix Labs", "city": "Lima"]
      $0["ours"] = ["x": 9, "y": 2]
      $0["revision"] = 4
      $0["tags"] = ["b", "c"]
    }
    let theirs = changed(base) {
      $0["name"] = "Ana Ruiz"
      $0["company"] = ["name": "Helix", "city": "Quito", "country": "EC"]
      $0["ours"] = ["x": 1, "y": 8]
      $0["revision"] = 7
      $0["new key"] = [1, 2]
      $0["tags"] = ["a", "b", "d"]
    }
    let merged = try merge(base, ours, theirs)
    #expect(merged.conflicts == [])
    let value = try #require(merged.value)
    #expect(value["stage"] == "qualify")
    #expect(value["name"] == "Ana Ruiz")
    #expect(value["company"] == ["name": "Helix Labs", "city": "Quito", "country": "EC"])
    #expect(value["ours"] == ["x": 9, "y": 8])
    #expect(value["revision"] == 8)
    #expect(value["new key"] == [1, 2])
    #expect(value["tags"] == ["b", "c", "d"])
  }

  @Test("Lists that only grow are united by id and in order of time")
  func lists() throws {
    let ours = changed(base) {
      $0["touches"] = [
        ["id": "t1", "at": "2026-11-01T09:00:00Z"], ["id": "t3", "at": "2026-11-03T09:00:00Z"],
      ]
      $0["people"] = [["id": "p1", "name": "Ana", "phone": "1"]]
    }
    let theirs = changed(base) {
      $0["touches"] = [
        ["id": "t1", "at": "2026-11-01T09:00:00Z", "retracted": ["by": "tom"]],
        ["id": "t2", "at": "2026-11-02T09:00:00.5Z"], ["id": "t4", "at": "2026-11-04T09:00:00Z"],
      ]
      $0["people"] = [["id": "p1", "name": "Ana Ruiz"], ["id": "p2", "name": "Bo"]]
    }
    for (left, right) in [(ours, theirs), (theirs, ours)] {
      let merged = try merge(base, left, right)
      #expect(merged.conflicts == [])
      let touches = try #require(merged.value?["touches"]?.array)
      #expect(touches.compactMap { $0.object?["id"]?.string } == ["t1", "t2", "t3", "t4"])
      #expect(touches[0].object?["retracted"] != nil)
      #expect(
        merged.value?["people"] == [
          ["id": "p1", "name": "Ana Ruiz", "phone": "1"], ["id": "p2", "name": "Bo"],
        ])
    }
  }

  @Test("What contradicts stands between marks, around its key alone")
  func conflicts() throws {
    let ours = changed(base) {
      $0["stage"] = "qualify"
      $0["amount"] = ["minorUnits": 2, "currency": "EUR"]
    }
    let theirs = changed(base) {
      $0["stage"] = "decide"
      $0["amount"] = nil
      $0["name"] = "Ana Ruiz"
    }
    let merged = try merge(base, ours, theirs)
    #expect(merged.conflicts == ["amount", "stage"])
    #expect(
      merged.text.hasPrefix(
        """
        {
        <<<<<<< ours
          "amount": {
            "currency": "EUR",
            "minorUnits": 2
          },
        =======
        >>>>>>> theirs
          "company": {
        """))
    #expect(
      merged.text.contains(
        """
        <<<<<<< ours
          "stage": "qualify",
        =======
          "stage": "decide",
        >>>>>>> theirs

        """))
    #expect(merged.text.contains("\n  \"name\": \"Ana Ruiz\",\n"))
    let fault = #expect(throws: JSONError.self) {
      try JSONValue.decoded(from: Array(merged.text.utf8))
    }
    #expect(fault?.line == 2)
    #expect(fault?.message == "git left both sides of a merge in this file")
    #expect(fault?.remedy.contains("git mergetool") == true)
  }

  @Test("What is forbidden on either side is forbidden; the later contact is the last")
  func rules() throws {
    let before: JSONObject = [
      "consent": ["doNotEmail": false],
      "acquisition": ["last": ["at": "2026-11-01T00:00:00Z", "source": "a", "term": "x"]],
    ]
    let ours: JSONObject = [
      "consent": ["doNotEmail": true],
      "acquisition": ["last": ["at": "2026-11-02T00:00:00Z", "source": "b"]],
    ]
    let theirs: JSONObject = [
      "consent": [:],
      "acquisition": ["last": ["at": "2026-11-03T00:00:00Z", "source": "c"]],
    ]
    for (left, right) in [(ours, theirs), (theirs, ours)] {
      let merged = try merge(before, left, right)
      #expect(merged.conflicts == [])
      #expect(merged.value?["consent"] == ["doNotEmail": true])
      #expect(merged.value?["acquisition"]?.object?["last"]?.object?["source"] == "c")
      #expect(merged.value?["acquisition"]?.object?["last"]?.object?["term"] == nil)
    }
  }

  @Test("Taken away by one side and untouched by the other is gone; what was changed stays")
  func removal() throws {
    let before: JSONObject = ["list": [["id": "a", "n": 1], ["id": "b", "n": 1]], "key": 1]
    let ours: JSONObject = ["list": []]
    let theirs: JSONObject = [
      "list": [["id": "a", "n": 1], ["id": "b", "n": 2], ["id": "c"]], "key": 1,
    ]
    let merged = try merge(before, ours, theirs)
    #expect(merged.conflicts == [])
    #expect(merged.value == ["list": [["id": "b", "n": 2], ["id": "c"]]])
    let added = try merge(
      [:], ["people": [["id": "p1", "name": "A"]]], ["people": [["id": "p1", "name": "B"]]])
    #expect(added.conflicts == ["people.p1"])
  }

  @Test("Both moved to the same stage: it came there once")
  func visits() throws {
    let visit: JSONValue = ["stage": "new", "entered": "2026-11-01T00:00:00Z"]
    let first: JSONValue = ["stage": "qualify", "entered": "2026-11-02T00:00:00Z"]
    let later: JSONValue = ["stage": "qualify", "entered": "2026-11-03T00:00:00Z"]
    let merged = try merge(
      ["visits": [visit]], ["visits": [visit, later]], ["visits": [visit, first]])
    #expect(merged.value?["visits"] == [visit, first])
  }

  @Test("Without a common version, and with one that is no JSON")
  func odd() throws {
    let added = try merge([:], ["a": 1, "b": 2], ["b": 2, "c": 3])
    #expect(added.value == ["a": 1, "b": 2, "c": 3])
    let broken = RecordMerge(base: [], ours: Array("{".utf8), theirs: Array("{}\n".utf8))
    #expect(broken.conflicts == ["the whole file"])
    #expect(
      String(decoding: broken.bytes, as: UTF8.self)
        == "<<<<<<< ours\n{\n=======\n{}\n>>>>>>> theirs\n")
    let same = RecordMerge(base: Array("x".utf8), ours: [0xFF], theirs: [0xFF])
    #expect(same.bytes == [0xFF])
    #expect(same.conflicts == [])
  }
}
