import BatonDemo
import BatonModel
import BatonStore
import Testing

/// Whether a board on which everything is to be seen is read back as it was written.
@Suite struct DemoRecordsTests {
  let demo = DemoBoard(asOf: Instant(seconds: 1_794_997_200))

  @Test func readsEveryLeadBackAsItWas() throws {
    for lead in demo.leads {
      let bytes = LeadFile.encode(lead)
      let read = try LeadFile.decode(bytes)
      #expect(read == lead, "\(lead.id)")
      #expect(LeadFile.encode(read) == bytes, "\(lead.id)")
    }
  }

  @Test func readsTheRestBackAsItWas() throws {
    #expect(try BoardFile.decode(BoardFile.encode(demo.board)) == demo.board)
    for campaign in demo.campaigns {
      #expect(try CampaignFile.decode(CampaignFile.encode(campaign)) == campaign)
    }
    for document in demo.collateral {
      #expect(try CollateralFile.decode(CollateralFile.encode(document)) == document)
    }
    for meeting in demo.meetings {
      #expect(try MeetingFile.decode(MeetingFile.encode(meeting)) == meeting)
    }
  }

  @Test func keepsALeadToAFewKilobytes() {
    let sizes = demo.leads.map { LeadFile.encode($0).count }
    #expect((2400...3400).contains(sizes.reduce(0, +) / sizes.count))
    #expect((sizes.max() ?? 0) < 10_000)
  }
}
