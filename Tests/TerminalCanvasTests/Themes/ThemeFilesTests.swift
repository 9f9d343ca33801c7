import Foundation
import TerminalCanvas
import Testing

/// The files in `themes/`, all of them, also those added later.
@Suite("The themes that come with the program")
struct ThemeFilesTests {
  static let files: [URL] = {
    let folder = Places.package.appending(path: "themes")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "theme" }
  }()

  /// What is read as words; the rest is lines and signs.
  static let decorative: Set<String> = [
    "card.border", "card.border.selected", "column.rule", "column.rule.selected",
    "overlay.border", "scroll",
  ]

  /// What is drawn on the surface of another role than its own, by the first word of its name.
  static let surfaces: [String: [String]] = [
    "card": ["card", "card.selected"],
    "light": ["text", "card", "card.selected", "overlay"],
    "team": ["text", "card", "card.selected", "overlay"],
    "quality": ["text", "card", "card.selected"],
    "flag": ["text", "card", "card.selected"],
    "text": ["text", "overlay"],
    "hint": ["status", "overlay", "text"],
    "picker": ["overlay", "text"],
    "input": ["overlay", "input"],
    "timeline": ["text", "overlay"],
    "table": ["text", "table.zebra"],
    "bar": ["text", "table.zebra", "overlay"],
    "good": ["text", "table.zebra", "overlay"],
    "warn": ["text", "table.zebra", "overlay"],
    "bad": ["text", "table.zebra", "overlay"],
  ]

  private func theme(_ file: URL) throws -> Theme {
    try Theme.parse(try String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
  }

  /// Every foreground with each background that it may stand on.
  private func pairs(in theme: Theme) -> [(role: String, surface: String, contrast: Double)] {
    var pairs: [(role: String, surface: String, contrast: Double)] = []
    for (role, style) in theme.roles.sorted(by: { $0.key < $1.key }) {
      let first = String(role.prefix { $0 != "." })
      let surfaces = style.background == nil ? Self.surfaces[first] ?? [role] : [role]
      for surface in surfaces {
        guard let background = theme.background(of: surface),
          let contrast = style.foreground?.contrast(with: background)
        else { continue }
        pairs.append((role, surface, contrast))
      }
    }
    return pairs
  }

  @Test("There are a dark and a light one")
  func both() throws {
    let themes = try Self.files.map(theme)
    #expect(Set(themes.map(\.appearance)) == [.dark, .light])
    #expect(Set(themes.map(\.name)).count == themes.count)
  }

  @Test("They name the same roles", arguments: ThemeFilesTests.files)
  func sameRoles(file: URL) throws {
    let first = try theme(try #require(Self.files.first))
    #expect(try theme(file).roles.keys.sorted() == first.roles.keys.sorted())
  }

  @Test("Text has a contrast of 4.5 at least, lines of 3", arguments: ThemeFilesTests.files)
  func contrast(file: URL) throws {
    for pair in pairs(in: try theme(file)) {
      let wanted = Self.decorative.contains(pair.role) ? 3 : 4.5
      #expect(pair.contrast >= wanted, "\(pair.role) on \(pair.surface)")
    }
  }

  @Test(
    "It stays legible in 256 and in sixteen colours", arguments: ThemeFilesTests.files,
    [(ColorDepth.palette256, 3.9), (.sixteen, 2.5)])
  func reduced(file: URL, reduction: (depth: ColorDepth, contrast: Double)) throws {
    for pair in pairs(in: try theme(file).reduced(to: reduction.depth)) {
      let wanted = Self.decorative.contains(pair.role) ? 2 : reduction.contrast
      #expect(pair.contrast >= wanted, "\(pair.role) on \(pair.surface)")
    }
  }

  @Test(
    "Teams, the buyer and the lights look different, in few colours too",
    arguments: ThemeFilesTests.files)
  func distinct(file: URL) throws {
    for depth in [ColorDepth.trueColor, .palette256, .sixteen] {
      let theme = try theme(file).reduced(to: depth)
      for group in [
        ["team.marketing", "team.sales", "team.delivery", "team.buyer"],
        ["light.overdue", "light.today", "light.later", "light.none"],
      ] {
        #expect(
          Set(group.map { [theme[$0].foreground, theme[$0].background] }).count == group.count)
      }
    }
  }

  @Test(
    "Without colours, what is chosen or wrong differs by attributes",
    arguments: ThemeFilesTests.files)
  func withoutColors(file: URL) throws {
    let theme = try theme(file).reduced(to: .none)
    let colored = theme.roles.filter { role in
      [role.value.foreground, role.value.background].contains {
        $0 != nil && $0 != .terminalDefault
      }
    }
    #expect(colored.isEmpty)
    for (one, other) in [
      ("card", "card.selected"), ("card.border", "card.border.selected"),
      ("overlay", "picker.selected"), ("column.title", "column.title.selected"),
      ("status.live", "status.error"), ("card.age", "card.age.late"),
      ("text", "text.faint"), ("toast", "toast.error"),
    ] {
      #expect(theme[one].attributes != theme[other].attributes, "\(one) and \(other)")
    }
  }
}
