import BatonModel

/// Under which names the ids of a file are filed on the board already.
///
/// A file that no preset knows is filed under its own name, which another export of the same
/// system need not have: next week's may be called `leads-2026-11-23.csv`. An id alone does not
/// tell, as many lists count from 1. So a system is taken for the same where most leads that have
/// one of the file's ids there are who the file says: the same address, else the same name.
struct KnownSystems {
  /// The name under which the file's ids are filed from now on.
  let source: String
  /// The other names under which they stand.
  let others: [String]

  /// Compares a file with a board's leads.
  ///
  /// - Parameters:
  ///   - table: the file.
  ///   - mapping: what its columns mean; its source is the name that the file would have.
  ///   - leads: the board's leads.
  /// - Complexity: O(rows + leads).
  init(of table: ImportTable, _ mapping: ImportMapping, among leads: [Lead]) {
    let records = FileRecords(table, mapping)
    var tallies: [String: (same: Int, different: Int)] = [:]
    for lead in leads {
      for (system, id) in lead.externalIDs {
        guard let record = records[id], let isSame = record.isAbout(lead) else { continue }
        tallies[system, default: (0, 0)].same += isSame ? 1 : 0
        tallies[system, default: (0, 0)].different += isSame ? 0 : 1
      }
    }
    let agreeing = tallies.filter { $0.value.same > $0.value.different }
      .sorted { ($1.value.same, $0.key) < ($0.value.same, $1.key) }.map(\.key)
    // What is filed under the file's own name is its own, as it always was.
    let isKnown = leads.contains { lead in
      lead.externalIDs[mapping.source].map { records[$0] != nil } ?? false
    }
    source = isKnown ? mapping.source : agreeing.first ?? mapping.source
    let chosen = source
    others = agreeing.filter { $0 != chosen }
  }
}

/// The rows of a file by their ids, and what they say of whom they are about.
private struct FileRecords {
  struct Record {
    let address: String?
    let names: Set<String>

    /// Whether a lead is who the row says; nil where the two say nothing that can be compared.
    func isAbout(_ lead: Lead) -> Bool? {
      let addresses = lead.people.compactMap { $0.email.flatMap(ContactKey.email) }
      if let address, !addresses.isEmpty { return addresses.contains(address) }
      guard !names.isEmpty else { return nil }
      let known = [lead.name, lead.company?.name].compactMap(\.self) + lead.people.map(\.name)
      return known.contains { names.contains(CellText.folded($0)) }
    }
  }

  private var records: [String: Record] = [:]

  init(_ table: ImportTable, _ mapping: ImportMapping) {
    func columns(_ fields: Set<ImportField>) -> [Int] {
      table.columns.indices.filter { index in
        guard case .field(let field) = mapping.column(table.columns[index])?.target else {
          return false
        }
        return fields.contains(field)
      }
    }
    guard let id = columns([.id]).first else { return }
    let (addresses, names) = (columns([.email]), columns([.name, .personName]))
    let (firsts, lasts) = (columns([.firstName]), columns([.lastName]))
    let companies = columns([.company])
    for row in table.rows {
      func cells(_ places: [Int]) -> [String] {
        places.map { CellText.folded(row.cells[$0]) }.filter { !$0.isEmpty }
      }
      let whole = (cells(firsts) + cells(lasts)).joined(separator: " ")
      var said = cells(names) + (whole.isEmpty ? [] : [whole])
      // A company has many leads: its name tells only where the row names nobody.
      if said.isEmpty { said = cells(companies) }
      records[CellText.trimmed(row.cells[id])] = Record(
        address: addresses.lazy.compactMap {
          ContactKey.email(CellText.firstAddress(row.cells[$0]))
        }.first,
        names: Set(said))
    }
    records[""] = nil
  }

  subscript(id: String) -> Record? { records[id] }
}
