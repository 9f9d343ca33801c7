import Foundation
import Testing

/// The program where the system refuses: what it says, that nothing is lost, and that it goes on.
@Suite struct FaultTests {
  /// Whether a script of the system's own tools ends well here.
  private static func canRun(_ script: String) -> Bool {
    ((try? Workplace().shell(script))?.status ?? 1) == 0
  }

  private static let canBecomeOthers = canRun(
    "setpriv --reuid 65534 --clear-groups baton --version")
  private static let canLimitWatches = canRun(
    "unshare -Ur sh -c 'echo 1 > /proc/sys/user/max_inotify_watches'")

  @Test(.enabled(if: canBecomeOthers, "needs root, setpriv and a program that all may run"))
  func withoutPermissionItSaysSoAndGoesOnWithIt() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    let other = "setpriv --reuid 65534 --clear-groups"
    let run = try place.shell(
      """
      chmod 755 . board board/leads board/leads/*
      export BATON_BOARD=board BATON_USER=maria HOME=/tmp
      \(other) baton note ana hello; echo $?
      \(other) baton list > /dev/null; echo $?
      chmod -R a+rwX board
      \(other) baton note ana hello > /dev/null; echo $?
      """)
    #expect(run.lines == ["1", "0", "0"])
    #expect(run.errorLines.first?.hasSuffix(": permission denied.") == true)
    #expect(
      run.errorLines.dropFirst() == ["Ask its owner for access, or run as a user who has it."])
    let lead = try place.baton("show", "ana", "--json", "--board", "board").document()
    #expect((lead["notes"] as? [Any])?.count == 1)
  }

  @Test func aFileLimitIsSaidAndNothingIsLost() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    let run = try place.shell(
      """
      export BATON_BOARD=board BATON_USER=maria HOME=$PWD
      before=$(cat board/leads/*/ana.json)
      (ulimit -f 0; baton note ana hello) 2>&1 | sed 's/.*: //'
      test "$before" = "$(cat board/leads/*/ana.json)"; echo $?
      ls -A board/leads/*
      baton note ana hello > /dev/null; echo $?
      """)
    #expect(
      run.lines == [
        "a file may not become so large here.", "Raise the limit (ulimit -f); nothing was changed.",
        "0", "ana.json", "0",
      ])
  }

  @Test(.enabled(if: canLimitWatches, "needs a user namespace of one's own"))
  func withFewWatchesItSaysSoAndSeesChangesAllTheSame() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    let run = try place.shell(
      """
      export BATON_BOARD=board BATON_USER=maria HOME=$PWD
      mkfifo lines
      unshare -Ur sh -c 'echo 1 > /proc/sys/user/max_inotify_watches
        exec baton watch --json' > lines &
      exec 4< lines
      next() { read -r -t 20 line <&4 && echo "$line"; }
      next
      baton note ana hello > /dev/null; next
      kill -INT $!
      wait $!
      """)
    let lines = try run.objects()
    #expect(lines.compactMap { $0["event"] as? String } == ["watching", "changed"])
    #expect("\(lines.first ?? [:])".contains("poll"), "\(lines.first ?? [:])")
  }

  @Test func aSharedBoardStaysSharedUnderAnyUmask() throws {
    let place = try Workplace.withBoard()
    let run = try place.shell(
      """
      umask 077
      export BATON_USER=maria HOME=$PWD
      mkdir team; chmod 2770 team
      chgrp 12345 team 2> /dev/null
      group=$(stat -c %g team)
      cd team
      baton init . > /dev/null && baton add Ana --amount 1k > /dev/null || exit 1
      id=$(baton list --json | sed 's/.*"id": *"\\([^"]*\\)".*/\\1/')
      baton note $id hello > /dev/null || exit 1
      find . -type f ! -perm -660; find . -type d ! -perm -2770; find . ! -group $group
      echo done
      """)
    #expect(run.output == "done\n", "\(run.errors)")
  }

  @Test(arguments: ["../../x", "/etc/passwd", "..", ".hidden", "a/b", "-rf"])
  func noIDLeadsOutOfTheBoard(id: String) throws {
    let place = try Workplace.withBoard()
    let before = try FileManager.default.subpathsOfDirectory(atPath: place.folder.path)
    let long = String(repeating: "x", count: 300)
    for name in [id, long] {
      #expect(try place.baton(["note", "--board", "board", "--", name, "hello"]).status != 0)
    }
    let after = try FileManager.default.subpathsOfDirectory(atPath: place.folder.path)
    let made = Set(after).subtracting(before).filter { !$0.hasPrefix(".") }
    #expect(made == [])
  }
}
