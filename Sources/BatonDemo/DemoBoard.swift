public import BatonModel

/// A believable board to try Baton on: a team, its campaigns and papers, and as many leads as are
/// wanted, with everything on them that the model knows.
///
/// The same number, seed and time always give the same values, on every machine. A lead is made
/// when it is asked for, of the seed and its index alone: a hundred thousand of them can be made
/// by several threads at once and written out one by one, without ever being in memory together.
public struct DemoBoard: Sendable {
  /// How many leads a demo has where nobody says: one of every part.
  public static let defaultLeadCount = Script.slots.count

  /// How many leads there are.
  public let leadCount: Int
  /// The demo's present: nothing on the board has happened later.
  public let asOf: Instant
  /// The board's settings.
  public let board: Board
  /// The campaigns.
  public let campaigns: [Campaign]
  /// The papers.
  public let collateral: [Collateral]
  /// The weekly meetings of the last month, oldest first.
  public let meetings: [Meeting]

  private let world: DemoWorld

  /// Prepares a board. Takes a few milliseconds, whatever the number of leads.
  ///
  /// - Parameters:
  ///   - leads: how many leads; none where it is negative.
  ///   - seed: chooses names, numbers and words.
  ///   - asOf: the demo's present.
  public init(leads: Int = DemoBoard.defaultLeadCount, seed: UInt64 = 1, asOf: Instant) {
    let world = DemoWorld(seed: seed, asOf: asOf)
    leadCount = max(0, leads)
    self.asOf = asOf
    board = world.board
    campaigns = DemoCampaigns.all(world.calendar)
    collateral = DemoDocuments.all(world.calendar)
    meetings = DemoMeetings.all(in: world, leads: leadCount)
    self.world = world
  }

  /// The id of the lead of an index from 0, which costs far less than the lead.
  public func id(at index: Int) -> LeadID { world.id(of: index) }

  /// The lead of an index from 0.
  ///
  /// Costs some tens of microseconds, and gives the same lead each time.
  public func lead(at index: Int) -> Lead {
    Story.lead(at: index, in: world)
  }

  /// All leads, each made when it is reached.
  public var leads: some RandomAccessCollection<Lead> & Sendable {
    DemoLeads(board: self)
  }
}

/// The leads of a demo board, made one by one.
private struct DemoLeads: RandomAccessCollection, Sendable {
  let board: DemoBoard

  var startIndex: Int { 0 }
  var endIndex: Int { board.leadCount }
  subscript(index: Int) -> Lead { board.lead(at: index) }
}
