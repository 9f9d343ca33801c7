/// One stay of a lead in a stage: how long, and whether it has ended.
///
/// A lead that is still there counts too; without it dwell looks far too short.
public struct Stay: Hashable, Sendable {
  /// How long the stay has lasted so far or lasted in all, in days; finite, not negative.
  public let days: Double
  /// Whether the lead has left the stage, for whatever reason.
  public let hasLeft: Bool

  /// A stay of `days` days that has ended, or not yet.
  public init(days: Double, hasLeft: Bool) {
    self.days = days
    self.hasLeft = hasLeft
  }

  /// A stay as it looked at `asOf`, all in day numbers, or nil if it had not begun by then.
  ///
  /// A stay that ended after `asOf` was still open then. One that ends before it begins is a fault
  /// of the file and no stay.
  public init?(entered: Double, left: Double?, asOf: Double) {
    let hasLeft = left.map { $0 <= asOf } ?? false
    let end = hasLeft ? left ?? asOf : asOf
    guard entered <= end else { return nil }
    self.init(days: end - entered, hasLeft: hasLeft)
  }
}
