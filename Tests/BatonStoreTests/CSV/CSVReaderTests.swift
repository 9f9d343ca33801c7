import Testing

@testable import BatonStore

@Suite("CSV reader")
struct CSVReaderTests {
  /// What a text reads as: records, and the faults between them.
  private func read(
    _ text: String, _ delimiter: CSVDelimiter = .comma, limit: Int = 1_000
  ) -> (records: [CSVRecord], faults: [CSVFault]) {
    var reader = CSVReader(
      utf8: Array(text.utf8), delimiter: delimiter, maximumFieldLength: limit)
    var records: [CSVRecord] = []
    var faults: [CSVFault] = []
    while true {
      do {
        guard let record = try reader.next() else { return (records, faults) }
        records.append(record)
      } catch {
        faults.append(error)
      }
    }
  }

  @Test("Fields are exactly what is written, blanks and all")
  func plainFields() {
    #expect(
      read("a, b ,c\n1,,3\n").records == [
        CSVRecord(line: 1, fields: ["a", " b ", "c"]), CSVRecord(line: 2, fields: ["1", "", "3"]),
      ])
  }

  @Test("LF, CRLF and CR end a record, also mixed, and the last needs none")
  func lineEndings() {
    let expected = [
      CSVRecord(line: 1, fields: ["a"]), CSVRecord(line: 2, fields: ["b"]),
      CSVRecord(line: 3, fields: ["c"]),
    ]
    #expect(read("a\nb\nc").records == expected)
    #expect(read("a\r\nb\r\nc\r\n").records == expected)
    #expect(read("a\rb\rc\r").records == expected)
    #expect(read("a\r\nb\nc\r").records == expected)
  }

  @Test("A record's line is the physical one, quoted line breaks and blank lines counted")
  func lineNumbers() {
    let text = "h,i\n\"one\ntwo\r\nthree\",x\n\n\n\"q\",y\n"
    #expect(
      read(text).records == [
        CSVRecord(line: 1, fields: ["h", "i"]),
        CSVRecord(line: 2, fields: ["one\ntwo\r\nthree", "x"]),
        CSVRecord(line: 7, fields: ["q", "y"]),
      ])
  }

  @Test("Quotes hold delimiters and doubled quotes; inside a plain field a quote is text")
  func quotes() {
    #expect(
      read("\"a,b\",\"say \"\"hi\"\"\",\"\",\"\"\"\"\n5\" pipe,x").records == [
        CSVRecord(line: 1, fields: ["a,b", "say \"hi\"", "", "\""]),
        CSVRecord(line: 2, fields: ["5\" pipe", "x"]),
      ])
  }

  @Test("An unclosed quote is told with the line where it began, and ends the reading")
  func unterminatedQuote() {
    let outcome = read("a,b\n1,2\n3,\"open\n5,6\n")
    #expect(outcome.records.map(\.line) == [1, 2])
    #expect(outcome.faults == [.unterminatedQuote(line: 3)])
  }

  @Test("Text after a closing quote costs its record only")
  func textAfterQuote() {
    let outcome = read("a,b\n\"he said \"hi\"\",2\n3,4\n")
    #expect(outcome.faults == [.textAfterQuote(line: 2, column: 11)])
    #expect(
      outcome.records == [
        CSVRecord(line: 1, fields: ["a", "b"]), CSVRecord(line: 3, fields: ["3", "4"]),
      ])
  }

  @Test("A field above the limit is told with the line of the field")
  func longField() {
    let outcome = read("a\n\"bb\nccc\"\nd\n", limit: 5)
    #expect(outcome.faults == [.fieldTooLong(line: 2, limit: 5)])
    #expect(read("aaaaa\n", limit: 5).faults.isEmpty)
  }

  @Test("Nothing, and nothing but line breaks, hold no record")
  func emptyText() {
    #expect(read("").records.isEmpty)
    #expect(read("\r\n\n\r").records.isEmpty)
  }

  @Test(
    "The delimiter is found by how evenly it divides the records",
    arguments: [
      ("a,b,c\n1,2,3\n", CSVDelimiter.comma),
      ("a;b;c\n1,5;2,5;3,5\n", .semicolon),
      ("a\tb\n1,2\t3\n", .tab),
      ("name|note\nAna|one, two; three\nBo|x\n", .pipe),
      ("\"a;b\",c\n\"d;e\",f\n", .comma),
      ("\"a,b\";c\n\"d,\n,e\";f\n", .semicolon),
      ("only\none\n", .comma),
      ("", .comma),
    ])
  func detection(text: String, expected: CSVDelimiter) {
    #expect(CSVDelimiter.detected(in: Array(text.utf8)) == expected)
  }
}

@Suite("CSV writer")
struct CSVWriterTests {
  @Test("Cells are quoted where they must be and only there")
  func quoting() {
    var writer = CSVWriter()
    writer.append(["plain", "a,b", "say \"hi\"", "two\nlines", " x ", ""])
    writer.append([""])
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\", x ,\r\n\"\"\r\n")
  }

  @Test("What is written reads back the same, with every delimiter")
  func roundTrip() throws {
    let cells = ["", "a,b;c\td|e", "\"", "\r\n", "😀 é", "=1+1"]
    for delimiter in CSVDelimiter.allCases {
      var writer = CSVWriter(delimiter: delimiter)
      writer.append(cells)
      var reader = CSVReader(utf8: writer.takeBytes(), delimiter: delimiter)
      #expect(try reader.next()?.fields == cells)
      #expect(writer.bytes.isEmpty)
    }
  }
}
