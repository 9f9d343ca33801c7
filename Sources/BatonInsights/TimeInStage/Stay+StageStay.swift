internal import BatonModel

extension Stay {
  /// A stay as it looked at `asOf`, or nil if it had not begun by then.
  init?(_ stay: StageStay, asOf: Instant) {
    self.init(
      entered: 0, left: stay.left?.days(since: stay.entered),
      asOf: asOf.days(since: stay.entered))
  }
}
