import BatonModel
import TerminalCanvas

extension Provenance {
  /// The small sign behind a fact: how we know it.
  var sign: String {
    switch self {
    case .observed: "✓"
    case .declared: "»"
    case .imported: "↓"
    case .guessed: "~"
    }
  }

  var role: Role { self == .guessed ? .warn : .textFaint }

  /// The signs and what they mean, in one line.
  static func legend(_ look: Look) -> StyledText {
    allCases.enumerated().reduce(into: StyledText()) { text, item in
      let (place, provenance) = item
      if place > 0 { text.append("  ") }
      text.append("\(provenance.sign) ", look[provenance.role])
      text.append(provenance.rawValue, look[.textFaint])
    }
  }
}
