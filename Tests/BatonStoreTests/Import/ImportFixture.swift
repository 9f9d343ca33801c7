import BatonModel

@testable import BatonStore

/// A small file and a board to import it into, without a folder.
struct ImportFixture {
  var board = Board.standard(name: "Test", currency: "EUR", timeZone: "UTC")
  var leads: [Lead] = []
  var now = Instant(seconds: 1_800_000_000)
  var fileName = "leads.csv"

  /// The mapping proposed for a file.
  func proposal(_ csv: String) throws -> ImportProposal {
    let table = try ImportTable.readCSV(Array(csv.utf8))
    return ImportProposal(
      table: table, preset: ImportPreset.detected(in: table), fileName: fileName,
      board: board)
  }

  /// The plan for a file, with its proposed mapping changed by hand.
  func plan(
    _ csv: String, _ change: (inout ImportMapping) -> Void = { _ in }
  ) throws -> ImportPlan {
    var mapping = try proposal(csv).mapping
    change(&mapping)
    return try ImportPlan(
      table: try ImportTable.readCSV(Array(csv.utf8)), mapping: mapping, board: board,
      leads: leads, now: now)
  }

  /// Imports a file into this fixture's leads and board; returns the plan.
  @discardableResult
  mutating func take(
    _ csv: String, _ change: (inout ImportMapping) -> Void = { _ in }
  ) throws -> ImportPlan {
    let plan = try plan(csv, change)
    if let change = plan.supplement { _ = change.apply(to: &board) }
    for update in plan.updates {
      guard let place = leads.firstIndex(where: { $0.id == update.before.id }) else { continue }
      _ = plan.apply(update.facts, to: &leads[place])
    }
    leads += plan.creations.map(\.lead)
    return plan
  }
}

extension Lead {
  /// The cells that the lead keeps of a source, without what Baton notes of the row.
  func cells(of source: String) -> JSONObject? {
    var cells = imported[source]
    cells?[LeadWriter.signatureKey] = nil
    return cells
  }
}
