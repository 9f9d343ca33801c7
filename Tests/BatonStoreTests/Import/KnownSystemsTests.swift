import BatonModel
import Testing

@testable import BatonStore

/// Under which names a file's ids stand on the board already.
@Suite("Known systems")
struct KnownSystemsTests {
  private func lead(_ id: LeadID, _ name: String, email: String? = nil, _ ids: [String: String])
    -> Lead
  {
    var lead = Lead(id: id, name: name, stage: "new", createdAt: Instant(microseconds: 0))
    lead.people = [Person(id: "p1", name: name)]
    lead.people[0].email = email
    lead.externalIDs = ids
    return lead
  }

  private func systems(_ csv: String, among leads: [Lead]) throws -> KnownSystems {
    var fixture = ImportFixture()
    fixture.fileName = "week-2.csv"
    let table = try ImportTable.readCSV(Array(csv.utf8))
    return KnownSystems(of: table, try fixture.proposal(csv).mapping, among: leads)
  }

  @Test("An id with the same name or address is of the system under which it is filed")
  func same() throws {
    let leads = [
      lead("a", "Ana Ruiz", ["week-1": "1"]),
      lead("b", "Bo", email: "bo@x.example", ["week-1": "2"]),
    ]
    let byName = try systems("id,name\n1,ana  ruiz\n9,Cy\n", among: leads)
    #expect(byName.source == "week-1")
    #expect(byName.others == [])
    let byAddress = try systems("id,name,email\n2,Robert,BO@x.example\n", among: leads)
    #expect(byAddress.source == "week-1")
    let inParts = try systems("id,first name,last name\n1,Ana,Ruiz\n", among: leads)
    #expect(inParts.source == "week-1")
  }

  @Test("The same ids of other people are another system's")
  func different() throws {
    let leads = [lead("a", "Ana", ["fair": "1"]), lead("b", "Bo", ["fair": "2"])]
    #expect(try systems("id,name\n1,Cy\n2,Di\n", among: leads).source == "week-2")
    // One that agrees by chance does not outweigh the others.
    #expect(try systems("id,name\n1,Ana\n2,Di\n", among: leads).source == "week-2")
    #expect(try systems("id,name\n", among: leads).source == "week-2")
  }

  @Test("What is filed under the file's own name stays there, and others are looked up too")
  func own() throws {
    let leads = [
      lead("a", "Ana", ["week-2": "1"]), lead("b", "Bo", ["week-1": "2"]),
      lead("c", "Cy", ["week-1": "3"]),
    ]
    let known = try systems("id,name\n1,Ana\n2,Bo\n3,Cy\n", among: leads)
    #expect(known.source == "week-2")
    #expect(known.others == ["week-1"])
    let table = try ImportTable.readCSV(Array("id,name\n1,Ana\n2,Bo\n3,Cy\n".utf8))
    var fixture = ImportFixture()
    fixture.fileName = "week-2.csv"
    let plan = try ImportPlan(
      table: table, mapping: try fixture.proposal("id,name\n1,Ana\n").mapping,
      board: fixture.board, leads: leads, otherSources: known.others, now: fixture.now)
    #expect(plan.created == 0)
    #expect(plan.refused == [])
  }
}
