import BatonModel

/// What Tarnwerk said, where, and what it cost.
enum DemoCampaigns {
  /// All campaigns, with their dates about the demo's present.
  static func all(_ calendar: WorkCalendar) -> [Campaign] {
    plans.map { plan in
      var campaign = Campaign(id: plan.id, title: plan.title)
      campaign.channel = plan.channel
      campaign.cost = Money(minorUnits: plan.cost * 100, currency: "EUR")
      campaign.owner = plan.owner
      campaign.start = calendar.time(day: plan.start, minute: 9 * 60)
      campaign.end = plan.end.map { calendar.time(day: $0, minute: 18 * 60) }
      campaign.ads = plan.ads
      campaign.answersObjections = plan.answers
      return campaign
    }
  }

  private struct Plan {
    var id: CampaignID
    var title: String
    var channel: String
    /// In whole euros.
    var cost: Int
    var owner: MemberID
    /// The first and the last day, counted from today.
    var start: Int
    var end: Int?
    var ads: [Ad]
    var answers: [String] = []
  }

  /// Where a campaign is named elsewhere, it is named by these.
  static let nightShift: CampaignID = "night-shift"
  static let line3: CampaignID = "line-3"
  static let openPrice: CampaignID = "open-price"
  static let openPlant: CampaignID = "open-plant"
  static let tenDays: CampaignID = "ten-days"
  static let audit: CampaignID = "handover-audit"
  static let orvio: CampaignID = "orvio"
  static let shiftBook: CampaignID = "nobody-reads"

  private static let plans: [Plan] = [
    Plan(
      id: nightShift, title: "What the night shift knew", channel: "linkedin", cost: 18_400,
      owner: "mateo", start: -620,
      ads: [
        Ad(
          id: "li-6005", headline: "Know by 6:05 what the night shift knew",
          promise: "A handover in four minutes that forgets nothing."),
        Ad(
          id: "li-6011", headline: "Your best operator retires in March",
          promise: "What they know stays where the next shift finds it."),
        Ad(
          id: "li-6014", headline: "Asking Piet is not a process",
          promise: "Answers on the line, not in one head."),
      ], answers: ["change"]),
    Plan(
      id: line3, title: "Why did line 3 stop again?", channel: "google", cost: 23_750,
      owner: "mateo", start: -700,
      ads: [
        Ad(
          id: "g-301", headline: "Why did line 3 stop again?",
          promise: "See the five causes behind most of your stops."),
        Ad(
          id: "g-304", headline: "A downtime log operators use",
          promise: "Two taps a stop, gloves on."),
      ], answers: ["change", "erp"]),
    Plan(
      id: openPrice, title: "The price is on the page", channel: "bing", cost: 6200,
      owner: "signe", start: -540, end: -12,
      ads: [
        Ad(
          id: "b-090", headline: "€9 an operator. That is the price.",
          promise: "No call needed to see what it costs."),
        Ad(
          id: "b-092", headline: "Cheaper than one lost pallet",
          promise: "Paid back with the first stop you avoid."),
      ], answers: ["price", "terms"]),
    Plan(
      id: openPlant, title: "Open plant days", channel: "event", cost: 31_900, owner: "aylin",
      start: -660,
      ads: [
        Ad(
          id: "day-1", headline: "See it run at a dairy near you",
          promise: "Two hours on a working line, no slides."),
        Ad(
          id: "day-2", headline: "Audit-ready before the auditor parks",
          promise: "Every check signed, dated and found in ten seconds."),
      ], answers: ["change", "works-council"]),
    Plan(
      id: tenDays, title: "One line, live in ten days", channel: "webinar", cost: 4800,
      owner: "signe", start: -420,
      ads: [
        Ad(
          id: "web-10", headline: "One line, live in ten days",
          promise: "We build a real board on a real line while you watch.")
      ], answers: ["erp", "security"]),
    Plan(
      id: audit, title: "The handover audit", channel: "email", cost: 2900, owner: "signe",
      start: -480,
      ads: [
        Ad(
          id: "mail-12", headline: "What does a bad handover cost you?",
          promise: "Twelve questions, one figure, no call.")
      ], answers: ["price"]),
    Plan(
      id: orvio, title: "With Orvio, machine data", channel: "partner", cost: 7500,
      owner: "aylin", start: -800, ads: [], answers: ["erp"]),
    Plan(
      id: shiftBook, title: "Nobody reads the shift book", channel: "facebook", cost: 3650,
      owner: "mateo", start: -130,
      ads: [
        Ad(
          id: "fb-77", headline: "Nobody reads the shift book",
          promise: "Three lines at the start; the rest when you need it.")
      ]),
  ]
}
