public import BatonModel

/// By what a report is broken down: each lead has one value, so that the parts add up.
public enum Dimension: String, CaseIterable, Hashable, Sendable {
  /// The owner in sales.
  case owner
  /// Where the lead came from.
  case source
  /// The campaign that brought it.
  case campaign
  /// The company.
  case company
  /// The kind of the oldest roadblock that stands.
  case roadblock
  /// Whether an approval on the buyer's side is missing.
  case approval
  /// How the next step stands.
  case next

  /// The value that a lead has; nil for none.
  public func value(of lead: LeadSummary, _ standing: Standing) -> String? {
    switch self {
    case .owner: lead.owner?.rawValue
    case .source: lead.origin.source
    case .campaign: lead.origin.campaign?.rawValue
    case .company: lead.company
    case .roadblock: lead.roadblock
    case .approval: lead.marks.contains(.approvalMissing) ? "missing" : nil
    case .next:
      switch standing.light {
      case .overdue: "overdue"
      case .today: "today"
      case .later: "later"
      case .missing: nil
      case .resting: "resting"
      }
    }
  }

  /// The term of the query language that finds the leads with a value, and no others.
  public func term(for value: String?) -> String {
    switch self {
    case .owner: Dimension.fieldTerm(.owner, value)
    case .source: Dimension.fieldTerm(.source, value)
    case .campaign: Dimension.fieldTerm(.campaign, value)
    case .company: Dimension.fieldTerm(.company, value)
    case .roadblock: Dimension.fieldTerm(.roadblock, value)
    case .approval: value == nil ? "-is:unapproved" : "is:unapproved"
    case .next:
      switch value {
      case "overdue": "is:overdue"
      case "today": "is:today -is:overdue"
      case "resting": "is:parked"
      case nil: "is:stepless"
      default: "-is:overdue -is:today -is:stepless -is:parked"
      }
    }
  }

  /// The term for a field with its whole value; for the leads without one where there is none.
  public static func fieldTerm(_ field: QueryField, _ value: String?) -> String {
    guard let value, !value.isEmpty else { return "\(field.rawValue):" }
    return fieldTerm(field, anyOf: [value])
  }

  /// The term for a field with one of several whole values, none of them empty.
  ///
  /// - Parameter isExact: Whether capitals and accents count.
  public static func fieldTerm(
    _ field: QueryField, anyOf values: [String], isExact: Bool = true
  ) -> String {
    let written = values.map { value in
      let isPlain = value.utf8.allSatisfy { byte in
        byte > 0x7F
          || byte >= 0x2D && byte != UInt8(ascii: ":") && byte != UInt8(ascii: "<")
            && byte != UInt8(ascii: "=") && byte != UInt8(ascii: ">")
      }
      // Two quotation marks are one of the value's own.
      return isPlain ? value : "\"\(value.replacing("\"", with: "\"\""))\""
    }
    return "\(field.rawValue):\(isExact ? "==" : "=")\(written.joined(separator: ","))"
  }
}
