/// What separates two fields of a delimited text file.
public enum CSVDelimiter: UInt8, CaseIterable, Sendable {
  /// A comma, as RFC 4180 has it.
  case comma = 0x2C
  /// A semicolon, which spreadsheets write where the comma is the decimal mark.
  case semicolon = 0x3B
  /// A tab.
  case tab = 0x09
  /// A vertical bar.
  case pipe = 0x7C

  /// The name that a mapping file and a message use.
  public var name: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .pipe: "pipe"
    }
  }

  /// The delimiter of that ``name``.
  public init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
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
