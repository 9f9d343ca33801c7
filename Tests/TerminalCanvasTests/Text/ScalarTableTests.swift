import Foundation
import Testing

@testable import TerminalCanvas

/// Derives the table from Unicode's file; with `BATON_RECORD=1` it writes the source anew.
@Suite("The table of scalars")
struct ScalarTableTests {
  private static let source = Places.unicode("EastAsianWidth.txt")

  /// The class of every scalar, as a file says with its widths and, in comments, categories.
  private static func classes(from text: String) -> [ScalarClass] {
    var classes = [ScalarClass](repeating: .refused, count: 0x110000)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(whereSeparator: { ";# .".contains($0) })
      // 3000;F # Zs …, or 3001..3003;W # Po [3] …
      guard let first = UInt32(fields[0], radix: 16) else { continue }
      let isRange = line.contains("..") && line.prefix { $0 != ";" }.contains(".")
      let last = isRange ? UInt32(fields[1], radix: 16) ?? first : first
      let width = fields[isRange ? 2 : 1]
      let category = fields[isRange ? 3 : 2]
      for scalar in first...last {
        classes[Int(scalar)] = scalarClass(scalar, width: width, category: category)
      }
    }
    return classes
  }

  private static func scalarClass(
    _ scalar: UInt32, width: Substring, category: Substring
  ) -> ScalarClass {
    switch category {
    case "Cc", "Cs", "Co", "Cn": .refused
    case "Mn", "Me": .mark
    case "Mc": .spacingMark
    case "Cf": .format
    case "Zl", "Zp": .lineBreak
    case "Zs" where scalar != 0x3000: .space
    default: width == "W" || width == "F" ? .wide : .narrow
    }
  }

  private static func runs(_ classes: [ScalarClass]) -> [UInt32] {
    classes.indices
      .filter { $0 == 0 || classes[$0] != classes[$0 - 1] }
      .map { UInt32($0) << 3 | classes[$0].rawValue }
  }

  @Test("It says what Unicode's file says", .enabled(if: source != nil, "no Unicode data at hand"))
  func derived() throws {
    let text = try String(contentsOf: try #require(Self.source), encoding: .utf8)
    let runs = Self.runs(Self.classes(from: text))
    if ProcessInfo.processInfo.environment["BATON_RECORD"] == "1" {
      try record(runs, version: text.prefix { $0 != "\n" })
    }
    #expect(ScalarTable.runs == runs)
  }

  /// Puts the runs into the source file, between its brackets, and the version above them.
  private func record(_ runs: [UInt32], version: Substring) throws {
    let file = Places.package.appending(path: "Sources/TerminalCanvas/Text/ScalarTable.swift")
    let old = try String(contentsOf: file, encoding: .utf8)
    let head = try #require(old.range(of: "= [\n")).upperBound
    let release = version.split(whereSeparator: { "-t".contains($0) }).last ?? ""
    let rows = stride(from: 0, to: runs.count, by: 9).map { start in
      "    "
        + runs[start..<min(start + 9, runs.count)]
        .map { "0x\(String($0, radix: 16, uppercase: true))," }.joined(separator: " ")
    }
    let new = old[..<head] + rows.joined(separator: "\n") + "\n  ]\n}\n"
    try new.replacing(/Unicode \d+\.\d+\.\d+/) { _ in "Unicode \(release.dropLast())" }
      .write(to: file, atomically: true, encoding: .utf8)
  }

  @Test("The quick paths agree with the table")
  func quickPaths() {
    var differing: [UInt32] = []
    for (index, run) in ScalarTable.runs.enumerated() {
      let next = index + 1 < ScalarTable.runs.count ? ScalarTable.runs[index + 1] >> 3 : 0x110000
      for scalar in [run >> 3, next - 1] where ScalarClass(of: scalar).rawValue != run & 7 {
        differing.append(scalar)
      }
    }
    #expect(differing == [])
  }
}
