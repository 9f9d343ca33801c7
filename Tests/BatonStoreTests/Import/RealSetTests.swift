import BatonModel
import Foundation
import Testing

@testable import BatonStore

/// The two published sets, whole: what comes in, compared with plain counts of the files.
@Suite(
  "Real sets",
  .enabled(if: SharedData.exists("course-leads/leads.csv"), "the published sets are not at hand"))
struct RealSetTests {
  /// A file with the plan of its import into an empty board.
  private struct Planned: Sendable {
    var table: ImportTable
    var mapping: ImportMapping
    var plan: ImportPlan
    /// The plan of importing it once more.
    var again: ImportPlan

    var leads: [Lead] { plan.creations.map(\.lead) }

    init(_ path: String, joining files: [String] = []) throws {
      let now = Instant(seconds: 1_514_764_800)
      let board = Board.standard(name: "Test", currency: "EUR")
      table = try Self.read(path)
      let preset = try #require(ImportPreset.detected(in: table))
      var tables: [String: ImportTable] = [:]
      for file in files { tables[file] = try Self.read("crm-opportunities/\(file)") }
      let joined = try table.joined(by: preset.mapping, with: tables)
      mapping =
        ImportProposal(table: joined, preset: preset, fileName: path, board: board).mapping
      plan = try ImportPlan(
        table: joined, mapping: mapping, teamTables: tables, board: board, now: now)
      var enriched = board
      _ = plan.supplement?.apply(to: &enriched)
      again = try ImportPlan(
        table: joined, mapping: mapping, teamTables: tables, board: enriched,
        leads: plan.creations.map(\.lead), now: now)
    }

    private static func read(_ path: String) throws -> ImportTable {
      try ImportTable.readCSV([UInt8](try Data(contentsOf: SharedData.url(path))))
    }

    /// How many rows have each word in a column, counted plainly.
    func counts(_ column: String) throws -> [String: Int] {
      let index = try #require(table.index(of: column))
      return table.rows.reduce(into: [:]) { $0[$1.cells[index], default: 0] += 1 }
    }
  }

  // Each is planned once for all tests: it takes a while without optimisation.
  private static let courses = Result { try Planned("course-leads/leads.csv") }
  private static let opportunities = Result {
    try Planned(
      "crm-opportunities/sales_pipeline.csv",
      joining: ["accounts.csv", "products.csv", "sales_teams.csv"])
  }

  @Test("Rows are leads plus refused, and the same file again adds nothing")
  func counts() throws {
    for (planned, rows, name) in [
      (try Self.courses.get(), 9_240, "course-leads"),
      (try Self.opportunities.get(), 8_800, "crm-opportunities"),
    ] {
      #expect(planned.mapping.preset == name)
      #expect(planned.plan.questions.isEmpty)
      #expect(planned.plan.read == rows)
      #expect(planned.plan.created + planned.plan.refused.count == rows)
      #expect(planned.plan.refused.isEmpty)
      #expect(planned.plan.notices.isEmpty)
      #expect(Set(planned.leads.map(\.id)).count == rows)
      #expect(planned.again.unchanged == rows)
      #expect(planned.again.supplement == nil)
    }
  }

  @Test("What forbids contact, and how many were won, are plain counts of the file")
  func courseConsent() throws {
    let courses = try Self.courses.get()
    let leads = courses.leads
    #expect(leads.count { $0.consent.doNotEmail } == (try courses.counts("Do Not Email")["Yes"]))
    #expect(leads.count { $0.consent.doNotCall } == (try courses.counts("Do Not Call")["Yes"]))
    #expect(leads.count { $0.parked?.kind == .won } == 3_561)
    #expect(leads.count { $0.parked == nil && $0.stage == "new" } == 5_679)
  }

  @Test("Lead Quality and Tags are feedback, survey columns answers, and one source has one name")
  func courseWords() throws {
    let courses = try Self.courses.get()
    let leads = courses.leads
    let quality = try courses.counts("Lead Quality")
    let qualities = leads.compactMap { $0.feedback.first?.quality }
    #expect(qualities.count { $0 == 1 } == quality["Worst"])
    #expect(qualities.count { $0 == 5 } == quality["High in Relevance"])
    #expect(qualities.count == 9_240 - (quality[""] ?? 0))
    let tags = try courses.counts("Tags")
    #expect(leads.count { $0.feedback.first?.note != nil } == 9_240 - (tags[""] ?? 0))
    for (header, question) in [
      ("How did you hear about X Education", "heard"), ("Specialization", "specialization"),
      ("What is your current occupation", "occupation"),
      ("What matters most to you in choosing a course", "matters-most"),
    ] {
      let words = try courses.counts(header)
      let blank = (words[""] ?? 0) + (words["Select"] ?? 0)
      let answered = leads.count { $0.answers.contains { $0.question.rawValue == question } }
      #expect(answered == 9_240 - blank)
    }
    let sources = Dictionary(grouping: leads) { $0.acquisition.principal?.source ?? "" }
    #expect(sources["Google"]?.count == 2_868)
    #expect(sources["google"]?.count == 5)
    #expect(sources[""]?.count == 36)
  }

  @Test("No cell of a column that Baton has no field for is lost")
  func unknownColumns() throws {
    let courses = try Self.courses.get()
    let known = Set(
      courses.mapping.columns.filter { $0.value.target != .extra(as: nil) }.keys)
    let unknown = courses.table.columns.indices.filter {
      !known.contains(courses.table.columns[$0])
    }
    #expect(unknown.count == 13)
    var lost = 0
    for (row, lead) in zip(courses.table.rows, courses.leads) {
      for index in unknown where !["", "Select"].contains(row.cells[index]) {
        let kept = lead.imported["course-leads"]?[courses.table.columns[index]]?.string
        if kept != row.cells[index] { lost += 1 }
      }
    }
    #expect(lost == 0)
  }

  @Test("Stages, outcomes and dates of opportunities")
  func opportunityStages() throws {
    let deals = try Self.opportunities.get()
    let leads = deals.leads
    let stages = try deals.counts("deal_stage")
    #expect(leads.count { $0.parked?.kind == .won } == stages["Won"])
    #expect(leads.count { $0.parked?.reason == "not-recorded" } == stages["Lost"])
    #expect(leads.count { $0.parked == nil && $0.stage == "decide" } == stages["Engaging"])
    #expect(leads.count { $0.parked == nil && $0.stage == "qualify" } == stages["Prospecting"])
    #expect(leads.count { $0.company == nil } == (try deals.counts("account")[""]))
    #expect(leads.count { $0.imported["crm-opportunities"]?["products.series"] == nil } == 0)
    #expect(leads.count { $0.createdAt.rfc3339.hasPrefix("2018") } == 500)
  }

  @Test("An opportunity with its account, its product, its owner and the owner's manager")
  func opportunity() throws {
    let deals = try Self.opportunities.get()
    let first = try #require(deals.leads.first)
    #expect(first.externalIDs == ["crm-opportunities": "1C1I7A6R"])
    #expect(first.name == "GTX Plus Basic")
    #expect(first.company?.name == "Cancity")
    #expect(first.company?.industry == "retail")
    #expect(first.company?.revenue == Money(minorUnits: 71_862_000_000, currency: "USD"))
    #expect(first.amount == Money(minorUnits: 105_400, currency: "USD"))
    #expect(first.owner == "moses-frase")
    #expect(first.visits.map(\.entered.rfc3339) == ["2016-10-20T00:00:00Z"])
    #expect(first.parked?.since.rfc3339 == "2017-03-01T00:00:00Z")
    let team = try #require(deals.plan.supplement).members
    #expect(team.count == 35 + 6)
    let moses = try #require(team.first { $0.id == "moses-frase" })
    #expect(moses.manager == "dustin-brinkmann")
    #expect(moses.office == "Central")
  }
}
