/// The paths that leads took, equal paths counted together.
public struct JourneyLog: Hashable, Sendable {
  /// A path and how many leads took it.
  public struct Variant: Hashable, Sendable {
    /// The numbers of the steps taken, in time order.
    public let path: [Int]
    /// How many leads took exactly this path.
    public let leads: Int

    /// A path that `leads` leads took.
    public init(path: [Int], leads: Int) {
      self.path = path
      self.leads = leads
    }
  }

  /// A step and the one directly after it.
  public struct Succession: Hashable, Sendable {
    /// The earlier step.
    public let from: Int
    /// The step directly after it.
    public let to: Int

    /// The step `to` directly after the step `from`.
    public init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
  }

  /// The paths, most frequent first, equally frequent ones in the order of their step numbers.
  public let variants: [Variant]

  /// Counts the paths of leads.
  ///
  /// - Complexity: O(steps + variants · log variants).
  public init(paths: some Sequence<[Int]>) {
    var counts: [[Int]: Int] = [:]
    for path in paths { counts[path, default: 0] += 1 }
    self.init(counts: counts)
  }

  /// Puts together paths that have been counted before.
  public init(variants: some Sequence<Variant>) {
    var counts: [[Int]: Int] = [:]
    for variant in variants { counts[variant.path, default: 0] += variant.leads }
    self.init(counts: counts)
  }

  private init(counts: [[Int]: Int]) {
    variants = counts.map { Variant(path: $0.key, leads: $0.value) }.sorted {
      $0.leads != $1.leads ? $0.leads > $1.leads : $0.path.lexicographicallyPrecedes($1.path)
    }
  }

  /// How many leads there are.
  public var leads: Int { variants.reduce(0) { $0 + $1.leads } }

  /// How many leads begin with each step.
  ///
  /// - Complexity: O(variants).
  public var starts: [Int: Int] { counts { $0.first.map { [$0] } ?? [] } }

  /// How many leads end, or have stopped so far, with each step.
  ///
  /// - Complexity: O(variants).
  public var ends: [Int: Int] { counts { $0.last.map { [$0] } ?? [] } }

  /// How often each step came directly after another.
  ///
  /// - Complexity: O(steps of the variants).
  public var successions: [Succession: Int] {
    counts { path in zip(path, path.dropFirst()).map { Succession(from: $0, to: $1) } }
  }

  private func counts<Key>(_ keys: ([Int]) -> [Key]) -> [Key: Int] {
    var counts: [Key: Int] = [:]
    for variant in variants {
      for key in keys(variant.path) { counts[key, default: 0] += variant.leads }
    }
    return counts
  }
}
