public import BatonModel

/// The files and folders of which a look at a board's leads could tell nothing.
///
/// A lead that was in one of them is not known to be gone: whoever shows it keeps its last good
/// state.
public struct UnreadPlaces: Sendable {
  private let places: Set<String>

  /// The places that faults name.
  public init(_ faults: [FileFault]) { places = Set(faults.map(\.file)) }

  /// Whether a lead's file, or a folder that it is in, is one of them.
  public func mayHold(_ lead: LeadID) -> Bool {
    guard let path = try? BoardPath(.lead, lead.rawValue) else { return false }
    return [path.description, path.folder, BoardPath.leadsFolder].contains(where: places.contains)
  }
}
