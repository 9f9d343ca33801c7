import ArgumentParser
import BatonModel
import BatonStore
import Dispatch
import Foundation
import TerminalCanvas

/// `baton inbox`: takes in the files that were dropped into the board's inbox.
struct InboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox",
    abstract: "Take in the files that were dropped into the board's inbox.",
    usage: "baton inbox [--watch] [--date-order <order>] [--json] [<options>]",
    discussion: """
      CSV, JSON and JSON Lines files in `inbox/` are taken in as `baton import` does,
      each exactly once: whole files only, the same file twice only once, and by one
      Baton of several that see it. An open dashboard does so by itself.

      A file with the columns direction and channel is a log of touches on leads that
      are there, found by `lead`, an id, or by `email`; `baton intake --help` tells
      its columns. What a buyer's consent forbids is refused, and a hold warns.

      What was taken in moves to `inbox/taken`. Rows that are refused stand in
      `inbox/rejected` with line and reason, and so do files of which nothing could
      be taken in; mend them there and drop them again. A name that ends in .part or
      begins with a dot is left alone: write under such a name, then rename. Dates
      that mean two things are refused until --date-order tells.

      With --json each file is an object with file, fate (taken, seenBefore,
      rejected, waiting, left), created, updated, unchanged, refused, rejectFile
      and warnings.

      Examples:
        cp leads.csv board/inbox/ && baton inbox --board board
        baton inbox --watch
        mv inbox/rejected/fair.csv inbox/ && baton inbox --date-order dmy
        baton inbox --json | jq 'select(.refused > 0) | .rejectFile'
      """)

  @Flag(help: "Stay, and take in what is dropped as it comes; Ctrl-C ends it.")
  var watch = false

  @OptionGroup var dates: DateOrderOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = try Session(common)
    let printer = InboxPrinter(isJSON: output.json)
    guard watch else {
      return try printer.show(try takeWhole(session))
    }
    try UntilInterrupted.run {
      let follower = InboxFollower(session, dateOrder: dates.order)
      try await follower.run { result in
        switch result {
        case .success(let outcomes): try printer.show(outcomes.filter(\.isDone))
        case .failure(let error):
          let failure = Failure(error)
          StandardError.say(failure.what, failure.remedy)
        }
      }
    }
  }

  /// Takes in what is there, and gives what was dropped this moment the time to be whole.
  private func takeWhole(_ session: Session) throws -> [InboxOutcome] {
    let first = try session.folder.takeInbox(
      now: session.now, clock: session.around.clock, dateOrder: dates.order)
    guard first.contains(where: \.isWaiting) else { return first }
    Thread.sleep(forTimeInterval: InboxFollower.pause)
    let again = try session.folder.takeInbox(
      now: session.now, clock: Instant(Date()), dateOrder: dates.order)
    let names = Set(again.map(\.file))
    return first.filter { !$0.isWaiting && !names.contains($0.file) } + again
  }
}

/// Prints what became of files.
struct InboxPrinter: Sendable {
  let isJSON: Bool

  /// Prints a line for each file.
  func show(_ outcomes: [InboxOutcome]) throws {
    let output = Output()
    for outcome in outcomes {
      if isJSON {
        try output.raw(JSONValue.object(outcome.json).encoded(.compact))
      } else {
        try output.line(Sanitizer.safeText(outcome.sentence))
        if case .rejected(_, let remedy) = outcome.fate {
          try output.line(Sanitizer.safeText("  \(remedy)"))
        }
        for warning in outcome.warnings {
          try output.line(Sanitizer.safeText("  \(warning.sentences)"))
        }
        if let file = outcome.rejectFile { try output.line(Sanitizer.safeText("  See \(file).")) }
      }
    }
    try output.flush()
  }
}

extension [ImportNotice] {
  /// The notices for scripts, each its sentences.
  var json: JSONValue { .array(map { .string($0.sentences) }) }
}

extension InboxOutcome {
  /// The outcome for scripts.
  fileprivate var json: JSONObject {
    var json: JSONObject = [
      "created": .whole(created), "file": .string(file), "refused": .whole(refused),
      "rejectFile": .text(rejectFile), "unchanged": .whole(unchanged), "updated": .whole(updated),
      "warnings": warnings.json,
    ]
    switch fate {
    case .taken: json["fate"] = "taken"
    case .seenBefore: json["fate"] = "seenBefore"
    case .waiting: json["fate"] = "waiting"
    case .rejected(let reason, let remedy):
      json["fate"] = "rejected"
      json["reason"] = .string(reason)
      json["remedy"] = .string(remedy)
    case .left(let reason):
      json["fate"] = "left"
      json["reason"] = .string(reason)
    }
    return json
  }
}
