import BatonModel
import Testing

@testable import BatonBoard

/// The summaries of all leads, and what is kept of them beside.
@Suite struct LeadShelfTests {
  private static func lead(_ id: LeadID, at company: String, isHeld: Bool = false) -> LeadSummary {
    var lead = Lead(id: id, name: id.rawValue, stage: "qualify", createdAt: Fixtures.now)
    lead.company = Company(name: company)
    if isHeld {
      var hold = Hold(
        id: "h1", reason: "tender", from: Fixtures.now.adding(days: -2),
        until: Fixtures.now.adding(days: 5), by: "maria")
      hold.scope = .company
      lead.holds = [hold]
    }
    return LeadSummary(lead)
  }

  private static func holders(of lead: LeadSummary, on shelf: LeadShelf) -> [LeadID] {
    shelf.companyHolds.holds(on: lead).map(\.lead)
  }

  @Test func keepsTheHoldsOnCompaniesAsItsLeadsChange() {
    let bo = Self.lead("bo", at: "Helix")
    var shelf = LeadShelf()
    for lead in [Self.lead("ana", at: "Helix", isHeld: true), bo, Self.lead("cai", at: "Nord")] {
      shelf.put(lead)
    }
    #expect(Self.holders(of: bo, on: shelf) == ["ana"])
    // A second one holds the same company; the first one lets it go, and leaves it the next time.
    shelf.put(Self.lead("dov", at: "helix", isHeld: true))
    #expect(Self.holders(of: bo, on: shelf) == ["ana", "dov"])
    shelf.put(Self.lead("ana", at: "Helix"))
    #expect(Self.holders(of: bo, on: shelf) == ["dov"])
    shelf.put(Self.lead("dov", at: "Nord", isHeld: true))
    #expect(Self.holders(of: bo, on: shelf) == [])
    #expect(Self.holders(of: Self.lead("cai", at: "Nord"), on: shelf) == ["dov"])
    shelf.remove("dov")
    #expect(shelf.companyHolds == CompanyHolds())
  }
}
