import BatonModel
import Testing

@testable import BatonBoard

/// The page of a lead whose file somebody edits by hand.
@Suite struct OutsidePageTests {
  @Test func tellsEditsByHandUntilItIsClosed() {
    let now = Instant(seconds: 1_800_000_000)
    var lead = Lead(id: "ana", name: "Ana", stage: "new", createdAt: now)
    var page = LeadPage(id: "ana")
    page.take(lead, at: now)
    #expect(page.lead == lead)
    lead.owner = "maria"
    page.take(lead, at: now.adding(hours: 1))
    #expect(page.lead?.history.map(\.by) == ["outside"])
    #expect(page.lead?.history.last?.subject == "owner")
    var entry = HistoryEntry(id: "c1", at: now.adding(hours: 2), by: "tom", command: "note")
    entry.subject = "n1"
    lead.history.append(entry)
    page.take(lead, at: now.adding(hours: 2))
    #expect(page.lead?.history.map(\.by) == ["tom", "outside"])
    page.take(lead, at: now.adding(hours: 3))
    #expect(page.lead?.history.count == 2)
    lead.name = "Ana Ruiz"
    page.take(lead, at: now.adding(hours: 4))
    #expect(page.lead?.history.map(\.subject) == ["n1", "owner", "name"])
  }
}
