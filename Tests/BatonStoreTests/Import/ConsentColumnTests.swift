import BatonModel
import Testing

@testable import BatonStore

/// The columns by which files say that a buyer must be left alone.
@Suite("Consent columns")
struct ConsentColumnTests {
  private func lead(_ header: String, _ cell: String) throws -> Lead {
    let plan = try ImportFixture().plan("id,name,\(header)\n1,Ana,\(cell)\n2,Bo,\n")
    #expect(plan.refused.isEmpty)
    return try #require(plan.creations.first?.lead)
  }

  @Test(
    "A column that forbids e-mail is heeded, however it is spelt",
    arguments: [
      "hs_email_optout", "doNotEmail", "Do Not Email", "unsubscribe",
      "Unsubscribed", "consent.doNotEmail", "HasOptedOutOfEmail",
    ])
  func forbidsEmail(header: String) throws {
    #expect(try lead(header, "true").consent.doNotEmail)
    #expect(try !lead(header, "true").consent.doNotCall)
    #expect(try !lead(header, "false").consent.doNotEmail)
  }

  @Test("A column that forbids calls, and one that forbids both")
  func forbidsCalls() throws {
    for header in ["doNotCall", "Do not call", "consent.doNotCall"] {
      #expect(try lead(header, "yes").consent.doNotCall)
      #expect(try !lead(header, "yes").consent.doNotEmail)
    }
  }

  @Test(
    "A refusal that names no channel forbids all",
    arguments: [
      ("Do not contact", "1"), ("Opt out", "yes"), ("opt-out", "true"), ("Do not market", "yes"),
      ("consent", "no"), ("Consent", "withdrawn"), ("GDPR consent?", "nein"), ("opt in", "no"),
      ("Opt-In", "FALSE"), ("optin", "opted out"), ("Marketing consent", "denied"),
      ("Accepts marketing", "no"), ("Permission", "no"),
    ])
  func forbidsAll(header: String, refusal: String) throws {
    let consent = try lead(header, refusal).consent
    #expect(consent.doNotEmail)
    #expect(consent.doNotCall)
  }

  @Test(
    "A no where consent is asked for forbids, a yes allows nothing",
    arguments: ["newsletter", "consent", "Marketing consent", "GDPR consent", "GDPR consent?"],
    ["no", "FALSE", "nein", "withdrawn"])
  func asked(header: String, refusal: String) throws {
    let lead = try lead(header, refusal)
    #expect(lead.consent.doNotEmail)
    #expect(lead.cells(of: "leads")?[header]?.string == refusal)
    #expect(try !self.lead(header, "yes").consent.doNotEmail)
    #expect(try !self.lead(header, "-").consent.doNotEmail)
  }

  @Test("Of several columns one is enough, also beside those of a preset")
  func several() throws {
    let csv = "id,name,Unsubscribed,Opt out,consent\n1,Ana,no,yes,yes\n2,Bo,no,no,no\n3,Cy,no,,\n"
    let leads = try ImportFixture().plan(csv).creations.map(\.lead)
    #expect(leads.map(\.consent.doNotEmail) == [true, true, false])
    let known = try ImportFixture().plan(
      """
      Record ID,Email,Unsubscribed from all email,hs_email_optout
      1,ana@x.example,false,true

      """)
    #expect(known.creations.map(\.lead.consent.doNotEmail) == [true])
  }

  @Test("A column that is called so but answers neither yes nor no is kept as written")
  func otherWords() throws {
    let lead = try lead("Newsletter", "Weekly digest")
    #expect(!lead.consent.doNotEmail)
    #expect(lead.cells(of: "leads")?["Newsletter"] == "Weekly digest")
  }

  @Test("The board's own way of writing consent is read from JSON")
  func ownFormat() throws {
    let text = #"{"id": "1", "name": "Ana", "consent": {"doNotEmail": true, "doNotCall": true}}"#
    let table = try ImportTable.readJSON(Array(text.utf8))
    let fixture = ImportFixture()
    let proposal = ImportProposal(
      table: table, preset: nil, fileName: "leads.json", board: fixture.board)
    let plan = try ImportPlan(
      table: table, mapping: proposal.mapping, board: fixture.board, leads: [],
      now: fixture.now)
    #expect(plan.creations.map(\.lead.consent.doNotEmail) == [true])
    #expect(plan.creations.map(\.lead.consent.doNotCall) == [true])
  }

  @Test(
    "Headers are known by their words: a no forbids",
    arguments: [
      ("Consent given", true, true), ("Consent to calls", false, true),
      ("Permission to contact", true, true), ("Subscribed", true, false),
      ("email_marketing_consent", true, false), ("Newsletter (opt-in)", true, false),
      ("SMS consent", false, true), ("May we contact you?", true, true),
      ("Accepts Email Marketing", true, false), ("consentGiven", true, true),
      ("Agreed to emails and calls", true, true), ("Einwilligung", true, true),
    ])
  func askedInOtherWords(header: String, forbidsEmail: Bool, forbidsCalls: Bool) throws {
    let lead = try lead(header, "no")
    #expect(lead.consent.doNotEmail == forbidsEmail)
    #expect(lead.consent.doNotCall == forbidsCalls)
    let allowed = try self.lead(header, "yes").consent
    #expect(!allowed.doNotEmail && !allowed.doNotCall)
  }

  @Test(
    "Headers are known by their words: a yes forbids",
    arguments: [
      ("Opted out of email: Marketing Information", true, false),
      ("Email opt-out (all)", true, false),
      ("Do not phone or email", true, true), ("Don't call", false, true),
      ("No contact!", true, true),
      ("HasOptedOutOfCalls", false, true), ("is_unsubscribed", true, false),
    ])
  func forbiddenInOtherWords(header: String, forbidsEmail: Bool, forbidsCalls: Bool) throws {
    let lead = try lead(header, "yes")
    #expect(lead.consent.doNotEmail == forbidsEmail)
    #expect(lead.consent.doNotCall == forbidsCalls)
  }

  @Test(
    "Other columns forbid nothing",
    arguments: [
      "Adopting", "Laptop touch", "Permission to buy", "Subscription plan", "Icon sent",
      "HasOptedOutOfFax", "Consent version", "Newsletter opened", "Casino email", "Number of calls",
      "Contract agreed", "Not contacted",
    ])
  func others(header: String) throws {
    for cell in ["no", "yes"] {
      let lead = try lead(header, cell)
      #expect(!lead.consent.doNotEmail && !lead.consent.doNotCall)
    }
  }

  @Test("What looks like consent and answers neither yes nor no is told")
  func told() throws {
    let proposal = try ImportFixture().proposal(
      "id,name,Unsubscribe link\n1,Ana,https://x.example/u/1\n")
    #expect(proposal.mapping.column("Unsubscribe link")?.target == .extra(as: nil))
    #expect(
      proposal.notices.map(\.text) == [
        "“Unsubscribe link” may say who wants no contact, but answers neither yes nor no: it "
          + "forbids nothing."
      ])
  }
}
