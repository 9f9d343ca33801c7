internal import TerminalCanvas

/// HTML that is being written, element by element: text and attributes can enter it only escaped.
struct Markup {
  /// What was written.
  private(set) var html = ""

  /// An element with what is in it; attributes without a value are left out.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ body: (inout Markup) -> Void = { _ in }
  ) {
    open(name, attributes)
    body(&self)
    html += "</\(name)>"
  }

  /// An element with a text in it.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element that has no end, such as `meta`.
  mutating func open(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    html += "<\(name)"
    for (key, value) in attributes where !value.isEmpty {
      html += " \(key)=\"\(Markup.escaped(value))\""
    }
    html += ">"
  }

  /// A text, made harmless.
  mutating func text(_ text: String) { html += Markup.escaped(text) }

  /// What the source itself says, as it is.
  mutating func literal(_ text: StaticString) { html += "\(text)" }

  /// A line break between two elements, for whoever reads the source.
  mutating func newLine() { html += "\n" }

  /// A text without control, escape and direction characters, and without marks of HTML.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in Sanitizer.safeText(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
