internal import BatonInsights
public import BatonModel

/// A row of the flow of which every number can be gone down into.
public enum FlowPart: Hashable, Sendable {
  /// A stage.
  case stage(StageID)
  /// What goes from one activity to another.
  case joint(from: Activity, to: Activity)
  /// The week that begins on a Monday.
  case week(CivilDay)
  /// All weeks that the report looks back on.
  case weeks
  /// The work of a member.
  case owner(MemberID)
}

/// A row of the flow, number by number, each with the leads behind it.
enum FlowPartPage {
  static func page(_ leads: [LeadSummary], _ part: FlowPart, _ reckoning: Reckoning) -> ReportPage {
    let report = FlowReport(leads, reckoning)
    let counts = counts(of: part, in: report)
    var blocks: [ReportPage.Block] = [.table(.numbers(counts, empty: "Nothing happened there."))]
    if case .joint(let from, let to) = part,
      let joint = report.joints.first(where: { $0.from == from && $0.to == to }),
      joint.handoffs.offered > joint.leads.offered
    {
      blocks.append(
        .note(
          "\(Wording.count(joint.handoffs.offered)) handoffs of "
            + "\(Wording.count(joint.leads.offered, "lead", "leads")) in twelve weeks: some were "
            + "handed over more than once."))
    }
    return ReportPage(
      title: title(of: part, reckoning.board), blocks: blocks,
      json: ["asOf": .time(reckoning.now), "counts": .counts(counts)])
  }

  private static func counts(of part: FlowPart, in report: FlowReport) -> [LeadCount] {
    switch part {
    case .stage(let stage): report.stages.first { $0.stage.id == stage }?.counts ?? []
    case .joint(let from, let to):
      report.joints.first { $0.from == from && $0.to == to }?.counts ?? []
    case .week(let monday): report.weeks.first { $0.monday == monday }?.counts ?? []
    case .weeks: report.countsOfAllWeeks
    case .owner(let member):
      report.load.owners[member.rawValue].map { FlowReport.counts($0, of: member.rawValue) } ?? []
    }
  }

  private static func title(of part: FlowPart, _ board: Board) -> String {
    switch part {
    case .stage(let stage): board.stage(stage)?.title ?? stage.rawValue
    case .joint(let from, let to): "\(from.rawValue) → \(to.rawValue)"
    case .week(let monday): "The week of \(ReportWords.day(monday))"
    case .weeks: "All \(FlowReport.weeksBack) weeks"
    case .owner(let member): board.name(of: member)
    }
  }
}
