public import BatonModel

extension Money: JSONRecord {
  /// The keys in the file.
  public static let fields: RecordFields<Money> = [
    .required("currency", \.currency),
    .required("minorUnits", \.minorUnits, in: .minorUnits),
  ]

  /// What reading begins with.
  public static let blank = Money(minorUnits: 0, currency: "")
}

extension Identifier: JSONCodable {}
extension Channel: JSONCodable {}
extension Side: JSONCodable {}
extension Activity: JSONCodable {}

extension Instant {
  /// Stands in a blank record for a required time until it is read.
  static let blank = Instant(microseconds: 0)
}
