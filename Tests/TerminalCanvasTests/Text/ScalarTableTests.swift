import Foundation
import Testing

@testable import TerminalCanvas

/// Derives the table from Unicode's file; with `BATON_RECORD=1` it writes the source anew.
@Suite("The table of scalars")
struct ScalarTableTests {
  private static let source = Places.unicode("EastAsianWidth.txt")

  /// The runs of scalars of one class, as a file says with its widths and, in comments,
  /// categories; what it does not name is unassigned.
  private static func runs(from text: String) -> [UInt32] {
    var runs: [UInt32] = []
    var next: UInt32 = 0
    func append(_ scalar: UInt32, _ kind: ScalarClass) {
      if runs.last.map({ $0 & 7 }) != kind.rawValue { runs.append(scalar << 3 | kind.rawValue) }
    }
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      // 3000;F # Zs …, or 3001..3003;W # Po [3] …
      let fields = line.split(whereSeparator: { ";# .".contains($0) })
      let isRange = line.prefix { $0 != ";" }.contains(".")
      guard let first = UInt32(fields[0], radix: 16),
        let last = UInt32(fields[isRange ? 1 : 0], radix: 16)
      else { continue }
      if first > next { append(next, .refused) }
      append(
        first,
        scalarClass(
          first, width: fields[isRange ? 2 : 1], category: fields[isRange ? 3 : 2]))
      next = last + 1
    }
    if next < 0x110000 { append(next, .refused) }
    return runs
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

  @Test("It says what Unicode's file says", .enabled(if: source != nil, "no Unicode data at hand"))
  func derived() throws {
    let text = try String(contentsOf: try #require(Self.source), encoding: .utf8)
    let runs = Self.runs(from: text)
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
    // # EastAsianWidth-15.0.0.txt
    let release = try #require(version.firstMatch(of: /\d+\.\d+\.\d+/)).output
    let rows = stride(from: 0, to: runs.count, by: 9).map { start in
      "    "
        + runs[start..<min(start + 9, runs.count)]
        .map { "0x\(String($0, radix: 16, uppercase: true))," }.joined(separator: " ")
    }
    let new = old[..<head] + rows.joined(separator: "\n") + "\n  ]\n}\n"
    try new.replacing(/Unicode \d+\.\d+\.\d+/) { _ in "Unicode \(release)" }
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
