import BatonModel
import Foundation
import PseudoTerminal
import Testing

@testable import BatonStore

private let published = PublishedSet(
  leads: "data/course-leads/leads.csv", reference: "insights/source-quality.json")

/// A published set, imported by the program into a board of its own: the report counts what the
/// file has, and what a buyer forbids is forbidden everywhere.
@Suite(.enabled(if: published.isPresent, PublishedSet.absence))
struct CourseBoardTests {
  /// Rows and converted rows by source, counted plainly.
  private static func plainCounts() throws -> [String: (leads: Int, won: Int)] {
    let table = try ImportTable.readCSV([UInt8](try Data(contentsOf: published.leads)))
    let source = try #require(table.index(of: "Lead Source"))
    let converted = try #require(table.index(of: "Converted"))
    return table.rows.reduce(into: [:]) { counts, row in
      counts[row.cells[source], default: (0, 0)].leads += 1
      if row.cells[converted] == "1" { counts[row.cells[source], default: (0, 0)].won += 1 }
    }
  }

  private static func expectedScores() throws -> [[String: Any]] {
    let file = try JSONSerialization.jsonObject(with: try Data(contentsOf: published.reference))
    let cases = try #require((file as? [String: Any])?["cases"] as? [[String: Any]])
    let one = try #require(
      cases.first { $0["name"] as? String == "X Education source x converted" })
    return try #require((one["expected"] as? [String: Any])?["ranked"] as? [[String: Any]])
  }

  @Test func countsScoresAndConsentAreThoseOfTheFile() throws {
    let place = try Workplace()
    try place.baton("init", "board", "--name", "Courses")
    let imported = try place.baton("import", published.leads.path, "--board", "board")
    #expect(imported.status == 0, "\(imported.errors)")

    let report = try place.baton(
      "report", "sources", "--measure", "won", "--json", "--board", "board"
    ).document()
    let rows = try #require(report["rows"] as? [[String: Any]])
    let plain = try Self.plainCounts()
    #expect(rows.count == plain.count)
    for row in rows {
      let counts = try #require(plain[row["value"] as? String ?? ""])
      #expect(row["leads"] as? Int == counts.leads, "\(row["value"] ?? "")")
      #expect(row["won"] as? Int == counts.won, "\(row["value"] ?? "")")
    }
    let ranked = try Self.expectedScores()
    let scored = rows.filter { $0["value"] is String }
    #expect(scored.count == ranked.count)
    for (row, expected) in zip(scored, ranked) {
      #expect(row["value"] as? String == expected["source"] as? String)
      #expect(row["verdict"] as? String == expected["verdict"] as? String)
      for (key, other) in [("score", "score"), ("low", "lo"), ("high", "hi")] {
        let (one, two) = (row[key] as? Double ?? .nan, expected[other] as? Double ?? .nan)
        #expect(abs(one - two) < 1e-7, "\(key) of \(row["value"] ?? "")")
      }
    }
    try refusesAnOutboundMailEverywhere(place)
  }

  private func refusesAnOutboundMailEverywhere(_ place: Workplace) throws {
    let folder = try BoardFolder(at: place.path("board"))
    let forbidding = try folder.readLeads { $0.consent.doNotEmail ? $0.id : nil }.values
      .compactMap(\.self).sorted()
    #expect(forbidding.count == 734)
    let before = try #require(
      try folder.readLeads(forbidding) { $0 }.values.filter { $0.parked == nil }
        .min { $0.id < $1.id })
    let id = before.id

    for words in [
      ["touch", id.rawValue, "E-Mail", "hello"], ["next", id.rawValue, "email", "+2d"],
    ] {
      let refused = try place.baton(words + ["--board", "board"])
      #expect(refused.status == 1)
      #expect(refused.errors.contains("does not want to be contacted by email"))
    }

    // What is dropped into the inbox neither allows it again nor makes a mail of ours.
    let number = try #require(before.externalIDs["course-leads"])
    try place.write(
      """
      [{"id": "\(number)", "consent": "yes", "newsletter": "yes", "direction": "outbound",
        "channel": "email", "lastTouch.channel": "email", "nextStep.kind": "email"}]
      """, to: "board/inbox/again.json")
    try place.baton("inbox", "--board", "board")
    let leads = try folder.readLeads { $0 }.values.filter(\.consent.doNotEmail)
    #expect(leads.count == 734)
    #expect(
      leads.allSatisfy { lead in
        !lead.touches.contains { $0.direction == .outbound && $0.channel == .email }
          && lead.nextStep?.kind != .email
      })

    // Nor does a log of mails that were sent, nor a tool that tells of one.
    let row = """
      {"lead": "\(id)", "direction": "outbound", "channel": "email", "side": "marketing", \
      "at": "2026-11-20T09:00:00Z", "subject": "Spring offer"}
      """
    try place.write(row + "\n", to: "board/inbox/sent.jsonl")
    let dropped = try place.baton("inbox", "--json", "--board", "board").objects()
      .first { $0["file"] as? String == "sent.jsonl" }
    #expect(dropped?["refused"] as? Int == 1)
    #expect(
      try place.text("board/inbox/rejected/sent.rejects.csv").contains(
        "1,\(before.name) does not want to be contacted by email."))
    let told = try place.baton("intake", "--touch", "--board", "board", input: row)
    #expect(told.status == 1)
    #expect(told.errors.contains("does not want to be contacted by email"))
    #expect(try folder.readLead(id) == before)

    guard PseudoTerminal.isAvailable else { return }
    let seat = try TerminalSeat(place, as: "maria")
    seat.press("/")
    seat.type("id:=\(id)")
    seat.press("enter")
    // Whatever the number of all leads ends in while they are read.
    try seat.wait(for: "  1 open")
    seat.press("t", "4", "enter")
    try seat.wait(for: "does not want to be contacted by email")
    seat.press("escape")
    // Escape and what follows at once would be one key.
    try seat.wait("no refusal") { lines in !lines.contains { $0.contains("does not want") } }
    try seat.leave()
    #expect(try folder.readLead(id).touches == before.touches)
  }
}
