import BatonModel
import BatonReports
import TerminalCanvas

/// What stands in the buyer's way, what they want, and how they may be contacted.
extension LeadFacts {
  func addObstacles(to page: inout PageLines) {
    page.section("IN THE WAY") { page in
      for roadblock in standingFirst(lead.roadblocks, \.resolved) {
        let stands = roadblock.stands
        page.row(
          stands ? "▲ block" : "resolved", row(of: roadblock),
          labelRole: stands ? .flagRoadblock : .textFaint, maxLines: 8)
      }
      for objection in standingFirst(lead.objections, \.answeredAt) {
        let words = objection.words.map { quote($0) }
        page.row(
          "objection",
          list([
            text(objection.code, .textDim), words, text("\(day(objection.at))", .textFaint),
            objection.by.map { text($0, .textFaint) },
            reply(objection.answeredAt, with: objection.answeredWith),
          ]))
      }
      for ask in standingFirst(lead.asks, \.answeredAt) {
        page.row(
          "ask",
          list([
            quote(ask.words), text(day(ask.at), .textFaint), step(ask.step),
            reply(ask.answeredAt, with: ask.answeredWith),
          ]))
      }
    }
  }

  private func row(of roadblock: Roadblock) -> StyledText {
    let stands = roadblock.stands
    let span = roadblock.resolved.map { "until \(day($0))" } ?? "since \(day(roadblock.opened))"
    let owner = roadblock.owner.map { "\(name($0)) removes it" }
    let nobody = stands ? text("nobody removes it", .warn) : nil
    return list([
      text(roadblock.kind, stands ? .textStrong : .textDim), roadblock.words.map { quote($0) },
      text("\(roadblock.origin.rawValue), \(span)", .textDim), step(roadblock.step),
      owner.map { text($0, .textDim) } ?? nobody, roadblock.fix.map { text($0) },
      stands ? roadblock.due.map { text("due \(day($0))", .textDim) } : nil,
    ])
  }

  /// What still stands, then what is done with; each in the order of the file.
  private func standingFirst<Item>(
    _ items: [Item], _ end: KeyPath<Item, Instant?>
  ) -> [Item] {
    items.filter { $0[keyPath: end] == nil } + items.filter { $0[keyPath: end] != nil }
  }

  private func reply(_ at: Instant?, with collateral: CollateralID?) -> StyledText {
    guard let at else { return text("unanswered", .warn) }
    let document = collateral.map { " with “\(title($0))”" } ?? ""
    return text("answered \(day(at))\(document)", .textFaint)
  }

  private func step(_ id: StepID?) -> StyledText? {
    id.map { id in
      text("at “\(board.journey.first { $0.id == id }?.title ?? id.rawValue)”", .textFaint)
    }
  }

  /// Consent and holds: who may contact the buyer how, and until when not.
  func addContact(to page: inout PageLines) {
    page.section("CONTACT") { page in
      let consent = lead.consent
      if consent.doNotEmail || consent.doNotCall {
        let forbidden = [
          consent.doNotEmail ? "no e-mail" : nil, consent.doNotCall ? "no calls" : nil,
        ]
        let words = text(forbidden.compactMap { $0 }.joined(separator: ", "), .flagConsent)
        page.row(
          "consent",
          list([
            consent.provenance.map { marked(words, $0) } ?? words,
            consent.at.map { text("since \(day($0))", .textDim) },
            consent.note.map { quote($0, .textDim) },
          ]))
      }
      let holds = lead.holds.sorted { $0.end > $1.end }
      for hold in holds where hold.end > reckoning.now {
        page.row("hold", row(of: hold), labelRole: .flagHold, maxLines: 3)
      }
      for standing in holdsOnCompany {
        page.row(
          "hold", row(of: standing.hold, on: standing.name), labelRole: .flagHold, maxLines: 3)
      }
      let over = holds.filter { $0.end <= reckoning.now }
      if let last = over.first {
        let count = Wording.count(over.count, "hold is", "holds are")
        page.row(
          "",
          text("\(count) over; the last: ", .textFaint) + text(last.reason, .textFaint)
            + text(", until \(day(last.end)), cost ", .textFaint)
            + text(lead.cost(of: last, asOf: reckoning.now).words, .textDim), maxLines: 2)
      }
    }
  }

  /// - Parameter name: The lead in whose file the hold stands, where that is another.
  private func row(of hold: Hold, on name: String? = nil) -> StyledText {
    let cost = lead.cost(of: hold, asOf: reckoning.now)
    let sides = hold.sides.isEmpty ? "everybody" : words(hold.sides.map(\.rawValue))
    let channels = hold.channels.isEmpty ? nil : words(hold.channels.map(\.rawValue))
    return list([
      text("until \(day(hold.end))", .flagHold), text(hold.reason),
      text("\(sides)\(channels.map { " by \($0)" } ?? "")", .textDim),
      hold.scope == .company ? text("the whole company", .textDim) : nil,
      name.map { text("stands on ", .textDim) + text($0, .textDim) },
      cost.buyerTouches > 0
        ? text("so far \(cost.words)", cost.unanswered > 0 ? .warn : .textDim) : nil,
      text("put by \(self.name(hold.by)) \(day(hold.from))", .textFaint),
    ])
  }

  /// `a`, `a and b`, `a, b and c`.
  private func words(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
