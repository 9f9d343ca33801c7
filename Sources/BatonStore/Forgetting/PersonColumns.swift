import BatonModel

/// The columns of a table that tell whom a row speaks of.
struct PersonColumns {
  /// Where logs of touches name leads by their ids.
  let leads: [Int]
  /// Where a record's id stands in the system that the table comes from.
  let records: [Int]
  /// Where somebody's name stands, or a part of it.
  let names: [Int]
  /// Where first names stand.
  private let firstNames: [Int]
  /// Where last names stand.
  private let lastNames: [Int]

  /// The columns of these headers.
  init(_ headers: [String]) {
    func places(_ isOne: (String) -> Bool) -> [Int] {
      headers.indices.filter { isOne(headers[$0]) }
    }
    func mean(_ header: String, _ target: ImportTarget) -> Bool {
      CommonHeaders.target(of: header) == target
        || ImportPreset.all.contains { $0.mapping.column(header)?.target == target }
    }
    leads = places(PersonTraces.namesLead)
    records = places { CommonHeaders.mayBeID($0) || mean($0, .field(.id)) }
    let named: Set<ImportTarget> = [
      .field(.name), .field(.personName), .field(.firstName), .field(.lastName),
    ]
    names = places { CommonHeaders.target(of: $0).map(named.contains) ?? false }
    firstNames = places { mean($0, .field(.firstName)) }
    lastNames = places { mean($0, .field(.lastName)) }
  }

  /// The names that a row gives in parts, put together.
  func fullNames(in row: [String]) -> [String] {
    zip(firstNames, lastNames).filter { $0 < row.count && $1 < row.count }.map {
      "\(CellText.trimmed(row[$0])) \(CellText.trimmed(row[$1]))"
    }
  }
}
