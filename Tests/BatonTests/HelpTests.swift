import ArgumentParser
import BatonModel
import Foundation
import Testing

@testable import baton

/// Help teaches: every command explains itself with examples, in 80 columns.
@Suite struct HelpTests {
  @Test func everyCommandHasExamplesThatParse() throws {
    for command in Baton.configuration.subcommands where command != QueryCommand.self {
      let name = try #require(command.configuration.commandName)
      let discussion = command.configuration.discussion
      #expect(discussion.contains("Examples:\n"), "\(name)")
      #expect(discussion.contains("  baton \(name)"), "\(name)")
    }
  }

  @Test func fitsIntoEightyColumns() throws {
    for command in Baton.configuration.subcommands {
      let text = command.configuration.discussion + "\n" + (command.configuration.usage ?? "")
      for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
  }

  @Test func helpForShowReadsSo() throws {
    let run = try Workplace().baton("help", "show")
    #expect(
      run.output == """
        OVERVIEW: Show everything that is known of a lead.

        With --as-of it is the lead as it stood then, as far as that is known.

        With --json it is the lead's file, with what follows from it at the moment
        under `derived`: how it stands, days in its stage, the limit, flags, where it
        came from, and what meetings decided about it.

        Examples:
          baton show 3f8k2m
          baton show 3f8k2m --json | jq .derived.stalled
          baton show 3f8k2m --as-of -7d

        USAGE: baton show <id> [--json] [<options>]

        ARGUMENTS:
          <id>                    The lead's id, or a beginning that no other id has.

        OPTIONS:
          --json                  Print JSON, for scripts.
          --board <dir>           The board's folder; else $BATON_BOARD, else the
                                  nearest upwards.
          --as-of <time>          The clock for all that is derived: 2026-12-01, -7d,
                                  or an RFC 3339 time.
          --version               Show the version.
          -h, --help              Show help information.


        """)
  }

  @Test func helpForQueryHoldsTheWholeGuide() throws {
    let run = try Workplace().baton("help", "query")
    for row in QueryGuide.sections.flatMap(\.rows) + QueryGuide.examples {
      #expect(run.output.contains("  \(row.form)"), "\(row.form)")
      #expect(run.output.contains("  \(row.meaning)\n"), "\(row.meaning)")
    }
    #expect(try Workplace().baton("query").output == QueryCommand.explanation + "\n")
    let json = try Workplace().baton("query", "--json").document()
    #expect((json["states"] as? [String: String])?["is:unowned"] == "no owner in sales")
  }

  @Test func theFirstHelpSaysHowToBegin() throws {
    let run = try Workplace().baton("--help")
    for line in ["baton demo ", "baton init acme-board", "baton import leads.csv"] {
      #expect(run.output.contains(line))
    }
    #expect(run.status == 0)
    #expect(run.errors == "")
  }
}
