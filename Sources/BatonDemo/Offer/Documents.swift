import BatonModel

/// What Tarnwerk has in writing for its buyers. Nothing answers `languages`: a gap to find.
enum DemoDocuments {
  /// All documents, with the dates of their last review about the demo's present.
  static func all(_ calendar: WorkCalendar) -> [Collateral] {
    plans.map { plan in
      var document = Collateral(id: plan.id, title: plan.title)
      document.link = "https://tarnwerk.example/papers/\(plan.id)"
      document.kind = plan.kind
      document.servesSteps = plan.steps
      document.answersObjections = plan.answers
      document.owner = plan.owner
      document.reviewed = plan.reviewed.map { calendar.time(day: -$0, minute: 11 * 60) }
      return document
    }
  }

  /// The document that answers an objection, where there is one.
  static func answering(_ objection: String) -> CollateralID? {
    plans.first { $0.answers.contains(objection) }?.id
  }

  private struct Plan {
    var id: CollateralID
    var title: String
    var kind: String
    var steps: [StepID]
    var answers: [String]
    var owner: MemberID?
    /// How many days ago somebody looked at it.
    var reviewed: Int?
  }

  private static let plans: [Plan] = [
    Plan(
      id: "one-page", title: "One page for your manager", kind: "calculator",
      steps: ["justify"], answers: ["price"], owner: "signe", reviewed: 24),
    Plan(
      id: "four-minutes", title: "The four-minute handover", kind: "guide",
      steps: ["inform"], answers: ["change"], owner: "signe", reviewed: 61),
    Plan(
      id: "dairy", title: "How a dairy halved its morning meeting", kind: "case study",
      steps: ["inform", "justify"], answers: ["change"], owner: "aylin", reviewed: 203),
    Plan(
      id: "prices", title: "Prices, all of them", kind: "price list",
      steps: ["inform", "compare"], answers: ["price"], owner: "hanne", reviewed: 9),
    Plan(
      id: "sixty-answers", title: "Security: sixty answers for your IT", kind: "data sheet",
      steps: ["justify"], answers: ["security"], owner: "ravi", reviewed: 410),
    Plan(
      id: "works-council", title: "A letter for the works council", kind: "letter",
      steps: ["justify"], answers: ["works-council"], owner: "hanne", reviewed: 88),
    Plan(
      id: "no-network", title: "When the network is down", kind: "data sheet",
      steps: ["inform", "compare"], answers: ["offline"], owner: "ravi", reviewed: 132),
    Plan(
      id: "side-by-side", title: "Paper, spreadsheet, shift book", kind: "comparison",
      steps: ["compare"], answers: ["erp"], owner: nil, reviewed: nil),
    Plan(
      id: "plain-contract", title: "Our contract in plain words", kind: "contract",
      steps: ["compare", "order"], answers: ["terms"], owner: "hanne", reviewed: 45),
    Plan(
      id: "checklist", title: "Audit checklist: cleaning and checks", kind: "checklist",
      steps: ["notice", "inform"], answers: [], owner: "mateo", reviewed: 17),
  ]
}
