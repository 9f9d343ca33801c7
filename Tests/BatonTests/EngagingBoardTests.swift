import BatonInsights
import BatonModel
import Foundation
import Testing

@testable import BatonStore

private let published = PublishedSet(
  leads: "data/crm-opportunities/sales_pipeline.csv", reference: "insights/km-crm-engaging.json")

/// A published set of opportunities, imported by the program as of the last day of 2017: what the
/// report says of its stage Engaging is what the reference says, owner by owner and level by level.
@Suite(.enabled(if: published.isPresent, PublishedSet.absence))
struct EngagingBoardTests {
  private static let asOf = ["--as-of", "2017-12-31", "--board", "board"]

  /// The owners of whom the reference tells, by the ids that the import gives them.
  private let owners: [String: [String: Any]]
  private let everybody: [String: Any]
  private let comparison: [String: Any]

  init() throws {
    let data = try Data(contentsOf: published.reference)
    let file = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let one = try #require((file?["cases"] as? [[String: Any]])?.first)
    let expected = try #require(one["expected"] as? [String: Any])
    let byName = try #require(expected["by_owner"] as? [String: [String: Any]])
    owners = Dictionary(
      uniqueKeysWithValues: byName.map { name, row in
        (name.lowercased().replacing(" ", with: "-"), row)
      })
    everybody = try #require(expected["all"] as? [String: Any])
    comparison = try #require(expected["logrank_owners"] as? [String: Any])
  }

  private func importedBoard() throws -> Workplace {
    let place = try Workplace()
    try place.baton("init", "board", "--name", "Opportunities")
    let imported = try place.baton(["import", published.leads.path] + Self.asOf)
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(imported.output.contains("8800 new"))
    return place
  }

  /// Gives the stage another target, or none.
  private func setTarget(_ days: Int?, on place: Workplace) throws {
    let file = URL(filePath: place.path("board/board.json"))
    let data = try Data(contentsOf: file)
    var board = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    var stages = try #require(board["stages"] as? [[String: Any]])
    let decide = try #require(stages.firstIndex { $0["id"] as? String == "decide" })
    stages[decide]["targetDays"] = days
    board["stages"] = stages
    try JSONSerialization.data(withJSONObject: board, options: .prettyPrinted).write(to: file)
  }

  private func report(_ words: [String], on place: Workplace) throws -> [String: Any] {
    let report = try place.baton(["report", "stalled", "--json"] + words + Self.asOf)
    #expect(report.status == 0, "\(report.errors)")
    return try report.document()
  }

  private func isSame(_ one: Any?, _ other: Any?) -> Bool {
    switch (one as? Double, other as? Double) {
    case (nil, nil): true
    case (let one?, let other?): abs(one - other) < 1e-9
    default: false
    }
  }

  /// Whether a row of the report has the figures of one of the reference.
  private func expect(_ row: [String: Any], toEqual expected: [String: Any], of who: String) {
    let bounds = expected["median_ci"] as? [Any] ?? []
    let pairs: [(String, Any?)] = [
      ("stays", expected["n"]), ("exits", expected["exits"]), ("inPlay", expected["open"]),
      ("medianDays", expected["median"]), ("p80Days", expected["p80"]),
      ("p90Days", expected["p90"]), ("medianLow", bounds.first), ("medianHigh", bounds.last),
    ]
    for (key, value) in pairs { #expect(isSame(row[key], value), "\(key) of \(who)") }
  }

  @Test func countsMediansAndOwnersAreThoseOfTheReference() throws {
    let place = try importedBoard()
    for (target, key) in [(60, "stalled_over_sla_60"), (115, "stalled_over_all_p80")] {
      try setTarget(target, on: place)
      let parts = try #require(
        try report(["--stage", "decide", "--by", "owner"], on: place)["parts"] as? [[String: Any]])
      var found = 0
      for part in parts {
        guard let owner = part["value"] as? String, let expected = owners[owner] else { continue }
        found += 1
        expect(part, toEqual: expected, of: owner)
        #expect(part["stalled"] as? Int == expected[key] as? Int, "\(key) of \(owner)")
      }
      #expect(found == owners.count)
    }
    try setTarget(nil, on: place)
    let query = "owner:==" + owners.keys.sorted().joined(separator: ",")
    let stages = { (words: [String]) throws -> [String: Any] in
      let rows = try #require(try report(words, on: place)["stages"] as? [[String: Any]])
      return try #require(rows.first { $0["stage"] as? String == "decide" })
    }
    let theirs = try stages([query])
    expect(theirs, toEqual: everybody, of: "all of them")
    // Without a target the limit is the whole team's, whoever is looked at.
    let all = try stages([])
    #expect(theirs["limitFrom"] as? String == "history")
    #expect(isSame(theirs["limitDays"], all["p80Days"]))
    #expect(all["inPlay"] as? Int == 1_589)
    let compared = try report(["--stage", "decide", "--compare", query], on: place)
    #expect(isSame(compared["degreesOfFreedom"], comparison["df"]))
    let (one, two) = (compared["statistic"] as? Double ?? .nan, comparison["chi2"] as? Double)
    #expect(abs(one - (two ?? 0)) < 1e-6)
    try everyLevelSumsToItsParent(place)
  }

  /// From the stage down by each dimension, and from each of the largest parts down by each again.
  private func everyLevelSumsToItsParent(_ place: Workplace) throws {
    let folder = try BoardFolder(at: place.path("board"))
    let leads = try folder.readLeads { LeadSummary($0) }.values
    let now = try #require(Instant(rfc3339: "2017-12-31T00:00:00Z"))
    let board = try folder.readBoard()
    let dwell = TeamDwell(leads.lazy.flatMap(\.stays), asOf: now)
    let reckoning = Reckoning(board: board, now: now, proposedLimits: dwell.proposedLimits)
    let stage = try #require(
      StalledReport(leads, reckoning).stages.first { $0.stage.id == "decide" })
    #expect(stage.row.inPlay == 1_589)
    for dimension in Dimension.allCases {
      let parts = StalledReport.parts(leads, by: dimension, in: "decide", reckoning)
      expect(parts, toSumTo: stage.row, "the stage by \(dimension.rawValue)")
      for part in parts.prefix(2) {
        let matcher = QueryMatcher(try Query(part.query), reckoning: reckoning)
        let within = leads.filter { matcher.matches($0) }
        #expect(within.count == part.row.inPlay + part.row.waiting, "\(part.query)")
        for deeper in Dimension.allCases {
          let inner = StalledReport.parts(within, by: deeper, in: "decide", reckoning)
          expect(inner, toSumTo: part.row, "\(part.query) by \(deeper.rawValue)")
        }
      }
    }
  }

  private func expect(
    _ parts: [StalledReport.Part], toSumTo whole: StalledReport.Row, _ what: String
  ) {
    let sum = { (figure: (StalledReport.Row) -> Int) in parts.reduce(0) { $0 + figure($1.row) } }
    #expect(sum(\.stalled) == whole.stalled, "\(what)")
    #expect(sum(\.late) == whole.late, "\(what)")
    #expect(sum(\.inPlay) == whole.inPlay, "\(what)")
    #expect(sum(\.waiting) == whole.waiting, "\(what)")
  }
}
