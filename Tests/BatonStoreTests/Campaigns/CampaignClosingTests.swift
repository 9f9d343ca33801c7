import BatonModel
import Testing

@testable import BatonStore

/// A campaign on a disk that ends, with all its leads or not at all.
@Suite("Ending a campaign")
final class CampaignClosingTests: NewBoardSuite {
  override init() throws {
    try super.init()
    let campaigns = [
      Campaign(id: "spring", title: "Spring offer"), Campaign(id: "autumn", title: "Autumn offer"),
    ]
    let paths = try campaigns.map { try BoardFolder.filePath(.campaign, $0.id.rawValue) }
    try board.transact(on: paths) { board throws(StoreError) in
      for campaign in campaigns { try board.put(campaign) }
    }
    for (id, stage, campaign) in [
      ("fresh", "new", "spring"), ("taken", "qualify", "spring"), ("lost", "new", "spring"),
      ("other", "new", "autumn"),
    ] {
      var lead = Lead(id: LeadID(id), name: id, stage: StageID(stage), createdAt: now)
      var arrival = Arrival()
      arrival.campaign = CampaignID(campaign)
      lead.acquisition.creating = arrival
      if id == "lost" { lead.parked = Parking(kind: .lost, since: now) }
      try board.add(lead)
    }
  }

  private var context: CommandContext {
    get throws { try board.context(of: "mateo", at: now) }
  }

  @Test("Its open leads are told, and those that nobody has taken rest until the date")
  func tellsAndRests() throws {
    let until = now.adding(days: 30)
    let changes = try board.close(
      "spring",
      CampaignClosing(
        note: "sold out",
        nurture: .init(.nurture, until: until, reason: try nurtureReason)), in: context)
    #expect(changes.map(\.after.id) == ["fresh", "taken"])
    let fresh = try board.readLead("fresh")
    #expect(fresh.notes.map(\.text) == ["The campaign “Spring offer” has ended: sold out"])
    #expect(fresh.parked?.kind == .nurture)
    #expect(fresh.parked?.until == until)
    let taken = try board.readLead("taken")
    #expect(taken.notes.count == 1)
    #expect(taken.parked == nil)
    #expect(try board.readLead("lost").notes.isEmpty)
    #expect(try board.readLead("other").notes.isEmpty)
    #expect(try ended == [nil, now])
    #expect(try board.check() == [])
  }

  @Test("It ends once, and may run again with its leads as they are")
  func endsOnce() throws {
    try board.close("spring", CampaignClosing(), in: context)
    #expect(throws: StoreError.self) {
      try board.close("spring", CampaignClosing(), in: context)
    }
    #expect(try board.readLead("taken").notes.count == 1)
    try board.reopen("spring")
    #expect(try ended == [nil, nil])
    #expect(throws: StoreError.self) { try board.reopen("spring") }
    #expect(throws: StoreError.self) {
      try board.close("winter", CampaignClosing(), in: context)
    }
  }

  @Test("Where a lead refuses, the campaign runs on and nobody was told")
  func allOrNothing() throws {
    let before = try board.readLead("taken")
    #expect(throws: StoreError.self) {
      // A rest without a date is refused, and the untaken lead is not the first to change.
      try board.close(
        "spring", CampaignClosing(nurture: .init(.nurture, until: nil, reason: "no-such")),
        in: context)
    }
    #expect(try board.readLead("taken") == before)
    #expect(try ended == [nil, nil])
  }

  /// When the autumn and the spring campaign have ended.
  private var ended: [Instant?] {
    get throws { try board.readCampaigns().records.map(\.end) }
  }

  private var nurtureReason: ReasonID {
    get throws {
      try #require(try board.readBoard().reasons.first { $0.uses.contains(.recycle) }?.id)
    }
  }
}
