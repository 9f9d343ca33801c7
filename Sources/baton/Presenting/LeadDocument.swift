import BatonModel
import BatonStore

/// A lead's file with what follows from it at a moment.
struct LeadDocument {
  private let lead: Lead
  private let decisions: [DecisionStanding]
  private let reckoning: Reckoning

  /// The document of a lead, and of what was decided about it, at the reckoning's moment.
  init(_ lead: Lead, _ decisions: [DecisionStanding], _ reckoning: Reckoning) {
    self.lead = lead
    self.decisions = decisions
    self.reckoning = reckoning
  }

  /// The file's object, and `derived` beside its keys.
  func value() throws(JSONError) -> JSONValue {
    var object = try JSONValue.decoded(from: LeadFile.encode(lead)).object ?? [:]
    object["derived"] = .object(derived)
    return .object(object)
  }

  private var derived: JSONObject {
    let summary = LeadSummary(lead)
    let row = LeadRow(summary, reckoning)
    var derived = row.json
    // What stands in the file under the same name stands there alone.
    for key in LeadField.allCases.map(\.rawValue) where LeadDocument.ownKeys.contains(key) {
      derived[key] = nil
    }
    derived["asOf"] = .time(reckoning.now)
    derived["open"] = .bool(row.standing.isOpen)
    derived["light"] = .string(row.standing.light.rawValue)
    derived["stallsAt"] = .time(reckoning.stallsAt(summary))
    derived["lastTwoWay"] = .time(summary.lastTwoWay)
    derived["heldUntil"] = .time(row.heldUntil)
    derived["decisions"] = .array(decisions.map { .object($0.json) })
    derived["context"] = .object([
      "source": .text(summary.origin.source), "medium": .text(summary.origin.medium),
      "campaign": .text(summary.origin.campaign?.rawValue),
      "headline": .text(summary.origin.headline), "promise": .text(summary.origin.promise),
    ])
    return derived
  }

  private static let ownKeys: Set<String> = [
    "id", "name", "company", "stage", "owner", "marketingOwner", "amount", "tags", "nextStep",
    "created", "source", "campaign",
  ]
}
