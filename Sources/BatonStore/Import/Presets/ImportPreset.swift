import BatonModel

/// What the columns of a well-known export mean.
///
/// Columns are found by name wherever they stand, and any of them may be missing: exports differ
/// between accounts and versions.
public struct ImportPreset: Sendable {
  /// The name for `--preset`, and the source of what comes in.
  public let name: String
  /// What people call the export.
  public let title: String
  /// Headers of which one whole group tells the export.
  let signatures: [[String]]
  /// Headers of which none may be there.
  let strangers: Set<String>
  /// How the file is written; nil where it does not matter.
  let format: ImportTable.Format?
  /// The mapping, with the columns of all versions of the export.
  let mapping: ImportMapping

  init(
    _ name: String, title: String, signatures: [[String]], unless strangers: [String] = [],
    match: [ImportMatch] = [.id, .email], format: ImportTable.Format? = nil,
    columns: [String: ImportTarget],
    configure: (inout ImportMapping) -> Void = { _ in }
  ) {
    self.name = name
    self.title = title
    self.format = format
    self.signatures = signatures.map { $0.map(CellText.folded) }
    self.strangers = Set(strangers.map(CellText.folded))
    var mapping = ImportMapping(source: name, match: match)
    mapping.preset = name
    mapping.columns = columns.mapValues(ColumnMapping.init)
    configure(&mapping)
    self.mapping = mapping
  }

  /// All presets.
  public static let all: [ImportPreset] = [
    hubSpotContacts, hubSpotDeals, salesforceLeads, salesforceLeadReport,
    salesforceOpportunityReport, pipedriveDeals, pipedrivePeople, metaLeadAds, crmOpportunities,
    courseLeads, form, touches, batonCSV, batonJSON,
  ]

  /// The preset of that name.
  ///
  /// - Throws: where there is none.
  public static func named(_ name: String) throws(ImportFileFault) -> ImportPreset {
    let folded = CellText.folded(name)
    guard let preset = all.first(where: { $0.name == folded }) else {
      throw ImportFileFault(
        what: "There is no preset “\(name)”.",
        remedy: "Name one of: \(all.map(\.name).joined(separator: ", ")).")
    }
    return preset
  }

  /// The preset that the headers of a file tell; of several the one that knows most of them.
  public static func detected(in table: ImportTable) -> ImportPreset? {
    let headers = Set(table.columns.map(CellText.folded))
    var best: (preset: ImportPreset, known: Int)?
    for preset in all
    where preset.signatures.contains(where: headers.isSuperset)
      && preset.strangers.isDisjoint(with: headers)
      && (preset.format ?? table.format) == table.format
    {
      let known = preset.mapping.columns.keys.count { headers.contains(CellText.folded($0)) }
      if known > best?.known ?? 0 { best = (preset, known) }
    }
    return best?.preset
  }
}

extension ColumnMapping {
  /// A column with a table of what its words mean.
  static func words(_ target: ImportTarget, _ values: [String: String]) -> ColumnMapping {
    var column = ColumnMapping(target)
    column.values = values
    return column
  }

  /// A column with something before each value that does not belong to it.
  static func stripped(_ target: ImportTarget, _ prefix: String) -> ColumnMapping {
    var column = ColumnMapping(target)
    column.strip = [prefix]
    return column
  }

  /// A box to tick: one that is not ticked is no answer, and is kept as written.
  static func tickBox(_ question: QuestionID) -> ColumnMapping {
    var column = ColumnMapping(.answer(question))
    column.notAnswered = ["No"]
    column.keep = true
    return column
  }

  /// A column counted in millions.
  static func millions(_ target: ImportTarget) -> ColumnMapping {
    var column = ColumnMapping(target)
    column.powerOfTen = 6
    return column
  }
}

extension Reason {
  /// The reason of a lead that was lost in another system without saying why; it stays visible as
  /// such, so that nobody takes it for an answer.
  static let notRecorded = Reason(
    id: Reason.notRecordedID, title: "not recorded (import)", uses: [.lost, .disqualify])
}

extension ImportMapping {
  /// Lets lost leads come in whose file does not say why.
  mutating func allowLossesWithoutReason() {
    defaultLostReason = Reason.notRecorded.id
    if !additions.reasons.contains(where: { $0.id == Reason.notRecorded.id }) {
      additions.reasons.append(.notRecorded)
    }
  }
}
