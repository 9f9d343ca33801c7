import BatonModel

/// Reads yes and no in the words that exports use.
public enum BooleanReader {
  /// True or false, or nil for a blank cell and for a word that is neither.
  public static func read(_ cell: String) -> Bool? {
    let word = CellText.folded(cell)
    if yes.contains(word) { return true }
    if no.contains(word) { return false }
    return nil
  }

  static let yes: Set<String> = [
    "yes", "y", "true", "t", "1", "on", "x", "✓", "✔", "checked", "ja", "j", "oui", "sí", "si",
    "sim", "tak", "wahr", "vrai", "verdadero",
  ]
  static let no: Set<String> = [
    "no", "n", "false", "f", "0", "off", "✗", "✘", "unchecked", "nein", "nee", "non", "não",
    "nao", "nie", "falsch", "faux", "falso", "-",
  ]
}
