/// A sum that always takes the same steps: what it takes longer at one time than at another is the
/// machine's doing.
///
/// On a shared machine the slowest of a hundred runs says more of the neighbours than of the
/// program. Run in turn with what is measured, it tells how much of a tail is the machine's.
struct FixedWork {
  private var steps = 1 << 14

  /// Work that takes about so many milliseconds at the machine's usual speed.
  init(milliseconds: Double) {
    let clock = ContinuousClock()
    let tries = (0..<50).map { _ in clock.measure { run() }.milliseconds }.sorted()
    steps = max(1, Int(Double(steps) * milliseconds / tries[tries.count / 2]))
  }

  /// How long it takes this time, in milliseconds.
  func time() -> Double { ContinuousClock().measure { run() }.milliseconds }

  @inline(never)
  private func run() {
    var sum: UInt64 = 1
    for step in 0..<UInt64(steps) { sum = (sum ^ step) &* 0x100_0000_01B3 }
    // The sum is never 0 in practice, which the compiler does not know: it must do the work.
    if sum == 0 { print(sum) }
  }
}
