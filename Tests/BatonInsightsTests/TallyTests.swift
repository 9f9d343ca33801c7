import BatonModel
import Testing

@testable import BatonInsights

/// Counting leads in parts.
@Suite struct TallyTests {
  private struct Names: Tally {
    var ids: [LeadID] = []

    mutating func count(_ lead: LeadSummary) { ids.append(lead.id) }

    mutating func add(_ later: Names) { ids += later.ids }
  }

  @Test(arguments: [0, 1, 4096, 20_001])
  func putsThePartsTogetherInTheOrderOfTheLeads(_ count: Int) {
    let leads = (0..<count).map { number in
      LeadSummary(
        Lead(
          id: LeadID("l\(number)"), name: "Ana", stage: "new",
          createdAt: Instant(seconds: Int64(number))))
    }
    #expect(Names().counting(leads).ids == leads.map(\.id))
    #expect(concurrently(count) { $0 } == Array(0..<count))
  }
}
