import BatonModel
import Testing

@testable import BatonStore

/// The exports of other tools, by their header rows: what is recognised, and what one row becomes.
@Suite("Import presets")
struct ImportPresetTests {
  private func importing(
    _ csv: String, named expected: String?, _ change: (inout ImportMapping) -> Void = { _ in }
  ) throws -> (lead: Lead, plan: ImportPlan) {
    let fixture = ImportFixture()
    let proposal = try fixture.proposal(csv)
    #expect(proposal.preset?.name == expected)
    let plan = try fixture.plan(csv, change)
    #expect(plan.questions.isEmpty)
    #expect(plan.refused.isEmpty)
    return (try #require(plan.creations.first?.lead), plan)
  }

  @Test("HubSpot contacts, in any order and case")
  func hubSpotContacts() throws {
    let (lead, _) = try importing(
      """
      email, record id ,First Name,Last Name,Phone Number,Job Title,Contact owner,Lead Status,\
      Create Date,Company Name,Website URL,Original Traffic Source,Original Traffic Source Drill-Down 1,Account Owner Email
      ana@helix.io,101,Ana,Ruiz,+34 600,CTO,maria@acme.com,Attempted to contact,\
      2024-03-05 14:22,Helix Labs,https://www.helix.io/en,Organic Search,Google,boss@helix.io
      """, named: "hubspot-contacts")
    #expect(lead.name == "Ana Ruiz")
    #expect(lead.people.map(\.email) == ["ana@helix.io"])
    #expect(lead.people.map(\.title) == ["CTO"])
    #expect(lead.owner == "maria")
    #expect(lead.stage == "qualify")
    #expect(lead.createdAt.rfc3339 == "2024-03-05T14:22:00Z")
    #expect(lead.company?.domain == "helix.io")
    #expect(lead.acquisition.creating?.source == "Organic Search")
    #expect(lead.acquisition.creating?.medium == "Google")
    #expect(lead.imported["hubspot-contacts"]?["Account Owner Email"] == "boss@helix.io")
    #expect(lead.externalIDs == ["hubspot-contacts": "101"])
  }

  @Test("HubSpot deals")
  func hubSpotDeals() throws {
    let (lead, _) = try importing(
      """
      Record ID,Deal Name,Deal Stage,Pipeline,Amount,Deal Owner,Create Date,Close Date,Closed Lost Reason,Associated Contact IDs
      9,Helix renewal,Closed Lost,Sales,12000.50,Maria Costa,2024-01-02 09:00,2024-02-03 10:00,price,11;12
      """, named: "hubspot-deals")
    #expect(lead.name == "Helix renewal")
    #expect(lead.amount?.minorUnits == 1_200_050)
    #expect(lead.parked?.kind == .lost)
    #expect(lead.parked?.reason == "price")
    #expect(lead.parked?.since.rfc3339 == "2024-02-03T10:00:00Z")
    #expect(lead.imported["hubspot-deals"]?["Associated Contact IDs"] == "11;12")
  }

  @Test("Salesforce leads by field names")
  func salesforceLeads() throws {
    let (lead, _) = try importing(
      """
      FirstName,LastName,Title,Email,Phone,MobilePhone,Company,NumberOfEmployees,AnnualRevenue,LeadSource,Status,Rating,HasOptedOutOfEmail,DoNotCall
      Ana,Ruiz,CTO,ana@helix.io,+34 1,+34 2,Helix,50-100,"€1,000,000.00",Web,Working - Contacted,Hot,1,0
      """, named: "salesforce-leads")
    #expect(lead.consent.doNotEmail)
    #expect(!lead.consent.doNotCall)
    #expect(lead.people.map(\.phone) == ["+34 1"])
    #expect(lead.company?.employees == nil)
    #expect(lead.company?.revenue?.minorUnits == 100_000_000)
    let kept = try #require(lead.imported["salesforce-leads"])
    #expect(kept["MobilePhone"] == "+34 2")
    #expect(kept["NumberOfEmployees"] == "50-100")
    #expect(kept["Rating"] == "Hot")
  }

  @Test("Salesforce reports of leads and of opportunities")
  func salesforceReports() throws {
    let (lead, _) = try importing(
      """
      Lead Owner,First Name,Last Name,Title,Company / Account,Email,Lead Source,Lead Status,Rating,Created Date
      Maria Costa,Ana,Ruiz,CTO,Helix,ana@helix.io,Web,Open - Not Contacted,Warm,31/01/2024
      """, named: "salesforce-lead-report")
    #expect(lead.stage == "new")
    #expect(lead.company?.name == "Helix")
    let (deal, plan) = try importing(
      """
      Opportunity Name,Stage,Amount,Probability (%),Close Date,Opportunity Owner,Account Name,Lead Source,Next Step,Forecast Category
      Helix renewal,Negotiation/Review,900,60,2026-12-31,Maria Costa,Helix,Web,Call Tue,Commit
      """, named: "salesforce-opportunity-report"
    ) { $0.match = [.row] }
    #expect(deal.stage == "decide")
    #expect(deal.parked == nil)
    #expect(deal.imported["salesforce-opportunity-report"]?["Close Date"] == "2026-12-31")
    #expect(plan.notices.count == 1)
  }

  @Test("Pipedrive deals: the status ends a deal in whatever stage it was")
  func pipedriveDeals() throws {
    let (lead, _) = try importing(
      """
      Deal - ID,Deal - Title,Deal - Owner,Deal - Value,Deal - Currency of Value,Deal - Organization,Deal - Contact person,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Last stage change,Deal - Won time,Deal - Lost time,Deal - Lost reason
      5,Helix deal,Maria,1500,USD,Helix,Ana Ruiz,Proposal Made,lost,2024-01-01 10:00:00,2024-01-05 10:00:00,,2024-02-01 10:00:00,Too expensive
      """, named: "pipedrive-deals")
    #expect(lead.name == "Helix deal")
    #expect(lead.people.map(\.name) == ["Ana Ruiz"])
    #expect(lead.amount == Money(minorUnits: 150_000, currency: "USD"))
    #expect(lead.stage == "propose")
    #expect(lead.visits.map(\.entered.rfc3339) == ["2024-01-05T10:00:00Z"])
    #expect(lead.parked?.kind == .lost)
    #expect(lead.parked?.reason == "not-recorded")
    #expect(lead.parked?.note == "Too expensive")
  }

  @Test("Pipedrive people: a marketing status that is not a yes forbids e-mail")
  func pipedrivePeople() throws {
    let csv = """
      Person - Name,Person - Organization,Person - Email - Work,Person - Email - Home,Person - Phone - Mobile,Person - Marketing status
      Ana Ruiz,Helix,ana@helix.io,ana@home.io,+34 600,Unsubscribed
      """
    let (lead, _) = try importing(csv, named: "pipedrive-people")
    #expect(lead.consent.doNotEmail)
    #expect(lead.people.map(\.email) == ["ana@helix.io"])
    #expect(lead.imported["pipedrive-people"]?["Person - Email - Home"] == "ana@home.io")
  }

  @Test("Meta lead ads: tabs, prefixes, an ad, a campaign, and a column for each question")
  func metaLeadAds() throws {
    let header = [
      "id", "created_time", "ad_id", "ad_name", "adset_id", "adset_name", "campaign_id",
      "campaign_name", "form_id", "form_name", "is_organic", "platform",
      "what_do_you_want_to_solve?", "full_name", "phone_number", "email",
    ]
    let row = [
      "l:1", "2026-09-10T14:32:11+0000", "ag:2", "Cut ramp by 40%", "as:3", "Set", "c:4",
      "Autumn ramp", "f:5", "Demo form", "false", "fb", "Slow onboarding", "Ana Ruiz",
      "p:+34600", "ana@helix.io",
    ]
    let csv = "\u{FEFF}" + header.joined(separator: "\t") + "\n" + row.joined(separator: "\t")
    let (lead, plan) = try importing(csv, named: "meta-lead-ads")
    #expect(lead.externalIDs == ["meta-lead-ads": "1"])
    #expect(lead.people.map(\.phone) == ["+34600"])
    let arrival = try #require(lead.acquisition.creating)
    #expect(arrival.source == "facebook")
    #expect(arrival.campaign == "autumn-ramp")
    #expect(arrival.form == "Demo form")
    #expect(arrival.ad == Ad(id: "2", headline: "Cut ramp by 40%"))
    #expect(arrival.at?.rfc3339 == "2026-09-10T14:32:11Z")
    #expect(lead.answers.map(\.answer) == ["Slow onboarding"])
    #expect(lead.answers.map(\.question) == ["what-do-you-want-to-solve"])
    #expect(plan.supplement?.campaigns.map(\.title) == ["Autumn ramp"])
    #expect(plan.supplement?.questions.map(\.text) == ["what_do_you_want_to_solve?"])
  }

  @Test("A second form of the same person is a later contact of the same lead")
  func metaTwice() throws {
    var fixture = ImportFixture()
    let csv = """
      id,created_time,form_id,form_name,platform,full_name,email
      l:1,2026-09-10T14:32:11+0000,f:5,Demo,fb,Ana Ruiz,ana@helix.io
      l:2,2026-09-12T10:00:00+0000,f:6,Price list,ig,Ana Ruiz,ana@helix.io
      """
    let plan = try fixture.take(csv)
    #expect(plan.created == 1)
    #expect(plan.updated == 1)
    let lead = fixture.leads[0]
    #expect(lead.acquisition.creating?.form == "Demo")
    #expect(lead.acquisition.last?.form == "Price list")
    #expect(lead.acquisition.last?.at?.rfc3339 == "2026-09-12T10:00:00Z")
    #expect(lead.imported.keys.sorted() == ["meta-lead-ads", "meta-lead-ads/2"])
    let again = try fixture.take(csv)
    #expect(again.unchanged == 2)
  }

  @Test("Baton's own export comes back to the leads that it tells of")
  func ownExport() throws {
    var fixture = ImportFixture()
    try fixture.take("id,name,phone,stage,owner,amount\n1,=Ana,+34 600 000,New,Maria,500\n")
    let id = fixture.leads[0].id
    let header = "id,name,company,stage,owner,amount,currency,daysInStage,parked,parkedReason,"
    let csv = header + "stageSince,flags\n"
    let same = "\(id),'=Ana,,new,maria,500.00,EUR,3.5,,,2026-01-01T00:00:00Z,\n"
    let plan = try fixture.plan(csv + same)
    #expect(try fixture.proposal(csv + same).preset?.name == "baton-csv")
    #expect(plan.unchanged == 1)
    let changed = "\(id),'=Ana,,qualify,maria,700.00,EUR,3.5,,,2026-01-01T00:00:00Z,\n"
    try fixture.take(csv + changed)
    #expect(fixture.leads.map(\.stage) == ["qualify"])
    #expect(fixture.leads.map(\.amount?.minorUnits) == [70_000])
  }

  @Test("Columns of other records are never the lead's own; an id must differ in each row")
  func neverAnIdentity() throws {
    let proposal = try ImportFixture().proposal(
      "ID,Name,Account Owner Email,Parent Account,Associated Company IDs\n1,A,x@y.z,P,5\n1,B,,,\n")
    #expect(
      proposal.findings.map(\.target) == ["extra", "person.name", "extra", "extra", "extra"])
  }

  @Test("Every preset names stages of a standard board, and reads its own mapping file back")
  func consistency() throws {
    let board = Board.standard(name: "Test")
    for preset in ImportPreset.all {
      var mapping = preset.mapping
      mapping.allowLossesWithoutReason()
      try mapping.check(on: board)
      #expect(try ImportMapping.read(mapping.encoded(), file: "map.json") == mapping)
      #expect(try ImportPreset.named(preset.name).title == preset.title)
    }
    #expect(throws: ImportFileFault.self) { try ImportPreset.named("act") }
  }
}
