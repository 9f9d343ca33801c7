/// How handoffs are answered day by day, each kind of answer competing with the others.
///
/// Cumulative incidence with competing risks (Aalen and Johansen 1978): handoffs that still wait
/// count for as long as they have waited. On each day the shares of all kinds and the share still
/// open make one.
public struct AnswerCurve: Hashable, Sendable {
  /// One handoff and its answer, if it has one yet.
  public struct Wait: Hashable, Sendable {
    /// Days from the handoff to its answer, or until now; finite, not negative.
    public let days: Double
    /// The number of the kind of answer, from 0; nil while it waits.
    public let answer: Int?

    /// A handoff that was answered after `days` days, or has waited so long.
    public init(days: Double, answer: Int?) {
      self.days = days
      self.answer = answer
    }
  }

  /// The days on which answers came, ascending.
  public private(set) var days: [Double] = []
  /// The share still unanswered after each of `days`.
  public private(set) var open: [Double] = []
  /// How many kinds of answer compete.
  public let kinds: Int
  /// The shares by day and kind, `kinds` numbers a day.
  private var answered: [Double] = []

  /// Makes the curve from handoffs in any order.
  ///
  /// - Parameter kinds: How many kinds there are; every answer's number is below it.
  /// - Complexity: O(n log n + days·kinds).
  public init(_ waits: some Sequence<Wait>, kinds: Int) {
    self.kinds = kinds
    let sorted = waits.sorted { $0.days < $1.days }
    var stillOpen = 1.0
    var shares = [Double](repeating: 0, count: kinds)
    sorted.forEachRun(by: \.days) { day in
      let atRisk = Double(sorted.count - day.startIndex)
      var answers = 0
      for case let kind? in day.lazy.map(\.answer) {
        shares[kind] += stillOpen / atRisk
        answers += 1
      }
      guard answers > 0 else { return }
      stillOpen *= 1 - Double(answers) / atRisk
      days.append(sorted[day.startIndex].days)
      open.append(stillOpen)
      answered.append(contentsOf: shares)
    }
  }

  /// The shares answered with `kind` by each of `days`.
  public func shares(of kind: Int) -> [Double] {
    days.indices.map { answered[$0 * kinds + kind] }
  }

  /// The share answered with `kind` within `age` days of the handoff.
  ///
  /// - Complexity: O(log n).
  public func share(of kind: Int, within age: Double) -> Double {
    let passed = days.firstIndex(beyond: { $0 > age })
    return passed == 0 ? 0 : answered[(passed - 1) * kinds + kind]
  }
}
