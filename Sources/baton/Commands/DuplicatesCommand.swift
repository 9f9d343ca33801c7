import ArgumentParser
import BatonModel
import BatonStore
import TerminalCanvas

/// `baton duplicates`: leads that may be one.
struct DuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "List the leads that may be the same buyer.",
    usage: "baton duplicates [--json] [<options>]",
    discussion: """
      Leads are put together that share an e-mail address, the digits of a telephone
      number, or a person's name at one domain. That is a reason to look, not a
      verdict: colleagues share a switchboard. Merge what is one with `baton merge`.

      With --json each group is an object with leads (id, name, company, stage,
      created; the oldest first) and reasons (kind, value).

      Examples:
        baton duplicates
        baton duplicates --json | jq -r '.leads | map(.id) | join(" ")'
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = try Session(common)
    let meter = ProgressMeter("Reading leads", isShown: session.around.showsProgress)
    let found = try session.folder.findDuplicates { done, total in meter.show(done, of: total) }
    meter.clear()
    session.tellWhatIsLeftOut(found.faults)
    let output = Output()
    for group in found.groups {
      if self.output.json {
        try output.raw(JSONValue.object(group.json).encoded(.compact))
      } else {
        for line in group.lines(on: session.board) { try output.line(Sanitizer.safeText(line)) }
      }
    }
    if found.groups.isEmpty, !self.output.json { try output.line("No two leads are alike.") }
    try output.flush()
  }
}

extension DuplicateGroup {
  /// The group for people, with the command that merges the first two.
  fileprivate func lines(on board: Board) -> [String] {
    let heading = "\(leads.count) leads: \(reasonWords.joined(separator: "; "))"
    let members = leads.map { lead in
      let stage = board.stage(lead.stage)?.title ?? lead.stage.rawValue
      let who = [lead.name, lead.company, stage].compactMap { $0 }.joined(separator: " · ")
      return "  \(lead.id)  \(who), since \(board.calendar.day(of: lead.createdAt))"
    }
    return [heading] + members + ["  baton merge \(leads[0].id) \(leads[1].id)"]
  }

  /// The group for scripts.
  fileprivate var json: JSONObject {
    let members = leads.map { lead -> JSONValue in
      [
        "company": .text(lead.company), "created": .time(lead.createdAt),
        "id": .string(lead.id.rawValue), "name": .string(lead.name),
        "stage": .string(lead.stage.rawValue),
      ]
    }
    let causes = reasons.map { reason -> JSONValue in
      ["kind": .string(reason.kind.rawValue), "value": .string(reason.value)]
    }
    return [
      "leads": .array(members), "reasons": .array(causes),
      "words": .array(reasonWords.map { .string($0) }),
    ]
  }
}
