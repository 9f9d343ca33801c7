/// A Markov chain that starts in one state and ends in a win or a loss.
///
/// Transitions are weights, not yet divided by their row's sum.
struct AbsorbingChain {
  /// Where a transition leads.
  enum Target {
    /// Another state, by number from 0.
    case state(Int)
    /// The conversion.
    case win
    /// The end without one.
    case loss
  }

  /// How many states there are beside the start and the two ends.
  let states: Int
  /// A row a state and one for the start, which is first; a column a state, then win and loss.
  private var weights: [Double]

  private var columns: Int { states + 2 }

  init(states: Int) {
    self.states = states
    weights = [Double](repeating: 0, count: (states + 1) * (states + 2))
  }

  /// Adds weight to the transition from a state, or from the start where `state` is nil.
  mutating func add(_ weight: Double, from state: Int?, to target: Target) {
    let row = state.map { $0 + 1 } ?? 0
    let column =
      switch target {
      case .state(let number): number
      case .win: states
      case .loss: states + 1
      }
    weights[row * columns + column] += weight
  }

  /// The chance of ending in a win when every way into a state that `isRemoved` is lost instead.
  ///
  /// States are taken out one after the other, their transitions put through (Grassmann, Taksar
  /// and Heyman 1985): exact up to rounding, and without a subtraction, so that small chances keep
  /// their digits. A state from which no end can be reached never wins.
  ///
  /// - Complexity: O(states³).
  func winChance(isRemoved: (Int) -> Bool = { _ in false }) -> Double {
    var weights = weights
    for state in (0..<states).reversed() {
      let out = (state + 1) * columns
      let loss = states + 1
      var leaving = 0.0
      if !isRemoved(state) {
        for column in 0..<columns where column < state || column >= states {
          leaving += weights[out + column]
        }
      }
      for row in 0...state {
        let through = weights[row * columns + state]
        guard through > 0 else { continue }
        guard leaving > 0 else {
          weights[row * columns + loss] += through
          continue
        }
        let scale = through / leaving
        for column in 0..<columns where column < state || column >= states {
          weights[row * columns + column] += scale * weights[out + column]
        }
      }
    }
    let win = weights[states]
    let all = win + weights[states + 1]
    return all > 0 ? win / all : 0
  }
}
