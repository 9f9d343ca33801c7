/// Numbers names in the order in which they are first seen, as figures count by them.
struct Labels: Hashable, Sendable {
  /// The names, each at its number.
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]

  /// No names yet.
  init() {}

  /// How many names have been seen.
  var count: Int { names.count }

  /// The number of a name, given now if it is new.
  mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    let number = names.count
    numbers[name] = number
    names.append(name)
    return number
  }
}
