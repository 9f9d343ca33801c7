import BatonModel

/// By what the columns of the board are made.
public enum Grouping: String, CaseIterable, Hashable, Sendable {
  case stage, owner, source, campaign, quality

  /// The words on the screen.
  public var title: String {
    switch self {
    case .stage: "stage"
    case .owner: "owner"
    case .source: "source"
    case .campaign: "campaign"
    case .quality: "quality"
    }
  }

  /// The column that a lead belongs to.
  func key(of lead: LeadSummary) -> ColumnKey {
    switch self {
    case .stage: ColumnKey(lead.stage.rawValue)
    case .owner: ColumnKey(lead.owner?.rawValue)
    case .source: ColumnKey(lead.origin.source)
    case .campaign: ColumnKey(lead.origin.campaign?.rawValue)
    case .quality: ColumnKey(lead.quality.map(String.init))
    }
  }
}

/// What all leads of a column have in common: a stage's id, an owner's, a source; nil for none.
public struct ColumnKey: Hashable, Sendable {
  /// The common value.
  public var value: String?

  /// A column's key.
  public init(_ value: String?) { self.value = value }
}
