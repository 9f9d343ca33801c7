import BatonModel
import BatonStore
import Foundation
import PseudoTerminal
import Testing

/// A rep alone with a queue, in a real terminal, on real files.
@Suite(.enabled(if: PseudoTerminal.isAvailable, "needs /dev/ptmx"))
struct TriageWindowTests {
  private static let clock = "2026-11-18T10:30:00Z"
  private var now: Instant { Instant(rfc3339: Self.clock) ?? .distantPast }

  /// What a rep decides on a lead that was read.
  private enum Decision: CaseIterable {
    case accept, reject, recycle, plan, wait, disqualify, rateAndPlan, talkAndPlan, handOver

    /// The keys, which all begin on the triage screen and end with the next lead on it.
    func keys(for lead: Lead) -> [String] {
      // Who may not be called is given a task.
      let next = lead.consent.allows(.call) ? "4" : "7"
      return switch self {
      case .accept: ["y", next]
      case .reject: ["r", "3"]
      case .recycle: ["c", "2", "1"]
      case .plan: ["x", lead.consent.allows(.call) ? "5" : "7"]
      case .wait: ["w", "1", "2"]
      case .disqualify: ["d", "1"]
      case .rateAndPlan: ["s", "4", "x", next]
      case .talkAndPlan: ["t", "1", "enter", "x", "4"]
      // Chidi stands fourth in the list of the team.
      case .handOver: ["a", "4"]
      }
    }

    /// What a rep would do, in turn, as far as the lead allows it.
    init(for lead: Lead, turn: Int) {
      if let offer = lead.handoffs.last, offer.isOffered {
        let isTooLate = lead.firstContact(since: offer.offeredAt) != nil
        self = turn.isMultiple(of: 3) && !isTooLate ? .reject : .accept
        return
      }
      let hasContact = lead.firstContact(since: nil) != nil
      let isWaiting = lead.handoffs.contains(where: \.isWaiting)
      switch turn % 10 {
      case 0, 5: self = .recycle
      case 1: self = .rateAndPlan
      case 2: self = .wait
      case 3: self = hasContact && !isWaiting ? .disqualify : .plan
      case 4 where lead.consent.allows(.call): self = .talkAndPlan
      case 7 where lead.owner != "chidi" && !isWaiting: self = .handOver
      default: self = .plan
      }
    }

    /// Whether the lead's file tells of the decision, with the reason that it needs.
    func isKept(in lead: Lead, before: Lead, at now: Instant) -> Bool {
      let verdict = lead.feedback.last { $0.at == now && $0.by == "jonas" }
      let hasPlan = lead.nextStep.map { $0.due > now } ?? false
      switch self {
      case .accept:
        return verdict?.verdict == .accept && lead.handoffs.last?.state == .accepted
          && lead.owner == "jonas" && hasPlan
      case .reject: return verdict?.verdict == .reject && verdict?.reason == "bad-data"
      case .recycle:
        return lead.parked?.kind == .nurture && lead.parked?.reason == "unresponsive"
          && verdict?.verdict == .recycle && lead.parked?.until ?? now > now
      case .plan: return hasPlan && lead.nextStep != before.nextStep
      case .wait:
        return lead.parked?.kind == .waiting && lead.parked?.reason == "bad-timing"
          && lead.parked?.until ?? now > now
      case .disqualify:
        return lead.parked?.kind == .disqualified && lead.parked?.reason == "no-need"
          && verdict?.verdict == .disqualify && verdict?.reason == "no-need"
      case .rateAndPlan: return lead.quality == 4 && verdict?.quality == 4 && hasPlan
      case .talkAndPlan:
        let touch = lead.touches.last { $0.at == now && $0.by == "jonas" }
        return touch?.channel == .call && touch?.outcome == .reached && hasPlan
      case .handOver: return lead.owner == "chidi"
      }
    }
  }

  /// The keys that a lead took, for whoever asks how fast a rep can be.
  @Test func aRepWorksThroughThirtyDemoLeadsByKeysAlone() throws {
    let place = try Workplace()
    try place.baton(
      "demo", "board", "--leads", "400", "--seed", "3", "--as-of", Self.clock, "--no-open")
    let folder = try BoardFolder(at: place.path("board"))
    let queue = try place.baton(
      "triage", "--owner", "jonas", "--json", "--board", "board", "--as-of", Self.clock
    ).objects().prefix(30).compactMap { ($0["id"] as? String).map { LeadID($0) } }
    try #require(queue.count == 30)

    let rep = try TerminalSeat(place, as: "jonas", asOf: Self.clock)
    rep.press("i")
    try rep.wait(for: "Triage · Jonas Brandt")
    let start = rep.keys
    var decided: [(id: LeadID, decision: Decision, before: Lead)] = []
    for (turn, id) in queue.enumerated() {
      let lead = try folder.readLead(id)
      try rep.wait(for: "▸ \(lead.shownName.prefix(8))")
      let decision = Decision(for: lead, turn: turn)
      for key in decision.keys(for: lead) { rep.press(key) }
      try rep.wait(for: "\(turn + 1) decided")
      decided.append((id, decision, lead))
    }
    // The last one is written when its file tells of it.
    try rep.wait("the last decision in its file") { _ in
      guard let last = decided.last, let lead = try? folder.readLead(last.id) else { return false }
      return last.decision.isKept(in: lead, before: last.before, at: now)
    }

    let reasons = Set(try folder.readBoard().reasons.map(\.id))
    for (id, decision, before) in decided {
      let lead = try folder.readLead(id)
      #expect(decision.isKept(in: lead, before: before, at: now), "\(id) \(decision)")
      #expect(lead.history.contains { $0.by == "jonas" && $0.at == now }, "\(id)")
      if let parked = lead.parked, parked.since == now {
        #expect(parked.reason.map(reasons.contains) == true, "\(id)")
      }
      for feedback in lead.feedback where feedback.at == now {
        let isMissing = feedback.verdict?.reasonUse != nil && feedback.reason == nil
        #expect(!isMissing, "\(id)")
      }
    }
    let made = Dictionary(grouping: decided) { "\($0.decision)" }.mapValues(\.count)
    #expect(
      made == [
        "accept": 8, "plan": 6, "reject": 4, "recycle": 4, "wait": 2, "handOver": 2,
        "rateAndPlan": 2, "disqualify": 1, "talkAndPlan": 1,
      ])
    // With everything that a rep does among them, menus and reasons, three keys a lead at most.
    #expect(rep.keys - start <= 3 * decided.count)
    try rep.leave()
    let check = try place.baton("check", "--board", "board")
    #expect(check.status == 0, "\(check.output)")
  }
}
