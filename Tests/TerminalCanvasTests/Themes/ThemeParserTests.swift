import TerminalCanvas
import Testing

@Suite("Reading theme files")
struct ThemeParserTests {
  private func parse(_ text: String) throws(Theme.Fault) -> Theme {
    try Theme.parse(text, file: "themes/fog.theme")
  }

  private func fault(of text: String) throws -> String {
    let fault = #expect(throws: Theme.Fault.self) { try Theme.parse(text, file: "fog.theme") }
    return try #require(fault).description
  }

  @Test("Colours, styles, comments and sections")
  func wholeFile() throws {
    let theme = try parse(
      """
      # A comment.
      name = Fog over Elbe   # another
      appearance = light

      [palette]
      ink = #123
      paper = #FFfe00
      alias = ink
      #ink = #fff

      [roles]
      text = ink on paper
      card.title = alias bold underline
      unheard.of = on 208 dim
      plain-one = plain
      own = default on default

      [roles.16]
      text = 0 on 15
      [roles.none]
      card.title = reverse
      """)
    #expect(theme.id == "fog")
    #expect(theme.name == "Fog over Elbe")
    #expect(theme.appearance == .light)
    #expect(theme.palette["ink"] == .rgb(0x11, 0x22, 0x33))
    #expect(theme["text"] == Style(.rgb(0x11, 0x22, 0x33), on: .rgb(0xFF, 0xFE, 0)))
    #expect(theme["card.title"] == Style(.rgb(0x11, 0x22, 0x33), [.bold, .underline]))
    #expect(theme["unheard.of"] == Style(on: .palette(208), .dim))
    #expect(theme["plain-one"] == .plain)
    #expect(theme["own"] == Style(.terminalDefault, on: .terminalDefault))
    #expect(theme.exceptions[.sixteen] == ["text": Style(.palette(0), on: .palette(15))])
    #expect(theme.exceptions[.none] == ["card.title": Style(nil, .reverse)])
  }

  @Test("Carriage returns, tabs and missing final newlines do no harm")
  func lineEnds() throws {
    let theme = try parse("[roles]\r\n\ttext\t=  default \r\nbar = 4")
    #expect(theme.name == "fog")
    #expect(theme["bar"] == Style(.palette(4)))
  }

  @Test("A role that is missing looks like the more general one, in the end like text")
  func fallback() throws {
    let theme = try parse("[roles]\ntext = 1 on 2\ncard = 3 on 4\ncard.title = 5")
    #expect(theme["card.title.selected"] == Style(.palette(5)))
    #expect(theme["card.age.late"] == Style(.palette(3), on: .palette(4)))
    #expect(theme["light.none"] == Style(.palette(1), on: .palette(2)))
    #expect(theme.background(of: "card.title.selected") == .palette(4))
    #expect(theme.background(of: "light.none") == .palette(2))
  }

  /// Texts, the line of the fault in each, and what is said of it.
  static let faulty: [(text: String, line: Int, message: String)] = [
    (
      "[palette]\nink = #12345", 2,
      "\"#12345\" is no colour: write # and three or six hexadecimal digits: #1a2b3c"
    ),
    (
      "[palette]\nink = #fff\n[roles]\ntext = inc", 4,
      "no colour is named \"inc\": did you mean \"ink\"?"
    ),
    (
      "[roles]\ntext = mauve", 2,
      "no colour is named \"mauve\": name it under [palette], above, or write it as #rrggbb"
    ),
    ("[roles]\ntext = 256", 2, "the terminal has no colour 256: use a number from 0 to 255"),
    (
      "[roles]\ntext = 1 on", 2,
      "no colour follows \"on\": write the background's colour behind it"
    ),
    (
      "[roles]\ntext = 1 2", 2,
      """
      "2" is no attribute: use bold, dim, italic, underline, reverse, strikethrough; \
      colours come first, as in: ink on panel bold
      """
    ),
    (
      "[rules]", 1,
      "\"[rules]\" is no section: use [palette], [roles], [roles.16] or [roles.none]"
    ),
    (
      "colour", 1,
      """
      "colour" is neither a section nor a setting: \
      write a section in brackets, as [roles], and a setting with =, as text = ink
      """
    ),
    ("[roles]\ntext =", 2, "\"text\" has no value: write one behind the =, or remove the line"),
    ("[roles]\ntext = 1\ntext = 2", 3, "\"text\" is set twice: keep one of the lines"),
    ("appearance = grey", 1, "\"grey\" is no appearance: use dark or light"),
    (
      "ink = #fff", 1,
      """
      "ink" stands before the first section: only name and appearance belong there; \
      put colours under [palette], roles under [roles]
      """
    ),
    (
      "[palette]\nbold = #fff", 2,
      "\"bold\" cannot name a colour: styles use it for something else; choose another name"
    ),
    (
      "[roles]\nCard..title = 1", 2,
      """
      "Card..title" cannot be a name: \
      use small letters, digits and hyphens, and dots between the words of a role
      """
    ),
    (
      "[roles]\nbar = 1\n", 3,
      """
      the role "text" is missing: \
      add it under [roles]: whatever has no role of its own looks like it
      """
    ),
  ]

  @Test("A fault is told with its line and a remedy", arguments: ThemeParserTests.faulty)
  func tellsFaults(text: String, line: Int, message: String) throws {
    #expect(try fault(of: text) == "fog.theme:\(line): \(message)")
  }

  @Test("A fault quotes a hostile file harmlessly")
  func hostileFile() throws {
    let text = "[roles]\ntext = \u{1B}]0;\u{202E}" + String(repeating: "x", count: 1_000_000)
    #expect(
      try fault(of: text)
        == "fog.theme:2: no colour is named \"␛]0;·xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\": "
        + "name it under [palette], above, or write it as #rrggbb")
  }
}
