import Foundation
import Testing

/// `baton merge-driver`, called by a real git.
@Suite(
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: "/usr/bin/git"), "git is not installed"))
struct MergeDriverTests {
  /// A board in git with the driver registered and one lead, `$lead` its file.
  private let setup = """
    set -e
    export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
    export BATON_BOARD=$PWD/repo/sub/board
    git init -q -b main repo && cd repo
    git config user.name t && git config user.email t@x.example
    git config merge.baton.driver "baton merge-driver %O %A %B %P"
    baton init sub/board --name Acme --currency EUR --time-zone UTC > /dev/null
    id=$(baton add "Ana Ruiz" --json | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')
    lead=$(echo sub/board/leads/*/$id.json)
    git add . && git commit -qm base
    """

  @Test func aBoardInGitMergesByItself() throws {
    let place = try Workplace()
    let run = try place.shell(
      setup + """

        git checkout -qb theirs
        baton note $id "from theirs" --actor tom > /dev/null
        baton amount $id 12k --actor tom > /dev/null
        git commit -qam theirs
        git checkout -q main
        baton note $id "from ours" --actor maria > /dev/null
        baton assign $id nobody --actor maria > /dev/null 2>&1 || true
        baton move $id qualify --actor maria > /dev/null
        git commit -qam ours
        git merge -q theirs -m merged 1>&2
        baton check
        baton log --json | sed 's/.*"by":"\\([^"]*\\)","command":"\\([^"]*\\)".*/\\1 \\2/'
        baton show $id --json
        """, environment: ["BATON_USER": "maria", "HOME": place.folder.path])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.lines.prefix(6) == [
        "No faults.", "maria add", "tom note", "tom amount", "maria note", "maria move",
      ])
    #expect(run.output.contains("from theirs"))
    #expect(run.output.contains("from ours"))
    #expect(run.output.contains("1200000"))
  }

  @Test func aContradictionStaysAConflict() throws {
    let place = try Workplace()
    let run = try place.shell(
      setup + """

        git checkout -qb theirs
        baton move $id qualify --actor tom > /dev/null
        git commit -qam theirs
        git checkout -q main
        baton move $id propose --actor maria > /dev/null
        git commit -qam ours
        set +e
        git merge theirs > /dev/null 2> ../merge-errors; echo "merge $?"
        git status --short
        grep -c '^<<<<<<<' $lead
        baton check
        baton show $id
        """, environment: ["BATON_USER": "maria", "HOME": place.folder.path])
    #expect(run.lines.prefix(2).first == "merge 1", "\(run.output) \(run.errors)")
    #expect(run.output.contains("UU sub/board/leads/"))
    #expect(run.output.contains("git left both sides of a merge in this file"))
    #expect(run.output.contains("git mergetool"))
    #expect(try place.text("merge-errors").contains("both sides changed stage"))
    #expect(run.errors.contains("git left both sides"))
  }
}
