/// Refusals that several commands share.
extension Refusal {
  /// A stage is named that the board does not have.
  static func unknownStage(_ id: StageID, on board: Board) -> Refusal {
    let list = board.stages.map(\.id.rawValue).joined(separator: ", ")
    return Refusal(
      .unknownName, "This board has no stage “\(id)”.", remedy: "Its stages are: \(list).")
  }

  /// The buyer forbids a touch on a channel; nil where they allow it.
  static func touch(on channel: Channel, with name: String, _ consent: Consent) -> Refusal? {
    forbidden(
      channel, name, consent, remedy: "Use another channel, or wait until they come to you.")
  }

  /// The buyer forbids the channel of a next step; nil where they allow it.
  static func step(_ kind: NextStep.Kind, with name: String, _ consent: Consent) -> Refusal? {
    kind.channel.flatMap {
      forbidden($0, name, consent, remedy: "Plan another kind of step.")
    }
  }

  private static func forbidden(
    _ channel: Channel, _ name: String, _ consent: Consent, remedy: String
  ) -> Refusal? {
    guard !consent.allows(channel) else { return nil }
    return Refusal(
      .consent(channel), "\(name) does not want to be contacted by \(channel.rawValue).",
      remedy: remedy)
  }
}

/// What is refused whatever else is said, as far as a summary tells.
extension LeadSummary {
  private var consent: Consent {
    var consent = Consent()
    consent.doNotEmail = marks.contains(.doNotEmail)
    consent.doNotCall = marks.contains(.doNotCall)
    return consent
  }

  /// Why nobody of ours turns to the buyer on a channel; nil where they allow it.
  public func refusal(ofTouchOn channel: Channel) -> Refusal? {
    Refusal.touch(on: channel, with: name, consent)
  }

  /// Why a next step of a kind cannot be planned; nil where the buyer allows its channel.
  public func refusal(ofStep kind: NextStep.Kind) -> Refusal? {
    Refusal.step(kind, with: name, consent)
  }
}

extension HandoffSummary {
  /// Why the lead cannot be offered to anybody else while this handoff waits.
  ///
  /// - Parameter said: how moments are written where the refusal is read.
  public func refusal(ofOffering name: String, said: (Instant) -> String) -> Refusal {
    guard isAccepted else {
      let taker = offeredTo.map { " to \($0)" } ?? ""
      return Refusal(
        .handoffWaits,
        "\(offeredBy) offered \(name)\(taker) for \(to.rawValue) at \(said(offeredAt)), and it "
          + "waits for an answer.",
        remedy: "Wait for the answer, or take the offer back.")
    }
    return Refusal(
      .handoffWaits,
      "\(answeredBy ?? "Somebody") accepted \(name) for \(to.rawValue) at "
        + "\(said(answeredAt ?? offeredAt)), and the proof is missing.",
      remedy: "Book the next step, which completes it, or reject it.")
  }
}

extension Board {
  /// Refuses an owner whom the team does not know, or who has left it.
  func requireOwner(_ id: MemberID) throws(Refusal) {
    guard let member = member(id) else {
      let list = team.map(\.id.rawValue).joined(separator: ", ")
      throw Refusal(
        .unknownName, "Nobody on this board is called “\(id)”.", remedy: "The team is: \(list).")
    }
    guard !member.hasLeft else {
      throw Refusal(.invalid, "\(member.name) has left the team.", remedy: "Choose somebody else.")
    }
  }
}

extension Money {
  /// Refuses what no deal is worth.
  func requireWorth() throws(Refusal) {
    guard minorUnits >= 0 else {
      throw Refusal(.invalid, "An amount is not negative.", remedy: "Say what the deal is worth.")
    }
  }
}

extension Board {
  /// Refuses a reason that is missing, or that explains something else.
  ///
  /// - Parameters:
  ///   - missing: What is said where none is given.
  ///   - verb: What the reason was given for.
  func require(
    _ reason: ReasonID?, for use: Reason.Use, missing: String, verb: String
  ) throws(Refusal) {
    let codes = reasons(for: use)
    guard reason == nil || !codes.contains(where: { $0.id == reason }) else { return }
    let list = codes.map(\.id.rawValue).joined(separator: ", ")
    let what = reason.map { "“\($0)” is no reason \(verb) on this board." } ?? missing
    throw Refusal(
      .reasonRequired(codes.map(\.id)), what,
      remedy: codes.isEmpty ? "Add one to board.json." : "Give one of: \(list).")
  }
}
