/// What separates two fields of a delimited text file.
public enum CSVDelimiter: String, CaseIterable, Sendable {
  /// A comma, as RFC 4180 has it.
  case comma
  /// A semicolon, which spreadsheets write where the comma is the decimal mark.
  case semicolon
  /// A tab.
  case tab
  /// A vertical bar.
  case pipe

  /// The delimiter as it stands in a file.
  public var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .pipe: UInt8(ascii: "|")
    }
  }

  /// The delimiter with which the beginning of `bytes` makes the most even table.
  ///
  /// Each candidate reads the first records. The one wins whose records most often have as many
  /// fields as the first; between equals the one with more fields; a comma where nothing separates.
  ///
  /// - Parameter bytes: UTF-8 without a byte order mark.
  public static func detected(in bytes: [UInt8]) -> CSVDelimiter {
    let sample = Array(bytes.prefix(sampleLength))
    var best = (delimiter: CSVDelimiter.comma, evenness: 0.0, fields: 1)
    for candidate in allCases {
      var reader = CSVReader(utf8: sample, delimiter: candidate)
      guard let (evenness, fields) = evenness(of: &reader), fields > 1 else { continue }
      if (evenness, fields) > (best.evenness, best.fields) {
        best = (candidate, evenness, fields)
      }
    }
    return best.delimiter
  }

  private static let sampleLength = 256 << 10
  private static let sampleRecords = 50

  /// The share of the first records with as many fields as the first, and how many that is.
  private static func evenness(of reader: inout CSVReader) -> (Double, Int)? {
    guard let header = try? reader.next() else { return nil }
    var records = 1
    var even = 1
    sampling: while records < sampleRecords {
      do {
        guard let record = try reader.next() else { break }
        records += 1
        if record.fields.count == header.fields.count { even += 1 }
      } catch {
        // The sample may end inside a quoted field; a fault elsewhere speaks against the candidate.
        guard error.isConfinedToRecord else { break sampling }
        records += 1
      }
    }
    return (Double(even) / Double(records), header.fields.count)
  }
}
