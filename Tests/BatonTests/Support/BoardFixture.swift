import Foundation

extension Workplace {
  /// A board with a small team, whose clock is Madrid's, in the folder `board`.
  static func withBoard() throws -> Workplace {
    let place = try Workplace()
    try place.write(boardFile, to: "board/board.json")
    return place
  }

  /// The same with Ana Ruiz of Helix Labs and Bo Lindqvist, both new.
  static func withAnaAndBo() throws -> Workplace {
    let place = try withBoard()
    try place.addLead("ana", "Ana Ruiz", "\"company\": {\"name\": \"Helix Labs\"}")
    try place.addLead("bo", "Bo Lindqvist")
    return place
  }

  /// Writes a lead's file; `facts` are members of its object beside the required ones.
  func addLead(_ id: String, _ name: String, stage: String = "new", _ facts: String...) throws {
    let members = [
      "\"createdAt\": \"2026-11-01T09:00:00Z\"", "\"id\": \"\(id)\"", "\"name\": \"\(name)\"",
      "\"revision\": 1", "\"schema\": 1", "\"stage\": \"\(stage)\"",
    ]
    let visit =
      "\"visits\": [{\"stage\": \"\(stage)\", \"entered\": \"2026-11-01T09:00:00Z\"}]"
    let hasVisits = facts.contains { $0.hasPrefix("\"visits\"") }
    let all = members + facts + (hasVisits ? [] : [visit])
    try write(
      "{\n" + all.joined(separator: ",\n") + "\n}\n", to: "board/leads/\(shard(id))/\(id).json")
  }

  /// The folder that holds a lead: the 32-bit FNV-1a hash of the id with its bytes folded.
  private func shard(_ id: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in id.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let folded = (hash ^ hash >> 8 ^ hash >> 16 ^ hash >> 24) & 0xFF
    let digits = String(folded, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }

  private static let boardFile = """
    {
      "schema": 1, "revision": 1, "name": "Acme", "currency": "EUR",
      "timeZone": "Europe/Madrid",
      "stages": [
        {"id": "new", "title": "New", "activity": "generate", "targetDays": 2},
        {"id": "nurture", "title": "Nurture", "activity": "generate", "kind": "inventory"},
        {"id": "qualify", "title": "Qualify", "activity": "qualify", "targetDays": 7},
        {"id": "decide", "title": "Decide", "activity": "close"}
      ],
      "team": [
        {"id": "maria", "name": "Maria Costa", "side": "sales"},
        {"id": "mark", "name": "Mark Orr", "side": "sales"},
        {"id": "tom", "name": "Tom Reed", "side": "marketing"}
      ],
      "reasons": [
        {"id": "price", "title": "price", "uses": ["lost"]},
        {"id": "bad-timing", "title": "bad timing", "uses": ["recycle", "wait"]},
        {"id": "bad-data", "title": "bad data", "uses": ["reject"]},
        {"id": "no-need", "title": "no need", "uses": ["disqualify"]}
      ],
      "roadblockKinds": ["no price shown"],
      "questions": [
        {"id": "budget", "text": "Is there a budget?", "qualifies": "budget"}
      ]
    }
    """
}
