import BatonModel
import Dispatch
import Foundation
import Synchronization
import Testing

@testable import BatonStore

/// What forms hand over, and what becomes of it.
@Suite("Submissions")
final class SubmissionTests: NewBoardSuite {
  @discardableResult
  private func take(
    _ text: String, source: String = "form", after seconds: Int = 0
  ) throws -> IntakeResult {
    try board.takeIn(
      try Submission(Array(text.utf8)), source: source,
      now: now.adding(hours: Double(seconds) / 3600))
  }

  private func lead(_ result: IntakeResult) throws -> Lead { try board.readLead(result.lead) }

  @Test("A submission makes a lead with its context, each fact with how it is known")
  func creation() throws {
    let result = try take(
      """
      {"name": "Ana Ruiz", "email": "Ana@Helix.example", "company": "Helix Labs", "tel": "+34 600",
       "message": "Call me", "form": "demo request", "shoe": 38, "consent": "no",
       "answers": {"budget": "10k", "When do you start?": "May"},
       "landing_page": "https://acme.example/?utm_source=linkedin&utm_medium=paid&gclid=g1",
       "referrer": "https://news.example/"}
      """)
    #expect(result.isNew)
    #expect(result.isChanged)
    let lead = try lead(result)
    #expect(lead.name == "Ana Ruiz")
    #expect(lead.company?.name == "Helix Labs")
    #expect(lead.people.first?.email == "Ana@Helix.example")
    #expect(lead.people.first?.phone == "+34 600")
    #expect(lead.consent.doNotEmail && lead.consent.doNotCall)
    #expect(lead.consent.provenance == .declared)
    let arrival = try #require(lead.acquisition.creating)
    #expect(arrival.at == now)
    #expect(arrival.source == "linkedin")
    #expect(arrival.medium == "paid")
    #expect(arrival.clickIDs == ["gclid": "g1"])
    #expect(arrival.form == "demo request")
    #expect(arrival.provenance(of: "source") == .observed)
    #expect(lead.answers.map(\.answer).sorted() == ["10k", "May"])
    #expect(lead.answers.map(\.provenance) == [.declared, .declared])
    #expect(lead.answers.map(\.asked).contains("When do you start?"))
    #expect(lead.touches.map(\.summary) == ["demo request: Call me"])
    #expect(lead.touches.map(\.channel) == [.form])
    #expect(lead.touches.first?.isTwoWay == true)
    #expect(lead.notes.isEmpty)
    #expect(lead.imported["form"]?["shoe"]?.string == "38")
    #expect(lead.history.map(\.command) == ["intake"])
    #expect(try board.check() == [])
  }

  @Test("A form-encoded line is read alike; what a click tells is a guess")
  func formEncoded() throws {
    let result = try take(
      "name=Zo%C3%AB+O%27Neil&email=zoe%40x.example&topic%5B%5D=a&topic%5B%5D=b&gclid=g9"
        + "&page=https%3A%2F%2Facme.example%2F&company=\r\n")
    let lead = try lead(result)
    #expect(lead.name == "Zoë O'Neil")
    #expect(lead.company == nil)
    #expect(lead.imported["form"]?["topic"]?.string == "a; b")
    let arrival = try #require(lead.acquisition.creating)
    #expect(arrival.source == "google")
    #expect(arrival.medium == "cpc")
    #expect(arrival.provenance(of: "source") == .guessed)
    #expect(arrival.provenance(of: "clickIDs") == .observed)
  }

  @Test("The same submission is taken in once, by its id whatever it says then")
  func once() throws {
    let first = try take(#"{"submission_id": "s1", "email": "ana@x.example", "message": "one"}"#)
    let again = try take(
      #"{"submissionId": "s1", "email": "ana@x.example", "message": "other"}"#, after: 60)
    #expect(again.lead == first.lead)
    #expect(!again.isNew)
    #expect(!again.isChanged)
    #expect(try lead(first).touches.map(\.summary) == ["one"])
    #expect(try lead(first).revision == 1)
    let second = try take(
      #"{"submission_id": "s2", "email": "ANA@x.example", "message": "two"}"#, after: 120)
    #expect(second.lead == first.lead)
    #expect(second.isChanged)
    #expect(!second.isNew)
    #expect(try lead(first).touches.map(\.summary) == ["one", "two"])
    #expect(
      try take(#"{"submission_id": "s2", "email": "b@x.example"}"#).lead == first.lead)
    let nameless = #"{"email": "bo@x.example", "message": "hello"}"#
    let bo = try take(nameless)
    #expect(try !take(nameless, after: 60).isChanged)
    #expect(try lead(bo).touches.count == 1)
    #expect(try take(#"{"name": "Only A Name"}"#).isNew)
    #expect(try !take(#"{"name": "Only A Name"}"#, after: 60).isNew)
  }

  @Test("A later submission is a later contact; consent only narrows; blanks overwrite nothing")
  func later() throws {
    let first = try take(
      #"{"email": "ana@x.example", "name": "Ana", "consent": "no", "utm_source": "fair"}"#)
    let second = try take(
      #"{"email": "ana@x.example", "name": " ", "consent": "yes", "utm_source": "mail"}"#,
      after: 3600)
    #expect(second.lead == first.lead)
    let lead = try lead(first)
    #expect(lead.name == "Ana")
    #expect(lead.consent.doNotEmail)
    #expect(lead.acquisition.creating?.source == "fair")
    #expect(lead.acquisition.last?.source == "mail")
    #expect(lead.acquisition.last?.at == now.adding(hours: 1))
    try take(#"{"email": "ana@x.example", "gclid": "1"}"#, after: 7200)
    #expect(try board.readLead(first.lead).acquisition.last?.source == "google")
  }

  @Test("A form decides nothing that the team decides, and adds nothing to the board")
  func noDecisions() throws {
    let before = try files.text("board/board.json")
    let result = try take(
      """
      {"email": "a@x.example", "stage": "won", "status": "lost", "owner": "Eve", "amount": "1",
       "utm_campaign": "evil", "Why?": "so", "id": "../../x"}
      """)
    let lead = try lead(result)
    #expect(lead.stage == (try board.readBoard().stages.first?.id))
    #expect(lead.parked == nil)
    #expect(lead.owner == nil)
    #expect(lead.amount == nil)
    #expect(lead.imported["form"]?["stage"]?.string == "won")
    #expect(try files.text("board/board.json") == before)
    #expect(try board.readCampaigns().records.isEmpty)
    #expect(RecordName.refusal(of: result.lead.rawValue) == nil)
  }

  @Test(
    "What is no submission is refused with a reason",
    arguments: [
      ("", "The submission is empty."), ("{}", "The submission is empty."),
      ("hello", "The submission is neither JSON nor form-encoded."),
      ("a=1\nb=2", "The submission is neither JSON nor form-encoded."),
      (#"[{"email": "a@x"}, {"email": "b@x"}]"#, "There are 2 submissions."),
      (#"["a"]"#, "This is no object."),
      ("{\"a\": ", "Column 7: expected a value, but the file ends here."),
    ])
  func refusals(text: String, reason: String) throws {
    let error = #expect(throws: ImportFileFault.self) { try Submission(Array(text.utf8)) }
    #expect(error?.what == reason)
  }

  @Test("Submissions of one person at once make one lead")
  func atOnce() throws {
    let leads = Mutex<Set<LeadID>>([])
    DispatchQueue.concurrentPerform(iterations: 12) { [board, now] number in
      let text = #"{"submission_id": "s\#(number)", "email": "ana@x.example"}"#
      guard let submission = try? Submission(Array(text.utf8)),
        let result = try? board.takeIn(submission, source: "form", now: now)
      else { return }
      leads.withLock { _ = $0.insert(result.lead) }
    }
    #expect(leads.withLock { $0.count } == 1)
    let lead = try board.readLead(try #require(leads.withLock { $0.first }))
    #expect(lead.touches.count == 12)
  }
}
