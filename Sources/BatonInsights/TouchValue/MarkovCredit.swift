/// The wins that each kind of touch is credited with by what its absence would cost.
///
/// Anderl et al. 2016: touches are the states of a Markov chain that ends in a win or a loss; a
/// kind's removal effect is the share of wins lost when every way into it is lost. Never a
/// headline: it says what goes together with wins, not what causes them.
public struct MarkovCredit: Hashable, Sendable {
  /// The fewest wins from which the credit is shown.
  public static let fewestWins = 100

  /// The chance of a win at the start; it equals the plain share of wins, at every order.
  public let winChance: Double
  /// How many states the chain has beside its start and its ends.
  public let states: Int
  /// The share of wins lost without the kind, by kind; 0 for one that no journey has.
  public let removalEffect: [Double]
  /// The wins shared out by removal effect, by kind.
  public let credit: [Double]

  /// Credits the wins of journeys to `kinds` kinds of touch, or gives nil for an order that needs
  /// a table of more than a million states.
  ///
  /// - Parameters:
  ///   - kinds: How many kinds there are; every number in a path is below it.
  ///   - order: How many touches in a row make a state; from 1.
  /// - Complexity: O(touches + kinds·states³); at order 1 there is a state a kind.
  public init?(_ journeys: some Sequence<TouchJourney>, kinds: Int, order: Int = 1) {
    guard var windows = TouchWindows(kinds: kinds, order: order) else { return nil }
    let touched = journeys.filter { !$0.path.isEmpty }
    let paths = touched.map { windows.states(along: $0.path) }
    var chain = AbsorbingChain(states: windows.count)
    for (journey, path) in zip(touched, paths) {
      let weight = Double(journey.wins + journey.losses)
      var previous: Int?
      for state in path {
        chain.add(weight, from: previous, to: .state(state))
        previous = state
      }
      chain.add(Double(journey.wins), from: previous, to: .win)
      chain.add(Double(journey.losses), from: previous, to: .loss)
    }
    self.init(
      chain: chain, kindsOfState: windows.kindsOfState, kinds: kinds,
      wins: touched.reduce(0) { $0 + $1.wins })
  }

  /// Credits `wins` wins by a chain whose states stand for the kinds in `kindsOfState`.
  init(chain: AbsorbingChain, kindsOfState: [[Int]], kinds: Int, wins: Int) {
    let whole = chain.winChance()
    let seen = Set(kindsOfState.joined())
    let effects = (0..<kinds).map { kind in
      guard whole > 0, seen.contains(kind) else { return 0.0 }
      return max(0, 1 - chain.winChance { kindsOfState[$0].contains(kind) } / whole)
    }
    let sum = effects.reduce(0, +)
    winChance = whole
    states = chain.states
    removalEffect = effects
    credit = effects.map { sum > 0 ? Double(wins) * $0 / sum : 0 }
  }
}

/// The windows of touches that are a chain's states, numbered as they are first seen.
private struct TouchWindows {
  private static let largestTable = 1 << 20

  private let order: Int
  /// One more than the number of kinds, so that no touch is the digit 0.
  private let base: Int
  /// The place of the oldest touch in a full window.
  private let oldestPlace: Int
  /// The state of each window, read as a number in `base`; -1 where there is none yet.
  private var table: [Int32]
  private(set) var kindsOfState: [[Int]] = []

  var count: Int { kindsOfState.count }

  init?(kinds: Int, order: Int) {
    guard order >= 1, kinds >= 0 else { return nil }
    var size = 1
    for _ in 0..<order {
      let (product, overflow) = size.multipliedReportingOverflow(by: kinds + 1)
      guard !overflow, product <= Self.largestTable else { return nil }
      size = product
    }
    self.order = order
    base = kinds + 1
    oldestPlace = size / (kinds + 1)
    table = [Int32](repeating: -1, count: size)
  }

  /// The states that a path goes through; equal states in a row are one.
  mutating func states(along path: [Int]) -> [Int] {
    var states: [Int] = []
    var window = 0
    for (index, kind) in path.enumerated() {
      window = window % oldestPlace * base + kind + 1
      guard index + 1 >= min(order, path.count) else { continue }
      let state = number(of: window)
      if states.last != state { states.append(state) }
    }
    return states
  }

  private mutating func number(of window: Int) -> Int {
    if table[window] >= 0 { return Int(table[window]) }
    let state = kindsOfState.count
    table[window] = Int32(state)
    var kinds: [Int] = []
    var digits = window
    while digits > 0 {
      kinds.append(digits % base - 1)
      digits /= base
    }
    kindsOfState.append(kinds)
    return state
  }
}
