/// The journey as we expect it against the ones that buyers took.
public struct JourneyAudit: Hashable, Sendable {
  /// A step that buyers took and the journey does not know at all.
  public struct UnknownStep: Hashable, Sendable {
    /// How often it was taken.
    public fileprivate(set) var occurrences = 0
    /// How many leads took it.
    public fileprivate(set) var leads = 0
    /// How often each known step was the nearest one before it.
    public fileprivate(set) var after: [Int: Int] = [:]
    /// How often no known step came before it.
    public fileprivate(set) var atStart = 0
  }

  /// The alignment of each variant of the log, in the log's order.
  public let alignments: [JourneyAlignment]
  /// The mean of the leads' fitness, or nil where no lead has one.
  public let averageFitness: Double?
  /// The fitness of all leads laid end to end, or nil where nothing was taken or required.
  public let logFitness: Double?
  /// The leads whose path fits without cost.
  public let fitting: Proportion
  /// The steps that the journey does not know, by number.
  public let unknown: [Int: UnknownStep]
  /// How many leads never took each required step, by number; only steps that a lead left out.
  public let skipped: [Int: Int]

  /// Aligns every variant of a log once.
  ///
  /// - Complexity: O(variants · taken · expected).
  public init(_ log: JourneyLog, against journey: ExpectedJourney) {
    alignments = log.variants.map { JourneyAlignment($0.path, to: journey) }
    var fitnessSum = 0.0
    var defined = 0
    var cost = 0
    var worstCost = 0
    var fitting = 0
    for (variant, alignment) in zip(log.variants, alignments) {
      if let fitness = alignment.fitness {
        fitnessSum += fitness * Double(variant.leads)
        defined += variant.leads
      }
      cost += alignment.cost * variant.leads
      worstCost += alignment.worstCost * variant.leads
      if alignment.cost == 0 { fitting += variant.leads }
    }
    averageFitness = defined > 0 ? fitnessSum / Double(defined) : nil
    logFitness = worstCost > 0 ? 1 - Double(cost) / Double(worstCost) : nil
    self.fitting = Proportion(fitting, of: log.leads)
    unknown = Self.unknownSteps(in: log, against: journey)
    skipped = Self.skippedSteps(in: log, against: journey)
  }

  private static func unknownSteps(
    in log: JourneyLog, against journey: ExpectedJourney
  ) -> [Int: UnknownStep] {
    let known = Set(journey.steps.map(\.name))
    var unknown: [Int: UnknownStep] = [:]
    for variant in log.variants {
      var previous: Int?
      var seen: Set<Int> = []
      for name in variant.path {
        guard !known.contains(name) else {
          previous = name
          continue
        }
        var step = unknown[name] ?? UnknownStep()
        step.occurrences += variant.leads
        if seen.insert(name).inserted { step.leads += variant.leads }
        if let previous {
          step.after[previous, default: 0] += variant.leads
        } else {
          step.atStart += variant.leads
        }
        unknown[name] = step
      }
    }
    return unknown
  }

  private static func skippedSteps(
    in log: JourneyLog, against journey: ExpectedJourney
  ) -> [Int: Int] {
    let required = Set(journey.steps.filter { !$0.isOptional }.map(\.name))
    var skipped: [Int: Int] = [:]
    for variant in log.variants {
      for name in required.subtracting(variant.path) {
        skipped[name, default: 0] += variant.leads
      }
    }
    return skipped
  }
}
