import BatonModel
import Testing

@testable import BatonStore

/// Which files are looked into for holds that cover a whole company.
@Suite("Company holds on the disk")
final class CompanyHoldReadingTests: NewBoardSuite {
  private func add(_ id: LeadID, _ change: (inout Lead) -> Void = { _ in }) throws {
    var lead = Lead(id: id, name: id.rawValue, stage: "new", createdAt: now)
    lead.company = Company(name: "Helix Labs")
    change(&lead)
    try board.add(lead)
  }

  private func hold(_ scope: Hold.Scope, of lead: inout Lead) {
    var hold = Hold(
      id: EntryID("h-\(lead.id)"), reason: "tender", from: now, until: now.adding(days: 9),
      by: "maria")
    hold.scope = scope
    lead.holds = [hold]
  }

  private func holders(of id: LeadID) throws -> [LeadID] {
    let lead = LeadSummary(try board.readLead(id))
    return try board.readCompanyHolds().holds(on: lead).map(\.lead)
  }

  @Test("Those of other leads at the company, and nobody's of a lead alone")
  func found() throws {
    try add("ana")
    try add("bo") { hold(.company, of: &$0) }
    try add("cai") { hold(.lead, of: &$0) }
    try add("dov") {
      hold(.company, of: &$0)
      $0.company?.name = "Nordwerk"
    }
    #expect(try holders(of: "ana") == ["bo"])
    #expect(try holders(of: "bo") == [])
  }

  @Test("A hold whose words are written with escapes counts as any other")
  func escaped() throws {
    try add("ana")
    try add("bo") { hold(.company, of: &$0) }
    let path = try #require(BoardFolder.file(of: LeadID("bo")))
    let text = try files.text("board/\(path)")
    try files.write(
      text.replacing("\"scope\": \"company\"", with: "\"\\u0073cope\": \"company\""),
      to: "board/\(path)")
    #expect(try files.text("board/\(path)") != text)
    #expect(try holders(of: "ana") == ["bo"])
  }

  @Test("Files that cannot be read count for nothing")
  func broken() throws {
    try add("ana")
    try add("bo") { hold(.company, of: &$0) }
    let path = try #require(BoardFolder.file(of: LeadID("bo")))
    try files.write("{\"holds\": [{\"scope\": ", to: "board/\(path)")
    #expect(try holders(of: "ana") == [])
  }
}
