import BatonModel

/// Who the lead is, and how it came.
extension Story {
  /// Writes down the buyer, the way by which they came, and their first touch.
  mutating func introduce() {
    addPeople()
    lead.company = buyer.company
    if features.contains(.imported) || random.chance(12) {
      lead.externalIDs["crm"] = "L-\(random.within(20_400...99_600))"
    }
    for _ in 0..<random.below(3) where random.chance(45) {
      let tag = random.pick(TeamWords.tags)
      if !lead.tags.contains(tag) { lead.tags.append(tag) }
    }
    forbid()
    arrive()
    if random.chance(38) { lead.amount = worth() }
    if features.contains(.survey) || random.chance(16) { answerQuestions() }
    if features.contains(.hostile) { beHostile() }
    if !features.contains(.unowned), lead.stage != lastStay.stage || random.chance(85) {
      lead.owner = caller
    }
    if features.contains(.unowned) { lead.owner = nil }
  }

  private mutating func addPeople() {
    var person = Person(id: "p1", name: buyer.name)
    person.title = buyer.title
    person.email = buyer.email
    if random.chance(40) || features.contains(.noEmail) { person.phone = buyer.phone }
    if random.chance(30) { person.part = random.pick([.champion, .decides, .uses]) }
    lead.people = [person]
    guard features.contains(.group) else { return }
    lead.name = random.pick(["Purchasing and production", "Production and IT"])
    addColleague()
    addColleague()
  }

  /// Adds another person of the company, who has a say.
  mutating func addColleague() {
    let other = random.pick(BuyerWords.otherTitles)
    let (name, email) = buyer.colleague(using: &random)
    var person = Person(id: PersonID("p\(lead.people.count + 1)"), name: name)
    person.title = other.title
    person.part = other.part
    if random.chance(40) { person.email = email }
    lead.people.append(person)
  }

  /// Writes down what the buyer forbids; the touches that follow keep to it.
  private mutating func forbid() {
    let noEmail = features.contains(.noEmail) || random.chance(2)
    let noCall = features.contains(.noCall) || random.chance(2)
    guard noEmail || noCall else { return }
    lead.consent.doNotEmail = noEmail
    lead.consent.doNotCall = noCall
    lead.consent.at = lead.createdAt
    lead.consent.provenance = random.pick([.declared, .imported, .observed])
    lead.consent.note = (noEmail ? BuyerWords.noEmail : BuyerWords.noCall).one(using: &random)
  }

  private mutating func arrive() {
    var origin = Origin.one(slot.scene.quality, using: &random)
    if let id = origin.campaign, world.campaigns[id]?.isRunning(at: lead.createdAt) != true {
      origin = .website
    }
    let channel = random.pick(origin.channels)
    var arrival = Arrival()
    arrival.at = lead.createdAt
    arrival.source = origin.source
    arrival.medium = origin.medium
    arrival.campaign = origin.campaign
    if random.chance(60) { arrival.landingPage = origin.landing }
    arrival.provenance = provenance(of: origin)
    let campaign = origin.campaign.flatMap { world.campaigns[$0] }
    if let ads = campaign?.ads, !ads.isEmpty { arrival.ad = random.pick(ads) }
    if channel == .form, random.chance(60) {
      arrival.form = random.pick(["guide", "price", "audit", "pilot"])
    }
    if !origin.terms.isEmpty, random.chance(70) { arrival.term = random.pick(origin.terms) }
    if let click = origin.click, random.chance(55) {
      arrival.clickIDs[click] = ShortName.random(using: &random)
      if random.chance(40) { arrival.content = random.pick(["carousel-2", "film-b", "text-a"]) }
    }
    if origin.source == "Plantpeer" { arrival.referrer = "https://plantpeer.example/shift-books" }
    if origin.source == "Orvio" { arrival.referrer = "https://orvio.example/partners" }
    if arrival.provenance == .declared, origin.campaign != nil, random.chance(50) {
      arrival.provenanceOf["campaign"] = .guessed
    }
    lead.acquisition.creating = arrival
    lead.marketingOwner = campaign?.owner ?? random.pick(["aylin", "signe"])
    if features.contains(.arrivals) || random.chance(8) { addOtherArrivals() }
    addFirstTouch(channel, from: origin)
  }

  private func provenance(of origin: Origin) -> Provenance {
    if lead.createdAt < world.adopted, features.contains(.imported) { return .imported }
    switch origin.medium {
    case "word of mouth", "direct", "event": return .declared
    default: return .observed
    }
  }

  /// The contact before the one that made the lead, and the latest one.
  private mutating func addOtherArrivals() {
    var first = Arrival()
    let days = random.quantile([2, 9, 25, 60])
    first.at = calendar.wakingTime(until: lead.createdAt.adding(days: -days))
    first.source = random.pick(["LinkedIn", "Google", "Open plant day"])
    first.medium = first.source == "Open plant day" ? "event" : "organic"
    first.provenance = first.source == "Open plant day" ? .guessed : .observed
    lead.acquisition.first = first
    guard end.days(since: lead.createdAt) > 1 else { return }
    var last = Arrival()
    last.at = anyTime(from: lead.createdAt, until: end)
    last.source = random.pick(["Direct", "Newsletter", "Google"])
    last.landingPage = random.pick(["/price", "/security", "/dairy"])
    last.provenance = .observed
    lead.acquisition.last = last
  }

  private mutating func addFirstTouch(_ channel: Channel, from origin: Origin) {
    if random.chance(12) {
      let before = lead.createdAt.adding(days: -random.between(0.005, 2))
      add(
        .inbound, .web, by: .marketing, at: calendar.wakingTime(until: before),
        TouchWords.visits.one(using: &random))
    }
    let taken = random.pick(TouchWords.downloads)
    let words = TouchWords.arrival(channel, source: origin.source)
    let summary = channel == .download ? taken.summary : words.one(using: &random)
    let index = add(.inbound, channel, by: .marketing, at: lead.createdAt, summary)
    lead.touches[index].campaign = origin.campaign
    if channel == .download { lead.touches[index].collateral = taken.document }
  }

  private mutating func answerQuestions() {
    let count = features.contains(.survey) ? 4 : random.within(1...2)
    let start = random.below(BuyerWords.answers.count)
    for number in 0..<count {
      let (question, words) = BuyerWords.answers[(start + number) % BuyerWords.answers.count]
      var answer = SurveyAnswer(question: question, answer: words.one(using: &random))
      if features.contains(.survey) { answer.at = lead.createdAt }
      answer.provenance = .declared
      lead.answers.append(answer)
    }
    guard features.contains(.survey), random.chance(40) else { return }
    var old = SurveyAnswer(
      question: "maintenance", answer: BuyerWords.oldAnswers.one(using: &random))
    old.asked = BuyerWords.oldQuestion
    old.provenance = .imported
    lead.answers.append(old)
  }

  /// What comes in by forms without being meant as text: it must harm nobody who shows it.
  private mutating func beHostile() {
    switch slot.turns.hostile % 4 {
    case 0: lead.company?.name = "=Sum Foods"
    case 1: lead.acquisition.creating?.term = "shift log\u{1B}[31m\u{7} <script>alert(1)</script>"
    case 2: lead.name = "Noa\u{202E} Levi"
    default:
      lead.answers.append(
        SurveyAnswer(
          question: "problem",
          answer: "'; DROP TABLE shifts; -- our last system did not survive it"))
    }
  }
}

extension Campaign {
  /// Whether the campaign is on at a time.
  func isRunning(at time: Instant) -> Bool {
    if let start, time < start { return false }
    if let end, time > end { return false }
    return true
  }
}
