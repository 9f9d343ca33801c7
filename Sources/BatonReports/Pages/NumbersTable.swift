internal import BatonInsights
internal import BatonModel

extension ReportPage.Table {
  /// Numbers one below the other, each with the leads behind it.
  static func numbers(_ counts: [LeadCount], empty: String) -> Self {
    let most = counts.map(\.leads).max() ?? 0
    return ReportPage.Table(
      columns: [
        TextTable.Column(title: "WHAT", most: 48, least: .max), .figures("LEADS"),
        TextTable.Column(title: "", most: 16, least: 8, leavesAs: 2),
        // To be typed, it is shown whole or not at all.
        TextTable.Column(title: "THE SAME QUERY", most: 80, least: .max, leavesAs: 1),
      ],
      rows: counts.map { count in
        ReportPage.Row(
          [
            ReportPage.Cell(count.subject.words, .strong), .count(count.leads),
            .bar(count.leads, of: most), ReportPage.Cell(count.query, .dim),
          ], leads: count.query, opens: count.leads)
      }, empty: empty)
  }
}

extension LeadCount.Subject {
  /// What is counted, in words.
  fileprivate var words: String {
    switch self {
    case .reached: "came to it, or past it"
    case .wentOn: "went on"
    case .lostHere: "lost here"
    case .stillHere: "came no further yet"
    case .waiting: "wait for an answer or a proof"
    case .overdue: "of them beyond their clock"
    case .offered: "handed over in twelve weeks"
    case .accepted: "of them accepted"
    case .rejected: "of them rejected"
    case .lapsed: "of them lapsed"
    case .arrivals: "came in"
    case .won: "won"
    case .lost: "lost"
    case .inProgress: "in progress at its end"
    case .open: "open"
    case .closes: "closed in eight weeks"
    case .blockedNow: "blocked now"
    case .pastDue: "of them with a fix past due"
    case .blockedOfLate: "blocked within 90 days"
    case .everMet: "ever blocked"
    }
  }
}

extension JSONValue {
  /// Numbers for scripts, each with the query that finds its leads.
  static func counts(_ counts: [LeadCount]) -> JSONValue {
    .object(
      JSONObject(
        counts.map { count in
          (
            count.subject.rawValue,
            .object(["leads": .whole(count.leads), "query": .string(count.query)])
          )
        }))
  }
}
