import Foundation
import Testing

/// Any JSON value: what the reference files hold and what figures are turned into for comparison.
enum JSON: Sendable, Hashable {
  case null
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  subscript(key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  subscript(index: Int) -> JSON {
    array.indices.contains(index) ? array[index] : .null
  }

  var double: Double? {
    if case .number(let value) = self { value } else { nil }
  }

  var int: Int? { double.flatMap { Int(exactly: $0) } }

  var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The number, whole number or text that must be here.
  var requiredDouble: Double { get throws { try #require(double) } }
  var requiredInt: Int { get throws { try #require(int) } }
  var requiredString: String { get throws { try #require(string) } }

  var array: [JSON] {
    if case .array(let values) = self { values } else { [] }
  }

  var object: [String: JSON] {
    if case .object(let members) = self { members } else { [:] }
  }
}

extension JSON: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .init(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }
}

extension JSON {
  init(_ value: Bool) { self = .string(value ? "true" : "false") }
  init(_ value: Int?) { self = value.map { .number(Double($0)) } ?? .null }
  init(_ value: Double?) { self = value.map { .number($0) } ?? .null }
  init(_ value: String?) { self = value.map { .string($0) } ?? .null }
  init(_ values: [Double]) { self = .array(values.map { .number($0) }) }
  init(_ values: [Int]) { self = .array(values.map { JSON($0) }) }
  init(_ values: [String: Double]) { self = .object(values.mapValues { .number($0) }) }
  init(_ values: [String: Int]) { self = .object(values.mapValues { JSON($0) }) }
}

extension JSON {
  /// Where this value differs from the expected one by more than `tolerance`·max(1, |expected|).
  ///
  /// Members that are only here are not compared: a case expects what it names.
  func differences(
    from expected: JSON, tolerance: Double, at path: String = "", ignoring: Set<String> = []
  ) -> [String] {
    switch (self, expected) {
    case (.number(let mine), .number(let theirs)):
      let isClose = abs(mine - theirs) <= tolerance * max(1, abs(theirs))
      return isClose ? [] : ["\(path): \(mine) instead of \(theirs)"]
    case (.array(let mine), .array(let theirs)) where mine.count == theirs.count:
      return zip(mine, theirs).enumerated().flatMap { index, pair in
        pair.0.differences(
          from: pair.1, tolerance: tolerance, at: "\(path)[\(index)]", ignoring: ignoring)
      }
    case (.object(let mine), .object(let theirs)):
      return theirs.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
        guard !ignoring.contains(key) else { return [] }
        guard let member = mine[key] else { return ["\(path).\(key) is missing"] }
        return member.differences(
          from: value, tolerance: tolerance, at: "\(path).\(key)", ignoring: ignoring)
      }
    default:
      return self == expected ? [] : ["\(path): \(self) instead of \(expected)"]
    }
  }
}
