import BatonModel
public import TerminalCanvas

/// A theme made ready for drawing on a terminal: a style for each role, looked up once.
public struct Look: Sendable {
  private let styles: [Style]
  /// How many colours the terminal shows.
  public let depth: ColorDepth

  /// Makes a theme ready for a terminal of so many colours.
  public init(theme: Theme, depth: ColorDepth) {
    self.depth = depth
    let reduced = theme.reduced(to: depth)
    styles = Role.allCases.map { reduced[$0.rawValue] }
  }

  /// A look that leaves everything open: for measuring, where colours do not matter.
  static let unstyled = Look(
    theme: Theme(id: "", name: "", appearance: .dark, roles: [:]), depth: .none)

  /// The style of a role.
  ///
  /// A frame asks for hundreds: by the one byte that a case is, since to find a case in a
  /// dictionary is to hash its name.
  subscript(role: Role) -> Style { styles[Look.places[Look.byte(of: role)]] }

  /// The place of each role among all, by its byte.
  private static let places: [Int] = {
    var places = [Int](repeating: 0, count: 256)
    for (place, role) in Role.allCases.enumerated() { places[byte(of: role)] = place }
    return places
  }()

  private static func byte(of role: Role) -> Int { withUnsafeBytes(of: role) { Int($0[0]) } }

  /// The role of a next step's light.
  static func role(of light: Standing.Light) -> Role {
    switch light {
    case .overdue: .lightOverdue
    case .today: .lightToday
    case .later: .lightLater
    case .missing: .lightNone
    case .resting: .textFaint
    }
  }

  /// The role of a side.
  static func role(of side: Side) -> Role {
    switch side {
    case .marketing: .teamMarketing
    case .sales: .teamSales
    case .delivery: .teamDelivery
    case .buyer: .teamBuyer
    }
  }
}

extension Standing.Light {
  /// The glyph of the light: told apart without colour.
  var glyph: String {
    switch self {
    case .overdue: "!"
    case .today: "●"
    case .later: "○"
    case .missing: "?"
    case .resting: "z"
    }
  }

  /// What the light means, for the help.
  var meaning: String {
    switch self {
    case .overdue: "The next step is overdue"
    case .today: "The next step is due today"
    case .later: "The next step is due later"
    case .missing: "There is no next step"
    case .resting: "The lead rests until a date, or has ended"
    }
  }
}
