extension Int {
  /// The largest count that a file of a board holds: eighteen digits.
  public static let largestCount = 999_999_999_999_999_999

  /// The count with one more; the largest stays as it is, since a file with a larger one would be
  /// refused when it is read again.
  public var oneMore: Int { self < .largestCount ? self + 1 : self }
}
