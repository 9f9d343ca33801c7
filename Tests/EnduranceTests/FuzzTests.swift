import BatonModel
import BatonStore
import StoreActing
import Testing

/// Random texts for the readers of what others write: they end, and explain themselves.
@Suite struct FuzzTests {
  /// A random text of pieces that mean something to a reader, and of others.
  private func text(of pieces: [String], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...24, using: &random) {
      if Int.random(in: 0..<6, using: &random) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      } else {
        bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<Endurance.count(4, long: 400))
  func anyTextIsReadAsCSV(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", "name", "a b", "é", "\u{FEFF}", "\0",
      "=1+1", " ",
    ]
    for _ in 0..<500 {
      let decoded = TextDecoding.decode(text(of: pieces, &random)).utf8
      #expect(String(validating: decoded, as: UTF8.self) != nil)
      var reader = CSVReader(
        utf8: decoded, delimiter: CSVDelimiter.detected(in: decoded), maximumFieldLength: 40)
      let (records, faults) = readAll(&reader, most: decoded.count)
      #expect(faults.allSatisfy { $0.line >= 1 && $0.line <= decoded.count + 1 })
      // What was read can be written and reads the same.
      var writer = CSVWriter()
      for record in records { writer.append(record) }
      var again = CSVReader(utf8: writer.bytes, delimiter: .comma)
      #expect(readAll(&again, most: writer.bytes.count).records == records)
    }
  }

  private func readAll(
    _ reader: inout CSVReader, most: Int
  ) -> (records: [[String]], faults: [CSVFault]) {
    var records: [[String]] = []
    var faults: [CSVFault] = []
    while records.count + faults.count <= most {
      do throws(CSVFault) {
        guard let record = try reader.next() else { return (records, faults) }
        records.append(record.fields)
      } catch {
        faults.append(error)
      }
    }
    Issue.record("more records than bytes")
    return (records, faults)
  }

  @Test(arguments: 0..<Endurance.count(4, long: 400))
  func anyTextIsReadAsAQuery(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "owner:", "is:", "stage:", "age", "amount", ">", ">=", "<", "=", ":", "-", "\"", " ", "maria",
      "stalled", "10k", "3d", "none", "*", ",", "..", "é", "👩‍👩‍👧", "\u{202E}", "2026-11-21",
    ]
    for _ in 0..<500 {
      let typed = String(decoding: text(of: pieces, &random), as: UTF8.self)
      do throws(QueryError) {
        _ = try Query(typed)
      } catch {
        #expect(error.column >= 0 && error.length >= 0, "\(typed)")
        #expect(error.column + error.length <= typed.count + 1, "\(typed)")
        #expect(!error.what.isEmpty && !error.remedy.isEmpty, "\(typed)")
      }
    }
  }

  @Test(arguments: 0..<Endurance.count(4, long: 400))
  func anyTextIsReadAsJSON(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\"a\":", "\"id\"", "null", "true", "-", "0", "1e9",
      "1E400", "\\ud800", "\\u0000", "\u{10D800}", "\u{FEFF}", "\n", " ", "/*", "'", "NaN",
    ]
    for _ in 0..<500 {
      let bytes = text(of: pieces, &random)
      do throws(JSONError) {
        let value = try JSONValue.decoded(from: bytes)
        #expect(try JSONValue.decoded(from: value.encoded()) == value)
      } catch {
        #expect(error.line >= 1 && error.column >= 1)
        #expect(!error.message.isEmpty && !error.remedy.isEmpty)
      }
    }
  }
}
