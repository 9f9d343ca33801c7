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
    switch below(9) {
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
    default: return .amount(Money(minorUnits: below(1_000_000) - 1000, currency: "EUR"))
    }
  }
}
