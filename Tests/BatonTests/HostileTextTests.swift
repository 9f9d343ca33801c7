import Foundation
import Testing

/// Whatever stands in the files, no control or bidirectional character reaches a terminal.
@Suite struct HostileTextTests {
  private static let name =
    #"\u001b[2J\u009b31mRed\u202eevil\u2066\u0000\r\nline\tTab 漢字 é 👩‍👧‍👦"#

  private func dangers(in text: String) -> [String] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }.map { String($0.value, radix: 16) }
  }

  private func place() throws -> Workplace {
    let place = try Workplace.withBoard()
    let hostile = Self.name
    try place.addLead(
      "bad", hostile, #""company": {"name": "\#(hostile)"}"#, #""tags": ["\#(hostile)"]"#,
      #""acquisition": {"creating": {"source": "\#(hostile)", "ad": {"headline": "\#(hostile)"}}}"#,
      #""notes": [{"id": "n", "at": "2026-11-20T10:00:00Z", "by": "x", "text": "\#(hostile)"}]"#,
      #""imported": {"crm": {"\#(hostile)": "\#(hostile)"}}"#)
    return place
  }

  @Test(arguments: [["list"], ["show", "bad"], ["note", "bad", "x"], ["move", "bad", "lost"]])
  func staysHarmlessInText(command: [String]) throws {
    let place = try place()
    let words = command.map { "'\($0)'" }.joined(separator: " ")
    let run = try place.shell("baton \(words) --board board 2>&1")
    #expect(run.output.contains("Red"))
    #expect(dangers(in: run.output) == [])
  }

  @Test func keepsTheColumnsOfTheTable() throws {
    let place = try place()
    try place.addLead("fine", "Fine")
    let run = try place.baton("list", "--board", "board", "--as-of", "2026-11-21")
    #expect(run.lines.count == 3)
  }

  @Test func staysExactInJSONAndPrintable() throws {
    let run = try place().baton("list", "--json", "--board", "board")
    #expect(run.lines.count == 1)
    #expect(dangers(in: run.output) == [])
    let name = try #require(try run.object()["name"] as? String)
    #expect(name.unicodeScalars.starts(with: "\u{1B}[2J\u{9B}31mRed\u{202E}evil".unicodeScalars))
  }

  @Test func staysHarmlessInASpreadsheet() throws {
    let place = try place()
    try place.addLead("run", "=HYPERLINK(1)")
    let run = try place.baton("export", "--format", "csv", "--board", "board")
    #expect(run.output.contains("run,'=HYPERLINK(1),"))
    #expect(dangers(in: run.output.replacing("\r\n", with: "").replacing("\t", with: "")) == [])
  }

  @Test func repeatsWhatWasTypedHarmlessly() throws {
    let place = try place()
    let run = try place.shell(#"baton list $'is:\e[31m' --board board"#)
    #expect(run.status == 64)
    #expect(dangers(in: run.errors) == [])
  }
}
