import ArgumentParser
import BatonModel
import BatonStore
import TerminalCanvas

/// `baton forget`: removes what the board knows of a person.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Remove everything that the board knows of a lead.",
    usage: "baton forget <id> [--dry-run] [--yes] [--json] [<options>]",
    discussion: """
      It removes the lead with its history, the notes under ids that were merged into
      it, its rows in the files of the inbox, its names, addresses and numbers in
      minutes of meetings, copies of it in wrong places and what `check --repair` has
      kept of it. Only a count remains, under `forgotten` in board.json. Everything
      goes or nothing does. A file that cannot be read stays; where it speaks of the
      lead, it is named. So is every place where the notes of others, minutes and
      files of the inbox name the person still: that is for you to look at. A name of
      two letters of a script without spaces is struck out only where it stands alone,
      since it may be a part of another's; the other places are named. It cannot be
      taken back, so it asks first; --yes says that you are sure.

      A board in git keeps its past: rewrite that with `git filter-repo`. Backups and
      the tools that leads came from have copies of their own.

      With --json it prints what went, or with --dry-run would go: id, notes,
      meetings, inboxFiles, inboxRows, others, copies, unread, mentions.

      Examples:
        baton forget 3f8k2m --dry-run
        baton forget 3f8k2m
        baton retention --json | jq -r .id | xargs -n 1 baton forget --yes
      """)

  @OptionGroup var lead: LeadArgument

  @Flag(help: "Show what would go and remove nothing.")
  var dryRun = false

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = try Session(common)
    let found = try session.folder.findPerson(try session.leadID(named: lead.id))
    if !output.json { try ForgetCommand.show(found) }
    if !dryRun {
      if !yes { try ForgetCommand.ask(found.lead) }
      let day = "\(session.board.calendar.day(of: session.now))"
      try session.folder.forget(found, month: String(day.prefix(7)))
    }
    for fault in found.unread {
      StandardError.say(
        "\(fault.file) cannot be read, and speaks of it or may: \(fault.message)",
        "Look what it says of them and take it out by hand; `baton check` says where it is broken.")
    }
    let output = Output()
    if self.output.json {
      try output.raw(JSONValue.object(found.json).encoded(.compact))
    } else {
      try output.line(dryRun ? "Nothing was removed." : "Forgotten.")
    }
    try output.flush()
  }

  /// So many places are listed for people.
  private static let mostMentions = 40

  /// Says what goes, before anything does.
  private static func show(_ found: PersonFindings) throws {
    let output = Output()
    let lead = found.lead
    var lines = [
      "\(lead.id)  \(lead.name): \(lead.touches.count) touches, \(lead.notes.count) notes, "
        + "\(lead.history.count) changes"
    ]
    if !found.notes.isEmpty {
      lines.append("  merged into it: \(found.notes.map(\.rawValue).joined(separator: ", "))")
    }
    if !found.meetings.isEmpty {
      lines.append("  spoken of in meetings: \(found.meetings.joined(separator: ", "))")
    }
    if !found.inboxFiles.isEmpty {
      lines.append("  \(found.inboxRows) rows in the inbox:")
      lines += found.inboxFiles.map { "    \($0)" }
    }
    if !found.copies.isEmpty {
      lines.append("  copies of it:")
      lines += found.copies.map { "    \($0)" }
    }
    if !found.mentions.isEmpty {
      lines.append("  These places name them still, and stay; look at each:")
      lines += found.mentions.prefix(mostMentions).map { mention in
        "    \(mention.file)  \(mention.key)" + (mention.isUncertain ? "  (perhaps another)" : "")
      }
      let more = found.mentions.count - mostMentions
      if more > 0 { lines.append("    and \(more) more: --dry-run --json lists them all") }
    }
    if !found.others.isEmpty {
      let list = found.others.map(\.rawValue).joined(separator: ", ")
      lines.append("  These leads have the same address or number, and stay: \(list)")
    }
    for line in lines { try output.line(Sanitizer.safeText(line)) }
    try output.flush()
  }

  /// Asks at the terminal, where there is somebody to answer.
  private static func ask(_ lead: Lead) throws {
    try Confirmation(
      question: "This cannot be taken back. Forget it? Type yes: ",
      unasked: "Nobody is there to be asked whether \(lead.name) is to be forgotten.",
      refusal: Failure("Nothing was removed.", "Type yes to forget \(lead.name).")
    ) { $0 == "yes" }.ask()
  }
}

extension PersonFindings {
  /// What was found, for scripts.
  fileprivate var json: JSONObject {
    [
      "copies": .array(copies.map(JSONValue.string)),
      "id": .string(lead.id.rawValue),
      "inboxFiles": .array(inboxFiles.map(JSONValue.string)), "inboxRows": .whole(inboxRows),
      "meetings": .array(meetings.map(JSONValue.string)),
      "mentions": .array(
        mentions.map { mention in
          .object([
            "file": .string(mention.file), "key": .string(mention.key),
            "uncertain": .bool(mention.isUncertain),
          ])
        }),
      "notes": .array(notes.map { .string($0.rawValue) }),
      "others": .array(others.map { .string($0.rawValue) }),
      "unread": .array(unread.map { .string($0.file) }),
    ]
  }
}
