extension Arrival {
  /// Fills in what the addresses of the landing page and of the page before it tell, where nobody
  /// has said it.
  ///
  /// Parameters (`utm_source` …) count first, then the id of a click on an ad, then the referrer.
  /// Parameters are known as the address itself is; what is concluded from a click id or a
  /// referrer is marked as guessed.
  ///
  /// - Parameter campaign: finds the campaign that `utm_campaign` names; nil where the board has
  ///   none of that name.
  public mutating func readAddresses(campaign named: (String) -> CampaignID?) {
    let landing = landingPage.map(LandingURL.init)
    if let landing {
      source = source ?? landing["utm_source"]
      medium = medium ?? landing["utm_medium"]
      term = term ?? landing["utm_term"]
      content = content ?? landing["utm_content"]
      clickIDs.merge(landing.clickIDs) { said, _ in said }
      if campaign == nil { campaign = landing["utm_campaign"].flatMap(named) }
    }
    let click = clickIDs.keys.sorted().lazy.compactMap { AdPlatform.ofClick[$0]?.origin }.first
    let before = referrer.flatMap { TrafficOrigin(referrer: $0, landingHost: landing?.host) }
    if let origin = click ?? before { conclude(origin) }
  }

  /// Takes a conclusion, unless it speaks of another source than the one that was said.
  private mutating func conclude(_ origin: TrafficOrigin) {
    if let source, source.lowercased() != origin.source { return }
    if source == nil {
      source = origin.source
      provenanceOf["source"] = .guessed
    }
    if medium == nil {
      medium = origin.medium
      provenanceOf["medium"] = .guessed
    }
  }
}
