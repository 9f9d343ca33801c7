public import struct Foundation.Date

extension Instant {
  /// The instant of a Foundation date, to the microsecond.
  public init(_ date: Date) {
    self.init(microseconds: Int64((date.timeIntervalSince1970 * 1_000_000).rounded()))
  }

  /// The same instant for Foundation.
  public var date: Date { Date(timeIntervalSince1970: Double(microseconds) / 1_000_000) }
}
