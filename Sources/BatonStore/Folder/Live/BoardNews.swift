public import BatonModel

/// What was read of a board at one moment, for somebody who keeps what was read before: of a change
/// of several files it holds all, or nothing.
public struct BoardNews<Value: Sendable>: Sendable {
  /// What was made of the leads that were read.
  public internal(set) var leads = RecordBatch<Value>(done: 0, total: 0)
  /// The leads that were read, found or not; nil where all were.
  public internal(set) var readLeads: [LeadID]?
  /// One lead whole, where it was asked for and is there.
  public internal(set) var lead: Lead?
  /// The board's settings, or why they could not be read; nil where they were not.
  public internal(set) var board: Result<Board, StoreError>?
  /// All campaigns; nil where they were not read.
  public internal(set) var campaigns: RecordSet<Campaign>?
  /// All documents; nil where they were not read.
  public internal(set) var collateral: RecordSet<Collateral>?
  /// All meetings; nil where they were not read.
  public internal(set) var meetings: RecordSet<Meeting>?
}

/// What is to be read of a board.
struct NewsOrder {
  /// The files of the leads; nil for all.
  var leads: Set<BoardPath>?
  /// The other records.
  var kinds: Set<BoardPath.Kind>
  /// A lead that is wanted whole.
  var whole: LeadID?

  /// Everything.
  static let everything = NewsOrder(leads: nil, kinds: Set(BoardPath.Kind.allCases))

  /// What some files hold.
  init(_ files: Set<FilePlace>) {
    let paths = files.compactMap { BoardPath(folder: $0.folder, name: $0.name) }
    leads = Set(paths.filter { $0.kind == .lead })
    kinds = Set(paths.map(\.kind))
  }

  /// What is asked for.
  init(leads: Set<BoardPath>?, kinds: Set<BoardPath.Kind>, whole: LeadID? = nil) {
    self.leads = leads
    self.kinds = kinds
    self.whole = whole
  }

  /// Adds what another order asks for.
  mutating func add(_ other: NewsOrder) {
    if let more = other.leads { leads?.formUnion(more) } else { leads = nil }
    kinds.formUnion(other.kinds)
  }
}

extension BoardFolder {
  /// Reads what is asked for, at a moment.
  func read<Value: Sendable>(
    _ order: NewsOrder, at moment: BoardMoment, summarise: @escaping @Sendable (Lead) -> Value
  ) throws(StoreError) -> BoardNews<Value> {
    var news = BoardNews<Value>()
    let keep = { @Sendable (_: BoardPath, lead: Lead) in summarise(lead) }
    if let paths = order.leads {
      news.readLeads = paths.map { LeadID($0.id) }.sorted()
      if !paths.isEmpty {
        let job = ScanJob<Lead>(subject: .files(Array(paths)))
        news.leads = try scan(job, at: moment, keep: keep)
      }
    } else {
      let job = ScanJob<Lead>(folder: BoardPath.leadsFolder, of: files)
      news.leads = try scan(job, at: moment, keep: keep)
    }
    if let id = order.whole { news.lead = try? readLead(id) }
    if order.kinds.contains(.board) {
      do throws(StoreError) {
        news.board = .success(try readBoard())
      } catch {
        news.board = .failure(error)
      }
    }
    // What cannot be listed now stays as it was read last.
    if order.kinds.contains(.campaign) { news.campaigns = try? readCampaigns() }
    if order.kinds.contains(.collateral) { news.collateral = try? readCollateral() }
    if order.kinds.contains(.meeting) { news.meetings = try? readMeetings() }
    return news
  }
}

extension BoardNews {
  /// Takes up what was read later, of some of the files.
  mutating func take(_ newer: BoardNews, of order: NewsOrder) {
    if let paths = order.leads {
      leads.replace(paths, with: newer.leads)
      readLeads = readLeads.map { Array(Set($0).union(newer.readLeads ?? [])).sorted() }
    } else {
      leads = newer.leads
      readLeads = nil
    }
    if order.whole != nil { lead = newer.lead }
    board = newer.board ?? board
    campaigns = newer.campaigns ?? campaigns
    collateral = newer.collateral ?? collateral
    meetings = newer.meetings ?? meetings
  }
}
