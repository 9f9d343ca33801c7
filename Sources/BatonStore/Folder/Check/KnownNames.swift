import BatonModel

/// What the files of a board may name: the ids that its settings and records define.
struct KnownNames: Sendable {
  /// What an id can be the name of.
  enum Subject: String, Sendable {
    case stage, member, reason, step, question, campaign, document, lead

    /// Where a thing of this name would be defined.
    var home: String {
      switch self {
      case .stage: "the stages of board.json"
      case .member: "the team of board.json"
      case .reason: "the reasons of board.json"
      case .step: "the journey of board.json"
      case .question: "the questions of board.json"
      case .campaign: "the folder campaigns"
      case .document: "the folder collateral"
      case .lead: "the folder leads"
      }
    }
  }

  private var ids: [Subject: Set<String>] = [:]

  /// The names that a board's settings define; nil settings could not be read, and define any.
  init(board: Board?) {
    guard let board else { return }
    ids[.stage] = Set(board.stages.map(\.id.rawValue))
    ids[.member] = Set(board.team.map(\.id.rawValue))
    ids[.reason] = Set(board.reasons.map(\.id.rawValue))
    ids[.step] = Set(board.journey.map(\.id.rawValue))
    ids[.question] = Set(board.questions.map(\.id.rawValue))
  }

  /// Adds the names of files; whether they can be read does not matter to those who name them.
  mutating func add(_ subject: Subject, _ names: some Sequence<String>) {
    ids[subject, default: []].formUnion(names)
  }

  /// Whether something of this name is defined, or nothing is known of its kind.
  func has(_ subject: Subject, _ id: String) -> Bool {
    ids[subject].map { $0.contains(id) } ?? true
  }

  /// What to do about a name that is not defined.
  func remedy(_ subject: Subject) -> String {
    // Any twelve of many thousands would help nobody.
    if subject == .lead { return "take it away, or restore the file of the lead" }
    let known = (ids[subject] ?? []).sorted()
    let list = known.prefix(12).map(FileFault.harmless).joined(separator: ", ")
    let some =
      switch known.count {
      case 0: ""
      case ...12: "write one of \(list), or "
      default: "write one of \(list), …, or "
      }
    return "\(some)add it to \(subject.home)"
  }
}
