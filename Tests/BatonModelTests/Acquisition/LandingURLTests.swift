import Testing

@testable import BatonModel

/// What addresses tell of where a buyer came from.
@Suite struct LandingURLTests {
  private func arrival(
    _ landing: String?, referrer: String? = nil, _ change: (inout Arrival) -> Void = { _ in }
  ) -> Arrival {
    var arrival = Arrival()
    arrival.landingPage = landing
    arrival.referrer = referrer
    arrival.provenance = .observed
    change(&arrival)
    arrival.readAddresses { $0 == "Spring 26" ? "spring" : nil }
    return arrival
  }

  @Test func readsTheParametersOfACampaign() {
    let arrival = arrival(
      "https://acme.example/ramp?utm_source=LinkedIn&UTM_Medium=paid%20social&utm_campaign="
        + "Spring+26&utm_term=onboarding&utm_content=b&li_fat_id=ab-12#top")
    #expect(arrival.source == "LinkedIn")
    #expect(arrival.medium == "paid social")
    #expect(arrival.campaign == "spring")
    #expect(arrival.term == "onboarding")
    #expect(arrival.content == "b")
    #expect(arrival.clickIDs == ["li_fat_id": "ab-12"])
    #expect(arrival.provenance(of: "source") == .observed)
    #expect(arrival.provenance(of: "clickIDs") == .observed)
  }

  @Test(arguments: [
    ("gclid", "google", "cpc"), ("gbraid", "google", "cpc"), ("wbraid", "google", "cpc"),
    ("msclkid", "bing", "cpc"), ("fbclid", "facebook", "paid"), ("li_fat_id", "linkedin", "paid"),
    ("ttclid", "tiktok", "paid"), ("twclid", "twitter", "paid"),
  ])
  func aClickIDOutranksAReferrer(parameter: String, source: String, medium: String) {
    let arrival = arrival(
      "https://acme.example/?\(parameter)=x1", referrer: "https://news.example/article")
    #expect(arrival.source == source)
    #expect(arrival.medium == medium)
    #expect(arrival.clickIDs == [parameter: "x1"])
    #expect(arrival.provenance(of: "source") == .guessed)
    #expect(arrival.provenance(of: "medium") == .guessed)
    #expect(arrival.provenance(of: "clickIDs") == .observed)
  }

  @Test(arguments: [
    ("https://www.google.co.uk/", "google", "organic"),
    ("https://lnkd.in/abc", "linkedin", "social"), ("https://t.co/x", "twitter", "social"),
    ("https://m.facebook.com/story", "facebook", "social"),
    ("https://blog.example:8080/a?b", "blog.example", "referral"),
    ("https://google", "google", "referral"),
  ])
  func aReferrerIsAGuess(referrer: String, source: String, medium: String) {
    let arrival = arrival("https://acme.example/", referrer: referrer)
    #expect(arrival.source == source)
    #expect(arrival.medium == medium)
    #expect(arrival.provenance(of: "source") == .guessed)
  }

  @Test func whatWasSaidStays() {
    let said = arrival("https://acme.example/?utm_source=x&gclid=1") { $0.source = "fair" }
    #expect(said.source == "fair")
    #expect(said.medium == nil)
    let alike = arrival("https://acme.example/?utm_source=google&gclid=1")
    #expect(alike.medium == "cpc")
    #expect(alike.provenance(of: "source") == .observed)
    #expect(alike.provenance(of: "medium") == .guessed)
    let own = arrival("https://acme.example/b", referrer: "https://www.acme.example/a")
    #expect(own.source == nil)
    #expect(arrival(nil).source == nil)
  }

  @Test func readsParametersOfSinglePageSites() {
    let url = LandingURL("https://acme.example/#/offer?utm_source=mail&utm_source=again")
    #expect(url["utm_source"] == "mail")
    #expect(
      LandingURL("https://u:p@Acme.example:80/?utm_source=a#utm_source=b")["utm_source"] == "a")
    #expect(LandingURL("https://u:p@Acme.example:80/").host == "acme.example")
  }

  @Test(arguments: [
    ("a=%", "%"), ("a=%4", "%4"), ("a=%zz", "%zz"), ("a=%%41", "%A"), ("a=%4%41", "%4A"),
    ("a=100%+sure", "100% sure"), ("a=%00%1B%5B31mx%C2%9B", "[31mx"),
    ("a=%FF%C3", "\u{FFFD}\u{FFFD}"),
    ("a=b=c", "b=c"), ("a", ""), ("&&=x&a=1", "1"), ("a=%E2%80%AEx", "\u{202E}x"),
    ("a=1%0A2%09", "1\n2\t"), ("a=%2B%26", "+&"),
  ])
  func decodesHostileText(text: String, value: String) {
    #expect(FormEncoding.fields(of: text).first?.value == value)
  }

  @Test func floodsAreCut() {
    let many = (0..<10_000).map { "f\($0)=1" }.joined(separator: "&")
    #expect(FormEncoding.fields(of: many).count == 256)
    let long = String(repeating: "x", count: 600)
    #expect(LandingURL("https://a.example/?utm_source=\(long)")["utm_source"] == nil)
    for text in ["", "?", "#", "?#", "://", "//", "%", "\u{0}", "??a=b", "https://?utm_source=a"] {
      _ = LandingURL(text)
    }
  }
}
