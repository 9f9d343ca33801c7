import BatonModel

/// The sections about where a lead stands and what it is.
extension LeadPage {
  var now: [Entry] {
    let parking = row.standing.parking
    let until = parking?.until.map { "until \(time($0))" }
    let marks = (row.standing.isStalled ? ["stalled"] : []) + row.flags.map(\.rawValue)
    return [
      entry("stage", joined(row.place, row.days)),
      entry("rests", joined(parking?.kind.rawValue, until, reason(parking?.reason))),
      entry("note", lead.parked?.note),
      entry("next", nextStep),
      entry("owner", member(lead.owner) ?? "nobody"),
      entry("marketing", member(lead.marketingOwner)),
      entry("amount", lead.amount.map(Figures.money)),
      entry("quality", lead.quality.map { "\($0) of 5" }),
      entry("flags", marks.joined(separator: ", ")),
      entry("tags", lead.tags.joined(separator: ", ")),
    ].compactMap { $0 }
  }

  var decided: [Entry] {
    decisions.map { standing in
      let decision = standing.decision
      return Entry(
        standing.state.rawValue,
        joined(
          decision.text, member(decision.owner), decision.due.map { "until \($0)" },
          "decided \(standing.meeting)"))
    }
  }

  private var nextStep: String? {
    guard let step = lead.nextStep else { return row.standing.isOpen ? "none" : nil }
    return joined(
      "\(step.kind.rawValue) \(time(step.due))",
      Figures.distance(to: step.due, from: reckoning.now), step.isBooked ? "booked" : nil,
      member(step.owner), step.note)
  }

  var acquisition: [Entry] {
    let arrivals = [
      ("first", lead.acquisition.first), ("creating", lead.acquisition.creating),
      ("last", lead.acquisition.last),
    ]
    return arrivals.flatMap { label, arrival in
      arrival.map { entries(of: $0, label: label) } ?? []
    }
  }

  private func entries(of arrival: Arrival, label: String) -> [Entry] {
    func fact(_ key: String, _ text: String?) -> String? {
      text.map { "\(key) \($0) (\(arrival.provenance(of: key).rawValue))" }
    }
    let words = joined(
      fact("source", arrival.source), fact("medium", arrival.medium),
      fact("campaign", arrival.campaign?.rawValue), fact("term", arrival.term),
      fact("content", arrival.content), fact("form", arrival.form),
      fact("landingPage", arrival.landingPage), fact("referrer", arrival.referrer))
    let clicks = arrival.clickIDs.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return [
      entry(label, joined(arrival.at.map(time), words)),
      entry("ad", arrival.ad.map { joined("“\($0.headline)”", $0.promise, by: ": ") }),
      entry("clicks", clicks.joined(separator: ", ")),
    ].compactMap { $0 }
  }

  var company: [Entry] {
    guard let company = lead.company else { return [] }
    return [
      entry("name", company.name),
      entry("domain", company.domain),
      entry("industry", company.industry),
      entry("place", joined(company.city, company.country)),
      entry("employees", company.employees.map(String.init)),
      entry("revenue", company.revenue.map(Figures.money)),
      entry("parent", company.parent),
    ].compactMap { $0 }
  }

  var people: [Entry] {
    lead.people.flatMap { person in
      let facts = joined(person.title, person.part?.rawValue, person.email, person.phone)
      let approvals = person.approvals.map { approval in
        Entry(
          "",
          joined(
            "\(approval.subject): \(approval.state.rawValue)",
            approval.due.map { "due \(time($0))" }, approval.note))
      }
      return [Entry(person.name, facts)] + approvals
    }
  }

  var answers: [Entry] {
    lead.answers.map { answer in
      let known = board.questions.first { $0.id == answer.question }
      let asked = known?.text ?? answer.asked ?? answer.question.rawValue
      return Entry(known?.qualifies?.rawValue ?? "", "\(asked) \(answer.answer)")
    }
  }

  var imported: [Entry] {
    lead.externalIDs.sorted { $0.key < $1.key }.map { Entry($0.key, $0.value) }
      + lead.importedColumns.flatMap { source, columns in
        columns.map { Entry($0.key, "\($0.value.text) (\(source))") }
      }
  }
}
