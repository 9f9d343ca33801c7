/// A point in time: whole microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// An integer, so that what is read from a file is written back as it was, and so that sorting a
/// hundred thousand leads by time compares nothing but integers.
public struct Instant: Hashable, Sendable, Comparable {
  /// Microseconds since 1970-01-01T00:00:00Z; negative before.
  public var microseconds: Int64

  /// The instant so many microseconds after 1970.
  public init(microseconds: Int64) { self.microseconds = microseconds }

  /// The instant so many seconds after 1970.
  public init(seconds: Int64) { self.microseconds = seconds * 1_000_000 }

  /// Whole seconds since 1970, rounded down.
  public var seconds: Int64 {
    let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The length of a day in microseconds.
  public static let day: Int64 = 86_400_000_000

  /// Later than everything: sorts undated things last.
  public static let distantFuture = Instant(microseconds: .max)

  /// Earlier than everything.
  public static let distantPast = Instant(microseconds: .min)

  /// Orders by time.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }

  /// The instant a number of days of 24 hours later; earlier where negative. Saturates.
  public func adding(days: Double) -> Instant {
    let shift = days * Double(Instant.day)
    guard shift.isFinite, abs(shift) < 9e18 else {
      return shift < 0 ? .distantPast : .distantFuture
    }
    let (sum, overflow) = microseconds.addingReportingOverflow(Int64(shift))
    return overflow ? (shift < 0 ? .distantPast : .distantFuture) : Instant(microseconds: sum)
  }

  /// The instant a number of hours later; earlier where negative. Saturates.
  public func adding(hours: Double) -> Instant { adding(days: hours / 24) }

  /// Days of 24 hours from `earlier` to this instant; negative where it is later.
  public func days(since earlier: Instant) -> Double {
    (Double(microseconds) - Double(earlier.microseconds)) / Double(Instant.day)
  }
}
