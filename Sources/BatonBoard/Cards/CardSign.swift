import BatonModel

/// The signs on a card for what forbids, holds or blocks. The help explains them from here.
enum CardSign: CaseIterable {
  case noContact, noMail, noCall, hold, roadblock, decision

  /// The sign where there is little room.
  var glyph: String {
    switch self {
    case .noContact: "×mc"
    case .noMail: "×m"
    case .noCall: "×c"
    case .hold: "‖"
    case .roadblock: "▲"
    case .decision: "◆"
    }
  }

  /// The sign where there is room for words.
  var words: String {
    switch self {
    case .noContact: "no contact"
    case .noMail: "no mail"
    case .noCall: "no call"
    case .hold: "‖ hold"
    case .roadblock: "▲ blocked"
    case .decision: "◆ decided"
    }
  }

  /// What the sign means, for the help.
  var meaning: String {
    switch self {
    case .noContact: "The buyer wants neither mail nor calls"
    case .noMail: "The buyer wants no mail"
    case .noCall: "The buyer wants no calls"
    case .hold: "A hold lasts: somebody asked us to keep quiet"
    case .roadblock: "A roadblock stands in the buyer's way"
    case .decision: "A meeting decided something that is still to be done"
    }
  }

  var role: Role {
    switch self {
    case .noContact, .noMail, .noCall: .flagConsent
    case .hold: .flagHold
    case .roadblock: .flagRoadblock
    case .decision: .flagDecision
    }
  }

  /// - Parameters:
  ///   - isHeld: Whether a hold lasts.
  ///   - isDecided: Whether something that was decided about the lead is still to be done.
  func applies(to lead: LeadSummary, isHeld: Bool, isDecided: Bool) -> Bool {
    let forbidden = lead.marks.intersection([.doNotEmail, .doNotCall])
    return switch self {
    case .noContact: forbidden == [.doNotEmail, .doNotCall]
    case .noMail: forbidden == .doNotEmail
    case .noCall: forbidden == .doNotCall
    case .hold: isHeld
    case .roadblock: lead.marks.contains(.roadblock)
    case .decision: isDecided
    }
  }
}
