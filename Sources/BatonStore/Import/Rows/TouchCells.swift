import BatonModel

/// The cells of a row about a touch, while they are read.
struct TouchCells {
  var id: String?
  var at: Instant?
  var side: Side?
  var direction: Touch.Direction?
  var channel: Channel?
  /// Who of ours: a member's id, or the name of a system.
  var by: String?
  var words: [String] = []
  var outcome: Touch.Outcome?
  var campaign: CampaignID?
}

/// A touch that a row logs.
struct TouchFacts: Hashable, Sendable {
  /// What it is called, always the same, so that it is logged once however often its row comes.
  var name: EntryID
  /// What took place.
  var draft: LeadCommand.TouchDraft
}

extension TouchCells {
  /// The touch of a row that has all that a touch needs.
  ///
  /// - Parameters:
  ///   - source: the system that logged it.
  ///   - fingerprint: a name made of all cells of the row, for one that has no id.
  func facts(
    from source: String, fingerprint: String, on board: Board
  ) throws(RowRefusal) -> TouchFacts {
    func missing(_ what: String, _ remedy: String) -> RowRefusal {
      RowRefusal(reason: "The row does not say \(what).", remedy: remedy)
    }
    guard let direction else {
      throw missing("who turned to whom", "Fill in direction: inbound or outbound.")
    }
    guard let channel else { throw missing("how", "Fill in channel: email, call, meeting …") }
    guard let at else { throw missing("when it was", "Fill in at, as 2026-11-20T14:30:00Z.") }
    guard let side = side ?? by.flatMap({ board.member(MemberID($0))?.side }) else {
      throw missing(
        "which side of ours took part",
        "Fill in side: marketing, sales or delivery; or under by a member of the team.")
    }
    var draft = LeadCommand.TouchDraft(
      side: side, direction: direction, channel: channel, at: at,
      summary: words.isEmpty ? nil : words.joined(separator: ": "), outcome: outcome)
    draft.by = by
    draft.campaign = campaign
    // Each tool counts its own from one: by what kind of touch it is two of them are told apart.
    let name = StableName.make(
      source, "touch", direction.rawValue, channel.rawValue, id ?? fingerprint)
    return TouchFacts(name: EntryID(name), draft: draft)
  }
}

/// What a single cell says of a touch.
extension RowReader {
  /// Takes a cell in; false where its place was taken by an earlier column.
  func take(
    _ value: String, as field: TouchField, from column: Column, into touch: inout TouchCells,
    on book: BoardBook
  ) throws(RowRefusal) -> Bool {
    func refusal(_ what: String, _ remedy: String) -> RowRefusal {
      RowRefusal(reason: "“\(value)” in “\(column.header)” is no \(what).", remedy: remedy)
    }
    switch field {
    case .id: return Self.set(&touch.id, value)
    case .at: return Self.set(&touch.at, try date(value, in: column))
    case .channel: return Self.set(&touch.channel, Channel(named: value))
    case .by: return Self.set(&touch.by, book.knownMember(named: value)?.rawValue ?? value)
    case .summary:
      touch.words.append(value)
      return true
    case .direction:
      guard let direction = Touch.Direction(rawValue: CellText.folded(value)) else {
        throw refusal("direction", "Write inbound, the buyer to us, or outbound, we to the buyer.")
      }
      return Self.set(&touch.direction, direction)
    case .side:
      guard let side = Side(rawValue: CellText.folded(value)), side != .buyer else {
        throw refusal("side of ours", "Write marketing, sales or delivery.")
      }
      return Self.set(&touch.side, side)
    case .outcome:
      guard let outcome = Touch.Outcome(named: value) else {
        throw refusal(
          "outcome of a touch", "Write reached, no-answer, left-message or bounced, or blank it.")
      }
      return Self.set(&touch.outcome, outcome)
    case .campaign:
      guard let campaign = book.knownCampaign(named: value) else {
        throw refusal("campaign of this board", "Write its id or title, or blank the cell.")
      }
      return Self.set(&touch.campaign, campaign)
    }
  }
}
