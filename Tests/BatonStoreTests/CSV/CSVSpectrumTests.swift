import Foundation
import Testing

@testable import BatonStore

@Suite(
  "csv-spectrum",
  .enabled(if: SharedData.exists("csv-spectrum"), "the csv-spectrum files are not at hand"))
struct CSVSpectrumTests {
  @Test(
    "Each file means what its JSON says",
    arguments: [
      "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines",
      "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ])
  func meaning(name: String) throws {
    let folder = SharedData.url("csv-spectrum")
    let json = try Data(contentsOf: folder.appending(path: "json/\(name).json"))
    let expected = try JSONDecoder().decode([[String: String]].self, from: json)

    var bytes = [UInt8](try Data(contentsOf: folder.appending(path: "csvs/\(name).csv")))
    if name.hasSuffix("_crlf"), !bytes.contains(UInt8(ascii: "\r")) {
      // A copy that went through a checkout has lost what these files are about.
      bytes = bytes.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
    }
    let decoded = TextDecoding.decode(bytes)
    var reader = CSVReader(utf8: decoded.utf8, delimiter: .detected(in: decoded.utf8))
    let header = try #require(try reader.next())
    var rows: [[String: String]] = []
    while let record = try reader.next() {
      #expect(record.fields.count == header.fields.count)
      rows.append(Dictionary(uniqueKeysWithValues: zip(header.fields, record.fields)))
    }
    #expect(rows == expected)
  }
}
