import BatonModel

/// One lead at a moment, in the fields that `list`, `export` and `watch` give.
struct LeadRow {
  /// The facts.
  let lead: LeadSummary
  /// How the lead stands at the moment.
  let standing: Standing
  /// When the last of the holds ends that last at the moment; nil where none lasts.
  let heldUntil: Instant?
  /// The lead's stage; nil where the board does not know it.
  let stage: Stage?

  /// A lead at the reckoning's moment.
  init(_ lead: LeadSummary, _ reckoning: Reckoning) {
    self.lead = lead
    standing = reckoning.standing(of: lead)
    heldUntil = reckoning.held(lead)?.until
    stage = reckoning.board.stage(lead.stage)
  }

  /// What is marked on the lead, in the order in which it matters to whoever is about to write.
  var flags: [LeadFlag] {
    LeadFlag.allCases.filter { flag in
      switch flag {
      case .doNotEmail: lead.marks.contains(.doNotEmail)
      case .doNotCall: lead.marks.contains(.doNotCall)
      case .hold: heldUntil != nil
      case .roadblock: lead.marks.contains(.roadblock)
      case .approval: lead.marks.contains(.approvalMissing)
      case .handoff: lead.handoff != nil
      case .unanswered: lead.unanswered != nil
      case .unowned: lead.owner == nil && standing.isOpen
      }
    }
  }

  /// The fields as one JSON object.
  var json: JSONObject {
    JSONObject(LeadField.sorted.map { ($0.rawValue, value(of: $0)) })
  }
}

/// What can be marked on a lead.
enum LeadFlag: String, CaseIterable {
  /// The buyer wants no e-mail.
  case doNotEmail = "do-not-email"
  /// The buyer wants no calls.
  case doNotCall = "do-not-call"
  /// A hold lasts.
  case hold
  /// A roadblock stands.
  case roadblock
  /// An approval on the buyer's side is missing.
  case approval
  /// A handoff waits.
  case handoff
  /// A verdict awaits its answer.
  case unanswered
  /// Nobody in sales owns it, though it is open.
  case unowned
}
