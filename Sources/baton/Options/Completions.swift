import ArgumentParser
import BatonModel
import BatonStore
import Foundation

/// What the shell offers when somebody presses the tab key: names of the board at hand.
///
/// Only `board.json` is read, or the names of the leads' files; without a board nothing is offered.
enum Completions {
  @Sendable static func members(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    board(words)?.team.filter { !$0.hasLeft }.map(\.id.rawValue) ?? []
  }

  @Sendable static func queues(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    owners(words, index, prefix) + ["everybody"]
  }

  @Sendable static func owners(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    members(words, index, prefix) + ["nobody"]
  }

  @Sendable static func stages(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    board(words)?.stages.map(\.id.rawValue) ?? []
  }

  @Sendable static func destinations(
    _ words: [String], _ index: Int, _ prefix: String
  ) -> [String] {
    let ways = Parking.Kind.allCases.map(\.rawValue)
    return stages(words, index, prefix).filter { !ways.contains($0) } + ways
  }

  @Sendable static func reasons(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    board(words)?.reasons.map(\.id.rawValue) ?? []
  }

  @Sendable static func questions(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    board(words)?.questions.map(\.id.rawValue) ?? []
  }

  @Sendable static func roadblocks(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    board(words)?.roadblockKinds ?? []
  }

  @Sendable static func campaigns(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let read = try? session(words)?.folder.readCampaigns()
    return read?.records.map(\.id.rawValue) ?? []
  }

  @Sendable static func leads(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    guard let session = session(words) else { return [] }
    return session.leadIDs().map(\.rawValue).filter { $0.hasPrefix(prefix) }
  }

  @Sendable static func queryTerms(
    _ words: [String], _ index: Int, _ prefix: String
  ) -> [String] {
    let board = board(words)
    guard let key = fieldBeforeColon(words, index) else {
      return QueryGuide.completions(for: prefix, on: board)
    }
    let value = words.indices.contains(index) && words[index] == ":" ? "" : prefix
    return QueryGuide.completions(for: "\(key):\(value)", on: board).map {
      String($0.dropFirst(key.count + 1))
    }
  }

  /// The field whose value is being typed, where the shell takes `owner:ma` for three words, as
  /// bash does; it then replaces the last of them alone.
  private static func fieldBeforeColon(_ words: [String], _ index: Int) -> String? {
    guard CompletionShell.requesting == .bash else { return nil }
    for colon in [index, index - 1] where colon >= 1 && colon < words.count {
      if words[colon] == ":" { return words[colon - 1] }
    }
    return nil
  }

  private static func board(_ words: [String]) -> Board? { session(words)?.board }

  /// The board that the words typed so far name.
  private static func session(_ words: [String]) -> Session? {
    let flag = words.firstIndex(of: "--board").map { $0 + 1 }
    let board = flag.flatMap { $0 < words.count ? ["--board", words[$0]] : nil } ?? []
    guard let common = try? CommonOptions.parse(board) else { return nil }
    return try? Session(common)
  }
}

extension QueryGuide {
  /// The terms that may be meant by the beginning of one.
  static func completions(for beginning: String, on board: Board?) -> [String] {
    let sign = beginning.hasPrefix("-") ? "-" : ""
    let values: [String: [String]] = [
      "owner": board?.team.map(\.id.rawValue) ?? [],
      "marketing": board?.team.map(\.id.rawValue) ?? [],
      "stage": board?.stages.map(\.id.rawValue) ?? [],
      "reached": board?.stages.map(\.id.rawValue) ?? [],
      "furthest": board?.stages.map(\.id.rawValue) ?? [],
      "activity": Activity.allCases.map(\.rawValue),
      "giver": Activity.allCases.map(\.rawValue),
      "taker": Activity.allCases.map(\.rawValue),
      "gave": Activity.allCases.map(\.rawValue),
      "took": Activity.allCases.map(\.rawValue),
      "answer": HandoffTrace.Answer.allCases.map(\.rawValue),
      "answerer": [Side.marketing.rawValue, Side.sales.rawValue],
      "obstacle": board?.roadblockKinds ?? [],
      "blockedby": Roadblock.Origin.allCases.map(\.rawValue),
      "step": board?.journey.map(\.id.rawValue) ?? [],
      "fixer": board?.team.map(\.id.rawValue) ?? [],
      "fixdue": ["overdue", "ahead"],
      "answered": board?.questions.map(\.id.rawValue) ?? [],
      "reason": board?.reasons.map(\.id.rawValue) ?? [],
      "is": QueryState.allCases.map(\.rawValue),
    ]
    let term = beginning.dropFirst(sign.count)
    let candidates: [String]
    if let colon = term.firstIndex(of: ":") {
      let key = String(term[..<colon])
      candidates = (values[key] ?? []).map { "\(key):\($0)" }
    } else {
      candidates =
        QueryField.allCases.map { "\($0.rawValue):" } + ["is:"]
        + QueryEvent.allCases.map { "\($0.rawValue):" } + QueryMeasure.allCases.map(\.rawValue)
    }
    return candidates.filter { $0.hasPrefix(term) }.map { sign + $0 }
  }
}
