import BatonInsights
import Foundation
import Testing

/// The reference figures that lie beside the package, computed by independent programs.
enum Reference {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/insights", directoryHint: .isDirectory)

  /// Whether the folder is there; tests that need it are skipped where it is not.
  static let isPresent = FileManager.default.fileExists(atPath: folder.path)
  static let absence: Comment = "no reference figures at ../shared/insights: nothing to compare"

  /// The cases of a file, none where the folder is absent.
  static func cases(_ file: String) -> [ReferenceCase] {
    contents(file)["cases"].array.map { ReferenceCase(file: file, value: $0) }
  }

  /// A whole file, or null where it cannot be read.
  static func contents(_ file: String) -> JSON {
    let url = folder.appending(path: file + ".json")
    guard let data = try? Data(contentsOf: url) else { return .null }
    return (try? JSONDecoder().decode(JSON.self, from: data)) ?? .null
  }
}

/// One case of a reference file: an input and what a figure must make of it.
struct ReferenceCase: Sendable, CustomTestStringConvertible {
  let file: String
  let value: JSON

  var name: String { value["name"].string ?? "" }
  var input: JSON { value["input"] }
  var expected: JSON { value["expected"] }
  /// Counts have no tolerance of their own: they must be equal.
  var tolerance: Double { value["tol"].double ?? 0 }

  var testDescription: String { "\(file): \(name)" }

  /// Records every place where `actual` is not what the case expects.
  func check(
    _ actual: JSON, against expected: JSON? = nil, ignoring: Set<String> = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let expected = expected ?? self.expected
    #expect(expected != .null, "\(self.name) expects nothing", sourceLocation: sourceLocation)
    let differences = actual.differences(
      from: expected, tolerance: tolerance, ignoring: ignoring)
    #expect(differences.isEmpty, sourceLocation: sourceLocation)
  }
}

extension JSON {
  /// The fate that this text names.
  var requiredFate: Fate {
    get throws {
      switch try requiredString {
      case "open": .open
      case "won": .won
      case "lost": .lost
      default: try #require(nil as Fate?, "no fate: \(self)")
      }
    }
  }

  init(_ proportion: Proportion) {
    self = .object([
      "k": JSON(proportion.count), "n": JSON(proportion.total), "p": JSON(proportion.share),
      "lo": JSON(proportion.interval?.low), "hi": JSON(proportion.interval?.high),
    ])
  }
}

/// Whether two numbers agree to a relative `tolerance`, absolute below 1.
func isClose(_ first: Double?, _ second: Double, _ tolerance: Double = 1e-12) -> Bool {
  first.map { abs($0 - second) <= tolerance * max(1, abs(second)) } ?? false
}

/// Whether two numbers agree to a relative `tolerance`, however small they are.
func isRelativelyClose(_ first: Double?, _ second: Double, _ tolerance: Double = 1e-12) -> Bool {
  first.map { abs($0 - second) <= tolerance * abs(second) } ?? false
}
