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
}
