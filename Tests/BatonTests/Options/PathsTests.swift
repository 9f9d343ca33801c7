import Foundation
import Testing

@testable import baton

@Suite struct PathsTests {
  @Test func putsSettingsWhereTheXDGSpecificationHasThem() {
    var around = Surroundings(environment: ["HOME": "/home/ana"])
    #expect(Paths(around: around).settingsFile == "/home/ana/.config/baton/config.json")
    around.environment["XDG_CONFIG_HOME"] = "/etc/ana"
    #expect(Paths(around: around).themesFolder == "/etc/ana/baton/themes")
    around.environment["XDG_CONFIG_HOME"] = "relative"
    #expect(Paths(around: around).settingsFolder == "/home/ana/.config/baton")
  }

  @Test func takesPathsFromTheWorkingFolder() {
    let paths = Paths(around: Surroundings(folder: "/work/here"))
    #expect(paths.absolute("board") == "/work/here/board")
    #expect(paths.absolute("../board") == "/work/board")
    #expect(paths.absolute("/board") == "/board")
  }

  @Test func findsTheNearestBoardUpwards() throws {
    let place = try Workplace.withBoard()
    let deep = place.path("board/leads/3f/deep")
    try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
    for start in ["board", "board/leads", "board/leads/3f/deep"] {
      let paths = Paths(around: Surroundings(folder: place.path(start)))
      #expect(try paths.board(named: nil) == place.path("board"))
    }
    #expect(throws: Failure.self) { try Paths(around: Surroundings(folder: "/")).board(named: nil) }
  }
}
