import BatonModel

/// The demo's board: Tarnwerk, makers of a shift book for factories, and their nine people.
extension Board {
  /// The standard board, with a team, holidays, and gates that ask for more.
  static func demo(asOf: Instant) -> Board {
    var board = Board.standard(name: "Tarnwerk", currency: "EUR", timeZone: "Europe/Amsterdam")
    board.team = DemoTeam.members
    let year = board.calendar.day(of: asOf).components.year
    board.workingHours.holidays = (year - 3...year + 1).flatMap { year in
      ["01-01", "05-01", "12-25", "12-26"].compactMap { CivilDay("\(year)-\($0)")?.description }
    }
    // A day and a half: they have promised each other to be quick.
    board.windows.handoffHours = 12
    board.requireAtGates()
    return board
  }

  private mutating func requireAtGates() {
    for index in stages.indices {
      switch stages[index].id {
      case "propose":
        stages[index].requires = [.amount, .contact]
        stages[index].explanation =
          "An offer is being made. To go on it needs an amount and somebody to send it to."
      case "decide":
        stages[index].kind = .gate
        stages[index].requires = [.approval]
        stages[index].explanation =
          "The buyer decides. Delivery starts when everybody on their side has agreed."
      default: break
      }
    }
  }
}

/// The people of the demo's team.
enum DemoTeam {
  /// Nine who work there, and one who has left and still owns leads.
  static let members: [Member] = [
    member("aylin", "Aylin Demir", .marketing, "head of marketing", nil, "Rotterdam"),
    member("mateo", "Mateo Iriarte", .marketing, "campaigns", "aylin", "Bilbao"),
    member("signe", "Signe Holm", .marketing, "content and site", "aylin", "Aarhus"),
    member("hanne", "Hanne Visser", .sales, "head of sales", nil, "Rotterdam"),
    member("maria", "Maria Costa", .sales, "south and west", "hanne", "Porto"),
    member("jonas", "Jonas Brandt", .sales, "north and centre", "hanne", "Leipzig"),
    member("chidi", "Chidi Okafor", .sales, "first calls", "hanne", "Rotterdam"),
    member("ravi", "Ravi Menon", .delivery, "onboarding", nil, "Rotterdam"),
    member("lucie", "Lucie Moreau", .delivery, "customer success", "ravi", "Lyon"),
    left(member("tom", "Tom Reilly", .sales, "islands", "hanne", "Dublin")),
  ]

  private static func member(
    _ id: MemberID, _ name: String, _ side: Side, _ role: String, _ manager: MemberID?,
    _ office: String
  ) -> Member {
    Member(
      id: id, name: name, side: side, role: role, manager: manager, office: office,
      email: "\(id)@tarnwerk.example")
  }

  private static func left(_ member: Member) -> Member {
    var member = member
    member.hasLeft = true
    return member
  }

  /// Who in sales sells in a country.
  static func seller(in country: String) -> MemberID {
    switch country {
    case "Spain", "Portugal", "Italy", "France", "Belgium", "Greece", "Romania", "Türkiye",
      "Egypt", "Morocco", "Brazil":
      "maria"
    case "United Kingdom", "Ireland", "India", "Japan", "Korea", "Thailand", "China", "Vietnam",
      "Israel":
      "hanne"
    default: "jonas"
    }
  }
}
