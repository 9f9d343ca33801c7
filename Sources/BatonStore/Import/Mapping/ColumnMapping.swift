public import BatonModel

/// What becomes of one column.
///
/// In a mapping file either just the target, `"person.email"`, or an object with `to` and what
/// else there is to say.
public struct ColumnMapping: Hashable, Sendable {
  /// Where the cells go.
  public var target: ImportTarget
  /// What words of the file mean, by the word; white space and case do not count.
  public var values: [String: String] = [:]
  /// Cells with these words count as blank in this column.
  public var notAnswered: [String] = []
  /// What may stand before a value and does not belong to it: `p:`.
  public var strip: [String] = []
  /// What the numbers of the column are counted in, as a power of ten: 6 for millions.
  public var powerOfTen = 0
  /// Whether amounts are counted in cents, as in Baton's own JSON, rather than in whole units.
  public var countsMinorUnits = false
  /// Keep the cell as written on the lead as well, for what the target cannot hold.
  public var keep = false
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A column that goes to a target as it is.
  public init(_ target: ImportTarget) { self.target = target }
}

/// Where the word of a file puts a lead.
///
/// In a mapping file either just the id of a stage, or an object with `stage`, `outcome` and
/// `reason`.
public struct StageRule: Hashable, Sendable {
  /// The stage; nil leaves it to the other columns and to the default.
  public var stage: StageID?
  /// How the lead has ended; nil where it has not.
  public var outcome: Parking.Kind?
  /// Why, for an outcome that needs a reason and a row that gives none.
  public var reason: ReasonID?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A rule.
  public init(stage: StageID? = nil, outcome: Parking.Kind? = nil, reason: ReasonID? = nil) {
    self.stage = stage
    self.outcome = outcome
    self.reason = reason
  }
}

extension StageRule {
  /// The rule of a word in a column of outcomes that needs no table: open, won, lost …
  init?(outcomeNamed word: String) {
    let folded = CellText.folded(word)
    if let kind = Parking.Kind(rawValue: folded) {
      // A lead that rests is open to a file, which cannot say until when.
      self.init(outcome: kind.isClosed ? kind : nil)
    } else if ["open", "active", "in progress"].contains(folded) {
      self.init()
    } else {
      return nil
    }
  }
}

/// Another file whose columns are added to those of the rows that it knows by a key.
///
/// The added columns are named for the file: `accounts.sector`.
public struct ImportJoin: Hashable, Sendable {
  /// The file's name, looked for beside the file that is imported.
  public var file: String
  /// The column of the imported file that holds the key.
  public var on: String
  /// The column of this file that holds the key.
  public var key: String
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A join on columns of these names.
  public init(file: String, on column: String, key: String? = nil) {
    self.file = file
    on = column
    self.key = key ?? column
  }

  /// What the added columns begin with: the file's name without its ending.
  public var prefix: String {
    let name = file.split(separator: "/").last ?? Substring(file)
    return String(name.split(separator: ".").first ?? name)
  }
}

/// How the rows of a file are recognised when they come again.
public enum ImportMatch: String, CaseIterable, Sendable {
  /// By the record's id in the system that the file comes from.
  case id
  /// By the lead's own id on this board, as in Baton's exports.
  case lead
  /// By the person's e-mail address, white space and case aside.
  case email
  /// By the digits of the person's telephone number.
  case phone
  /// By all cells together: a row that has changed in any way is another lead.
  case row
}
