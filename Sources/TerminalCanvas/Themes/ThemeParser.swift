/// Reads a theme file line by line.
struct ThemeParser {
  private enum Section: String, CaseIterable {
    case head = ""
    case palette
    case roles
    case rolesOfSixteen = "roles.16"
    case rolesOfNone = "roles.none"

    var depth: ColorDepth? {
      switch self {
      case .rolesOfSixteen: .sixteen
      case .rolesOfNone: ColorDepth.none
      default: nil
      }
    }
  }

  let file: String
  private(set) var line = 0
  private var section = Section.head
  private var name: String?
  private var appearance: Theme.Appearance?
  private(set) var palette: [String: Color] = [:]
  private var roles: [String: Style] = [:]
  private var exceptions: [ColorDepth: [String: Style]] = [:]

  init(file: String) {
    self.file = file
  }

  /// Takes the next line in.
  mutating func read(_ text: Substring) throws(Theme.Fault) {
    line += 1
    let text = Self.trim(Self.withoutComment(text))
    guard let first = text.first else { return }
    if first == "[" {
      try open(text)
      return
    }
    guard let equals = text.firstIndex(of: "=") else {
      throw fault(
        "\(quoted(text)) is neither a section nor a setting",
        "write a section in brackets, as [roles], and a setting with =, as text = ink")
    }
    let key = String(Self.trim(text[..<equals]))
    let value = Self.trim(text[text.index(after: equals)...])
    try check(key, isColor: section == .palette)
    guard !value.isEmpty else {
      throw fault("\(quoted(key)) has no value", "write one behind the =, or remove the line")
    }
    try set(key, value)
  }

  /// The theme, once all lines are read.
  func finish() throws(Theme.Fault) -> Theme {
    guard let text = roles["text"] else {
      throw fault(
        "the role \"text\" is missing",
        "add it under [roles]: whatever has no role of its own looks like it")
    }
    let base = file.split(separator: "/").last.map(String.init) ?? file
    let id = base.hasSuffix(".theme") ? String(base.dropLast(6)) : base
    return Theme(
      id: id, name: name ?? id, appearance: appearance ?? Self.appearance(of: text),
      palette: palette, roles: roles, exceptions: exceptions)
  }

  /// What the text role's colours suggest, for a file that does not say.
  private static func appearance(of text: Style) -> Theme.Appearance {
    if let background = text.background?.appearance {
      return background.luminance < 0.18 ? .dark : .light
    }
    guard let foreground = text.foreground?.appearance else { return .dark }
    return foreground.luminance < 0.18 ? .light : .dark
  }

  private mutating func open(_ text: Substring) throws(Theme.Fault) {
    let name = Self.trim(text.dropFirst().prefix { $0 != "]" })
    guard text.hasSuffix("]"), let section = Section(rawValue: String(name)), section != .head
    else {
      throw fault(
        "\(quoted(text)) is no section", "use [palette], [roles], [roles.16] or [roles.none]")
    }
    self.section = section
  }

  private mutating func set(_ key: String, _ value: Substring) throws(Theme.Fault) {
    switch section {
    case .head:
      try setHead(key, value)
    case .palette:
      guard palette[key] == nil else { throw twice(key) }
      let color = try color(value)
      palette[key] = color
    case .roles:
      guard roles[key] == nil else { throw twice(key) }
      let style = try style(value)
      roles[key] = style
    case .rolesOfSixteen, .rolesOfNone:
      guard let depth = section.depth else { return }
      guard exceptions[depth]?[key] == nil else { throw twice(key) }
      let style = try style(value)
      exceptions[depth, default: [:]][key] = style
    }
  }

  private mutating func setHead(_ key: String, _ value: Substring) throws(Theme.Fault) {
    switch key {
    case "name":
      name = String(value)
    case "appearance":
      guard let appearance = Theme.Appearance(rawValue: String(value)) else {
        throw fault("\(quoted(value)) is no appearance", "use dark or light")
      }
      self.appearance = appearance
    default:
      throw fault(
        "\(quoted(key)) stands before the first section",
        "only name and appearance belong there; put colours under [palette], roles under [roles]")
    }
  }

  /// The line up to a comment: a `#` that nothing but spaces precedes, or that stands alone.
  private static func withoutComment(_ text: Substring) -> Substring {
    var rest = text.utf8[...]
    while let sign = rest.firstIndex(of: UInt8(ascii: "#")) {
      rest = rest[rest.index(after: sign)...]
      let isFirst = trim(text[..<sign]).isEmpty
      let isAlone = rest.first?.isBlank != false && text.utf8[..<sign].last?.isBlank != false
      if isFirst || isAlone { return text[..<sign] }
    }
    return text
  }

  private static func trim(_ text: Substring) -> Substring {
    var bytes = text.utf8[...]
    while let first = bytes.first, first.isBlank { bytes.removeFirst() }
    while let last = bytes.last, last.isBlank { bytes.removeLast() }
    return Substring(bytes)
  }
}

extension UInt8 {
  /// Whether it is a space, a tabulator, or the first half of a Windows line end.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
  /// Whether it is one of 0 to 9.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= self }
}
