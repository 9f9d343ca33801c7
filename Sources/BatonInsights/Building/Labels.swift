/// Numbers names in the order in which they are first seen, so that figures can count by index.
///
/// Touch kinds, teams and journey steps stand in inner loops; there a number is compared and
/// hashed many times faster than a name.
public struct Labels: Hashable, Sendable {
  /// The names, each at its number.
  public private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]

  /// No names yet.
  public init() {}

  /// How many names have been seen.
  public var count: Int { names.count }

  /// The number of a name, given now if it is new.
  ///
  /// - Complexity: O(1).
  public mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    let number = names.count
    numbers[name] = number
    names.append(name)
    return number
  }
}
