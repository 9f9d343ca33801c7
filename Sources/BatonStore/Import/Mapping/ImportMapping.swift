public import BatonModel

/// How the columns of a file become leads: a file that a person can read and change.
///
/// `baton import` proposes one from the headers (``ImportProposal``), writes it on request, and
/// takes it back with `--map`.
public struct ImportMapping: Hashable, Sendable {
  /// The version of the file format that this Baton writes.
  public static let currentSchema = 1

  /// The version of the file format.
  public var schema = ImportMapping.currentSchema
  /// The preset that the mapping began with.
  public var preset: String?
  /// The system that the file comes from: ids and kept cells are filed under this name, so two
  /// files with the same source speak of the same records.
  public var source: String
  /// How rows are recognised, the first that succeeds counting.
  public var match: [ImportMatch]
  /// Whether an id names what somebody sent rather than who: then rows with different ids and one
  /// e-mail address are contacts of one lead. Else they are two leads, as in the other system.
  public var idsAreSubmissions = false
  /// Whether each row is what a buyer sent through a form of ours: then where it came from was
  /// observed, what it says was declared, each row is a touch, and it decides nothing that the
  /// team decides.
  public var rowsAreSubmissions = false
  /// The currency of amounts that state none; nil means the board's.
  public var currency: String?
  /// Which number is the day in dates such as `03/04/2024`, where the column does not settle it.
  public var dateOrder: DateOrder?
  /// The decimal mark of numbers such as `1,234`, where the column does not settle it.
  public var decimalMark: DecimalMark?
  /// What separates the fields; nil means that it is found out.
  public var delimiter: CSVDelimiter?
  /// How the file's characters are written; nil means that it is found out.
  public var encoding: TextEncoding?
  /// Cells with these words count as blank in every column.
  public var notAnswered: [String] = []
  /// What a lead is called whose columns give it no name: `Lead {Lead Number}`.
  public var nameTemplate: String?
  /// The columns by header; white space and case do not count.
  public var columns: [String: ColumnMapping] = [:]
  /// Whether columns that are not listed are answers to questions of that name, as in the exports
  /// of forms, rather than kept as they are.
  public var unlistedAreAnswers = false
  /// Where a word in a column of stages or outcomes puts a lead; white space and case do not count.
  public var stages: [String: StageRule] = [:]
  /// Where a lead goes whose row names no stage; nil means the board's first stage.
  public var defaultStage: StageID?
  /// The reason of a lost or disqualified lead whose row gives none that the board knows.
  public var defaultLostReason: ReasonID?
  /// Files whose columns are added.
  public var joins: [ImportJoin] = []
  /// What may be added to the board.
  public var additions = BoardAdditions()
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A mapping of no columns.
  public init(source: String, match: [ImportMatch] = [.id, .email]) {
    self.source = source
    self.match = match
  }

  /// Whether the file was written by Baton: its rows speak of leads by their ids on a board.
  var isOwnExport: Bool { match == [.lead] }

  /// Whether the rows are touches on leads that are there, rather than leads.
  public var logsTouches: Bool {
    preset == ImportPreset.touches.name
      || columns.values.contains { column in
        if case .touch = column.target { true } else { false }
      }
  }

  /// The mapping of a column by its header, or nil where it is not listed.
  ///
  /// - Complexity: linear in the number of columns.
  public func column(_ header: String) -> ColumnMapping? {
    let folded = CellText.folded(header)
    return columns[header] ?? columns.first { CellText.folded($0.key) == folded }?.value
  }
}

/// What an import may add to the board besides leads; nothing is added that is not said here.
public struct BoardAdditions: Hashable, Sendable {
  /// Whether owners that the board does not know join the team.
  public var members = false
  /// Whether campaigns that the board does not know are made.
  public var campaigns = false
  /// Whether questions that the board does not know are added.
  public var questions = false
  /// Stages to add unless the board has them.
  public var stages: [Stage] = []
  /// Reasons to add unless the board has them.
  public var reasons: [Reason] = []
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// Nothing may be added.
  public init() {}
}
