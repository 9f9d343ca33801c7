import Foundation
import TerminalCanvas
import Testing

@testable import BatonBoard

@Suite("Built-in themes")
struct BuiltInThemeTests {
  @Test("Every file in the themes folder is compiled in, as it is")
  func sameAsFiles() throws {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "themes")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Theme.builtInFiles.map(\.name).sorted() == names.sorted())
    for file in Theme.builtInFiles {
      #expect(try Data(contentsOf: folder.appending(path: file.name)) == Data(file.bytes))
    }
  }

  @Test("Each can be read; the first is dark, the second light")
  func readable() {
    #expect(Theme.builtIn.map(\.id) == ["harbour-night", "harbour-day"])
    #expect(Theme.builtIn.map(\.appearance) == [.dark, .light])
  }

  @Test("Each names every role that the board draws with")
  func roles() {
    for theme in Theme.builtIn {
      #expect(Role.allCases.map(\.rawValue).filter { theme.roles[$0] == nil } == [])
    }
  }
}
