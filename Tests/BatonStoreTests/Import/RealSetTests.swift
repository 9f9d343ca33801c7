import BatonModel
import Foundation
import Testing

@testable import BatonStore

/// The two published sets, whole: what comes in, compared with plain counts of the files.
@Suite(
  "Real sets",
  .enabled(if: SharedData.exists("course-leads/leads.csv"), "the published sets are not at hand"))
struct RealSetTests {
  private let now = Instant(rfc3339: "2018-01-01T00:00:00Z") ?? .distantPast
  private let board = Board.standard(name: "Test", currency: "EUR")

  private func table(_ path: String) throws -> ImportTable {
    try ImportTable.readCSV([UInt8](try Data(contentsOf: SharedData.url(path))))
  }

  /// How many rows of a file have each word in a column, counted plainly.
  private func counts(_ table: ImportTable, _ column: String) throws -> [String: Int] {
    let index = try #require(table.index(of: column))
    return table.rows.reduce(into: [:]) { $0[$1.cells[index], default: 0] += 1 }
  }

  @Test("Leads of an online-course seller")
  func courseLeads() throws {
    let table = try table("course-leads/leads.csv")
    let preset = try #require(ImportPreset.detected(in: table))
    #expect(preset.name == "course-leads")
    let proposal = ImportProposal(
      table: table, preset: preset, fileName: "leads.csv", board: board)
    let plan = try ImportPlan(table: table, mapping: proposal.mapping, board: board, now: now)
    #expect(plan.questions.isEmpty)
    #expect(plan.read == 9_240)
    #expect(plan.refused.isEmpty)
    #expect(plan.created == 9_240)
    let leads = plan.creations.map(\.lead)
    #expect(Set(leads.map(\.id)).count == 9_240)

    let emails = try counts(table, "Do Not Email")
    #expect(leads.count { $0.consent.doNotEmail } == emails["Yes"])
    let calls = try counts(table, "Do Not Call")
    #expect(leads.count { $0.consent.doNotCall } == calls["Yes"])
    #expect(leads.count { $0.parked?.kind == .won } == 3_561)
    #expect(leads.count { $0.parked == nil && $0.stage == "new" } == 5_679)

    let quality = try counts(table, "Lead Quality")
    let qualities = leads.compactMap { $0.feedback.first?.quality }
    #expect(qualities.count { $0 == 1 } == quality["Worst"])
    #expect(qualities.count { $0 == 5 } == quality["High in Relevance"])
    #expect(qualities.count == 9_240 - (quality[""] ?? 0))
    let tags = try counts(table, "Tags")
    #expect(leads.count { $0.feedback.first?.note != nil } == 9_240 - (tags[""] ?? 0))

    let heard = try counts(table, "How did you hear about X Education")
    let unheard = (heard[""] ?? 0) + (heard["Select"] ?? 0)
    #expect(
      leads.count { $0.answers.contains { $0.question == "heard" } } == 9_240 - unheard)
    let sources = Dictionary(grouping: leads) { $0.acquisition.principal?.source ?? "" }
    #expect(sources["Google"]?.count == 2_868 + 5)
    #expect(sources[""]?.count == 36)
  }

  @Test("No cell of a column that Baton has no field for is lost")
  func unknownColumns() throws {
    let table = try table("course-leads/leads.csv")
    let preset = try ImportPreset.named("course-leads")
    let proposal = ImportProposal(
      table: table, preset: preset, fileName: "leads.csv", board: board)
    let plan = try ImportPlan(table: table, mapping: proposal.mapping, board: board, now: now)
    for header in ["TotalVisits", "Last Activity", "City", "Asymmetrique Profile Score"] {
      let index = try #require(table.index(of: header))
      for (row, creation) in zip(table.rows, plan.creations) {
        let cell = row.cells[index]
        let kept = creation.lead.imported["course-leads"]?[header]?.string
        if cell.isEmpty || cell == "Select" {
          #expect(kept == nil)
        } else {
          #expect(kept == cell)
        }
      }
    }
  }

  @Test("A hardware maker's opportunities, with accounts, products and teams joined")
  func opportunities() throws {
    let files = ["accounts.csv", "products.csv", "sales_teams.csv"]
    var tables: [String: ImportTable] = [:]
    for file in files { tables[file] = try table("crm-opportunities/\(file)") }
    let plain = try table("crm-opportunities/sales_pipeline.csv")
    let preset = try #require(ImportPreset.detected(in: plain))
    let joined = try plain.joined(by: preset.mapping, with: tables)
    let proposal = ImportProposal(
      table: joined, preset: preset, fileName: "sales_pipeline.csv", board: board)
    let plan = try ImportPlan(
      table: joined, mapping: proposal.mapping, teamTables: tables, board: board, now: now)
    #expect(plan.notices.isEmpty)
    #expect(plan.read == 8_800)
    #expect(plan.created + plan.refused.count == 8_800)
    #expect(plan.refused.isEmpty)
    let leads = plan.creations.map(\.lead)
    let stages = try counts(plain, "deal_stage")
    #expect(leads.count { $0.parked?.kind == .won } == stages["Won"])
    #expect(leads.count { $0.parked?.kind == .lost } == stages["Lost"])
    #expect(leads.count { $0.parked?.reason == "not-recorded" } == stages["Lost"])
    #expect(leads.count { $0.parked == nil && $0.stage == "decide" } == stages["Engaging"])
    #expect(leads.count { $0.parked == nil && $0.stage == "qualify" } == stages["Prospecting"])
    #expect(leads.count { $0.company == nil } == 1_425)
    #expect(leads.count { $0.imported["crm-opportunities"]?["products.series"] == nil } == 0)

    let first = try #require(leads.first)
    #expect(first.externalIDs == ["crm-opportunities": "1C1I7A6R"])
    #expect(first.name == "GTX Plus Basic")
    #expect(first.company?.name == "Cancity")
    #expect(first.company?.industry == "retail")
    #expect(first.company?.revenue == Money(minorUnits: 71_862_000_000, currency: "USD"))
    #expect(first.amount == Money(minorUnits: 105_400, currency: "USD"))
    #expect(first.owner == "moses-frase")
    #expect(first.visits.map(\.entered.rfc3339) == ["2016-10-20T00:00:00Z"])
    #expect(first.parked?.since.rfc3339 == "2017-03-01T00:00:00Z")

    let team = try #require(plan.supplement).members
    #expect(team.count == 35 + 6)
    let moses = try #require(team.first { $0.id == "moses-frase" })
    #expect(moses.manager == "dustin-brinkmann")
    #expect(moses.office == "Central")
    #expect(plan.supplement?.reasons.map(\.id) == ["not-recorded"])
  }
}
