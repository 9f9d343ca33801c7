import BatonModel
import Testing

@testable import BatonStore

/// By what a person is recognised in texts and tables, and what of others is left alone.
@Suite struct ForgottenTracesTests {
  private func traces(
    _ name: String, email: String? = nil, phone: String? = nil
  ) -> PersonTraces {
    var lead = Lead(id: "x1", name: name, stage: "new", createdAt: Instant(seconds: 0))
    lead.people = [Person(id: "p1", name: name)]
    lead.people[0].email = email
    lead.people[0].phone = phone
    return PersonTraces(lead, notes: [])
  }

  @Test(arguments: [
    ("Zelda Quixworth", "Call Quixworth, Zelda today", "Call [forgotten] today"),
    ("Zelda Quixworth", "Quixworth Zelda and Zeldan", "[forgotten] and Zeldan"),
    ("Ana Maria Ruiz", "Ruiz, Ana Maria; Maria Ruiz, Ana", "[forgotten]; [forgotten]"),
    ("王小明", "给王小明打电话", "给[forgotten]打电话"),
    ("王伟", "王伟 waits, (王伟)，王伟。", "[forgotten] waits, ([forgotten])，[forgotten]。"),
    ("王伟", "王伟明和小王伟", "王伟明和小王伟"),
    ("王伟", "给王伟打电话", "给王伟打电话"),
    ("王伟", "Ring王伟today", "Ring[forgotten]today"),
    ("김민수", "김민수가 기다린다", "[forgotten]가 기다린다"),
    ("Ana Ruiz", "给Ana Ruiz打电话", "给[forgotten]打电话"),
    ("Bo", "Bo Bobson", "Bo Bobson"),
  ])
  func strikesNamesHoweverTheyAreWritten(_ name: String, _ text: String, _ expected: String) {
    #expect(traces(name).removed(from: text) == expected)
  }

  @Test func saysWhereNobodyCanTellTheEndOfAName() {
    let wei = traces("王伟")
    #expect(wei.mayName("给王伟打电话") && !wei.names(in: "给王伟打电话"))
    #expect(!wei.mayName("王伟 waits") && wei.names(in: "王伟 waits"))
    #expect(!traces("王小明").mayName("给王小明打电话"))
  }

  @Test(arguments: [
    ("Ana Ruiz", "ANA RUIZ called", true), ("Ana Ruiz", "Ana Berg and B. Ruiz", false),
    ("José Díaz", "josé díaz", true), ("王伟", "给王伟", true), ("王伟", "plain", false),
    ("Ana Ruiz", #"\u0041na"#, true), ("Li", "Lina", false),
  ])
  func looksThroughFewFiles(_ name: String, _ text: String, _ isCandidate: Bool) {
    let search = NameSearch(traces(name))
    #expect(Array(text.utf8).withUnsafeBytes(search.mayFind) == isCandidate)
  }

  @Test(arguments: [
    ("ring +49 30 123-4567 at 9", "ring [forgotten] at 9"),
    ("ring 0049 (30) 1234567.", "ring [forgotten]."),
    ("49301234567", "[forgotten]"),
    ("149301234567 and 493012345678", "149301234567 and 493012345678"),
    ("49 30 123", "49 30 123"),
  ])
  func strikesTelephoneNumbersHoweverTheyAreDivided(_ text: String, _ expected: String) {
    #expect(traces("Ana Ruiz", phone: "+49 30 1234567").removed(from: text) == expected)
  }

  private func cleaned(_ text: String, _ traces: PersonTraces) -> String? {
    guard let cleaned = traces.removed(fromFile: Array(text.utf8), name: "x.csv") else {
      return text
    }
    return cleaned.bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A reader counts a carriage return as the end of a line as well.
  @Test(arguments: [
    (
      "name,email,note\nAlf,alf@q,\"first\rsecond\"\nBea,bea@q,hi\nCid,cid@q,yo\n",
      "name,email,note\nAlf,alf@q,\"first\rsecond\"\nCid,cid@q,yo\n"
    ),
    ("name,email\rAlf,alf@q\rBea,bea@q\rCid,cid@q\r", "name,email\rAlf,alf@q\rCid,cid@q\r"),
    ("name,email\r\nBea,bea@q\r\n\r\nCid,cid@q", "name,email\r\n\r\nCid,cid@q"),
    ("sep=;\nname;email\nBea;bea@q\nCid;cid@q\n", "sep=;\nname;email\nCid;cid@q\n"),
    ("Bea,bea@q\nCid,cid@q\n", "[forgotten],[forgotten]\nCid,cid@q\n"),
  ])
  func takesOutTheRowsOfThePersonAndNoOthers(_ text: String, _ expected: String) {
    #expect(cleaned(text, traces("Bea", email: "bea@q")) == expected)
  }

  @Test func knowsANameInParts() {
    let zelda = traces("Zelda Quixworth")
    let head = "First Name,Last Name,Email\n"
    #expect(
      cleaned(
        head + "Zelda,Quixworth,\nZelda,Other,\nZelda,Quixworth,namesake@x.example\n", zelda)
        == head + "Zelda,Other,\nZelda,Quixworth,namesake@x.example\n")
    let json = #"[{"first_name": "Zelda", "last_name": "Quixworth"}, {"first_name": "Zelda"}]"#
    let left = zelda.removed(fromFile: Array(json.utf8), name: "x.json")
    #expect(left?.rows == 1)
  }

  @Test func takesOutARowThatIsBroken() {
    let zelda = traces("Zelda Quixworth", email: "zelda@quix.example")
    let head = "name,email\nBo,bo@x.example\n"
    #expect(
      cleaned(head + "Zelda Quixworth,\"zelda@quix.example\"bad\nCid,\"cid@x\"bad\n", zelda)
        == head + "Cid,\"cid@x\"bad\n")
  }
}
