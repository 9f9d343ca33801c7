import Foundation

/// The wins that each kind of touch is credited with, by rules that a person can follow.
///
/// The rules are shown side by side: no single one is the truth. Leads without any touch take no
/// part and are counted apart.
public struct TouchCredit: Hashable, Sendable {
  /// Each win to the journey's first touch, by kind.
  public private(set) var first: [Double]
  /// Each win to the journey's last touch, by kind.
  public private(set) var last: [Double]
  /// Each win in equal parts to the journey's touches, repeats counted, by kind.
  public private(set) var linear: [Double]
  /// 40 % of each win to the first touch, 40 % to the last, the rest to those between, by kind.
  public private(set) var position: [Double]
  /// How many leads with a touch were won.
  public private(set) var wins = 0
  /// How many leads with a touch were lost.
  public private(set) var losses = 0
  /// How many closed leads have no touch recorded.
  public private(set) var untouched = 0

  /// Credits the wins of journeys to `kinds` kinds of touch.
  ///
  /// - Complexity: O(touches).
  public init(_ journeys: some Sequence<TouchJourney>, kinds: Int) {
    first = [Double](repeating: 0, count: kinds)
    last = first
    linear = first
    position = first
    for journey in journeys { add(journey) }
  }

  private mutating func add(_ journey: TouchJourney) {
    guard let start = journey.path.first, let end = journey.path.last else {
      untouched += journey.wins + journey.losses
      return
    }
    wins += journey.wins
    losses += journey.losses
    guard journey.wins > 0 else { return }
    let won = Double(journey.wins)
    first[start] += won
    last[end] += won
    let touches = journey.path.count
    let part = won / Double(touches)
    for kind in journey.path { linear[kind] += part }
    switch touches {
    case 1:
      position[start] += won
    case 2:
      position[start] += won / 2
      position[end] += won / 2
    default:
      position[start] += 0.4 * won
      position[end] += 0.4 * won
      let between = 0.2 * won / Double(touches - 2)
      for kind in journey.path.dropFirst().dropLast() { position[kind] += between }
    }
  }

  /// One win a journey, shared so that a touch a half-life earlier counts half as much, by kind.
  ///
  /// - Parameter halfLife: In hours, above 0.
  /// - Complexity: O(touches).
  public static func timeDecay(
    _ journeys: some Sequence<TimedJourney>, kinds: Int, halfLife: Double = 168
  ) -> [Double] {
    var credit = [Double](repeating: 0, count: kinds)
    for journey in journeys {
      // Only differences count; measured from the latest touch no weight sum underflows to 0.
      guard let latest = journey.touches.map(\.hoursBeforeWin).min() else { continue }
      let weights = journey.touches.map { exp2((latest - $0.hoursBeforeWin) / halfLife) }
      let sum = weights.reduce(0, +)
      for (touch, weight) in zip(journey.touches, weights) { credit[touch.kind] += weight / sum }
    }
    return credit
  }
}
