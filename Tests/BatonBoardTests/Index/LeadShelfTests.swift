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

  @Test func takesOffTheHoldsOfTheLeadThatGoesAndOfNoOther() {
    var shelf = LeadShelf()
    for (id, company) in [("ana", "Helix"), ("bo", "Nord"), ("cai", "Helix"), ("dov", "Nord")] {
      shelf.put(Self.lead(LeadID(id), at: company, isHeld: true))
    }
    let (guest, other) = (Self.lead("x", at: "HÉLIX"), Self.lead("y", at: "nord"))
    #expect(Self.holders(of: guest, on: shelf) == ["ana", "cai"])
    // The last one takes the place of the first; it is still the one whose holds it has.
    shelf.remove("ana")
    #expect(Self.holders(of: guest, on: shelf) == ["cai"])
    #expect(Self.holders(of: other, on: shelf) == ["bo", "dov"])
    shelf.put(Self.lead("dov", at: "Nord"))
    #expect(Self.holders(of: other, on: shelf) == ["bo"])
    shelf.remove("nobody")
    shelf.remove("dov")
    shelf.remove("cai")
    #expect(Self.holders(of: guest, on: shelf) == [])
    #expect(Self.holders(of: other, on: shelf) == ["bo"])
    #expect(shelf.contents.map { $0.map(\.id) } == [["bo"]])
  }

  @Test func findsACompanyByItsSiteAsWellAsByItsName() {
    func lead(_ id: LeadID, _ name: String, _ domain: String, isHeld: Bool) -> LeadSummary {
      var lead = Lead(id: id, name: id.rawValue, stage: "qualify", createdAt: Fixtures.now)
      lead.company = Company(name: name)
      lead.company?.domain = domain
      if isHeld {
        var hold = Hold(
          id: "h1", reason: "tender", from: Fixtures.now, until: Fixtures.now.adding(days: 5),
          by: "maria")
        hold.scope = .company
        lead.holds = [hold]
      }
      return LeadSummary(lead)
    }
    var shelf = LeadShelf()
    shelf.put(lead("ana", "Helix", "helix.example", isHeld: true))
    let guest = lead("bo", "Helix Labs Ltd", "helix.example", isHeld: false)
    #expect(Self.holders(of: guest, on: shelf) == ["ana"])
    shelf.put(lead("ana", "Helix", "helix.example", isHeld: false))
    #expect(shelf.companyHolds == CompanyHolds())
  }

  /// Whatever is put and taken away, beyond the first chunk too: the holds are those of the leads
  /// that there are.
  @Test func keepsTheHoldsThatItsLeadsHaveWhateverComesAndGoes() {
    var shelf = LeadShelf()
    var random = 7
    for step in 0..<4000 {
      random = (random &* 1_103_515_245 &+ 12_345) & 0x7FFF_FFFF
      let id = LeadID("l\(random / 7 % 1500)")
      if random / 64 % 4 == 0 {
        shelf.remove(id)
      } else {
        shelf.put(
          Self.lead(id, at: "c\(random / 256 % 5)", isHeld: random / 1024 % 8 == 0))
      }
      guard step % 500 == 499 else { continue }
      let leads = shelf.contents.flatMap(\.self)
      #expect(leads.count == shelf.count && leads.allSatisfy { shelf[$0.id]?.id == $0.id })
      #expect(shelf.companyHolds == CompanyHolds(leads))
      #expect(!shelf.companyHolds.isEmpty)
    }
    #expect(shelf.contents.count > 1)
  }
}
