import Foundation
import Testing

@testable import baton

/// What a user chose on the screen is kept in their own settings.
@Suite struct SettingsTests {
  @Test func theThemeIsKeptBesideWhatElseStandsThere() throws {
    let place = try Workplace()
    try place.write(
      "{\"actor\": \"maria\", \"mine\": {\"a\": [1, 2]}, \"theme\": \"harbour-night\"}",
      to: "dots/config.json")
    try FileManager.default.createDirectory(
      atPath: place.path("baton"), withIntermediateDirectories: false)
    let file = place.path("baton/config.json")
    try FileManager.default.createSymbolicLink(
      atPath: file, withDestinationPath: place.path("dots/config.json"))
    try Settings.remember(theme: "harbour-day", in: file)
    #expect(
      try place.text("dots/config.json") == """
        {
          "actor": "maria",
          "mine": {
            "a": [
              1,
              2
            ]
          },
          "theme": "harbour-day"
        }

        """)
    // The link is one still, and nothing lies about.
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file).isEmpty == false)
    let files = try FileManager.default.contentsOfDirectory(atPath: place.path("dots"))
    #expect(files == ["config.json"])
  }

  @Test func aFolderIsMadeAndABrokenFileIsLeftAlone() throws {
    let place = try Workplace()
    let file = place.path("config/baton/config.json")
    try Settings.remember(theme: "harbour-day", in: file)
    #expect(try Settings.read(from: file).theme == "harbour-day")
    try place.write("{\"theme\": ", to: "config/baton/config.json")
    #expect(throws: Failure.self) { try Settings.remember(theme: "harbour-night", in: file) }
    #expect(try place.text("config/baton/config.json") == "{\"theme\": ")
  }
}
