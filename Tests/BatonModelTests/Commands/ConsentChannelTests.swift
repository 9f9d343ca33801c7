import Testing

@testable import BatonModel

/// What the buyer forbids holds however the channel is spelt.
@Suite struct ConsentChannelTests {
  @Test(arguments: [
    "email", "E-Mail", "mail", "emails", "e mail", " email", "email ", "newsletter", "ｅmail",
  ])
  func noEmailIsNoEmailInAnySpelling(_ word: String) {
    var consent = Consent()
    consent.doNotEmail = true
    #expect(!consent.allows(Channel(rawValue: word)))
    #expect(Channel(named: word) == .email)
    consent.doNotEmail = false
    #expect(consent.allows(Channel(rawValue: word)))
  }

  @Test(arguments: ["call", "phone", "Telephone", "tel.", "voicemail", "SMS", "text message"])
  func noCallsAreNoCallsInAnySpelling(_ word: String) {
    var consent = Consent()
    consent.doNotCall = true
    #expect(!consent.allows(Channel(rawValue: word)))
  }

  @Test func aChannelWithoutAWordIsClosedAsSoonAsAnythingIs() {
    var consent = Consent()
    #expect(consent.allows("pigeon"))
    consent.doNotEmail = true
    #expect(!consent.allows("pigeon"))
    #expect(consent.allows(.letter))
    #expect(consent.allows(.meeting))
  }

  @Test func aForbiddenChannelIsNoNextStep() throws {
    var lead = testLead()
    lead.consent.doNotEmail = true
    let step = NextStep(kind: .email, due: now.adding(days: 1))
    #expect(throws: Refusal.self) { try lead.apply(.next(step), in: context()) }
    #expect(lead.nextStep == nil)
    try lead.apply(.next(NextStep(kind: .call, due: now.adding(days: 1))), in: context())
    #expect(lead.nextStep?.kind == .call)
  }
}
