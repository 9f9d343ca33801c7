import BatonModel
import Testing

@testable import BatonStore

@Suite("Date reader")
struct DateReaderTests {
  private let utc = BoardCalendar(timeZoneName: "UTC")

  @Test(
    "Dates that need no order",
    arguments: [
      ("2024-03-05", "2024-03-05T00:00:00Z"),
      ("2024/3/5", "2024-03-05T00:00:00Z"),
      ("20240305", "2024-03-05T00:00:00Z"),
      (" 2024-03-05 14:22 ", "2024-03-05T14:22:00Z"),
      ("2024-03-05T14:22:33.25Z", "2024-03-05T14:22:33.25Z"),
      ("2026-09-10T14:32:11+0000", "2026-09-10T14:32:11Z"),
      ("2026-09-10T14:32:11+02:00", "2026-09-10T12:32:11Z"),
      ("2026-09-10 01:00 -05", "2026-09-10T06:00:00Z"),
      ("2024-03-05 2:05 PM", "2024-03-05T14:05:00Z"),
      ("2024-03-05 12:05 am", "2024-03-05T00:05:00Z"),
      ("5 Mar 2024", "2024-03-05T00:00:00Z"),
      ("05-Mar-2024", "2024-03-05T00:00:00Z"),
      ("Tue, March 5th, 2024 9:00", "2024-03-05T09:00:00Z"),
      ("31/01/2024", "2024-01-31T00:00:00Z"),
      ("1/31/2024", "2024-01-31T00:00:00Z"),
      ("03.03.2024", "2024-03-03T00:00:00Z"),
    ])
  func certain(cell: String, expected: String) throws {
    #expect(try DateReader(calendar: utc).read(cell).rfc3339 == expected)
    #expect(!DateReader.isUnclear(cell))
  }

  @Test("Day and month in doubt are refused, and read once the order is said")
  func unclear() throws {
    for cell in ["3/4/2024", "03.04.2024", "03-04-2024 10:00", "24/03/05"] {
      #expect(DateReader.isUnclear(cell))
      #expect(throws: DateReader.Fault.unclearOrder) { try DateReader(calendar: utc).read(cell) }
    }
    let dmy = DateReader(order: .dayFirst, calendar: utc)
    let mdy = DateReader(order: .monthFirst, calendar: utc)
    #expect(try dmy.read("3/4/2024").rfc3339 == "2024-04-03T00:00:00Z")
    #expect(try mdy.read("3/4/2024").rfc3339 == "2024-03-04T00:00:00Z")
    #expect(try dmy.read("5.3.24").rfc3339 == "2024-03-05T00:00:00Z")
    #expect(throws: DateReader.Fault.notADate) { try mdy.read("31/01/2024") }
  }

  @Test("One date of the column settles the order, two may contradict each other")
  func evidence() {
    #expect(DateReader.evidence(in: ["3/4/2024", "", "13/4/2024"]) == .settled(.dayFirst))
    #expect(DateReader.evidence(in: ["3/4/2024", "4/13/2024"]) == .settled(.monthFirst))
    #expect(DateReader.evidence(in: ["3/4/2024", "2024-04-13", "5/5/2024"]) == .open)
    #expect(DateReader.evidence(in: ["13/4/2024", "4/13/2024"]) == .contradictory)
    #expect(DateReader.evidence(in: ["24/03/05"]) == .open)
  }

  @Test(
    "What is no date is refused",
    arguments: [
      "", "soon", "2024-02-30", "45356", "2024", "1/2", "13/13/2024", "2024-03-05 25:00",
      "2024-03-05 10:61", "2024-03-05 10:00 CET", "32 Mar 2024", "5 Foo 2024", ":",
    ])
  func notADate(cell: String) {
    #expect(throws: DateReader.Fault.notADate) { try DateReader(calendar: utc).read(cell) }
  }

  @Test("Without a zone the board's clock is meant")
  func timeZone() throws {
    let reader = DateReader(calendar: BoardCalendar(timeZoneName: "Europe/Berlin"))
    #expect(try reader.read("2024-07-01").rfc3339 == "2024-06-30T22:00:00Z")
    #expect(try reader.read("2024-01-01 09:30:15").rfc3339 == "2024-01-01T08:30:15Z")
    #expect(try reader.read("2024-01-01T09:30:15Z").rfc3339 == "2024-01-01T09:30:15Z")
  }
}

@Suite("Cell text")
struct CellTextTests {
  @Test("White space, no-break spaces and stray marks at the ends do not count")
  func trimming() {
    #expect(CellText.trimmed("\u{FEFF} a b\u{A0}\r\n") == "a b")
    #expect(CellText.trimmed("é") == "é")
    #expect(CellText.trimmed(" \t ").isEmpty)
    #expect(CellText.isBlank(" \u{A0}"))
    #expect(!CellText.isBlank(" x"))
    #expect(CellText.folded("  Lead   SOURCE ") == "lead source")
  }

  @Test("Prefixes of ad platforms are taken off once")
  func prefixes() {
    #expect(CellText.stripping(["p:"], from: "p:+49151") == "+49151")
    #expect(CellText.stripping(["ag:", "a:"], from: "ag:a:1") == "a:1")
    #expect(CellText.stripping([], from: "l:1") == "l:1")
  }

  @Test("Yes and no in the words of exports")
  func booleans() {
    for word in ["Yes", "TRUE", "1", "ja", " Oui ", "✓", "x"] {
      #expect(BooleanReader.read(word) == true)
    }
    for word in ["No", "false", "0", "Nein", "não"] { #expect(BooleanReader.read(word) == false) }
    for word in ["", "maybe", "2"] { #expect(BooleanReader.read(word) == nil) }
  }
}
