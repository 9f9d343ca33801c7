import BatonModel
import BatonStore

/// A lead as the cells of a spreadsheet's row.
struct LeadCells {
  /// The headings.
  static let header = LeadField.allCases.map(\.rawValue)

  /// The cells in the order of the headings, made harmless where they hold text from outside.
  ///
  /// An amount is in whole units of its currency here, as spreadsheets and importers expect it.
  static func cells(of row: LeadRow) -> [String] {
    LeadField.allCases.map { field in
      switch field {
      case .amount: row.lead.amount?.exactUnits ?? ""
      case .nextStep:
        row.lead.nextStep.map { "\($0.kind.rawValue) \($0.due.rfc3339)" } ?? ""
      case .lastTouch:
        row.lead.lastTouch.map {
          SpreadsheetCell.harmless(
            "\($0.channel.rawValue) \($0.direction.rawValue) \($0.at.rfc3339)")
        } ?? ""
      default: cell(row.value(of: field))
      }
    }
  }

  private static func cell(_ value: JSONValue) -> String {
    switch value {
    case .number(let number): number.text
    default: SpreadsheetCell.harmless(value.text)
    }
  }
}
