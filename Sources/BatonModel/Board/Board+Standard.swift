extension Board {
  /// The board that `baton init` writes: default stages, reason codes, journey and questions.
  ///
  /// A team changes it in `board.json`; nothing in the program depends on these ids.
  public static func standard(name: String, currency: String = "EUR", timeZone: String = "UTC")
    -> Board
  {
    var board = Board(name: name, currency: currency, timeZone: timeZone)
    board.stages = standardStages
    board.reasons = standardReasons
    board.journey = standardJourney
    board.questions = standardQuestions
    board.roadblockKinds = [
      "form too long", "no price shown", "slow reply", "wrong contact", "contract terms",
      "security review", "missing document", "handed around",
    ]
    return board
  }

  private static var standardStages: [Stage] {
    [
      Stage(
        id: "new", title: "New", activity: .generate, targetDays: 2,
        explanation: "Came in; nobody has looked yet."),
      Stage(
        id: "nurture", title: "Nurture", activity: .generate, kind: .inventory,
        explanation: "Not ready; marketing keeps in touch until a date."),
      Stage(
        id: "qualify", title: "Qualify", activity: .qualify, targetDays: 7,
        explanation: "Sales finds out need, budget, authority and timing."),
      Stage(
        id: "propose", title: "Propose", activity: .close, kind: .gate, targetDays: 14,
        requires: [.amount], explanation: "An offer is being made. To go on it needs an amount."),
      Stage(
        id: "decide", title: "Decide", activity: .close, targetDays: 21,
        explanation: "The buyer decides."),
      Stage(
        id: "deliver", title: "Deliver", activity: .deliver, targetDays: 30,
        explanation: "Sold: delivery starts with a kickoff."),
      Stage(
        id: "account", title: "Account", activity: .account, kind: .inventory,
        explanation: "A customer: looked after, and sold to again."),
    ]
  }

  private static var standardReasons: [Reason] {
    [
      Reason(id: "wrong-owner", title: "wrong owner", uses: [.reject]),
      Reason(id: "duplicate", title: "duplicate", uses: [.reject]),
      Reason(id: "bad-data", title: "bad data", uses: [.reject]),
      Reason(id: "not-our-profile", title: "not our profile", uses: [.reject]),
      Reason(id: "below-threshold", title: "below threshold", uses: [.reject]),
      Reason(id: "no-need", title: "no need", uses: [.disqualify, .lost]),
      Reason(id: "no-budget", title: "no budget", uses: [.disqualify, .lost]),
      Reason(id: "no-authority", title: "no authority", uses: [.disqualify, .lost]),
      Reason(id: "competitor", title: "chose a competitor", uses: [.disqualify, .lost]),
      Reason(id: "spam", title: "spam", uses: [.disqualify]),
      Reason(id: "price", title: "price", uses: [.lost]),
      Reason(id: "terms", title: "our terms", uses: [.lost]),
      Reason(id: "too-slow", title: "we were too slow", uses: [.lost]),
      Reason(id: "no-decision", title: "no decision", uses: [.lost]),
      Reason(id: "bad-timing", title: "bad timing", uses: [.recycle, .wait]),
      Reason(id: "unresponsive", title: "unresponsive", uses: [.recycle]),
      Reason(id: "budget-cycle", title: "waits for budget", uses: [.wait, .recycle]),
      Reason(id: "on-leave", title: "contact on leave", uses: [.wait]),
      Reason(id: "approval", title: "waits for approval", uses: [.wait]),
      Reason(id: "good-fit", title: "good fit", uses: [.praise]),
      Reason(id: "well-prepared", title: "well prepared", uses: [.praise]),
    ]
  }

  private static var standardJourney: [JourneyStep] {
    [
      JourneyStep(id: "notice", title: "Notices us", stage: "new", isOptional: true),
      JourneyStep(
        id: "inform", title: "Informs themselves", stage: "new", mayRepeat: true,
        channels: [.web, .download, .event]),
      JourneyStep(id: "ask", title: "Asks us", stage: "new", channels: [.form, .chat]),
      JourneyStep(
        id: "talk", title: "Talks to us", stage: "qualify", mayRepeat: true,
        channels: [.call, .meeting]),
      JourneyStep(id: "justify", title: "Justifies it inside", stage: "propose", isOptional: true),
      JourneyStep(id: "compare", title: "Compares offers", stage: "decide", isOptional: true),
      JourneyStep(id: "order", title: "Orders", stage: "decide"),
    ]
  }

  private static var standardQuestions: [Question] {
    [
      Question(id: "problem", text: "What do you want to solve?", qualifies: .need),
      Question(id: "budget", text: "Is there a budget?", qualifies: .budget),
      Question(id: "decides", text: "Who decides?", qualifies: .authority),
      Question(id: "when", text: "When should it work?", qualifies: .timing),
      Question(id: "size", text: "How many people would use it?", qualifies: .fit),
      Question(id: "heard", text: "How did you hear about us?"),
    ]
  }
}
