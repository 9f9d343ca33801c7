/// The looks of everything that is drawn, by role.
///
/// A role's name says what is drawn in words joined by dots, the general one first:
/// `card.title.selected`. A role that a theme does not name looks like the one with the last word
/// dropped, and in the end like `text`.
public struct Theme: Hashable, Sendable {
  /// Whether a theme is dark or light.
  public enum Appearance: String, Hashable, Sendable {
    /// Light letters on a dark background.
    case dark
    /// Dark letters on a light background.
    case light
  }

  /// The name that users choose it by: its file's name without folder and ending.
  public let id: String
  /// The name shown to people.
  public let name: String
  /// Whether it is dark or light.
  public let appearance: Appearance
  /// The named colours that the roles are made of.
  public let palette: [String: Color]
  /// The roles named in the file, known to the program or not.
  public let roles: [String: Style]
  /// What roles look like instead where a terminal shows that few colours.
  public let exceptions: [ColorDepth: [String: Style]]

  /// Makes a theme.
  public init(
    id: String, name: String, appearance: Appearance, palette: [String: Color] = [:],
    roles: [String: Style], exceptions: [ColorDepth: [String: Style]] = [:]
  ) {
    self.id = id
    self.name = name
    self.appearance = appearance
    self.palette = palette
    self.roles = roles
    self.exceptions = exceptions
  }

  /// How a role looks: as the theme says, or as the nearest more general role that it names.
  public subscript(role: String) -> Style {
    if let style = roles[role] { return style }
    return generalizations(of: role).lazy.compactMap { roles[$0] }.first ?? .plain
  }

  /// What is behind a role's letters: its own background, or that of the nearest more general
  /// role that has one.
  public func background(of role: String) -> Color? {
    roles[role]?.background
      ?? generalizations(of: role).lazy.compactMap { roles[$0]?.background }.first
  }

  /// The same theme in the colours that a terminal shows.
  ///
  /// Reduce once, when the theme or the terminal changes, not with every frame.
  public func reduced(to depth: ColorDepth) -> Theme {
    var reduced: [String: Style] = [:]
    for (role, style) in roles {
      reduced[role] = style.reduced(to: depth, over: background(of: role))
    }
    if let exceptions = exceptions[depth] {
      reduced.merge(exceptions) { $1 }
    }
    return Theme(
      id: id, name: name, appearance: appearance, palette: palette, roles: reduced)
  }

  /// A role's name with ever more words dropped, `text` last.
  private func generalizations(of role: String) -> some Sequence<String> {
    sequence(first: role) { name in
      if let dot = name.lastIndex(of: ".") { return String(name[..<dot]) }
      return name == "text" ? nil : "text"
    }.dropFirst()
  }
}
