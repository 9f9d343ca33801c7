public import ArgumentParser
public import BatonInsights
public import BatonModel

extension NextStep.Kind: ExpressibleByArgument {}
extension Side: ExpressibleByArgument {}
extension Activity: ExpressibleByArgument {}
extension Provenance: ExpressibleByArgument {}
extension Dimension: ExpressibleByArgument {}
extension RoadblockReport.Grouping: ExpressibleByArgument {}
extension SourceReport.Grouping: ExpressibleByArgument {}
extension SourceReport.Measure: ExpressibleByArgument {}

extension Touch.Outcome: ExpressibleByArgument {
  /// Reads an outcome as files write it, `noAnswer`, or as people do: `no-answer`.
  public init?(argument: String) { self.init(named: argument) }
}
