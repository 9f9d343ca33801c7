import Testing

@testable import BatonModel

/// Which leads are put together for a look.
@Suite struct LeadDuplicatesTests {
  private func lead(
    _ id: String, _ name: String, email: String? = nil, phone: String? = nil,
    domain: String? = nil
  ) -> LeadLikeness {
    let rank = Int64(id.unicodeScalars.first?.value ?? 0)
    var lead = Lead(id: LeadID(id), name: name, stage: "new", createdAt: Instant(seconds: rank))
    var person = Person(id: "p1", name: name)
    person.email = email
    person.phone = phone
    lead.people = [person]
    if let domain {
      lead.company = Company(name: "x")
      lead.company?.domain = domain
    }
    return LeadLikeness(lead)
  }

  private func found(_ leads: LeadLikeness...) -> [[String]] {
    DuplicateGroup.find(in: leads.reversed()).map { group in
      group.leads.map(\.id.rawValue) + group.reasons.map(\.kind.rawValue)
    }
  }

  @Test func saysWhoseAddressItIs() throws {
    let group = try #require(
      DuplicateGroup.find(in: [
        lead("a", "Ana Ruiz", email: "info@x.example"),
        lead("b", "Bo Lind", email: "info@x.example"),
      ]).first)
    #expect(group.reasonWords == ["same e-mail address info@x.example of Ana Ruiz and Bo Lind"])
    let nameless = try #require(
      DuplicateGroup.find(in: [
        lead("a", " ", email: "info@x.example"), lead("b", "", email: "info@x.example"),
      ]).first)
    #expect(nameless.reasonWords == ["same e-mail address info@x.example"])
    #expect(nameless.leads.map(\.name) == ["info@x.example", "info@x.example"])
  }

  @Test func findsWhatIsAlike() {
    #expect(
      found(
        lead("a", "Ana", email: "Ana@X.example"), lead("b", "Bo", email: "ana@x.example "),
        lead("c", "Cy", email: "ANA@x.EXAMPLE")) == [["a", "c", "email"]])
    #expect(
      found(lead("a", "A", phone: "+34 600 123"), lead("b", "B", phone: "0034-600-123"))
        == [["a", "b", "phone"]])
    #expect(found(lead("a", "A", phone: "123"), lead("b", "B", phone: "123")) == [])
    #expect(
      found(
        lead("a", "Zoë Ek", domain: "Helix.example"),
        lead("b", "zoe ek", email: "z@helix.example")) == [["a", "b", "name"]])
    #expect(
      found(
        lead("a", "Ana Ruiz", email: "a@gmail.com"), lead("b", "Ana Ruiz", email: "b@gmail.com"))
        == [])
    #expect(found(lead("a", "Ana"), lead("b", "Ana")) == [])
  }

  @Test func putsTogetherWhatAThirdLinks() {
    #expect(
      found(
        lead("a", "Ana", email: "a@x.example"), lead("b", "Bo", phone: "600 123 456"),
        lead("c", "Cy", email: "a@x.example", phone: "600123456"),
        lead("d", "Di", email: "d@x.example"), lead("e", "Ed", email: "d@x.example")) == [
          ["a", "b", "c", "email", "phone"], ["d", "e", "email"],
        ])
  }
}
