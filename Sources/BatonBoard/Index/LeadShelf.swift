public import BatonModel

/// The summaries of a board's leads, to be found by id and handed to another thread at once.
///
/// Kept in chunks, so that a change while another thread reads copies one chunk and not a hundred
/// thousand references.
public struct LeadShelf: Sendable {
  /// How many leads a chunk holds at most.
  static let chunkSize = 1024

  private var chunks: [[LeadSummary]] = []
  private var places: [LeadID: Int] = [:]
  /// The holds of these leads that cover everybody at a company.
  public private(set) var companyHolds = CompanyHolds()

  /// An empty shelf.
  public init() {}

  /// How many leads there are.
  public var count: Int { places.count }

  /// Makes room for so many leads in one go, rather than every time that twice as many came.
  public mutating func reserve(_ count: Int) { places.reserveCapacity(count) }

  /// The summary of a lead. Constant time.
  public subscript(id: LeadID) -> LeadSummary? {
    places[id].map { chunks[$0 / LeadShelf.chunkSize][$0 % LeadShelf.chunkSize] }
  }

  /// The leads in chunks, in no particular order. Sharing them costs nothing.
  public var contents: [[LeadSummary]] { chunks }

  /// Puts a lead on the shelf in the place of its former summary. Constant time.
  ///
  /// - Returns: The former summary, where there was one.
  @discardableResult
  public mutating func put(_ lead: LeadSummary) -> LeadSummary? {
    if let place = places[lead.id] {
      let (chunk, offset) = (place / LeadShelf.chunkSize, place % LeadShelf.chunkSize)
      let former = chunks[chunk][offset]
      chunks[chunk][offset] = lead
      companyHolds.remove(former)
      companyHolds.add(lead)
      return former
    }
    companyHolds.add(lead)
    places[lead.id] = places.count
    if chunks.last.map({ $0.count == LeadShelf.chunkSize }) ?? true {
      chunks.append([])
      chunks[chunks.count - 1].reserveCapacity(LeadShelf.chunkSize)
    }
    chunks[chunks.count - 1].append(lead)
    return nil
  }

  /// Takes a lead off the shelf; the last one takes its place. Constant time.
  ///
  /// - Returns: Its summary, where it was there.
  @discardableResult
  public mutating func remove(_ id: LeadID) -> LeadSummary? {
    guard let place = places.removeValue(forKey: id), let last = chunks[chunks.count - 1].popLast()
    else { return nil }
    if chunks[chunks.count - 1].isEmpty { chunks.removeLast() }
    var former = last
    if last.id != id {
      let (chunk, offset) = (place / LeadShelf.chunkSize, place % LeadShelf.chunkSize)
      former = chunks[chunk][offset]
      chunks[chunk][offset] = last
      places[last.id] = place
    }
    companyHolds.remove(former)
    return former
  }
}
