import BatonModel

/// Addresses and numbers by which a person is recognised.
extension CellText {
  /// The first of the e-mail addresses on a cell, without `mailto:` and angle brackets.
  static func firstAddress(_ cell: String) -> String {
    let first = cell.split { $0 == ";" || $0 == "," }.first.map(String.init) ?? cell
    var text = Substring(trimmed(first))
    if let open = text.lastIndex(of: "<"), text.last == ">" {
      text = text[text.index(after: open)...].dropLast()
    }
    if text.lowercased().hasPrefix("mailto:") { text = text.dropFirst(7) }
    return trimmed(String(text))
  }

  /// The domain of a site's address: `https://www.helix.io/en` is at `helix.io`.
  static func domain(_ cell: String) -> String {
    var text = Substring(trimmed(cell).lowercased())
    if let scheme = text.firstRange(of: "://") { text = text[scheme.upperBound...] }
    text = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
    return String(text.hasPrefix("www.") ? text.dropFirst(4) : text)
  }
}
