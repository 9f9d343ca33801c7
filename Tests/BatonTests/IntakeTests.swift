import Foundation
import Testing

/// `baton intake`: what a form handler sees of it.
@Suite struct IntakeTests {
  @Test func answersWithTheLeadsID() throws {
    let place = try Workplace.withBoard()
    let sent = #"{"email": "ana@x.example", "name": "Ana", "landing_page": "/?gclid=1"}"#
    let first = try place.baton("intake", "--json", "--board", "board", input: sent)
    #expect(first.status == 0, "\(first.errors)")
    let answer = try first.object()
    let id = try #require(answer["id"] as? String)
    #expect(answer["new"] as? Bool == true)
    #expect(answer["changed"] as? Bool == true)
    let again = try place.baton("intake", "--board", "board", input: sent)
    #expect(again.output == "\(id)\n")
    let lead = try place.baton("show", id, "--json", "--board", "board").document()
    let context = (lead["derived"] as? [String: Any])?["context"] as? [String: Any]
    #expect(context?["source"] as? String == "google")
    #expect((lead["touches"] as? [Any])?.count == 1)
  }

  @Test func readsAPipeToItsEnd() throws {
    let place = try Workplace.withBoard()
    let run = try place.shell(
      """
      message=$(head -c 300000 /dev/zero | tr '\\0' x)
      { printf '{"email": "ana@x.example",'; printf '"message": "%s"}' "$message"; } |
        baton intake --board board > id
      head -c 2000000 /dev/zero | tr '\\0' x | baton intake --board board
      """)
    #expect(run.errors.contains("larger than 1024 KiB"))
    let id = try place.text("id").trimmingCharacters(in: .newlines)
    #expect(try place.baton("show", id, "--json", "--board", "board").output.count > 300_000)
  }

  @Test func refusesWithAReason() throws {
    let place = try Workplace.withBoard()
    let empty = try place.baton("intake", "--board", "board")
    #expect(empty.status == 1)
    #expect(
      empty.errors == """
        baton: The submission is empty.
        Give one JSON object, or one line such as name=Ana&email=ana%40helix.example.

        """)
    let consent = try place.baton(
      "intake", "--board", "board", input: "email=a%40x.example&do_not_email=perhaps")
    #expect(consent.status == 1)
    #expect(consent.errorLines.count == 2)
    #expect(try place.baton("list", "--board", "board").output == "")
    #expect(try place.baton("intake", "--source", "a/b", "--board", "board").status == 64)
  }

  @Test func tellsScriptsOfAHold() throws {
    let place = try Workplace.withBoard()
    try place.addLead("ana", "Ana Ruiz")
    let hold = try place.baton(
      "hold", "ana", "--reason", "last round", "--until", "+9d", "--actor", "maria", "--board",
      "board", "--as-of", "2026-11-19")
    #expect(hold.status == 0, "\(hold.errors)")
    let sent = "lead=ana&direction=outbound&channel=call&side=sales&at=2026-11-20T09:00:00Z"
    let run = try place.baton(
      "intake", "--touch", "--json", "--board", "board", "--as-of", "2026-11-21", input: sent)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try run.object()["warnings"] as? [String] == [
        "maria asks that nobody contacts Ana Ruiz: last round. "
          + "It holds until 2026-11-28; talk to maria first."
      ])
    #expect(run.errorLines.count == 2)
  }
}
