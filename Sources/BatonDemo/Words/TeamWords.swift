import BatonModel

/// What the team says: verdicts and answers, reasons, notes, holds, next steps.
enum TeamWords {
  /// What sales says with a verdict and its reason.
  static func verdict(_ verdict: Feedback.Verdict, _ reason: ReasonID?) -> Phrases {
    switch reason {
    case "wrong-owner":
      ["With a colleague of mine since ^.", "Their other plant is with a colleague."]
    case "duplicate":
      ["The same person as in last week’s webinar list.", "In twice, see their mail."]
    case "bad-data": ["The number rings at a bakery in Ghent.", "Mail comes back, no number."]
    case "not-our-profile": ["Eleven people and one shift.", "A school. Nice, but no line."]
    case "below-threshold": ["Two operators; less than a day of our work.", "One tablet, he says."]
    case "no-need": ["Closed the second shift in ^.", "One shift. Nobody to hand over to."]
    case "no-budget":
      ["Investment stop until ^.", "Spent it on a palletiser.", "The roof comes first."]
    case "no-authority": ["A student writing a thesis. Good questions.", "Consultant, no plant."]
    case "competitor": ["Signed elsewhere the week before.", "Took the module of their ERP."]
    case "spam": ["Sells us search rankings.", "A robot, with a fine signature."]
    case "bad-timing": ["New ERP goes live first. Ask again in ^.", "Harvest. Nobody listens."]
    case "unresponsive":
      ["Five calls, two voicemails, nothing.", "Reads every mail, never answers."]
    case "budget-cycle":
      ["Wants it, the money comes in ^.", "Next year’s budget is being written."]
    case "good-fit":
      ["More of these: asked for the pilot before I did.", "Knew the price. Wanted line #."]
    case "well-prepared": ["The audit answers were all there; the call took ten minutes."]
    default: verdict == .accept ? accepted : rated
    }
  }

  private static let accepted: Phrases = [
    "Knew the price and the pain. Two lines by ^.", "A plant manager who knows what a stop costs.",
    "Real, but slow: management decides in ^.", "Came through a friend; wants line # first.",
    "Two shifts, one of them angry. Ours.", "Had read everything. Asked for dates.",
    "Small, but the second plant is large.", "Wants the audit log more than the handover.",
  ]

  private static let rated: Phrases = [
    "Curious, not in a hurry.", "Would have been better after the open plant day.",
    "Asked good questions, small plant.",
  ]

  /// What marketing does about a verdict with a reason.
  static func answer(to reason: ReasonID?) -> (action: String, note: Phrases) {
    switch reason {
    case "wrong-owner": ("changed the routing", ["Twin plants now go to one owner."])
    case "duplicate": ("merged the lists", ["The webinar list is matched by address now."])
    case "bad-data": ("fixed the form", ["The number is checked before the form is sent."])
    case "not-our-profile", "below-threshold":
      ("narrowed the audience", ["Plants under fifty people no longer see the ad."])
    case "spam": ("added a check to the form", ["Robots fill in a field that people do not see."])
    case "competitor": ("wrote a comparison", ["With purchasing in mind; read by Hanne."])
    case "no-authority": ("changed the form", ["It asks which plant they work at."])
    default: ("will nurture", ["The audit now, the open plant day in ^."])
    }
  }

  /// What is said when a lead is parked for a reason.
  static func parking(_ reason: ReasonID?) -> Phrases {
    switch reason {
    case "on-leave": ["Back from parental leave on that day.", "Away until the date."]
    case "approval": ["The works council votes that week.", "Management meets then."]
    case "price": ["Half the price elsewhere, for less.", "€9 was too much for @ lines."]
    case "terms": ["Legal refused the liability clause.", "Wanted a month’s notice."]
    case "too-slow": ["We answered after nine days. They had signed.", "Offer a week late."]
    case "no-decision": ["Management postponed for the third time.", "Nobody wanted to decide."]
    case "competitor": ["Took the module of their ERP.", "Chose the one with Romanian."]
    default: verdict(.recycle, reason)
    }
  }

  /// What is worth remembering of somebody.
  static let notes: Phrases = [
    "Call before 7:30, the shift changes then.",
    "Decides with the production manager; no surprises.",
    "Tried another system: too much typing.", "Plant closes for two weeks in August.",
    "Nights speak mostly Polish.", "Auditor comes in ^.", "Old tablets on line #.",
    "Do not mention the sister plant; they compete.",
    "Laughs about Piet: theirs is called Uwe.",
    "Spreadsheet of stops since 2019; wants to keep it.",
  ]

  /// Why nobody of a side should contact somebody for a while.
  static let holds = [
    "Tender runs: nobody writes until the award.",
    "Complaint is open: delivery talks, nobody else.",
    "Renewal is being negotiated: marketing pauses.", "Works council votes; they asked for quiet.",
    "A death in the family; they will call us.",
  ]

  /// What is done next, by kind and stage.
  static func nextStep(_ kind: NextStep.Kind, in stage: StageID) -> Phrases {
    switch (kind, stage) {
    case (.kickoff, _): ["Kickoff at line #, early shift", "Kickoff with both shift leaders"]
    case (.task, "deliver"): ["Load the stop codes", "Order the tablet mounts"]
    case (.task, _): ["Fill in IT’s questions", "Ask for the reference’s yes"]
    case (.email, "new"), (.email, "nurture"): ["Send the guide", "Send the film"]
    case (.email, "qualify"): ["Send what we heard, and three dates", "Send the pilot plan"]
    case (.email, _): ["Send the offer for @ lines", "Send the one page for management"]
    case (.meeting, "deliver"): ["Training, late shift", "Training, nights"]
    case (.meeting, "account"): ["Quarterly review", "Second plant: a first walk"]
    case (.meeting, "decide"): ["Contract, with legal", "Visit to the dairy"]
    case (.meeting, _): ["Demo with their own stop codes", "Walk line # with the shift leaders"]
    case (.call, "new"): ["First call", "First call, after two"]
    case (.call, "decide"): ["After the management meeting", "Ask after the signature"]
    case (.call, "account"): ["How are the nights?", "Second plant: who decides?"]
    case (.call, _):
      ["Who decides besides them?", "What does a stop cost?", "Bring the audit figure"]
    }
  }

  /// What we promised when the deal was made.
  static let promises: Phrases = [
    "Live on line # in ten days", "Training for all three shifts", "One contact, by name",
    "Stop codes taken over from the spreadsheet", "Romanian by ^",
  ]

  /// What may go wrong in delivery.
  static let risks: Phrases = [
    "Wi-Fi at the cold store", "Shift leader of nights is against it", "Stop codes in three lists",
    "Plant closes in August",
  ]

  /// The team's labels.
  static let tags = [
    "food", "pilot", "two plants", "audit", "key account", "reference", "seasonal", "🌙 nights",
  ]
}
