public import BatonModel

/// Random commands on a standard board with the team of `RandomCommands.board`.
public struct RandomCommands {
  /// The board that the commands are for.
  public static let board: Board = {
    var board = Board.standard(name: "Acme")
    board.team = [
      Member(id: "maria", name: "Maria Costa", side: .sales),
      Member(id: "jonas", name: "Jonas Weber", side: .sales),
      Member(id: "aylin", name: "Aylin Demir", side: .marketing),
    ]
    return board
  }()

  /// When the commands begin.
  public static let start = Instant(microseconds: 1_795_000_000_000_000)

  private var random: SeededGenerator

  /// Commands that follow from a seed.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A number from 0 up to, not including, `limit`.
  public mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  /// One of the elements.
  public mutating func one<Element>(of elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// The next command; some make no sense for some leads, and are refused.
  public mutating func next() -> LeadCommand {
    let board = Self.board
    let later = Self.start.adding(days: Double(1 + below(400)))
    switch below(15) {
    case 0, 1: return .move(.init(to: one(of: board.stages).id, note: "number \(below(1000))"))
    case 2:
      let kind = one(of: Parking.Kind.allCases)
      let reasons = kind.reasonUse.map(board.reasons) ?? []
      let reason = reasons.isEmpty || below(5) == 0 ? nil : one(of: reasons).id
      return .park(.init(kind, until: below(5) == 0 ? nil : later, reason: reason))
    case 3: return .revive(.init())
    case 4:
      let draft = LeadCommand.TouchDraft(
        side: .sales, direction: one(of: [.inbound, .outbound]), channel: one(of: [.call, .email]),
        summary: "touch \(below(1000)) – “é”")
      return .touch(draft)
    case 5: return .note(below(10) == 0 ? " " : "note \(below(1000))\nwith \"two\" lines")
    case 6:
      let members: [MemberID?] = [nil, "maria", "jonas", "aylin", "nobody"]
      return .assign(.init(one(of: [.sales, .marketing]), to: one(of: members)))
    case 7:
      return .next(
        below(4) == 0 ? nil : NextStep(kind: one(of: NextStep.Kind.allCases), due: later))
    case 8: return .amount(Money(minorUnits: below(1_000_000) - 1000, currency: "EUR"))
    case 9, 10: return nextHandover(until: later)
    case 11, 12: return nextJudgement(until: later)
    default: return nextWish(until: later)
    }
  }

  /// What goes from hand to hand.
  private mutating func nextHandover(until later: Instant) -> LeadCommand {
    switch below(5) {
    case 0, 1:
      let members: [MemberID?] = [nil, "maria", "jonas"]
      return .offer(.init(to: one(of: Activity.allCases), member: one(of: members)))
    case 2: return .prove(NextStep(kind: one(of: NextStep.Kind.allCases), due: later))
    case 3: return .lapse
    default: return .verdict(.init(.accept, quality: below(3) == 0 ? 1 + below(5) : nil))
    }
  }

  /// What one side says of a lead, and the other does about it.
  private mutating func nextJudgement(until later: Instant) -> LeadCommand {
    switch below(4) {
    case 0: return .rate(.init(below(7)))
    case 1: return .reply(.init(below(8) == 0 ? "" : "did \(below(100))"))
    default:
      let verdict = one(of: Feedback.Verdict.allCases)
      let reasons = verdict.reasonUse.map(Self.board.reasons) ?? []
      let reason = reasons.isEmpty || below(5) == 0 ? nil : one(of: reasons).id
      return .verdict(.init(verdict, reason: reason, until: later, note: "said \(below(100))"))
    }
  }

  /// What the buyer wants, says and stumbles over.
  private mutating func nextWish(until later: Instant) -> LeadCommand {
    switch below(7) {
    case 0:
      let scope = one(of: [Hold.Scope.lead, .company])
      return .hold(
        .init(reason: "last round", until: below(5) == 0 ? nil : later, scope: scope))
    case 1: return .release(nil)
    case 2:
      let source = below(2) == 0 ? "on the phone" : nil
      return .consent(
        .init(
          doNotEmail: one(of: [nil, true, false]), doNotCall: one(of: [nil, true]), source: source))
    case 3: return .survey(.init(one(of: ["budget", "when", "?"]), answer: "\(below(10))"))
    case 4, 5:
      let kind = one(of: Self.board.roadblockKinds + ["no such kind"])
      return .block(.init(kind, words: "words \(below(10))", owner: one(of: [nil, "maria"])))
    default: return .unblock(below(2) == 0 ? nil : one(of: Self.board.roadblockKinds))
    }
  }
}
