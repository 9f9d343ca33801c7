/// The signs and codes of currencies beside an amount.
public enum CurrencySigns {
  static func knows(_ sign: String) -> Bool { codes(of: sign) != nil }

  /// The ISO 4217 codes that a sign may stand for; nil where it is no sign of a currency.
  public static func codes(of sign: String) -> [String]? {
    if let codes = signs[sign] ?? signs[sign.lowercased()] { return codes }
    if Money.isCode(sign) { return [sign] }
    // `12 mil` is no currency, `12 usd` is one.
    let code = sign.uppercased()
    return wellKnown.contains(code) ? [code] : nil
  }

  private static let wellKnown = Set(signs.values.joined())

  private static let signs: [String: [String]] = [
    "€": ["EUR"], "£": ["GBP"], "₹": ["INR"], "rs": ["INR"], "₽": ["RUB"], "₺": ["TRY"],
    "₩": ["KRW"], "₪": ["ILS"], "₫": ["VND"], "₴": ["UAH"], "฿": ["THB"], "₱": ["PHP"],
    "₦": ["NGN"], "zł": ["PLN"], "kč": ["CZK"], "ft": ["HUF"], "fr": ["CHF"], "fr.": ["CHF"],
    "r$": ["BRL"], "us$": ["USD"], "a$": ["AUD"], "c$": ["CAD"], "ca$": ["CAD"], "nz$": ["NZD"],
    "hk$": ["HKD"], "s$": ["SGD"], "mx$": ["MXN"],
    "$": ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP", "TWD"],
    "¥": ["JPY", "CNY"], "￥": ["JPY", "CNY"], "kr": ["SEK", "NOK", "DKK", "ISK"],
    "kr.": ["SEK", "NOK", "DKK", "ISK"],
  ]
}
