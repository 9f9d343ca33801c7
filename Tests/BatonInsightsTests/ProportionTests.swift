import Testing

@testable import BatonInsights

@Suite("Proportions and samples") struct ProportionTests {
  static let wilsonCases = Reference.contents("proportions")["wilson"].array.map {
    ReferenceCase(file: "proportions", value: $0)
  }

  @Test(
    "Wilson's interval", .enabled(if: Reference.isPresent, Reference.absence),
    arguments: wilsonCases)
  func wilson(reference: ReferenceCase) throws {
    let count = try reference.input["k"].requiredInt
    let total = try reference.input["n"].requiredInt
    let confidence = try reference.input["conf"].requiredDouble
    let interval = Proportion(count, of: total).interval(confidence: confidence)
    reference.check(.object(["lo": JSON(interval?.low), "hi": JSON(interval?.high)]))
  }

  @Test(
    "Newcombe's interval", .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("proportions"))
  func newcombe(reference: ReferenceCase) throws {
    let numbers = try ["k1", "n1", "k2", "n2"].map { try reference.input[$0].requiredInt }
    let difference = ProportionDifference(
      Proportion(numbers[0], of: numbers[1]), minus: Proportion(numbers[2], of: numbers[3]))
    reference.check(
      .object([
        "diff": JSON(difference?.difference), "lo": JSON(difference?.interval.low),
        "hi": JSON(difference?.interval.high),
      ]))
  }

  @Test(
    "Quantiles", .enabled(if: Reference.isPresent, Reference.absence),
    arguments: Reference.cases("quantiles"))
  func quantiles(reference: ReferenceCase) throws {
    let sample = SortedSample(reference.input.array.compactMap(\.double))
    var actual: [String: JSON] = [:]
    for key in reference.expected.object.keys {
      actual[key] = JSON(sample.quantile(try #require(Double(key))))
    }
    reference.check(.object(actual))
  }

  @Test(
    "Wilson's interval as published (Newcombe 1998, Statistics in Medicine 17:857-872)",
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (1, 29, 0.0061, 0.1718),
    ])
  func publishedWilson(count: Int, total: Int, low: Double, high: Double) throws {
    let interval = try #require(Proportion(count, of: total).interval)
    #expect(isClose(interval.low, low, 5e-5))
    #expect(isClose(interval.high, high, 5e-5))
  }

  @Test(
    "Newcombe's interval as published (Newcombe 1998, Statistics in Medicine 17:873-890)",
    arguments: [
      (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090),
      (6, 7, 2, 7, 0.0582, 0.8062), (5, 56, 0, 29, -0.0381, 0.1926),
      (0, 10, 0, 20, -0.1611, 0.2775), (10, 10, 0, 20, 0.6791, 1),
    ])
  func publishedNewcombe(
    k1: Int, n1: Int, k2: Int, n2: Int, low: Double, high: Double
  ) throws {
    let difference = try #require(
      ProportionDifference(Proportion(k1, of: n1), minus: Proportion(k2, of: n2)))
    #expect(isClose(difference.interval.low, low, 5e-5))
    #expect(isClose(difference.interval.high, high, 5e-5))
  }

  @Test("A share of nobody is undefined, and the ends are exact")
  func undefinedShares() throws {
    #expect(Proportion(0, of: 0).share == nil)
    #expect(Proportion(0, of: 0).interval == nil)
    #expect(ProportionDifference(Proportion(0, of: 0), minus: Proportion(1, of: 2)) == nil)
    #expect(try #require(Proportion(0, of: 7).interval).low == 0)
    #expect(try #require(Proportion(7, of: 7).interval).high == 1)
    #expect(isClose(try #require(Proportion(2, of: 2).interval).low, 0.342380227507, 1e-11))
  }

  @Test("A sample interpolates between neighbours")
  func sample() {
    let sample = SortedSample([9, 1, 4])
    #expect(sample.values == [1, 4, 9])
    #expect(sample.median == 4)
    #expect(sample.quantile(0.75) == 6.5)
    #expect(sample.quantile(-1) == 1)
    #expect(sample.quantile(2) == 9)
    #expect(isClose(sample.mean, 14.0 / 3))
    #expect(SortedSample([]).median == nil)
    #expect(SortedSample([]).mean == nil)
  }
}
