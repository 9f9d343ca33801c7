/// The steps we expect a buyer to take, in order.
public struct ExpectedJourney: Hashable, Sendable {
  /// One expected step.
  public struct Step: Hashable, Sendable {
    /// The number of the step's name, from 0, which the caller gives.
    public let name: Int
    /// Whether a buyer may leave the step out.
    public let isOptional: Bool
    /// Whether a buyer may take the step several times before the next.
    public let isRepeatable: Bool

    /// A step that buyers must take once unless said otherwise.
    public init(_ name: Int, isOptional: Bool = false, isRepeatable: Bool = false) {
      self.name = name
      self.isOptional = isOptional
      self.isRepeatable = isRepeatable
    }
  }

  /// The steps, in order.
  public let steps: [Step]

  /// A journey of these steps.
  public init(_ steps: [Step]) {
    self.steps = steps
  }

  /// How many steps may not be left out.
  public var required: Int {
    steps.reduce(0) { $0 + ($1.isOptional ? 0 : 1) }
  }
}
