import BatonModel

/// A way by which buyers come to Tarnwerk.
struct Origin: Sendable {
  /// Where they were, as the card says it.
  var source: String
  /// By what kind of traffic.
  var medium: String
  /// The campaign.
  var campaign: CampaignID?
  /// The parameter under which the click is counted.
  var click: String?
  /// The page on which they land.
  var landing: String?
  /// How they make themselves known.
  var channels: [Channel]
  /// What they searched.
  var terms: [String] = []
  /// How often leads of good, mixed and poor quality come so.
  var weights: (good: Int, mixed: Int, poor: Int)

  /// How often leads of a quality come so.
  func weight(_ quality: Scene.Quality) -> Int {
    switch quality {
    case .good: weights.good
    case .mixed: weights.mixed
    case .poor: weights.poor
    }
  }

  /// One way, by how often leads of a quality come so.
  static func one(_ quality: Scene.Quality, using random: inout DemoRandom) -> Origin {
    var place = random.below(all.reduce(0) { $0 + $1.weight(quality) })
    for origin in all {
      place -= origin.weight(quality)
      if place < 0 { return origin }
    }
    return all[0]
  }

  /// The way of those whose campaign does not run at the time.
  static let website = Origin(
    source: "Website", medium: "organic", landing: "/", channels: [.form, .chat, .download],
    weights: (12, 12, 9))

  private static let all: [Origin] = [
    website,
    Origin(
      source: "Google", medium: "cpc", campaign: DemoCampaigns.line3, click: "gclid",
      landing: "/stops", channels: [.form, .download, .form, .call],
      terms: [
        "shift handover software", "downtime log food", "why does my filler stop",
        "schichtbuch digital", "logiciel passation de consignes", "turnos de planta registro",
      ], weights: (20, 18, 12)),
    Origin(
      source: "LinkedIn", medium: "paid social", campaign: DemoCampaigns.nightShift,
      click: "li_fat_id", landing: "/night-shift", channels: [.download, .form, .social],
      weights: (11, 19, 25)),
    Origin(
      source: "Bing", medium: "cpc", campaign: DemoCampaigns.openPrice, click: "msclkid",
      landing: "/price", channels: [.form, .chat],
      terms: ["shift book price", "digital shift log cost", "tarnwerk price"],
      weights: (6, 7, 6)),
    Origin(
      source: "Open plant day", medium: "event", campaign: DemoCampaigns.openPlant,
      channels: [.event], weights: (14, 8, 2)),
    Origin(
      source: "Webinar", medium: "webinar", campaign: DemoCampaigns.tenDays,
      landing: "/ten-days", channels: [.event], weights: (9, 9, 5)),
    Origin(
      source: "Newsletter", medium: "email", campaign: DemoCampaigns.audit, landing: "/audit",
      channels: [.form], weights: (5, 8, 14)),
    Origin(
      source: "Orvio", medium: "partner", campaign: DemoCampaigns.orvio,
      channels: [.form, .call], weights: (11, 6, 1)),
    Origin(
      source: "Facebook", medium: "paid social", campaign: DemoCampaigns.shiftBook,
      click: "fbclid", landing: "/shift-book", channels: [.form, .download],
      weights: (1, 6, 20)),
    Origin(
      source: "Referral", medium: "word of mouth", channels: [.call, .form, .letter],
      weights: (14, 6, 1)),
    Origin(
      source: "Plantpeer", medium: "reviews", landing: "/compare", channels: [.form],
      weights: (3, 4, 6)),
    Origin(source: "Phone", medium: "direct", channels: [.call], weights: (4, 3, 2)),
  ]
}
