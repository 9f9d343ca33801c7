import BatonModel
import Testing

@testable import BatonStore

/// What a file may and may not do to a board, rule by rule.
@Suite("Import rules")
struct ImportRulesTests {
  @Test("A row becomes a lead with all that it says")
  func creation() throws {
    var fixture = ImportFixture()
    let plan = try fixture.take(
      """
      ID,Name,Email,Phone,Company,Amount,Stage,Owner,Source,Created,Favourite colour
      7,Ana Ruiz,Ana@Helix.io,+34 600,Helix Labs,"€12,500.00",Qualify,Maria Costa,Fair,2026-01-05,red
      """)
    #expect(plan.created == 1)
    let lead = try #require(fixture.leads.first)
    #expect(lead.name == "Ana Ruiz")
    #expect(lead.people.map(\.email) == ["Ana@Helix.io"])
    #expect(lead.people.map(\.phone) == ["+34 600"])
    #expect(lead.company?.name == "Helix Labs")
    #expect(lead.amount == Money(minorUnits: 1_250_000, currency: "EUR"))
    #expect(lead.stage == "qualify")
    #expect(lead.owner == "maria-costa")
    #expect(lead.acquisition.creating?.source == "Fair")
    #expect(lead.acquisition.creating?.provenance == .imported)
    #expect(lead.createdAt.rfc3339 == "2026-01-05T00:00:00Z")
    #expect(lead.externalIDs == ["leads": "7"])
    #expect(lead.imported["leads"]?["Favourite colour"] == "red")
    #expect(lead.history.map(\.by) == ["import"])
    #expect(fixture.board.member("maria-costa")?.name == "Maria Costa")
  }

  @Test("Running it twice changes nothing, also after the team has moved the lead")
  func twice() throws {
    let csv = """
      id,name,email,stage,owner,amount,tags,note,Why now?
      1,Ana,ana@x.io,New,Maria,500,"a;b",Call her,Because
      2,Bo,bo@x.io,Qualify,Maria,,,,
      """
    var fixture = ImportFixture()
    try fixture.take(csv)
    #expect(fixture.leads.count == 2)
    fixture.leads[0].stage = "decide"
    fixture.leads[0].owner = nil
    fixture.leads[0].amount = nil
    let before = fixture.leads
    let again = try fixture.take(csv)
    #expect(again.created == 0)
    #expect(again.updated == 0)
    #expect(again.unchanged == 2)
    #expect(fixture.leads == before)
  }

  @Test("What the team has corrected stays, as long as the row says what it said before")
  func corrections() throws {
    var fixture = ImportFixture()
    let csv = "id,name,phone\n1,Ana,+34 600 000\n"
    try fixture.take(csv)
    fixture.leads[0].people[0].phone = "+34 700 000"
    #expect(try fixture.take(csv).unchanged == 1)
    #expect(fixture.leads[0].people[0].phone == "+34 700 000")
    // Told to read the column otherwise, the same row is news.
    let plan = try fixture.take(csv) { $0.columns["phone"] = ColumnMapping(.field(.note)) }
    #expect(plan.updated == 1)
    #expect(fixture.leads[0].notes.map(\.text) == ["+34 600 000"])
    // So is a row that has changed.
    try fixture.take("id,name,phone\n1,Ana,+34 800 000\n")
    #expect(fixture.leads[0].people[0].phone == "+34 800 000")
  }

  @Test("Blank cells never overwrite")
  func blanks() throws {
    var fixture = ImportFixture()
    try fixture.take("id,name,phone,amount\n1,Ana,+34 600 000,500\n")
    let plan = try fixture.take("id,name,phone,amount\n1,Ana, ,\n")
    #expect(plan.unchanged == 1)
    #expect(fixture.leads[0].people.first?.phone == "+34 600 000")
    #expect(fixture.leads[0].amount?.minorUnits == 50_000)
  }

  @Test("What changed in the file changes on the lead, and stands in its history")
  func changes() throws {
    var fixture = ImportFixture()
    try fixture.take("id,name,stage,amount\n1,Ana,New,500\n")
    let plan = try fixture.take("id,name,stage,amount\n1,Ana Ruiz,Qualify,700\n")
    #expect(plan.updated == 1)
    #expect(
      plan.updates.first?.changes.filter { !$0.field.hasPrefix("extra:") } == [
        FieldChange(field: "person.name", before: "Ana", after: "Ana Ruiz"),
        FieldChange(field: "name", before: "Ana", after: "Ana Ruiz"),
        FieldChange(field: "amount", before: "500.0 EUR", after: "700.0 EUR"),
        FieldChange(field: "stage", before: "new", after: "qualify"),
      ])
    let lead = fixture.leads[0]
    #expect(lead.stage == "qualify")
    #expect(lead.visits.map(\.stage) == ["new", "qualify"])
    #expect(lead.history.count == 2)
    #expect(lead.revision == 2)
  }

  @Test("Rows are matched by e-mail whatever its case, and never by name alone")
  func matching() throws {
    var fixture = ImportFixture()
    try fixture.take("name,email\nAna,ana@x.io\n")
    let plan = try fixture.take("name,email,phone\nAna R.,ANA@X.IO,123\nAna,other@x.io,\n")
    #expect(plan.updated == 1)
    #expect(plan.created == 1)
    #expect(fixture.leads.map(\.name) == ["Ana R.", "Ana"])
  }

  @Test("A file without ids and addresses asks how its rows are recognised")
  func identity() throws {
    var fixture = ImportFixture()
    let csv = "name,company\nAna,Helix\nBo,Orbit\nAna,Helix\n"
    #expect(try fixture.plan(csv).questions == [.identity])
    let plan = try fixture.take(csv) { $0.match = [.row] }
    #expect(plan.created == 2)
    #expect(plan.unchanged == 1)
    #expect(plan.notices.count == 1)
    #expect(try fixture.take(csv) { $0.match = [.row] }.unchanged == 3)
  }

  @Test("An address that two leads have is refused, not guessed at")
  func ambiguousMatch() throws {
    var fixture = ImportFixture()
    try fixture.take("id,name,email\n1,Ana,a@x.io\n2,Bo,a@x.io\n") { $0.match = [.id] }
    let plan = try fixture.plan("name,email\nCy,A@x.io\n")
    #expect(plan.refused.map(\.line) == [2])
    #expect(plan.refused.first?.reason.hasPrefix("2 leads have this e-mail address") == true)
  }

  @Test("An address shared by two records of the other system does not make one lead of them")
  func sharedAddress() throws {
    var fixture = ImportFixture()
    let csv = "id,name,email\n1,Ana,info@x.io\n2,Bo,info@x.io\n"
    let plan = try fixture.take(csv)
    #expect(plan.created == 2)
    #expect(fixture.leads.map(\.name) == ["Ana", "Bo"])
    #expect(try fixture.take(csv).unchanged == 2)
  }

  @Test("Consent only narrows")
  func consent() throws {
    var fixture = ImportFixture()
    try fixture.take("id,name,Do Not Email,Do Not Call\n1,Ana,Yes,No\n2,Bo,No,no\n")
    #expect(fixture.leads.map(\.consent.doNotEmail) == [true, false])
    #expect(fixture.leads[0].consent.provenance == .imported)
    let plan = try fixture.take("id,name,Do Not Email,Do Not Call\n1,Ana,No,Yes\n2,Bo,,0\n")
    #expect(plan.updated == 1)
    #expect(fixture.leads.map(\.consent.doNotEmail) == [true, false])
    #expect(fixture.leads.map(\.consent.doNotCall) == [true, false])
  }

  @Test("A word that is neither yes nor no is refused where it is about consent")
  func unclearConsent() throws {
    let plan = try ImportFixture().plan("id,name,Do Not Email\n1,Ana,perhaps\n2,Bo,yes\n")
    #expect(plan.created == 1)
    #expect(plan.refused.map(\.line) == [2])
  }

  @Test("Two rows of one record complete each other; one that contradicts is refused")
  func twoRows() throws {
    let plan = try ImportFixture().plan(
      "id,name,phone,company\n1,Ana,,Helix\n1,Ana,+34 600,\n1,Ana,,Orbit\n"
    ) { $0.columns["id"] = ColumnMapping(.field(.id)) }
    #expect(plan.created == 1)
    #expect(plan.updated == 1)
    #expect(plan.refused.map(\.line) == [4])
    #expect(
      plan.refused.first?.reason
        == "company.name is “Orbit” here and “Helix” on line 2, for the same record.")
    #expect(plan.creations.first?.lead.people.first?.phone == "+34 600")
    #expect(plan.creations.first?.lead.company?.name == "Helix")
  }

  @Test("A lost lead needs a reason that the board has; one not recorded stays visible as such")
  func lostReasons() throws {
    var fixture = ImportFixture()
    try fixture.take(
      "id,name,stage,lost reason\n1,Ana,Closed Lost,price\n2,Bo,Closed Lost,Went silent\n3,Cy,won,\n"
    )
    #expect(fixture.leads.map(\.parked?.kind) == [.lost, .lost, .won])
    #expect(fixture.leads.map(\.parked?.reason) == ["price", "not-recorded", nil])
    #expect(fixture.leads.map(\.parked?.note) == [nil, "Went silent", nil])
    #expect(fixture.board.reason("not-recorded")?.title == "not recorded (import)")
    let strict = try ImportFixture().plan("id,name,stage\n1,Ana,Lost\n") {
      $0.defaultLostReason = nil
    }
    #expect(strict.refused.count == 1)
  }

  @Test("A word for a stage that nobody knows refuses its rows, until the mapping knows it")
  func unknownStage() throws {
    let csv = "id,name,stage\n1,Ana,Limbo\n2,Bo,Qualify\n"
    let fixture = ImportFixture()
    #expect(try fixture.proposal(csv).notices.count == 1)
    let plan = try fixture.plan(csv)
    #expect(plan.created == 1)
    #expect(
      plan.refused.map(\.reason) == [
        "“Limbo” in “stage” is no stage that the mapping knows."
      ])
    let mended = try fixture.plan(csv) { $0.stages["limbo"] = StageRule(stage: "nurture") }
    #expect(mended.creations.map(\.lead.stage) == ["nurture", "qualify"])
  }

  @Test("Dates in doubt are asked about, and read when the order is said")
  func dates() throws {
    let csv = "id,name,created\n1,Ana,03/04/2026\n2,Bo,05/06/2026\n"
    let fixture = ImportFixture()
    let plan = try fixture.plan(csv)
    #expect(
      plan.questions == [.dateOrder(column: "created", example: "03/04/2026", cells: 2)])
    #expect(plan.created == 0)
    let told = try fixture.plan(csv) { $0.dateOrder = .dayFirst }
    #expect(told.creations.map(\.lead.createdAt.rfc3339).first == "2026-04-03T00:00:00Z")
    let settled = try fixture.plan(csv + "3,Cy,31/12/2025\n")
    #expect(settled.questions.isEmpty)
    #expect(settled.creations.count == 3)
  }

  @Test("A row that contradicts the rest of its column is refused by itself")
  func contradictoryDates() throws {
    let plan = try ImportFixture().plan(
      "id,name,created\n1,Ana,13/04/2026\n2,Bo,04/13/2026\n3,Cy,03/04/2026\n")
    #expect(plan.questions.isEmpty)
    #expect(plan.created == 2)
    #expect(plan.refused.map(\.line) == [4])
  }

  @Test("What was observed about where a lead came from is not overwritten by a file")
  func provenance() throws {
    var fixture = ImportFixture()
    var lead = Lead(id: "ana", name: "Ana", stage: "new", createdAt: fixture.now)
    var person = Person(id: "p1", name: "Ana")
    person.email = "ana@x.io"
    lead.people = [person]
    var arrival = Arrival()
    arrival.source = "linkedin"
    arrival.provenance = .observed
    lead.acquisition.creating = arrival
    fixture.leads = [lead]
    try fixture.take("name,email,source,campaign\nAna,ana@x.io,Fair,Spring\n")
    #expect(fixture.leads.count == 1)
    #expect(fixture.leads[0].acquisition.creating == arrival)
    #expect(fixture.leads[0].acquisition.last?.source == "Fair")
    #expect(fixture.leads[0].acquisition.last?.campaign == "spring")
    #expect(fixture.leads[0].stage == "new")
  }

  @Test("Cells of no lead field are kept as written; later files add to them")
  func extras() throws {
    var fixture = ImportFixture()
    try fixture.take("id,name,colour,size\n1,Ana, red ,\n")
    try fixture.take("id,name,colour,size\n1,Ana,,L\n")
    #expect(fixture.leads[0].cells(of: "leads") == ["colour": " red ", "size": "L"])
  }

  @Test("A second address, a company without a name and an open lead's close date are kept")
  func leftovers() throws {
    var fixture = ImportFixture()
    try fixture.take(
      "id,name,email,industry,stage,close date\n1,Ana,a@x.io; b@x.io,Steel,New,2026-09-01\n")
    let lead = fixture.leads[0]
    #expect(lead.people[0].email == "a@x.io")
    #expect(lead.company == nil)
    #expect(lead.parked == nil)
    #expect(
      lead.cells(of: "leads") == [
        "email": "a@x.io; b@x.io", "industry": "Steel", "stage": "New",
        "close date": "2026-09-01",
      ])
  }

  @Test("A row that names nobody is refused")
  func nobody() throws {
    let plan = try ImportFixture().plan("email,amount,colour\n,5,red\na@x.io,6,blue\n")
    #expect(plan.created == 1)
    #expect(plan.refused.map(\.line) == [2])
  }
}
