/// An amount of money in the smallest unit of its currency.
public struct Money: Hashable, Sendable {
  /// Minor units: cents of a euro, yen of a yen.
  public var minorUnits: Int
  /// The ISO 4217 code: `EUR`.
  public var currency: String
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// An amount in minor units.
  public init(minorUnits: Int, currency: String) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// Whether a text is written as the code of a currency: three capital letters.
  public static func isCode(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (65...90).contains($0) }
  }

  /// The decimal places of a currency in ISO 4217: 2 for most, 0 for the yen, 3 for the dinar.
  public static func decimalPlaces(of currency: String) -> Int {
    switch currency {
    case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
      "VUV", "XAF", "XOF", "XPF":
      0
    case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
    case "CLF", "UYW": 4
    default: 2
    }
  }

  /// The amount in whole units of the currency, for showing and for comparing with `amount>=50k`.
  public var units: Double {
    switch Money.decimalPlaces(of: currency) {
    case 0: Double(minorUnits)
    case 3: Double(minorUnits) / 1000
    case 4: Double(minorUnits) / 10_000
    default: Double(minorUnits) / 100
    }
  }
}
