import Testing

@testable import BatonModel

/// What is told of a change that no command made.
@Suite struct OutsideChangeTests {
  private let now = Instant(seconds: 1_800_000_000)

  private func told(_ change: (inout Lead) -> Void) -> [String] {
    var lead = Lead(id: "ana", name: "Ana", stage: "new", createdAt: now)
    lead.tags = ["fair"]
    let before = LeadSummary(lead)
    change(&lead)
    return LeadSummary(lead).outsideChanges(since: before, at: now).map { entry in
      #expect(entry.by == "outside")
      #expect(entry.at == now)
      return entry.words(money: { "\($0.minorUnits) \($0.currency)" }, time: \.rfc3339)
    }
  }

  @Test func namesWhatTheSummaryKnows() {
    let words = told {
      $0.name = "Ana Ruiz"
      $0.stage = "qualify"
      $0.owner = "maria"
      $0.amount = Money(minorUnits: 5, currency: "EUR")
      $0.tags = []
    }
    #expect(
      words == [
        "edit name Ana → Ana Ruiz", "edit stage new → qualify", "edit owner maria",
        "edit amount 5 EUR", "edit tags fair → nothing",
      ])
  }

  @Test func tellsOfAnythingElseWithoutSayingOfWhat() {
    #expect(told { $0.externalIDs = ["crm": "1"] } == ["edit"])
  }
}
