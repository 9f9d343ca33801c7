/// The mark before the decimals of a number.
public enum DecimalMark: String, CaseIterable, Sendable {
  /// As in `1,234.50`.
  case point
  /// As in `1.234,50`.
  case comma
}

/// A number as a person writes it, taken apart before anything is decided about its marks.
struct NumberShape: Equatable {
  /// A run of digits and the mark before it, if any.
  struct Group: Equatable {
    let mark: Unicode.Scalar?
    let digits: String
  }

  /// What stands before the number, trimmed and without a sign.
  let prefix: String
  /// What stands after the number, trimmed.
  let suffix: String
  let isNegative: Bool
  let groups: [Group]

  /// Nil where the cell holds no number, or more than one.
  init?(_ cell: String) {
    var text = Substring(CellText.trimmed(cell))
    var negative = false
    if text.first == "(", text.last == ")" {
      negative = true
      text = text.dropFirst().dropLast()
    }
    let scalars = text.unicodeScalars
    guard let firstDigit = scalars.firstIndex(where: Self.isDigit),
      let lastDigit = scalars.lastIndex(where: Self.isDigit)
    else { return nil }
    var start = firstDigit
    if start > scalars.startIndex {
      let before = scalars.index(before: start)
      // `.50` and `,50` have no digit before their mark.
      if scalars[before] == "." || scalars[before] == "," { start = before }
    }
    guard let groups = Self.groups(scalars[start...lastDigit]) else { return nil }
    self.groups = groups

    var lead = CellText.trimmed(String(scalars[..<start]))
    if let sign = lead.unicodeScalars.first(where: { Self.signs.contains($0) }) {
      guard !negative else { return nil }
      negative = sign != "+"
      lead.unicodeScalars.removeAll { Self.signs.contains($0) }
    }
    prefix = CellText.trimmed(lead)
    suffix = CellText.trimmed(String(scalars[scalars.index(after: lastDigit)...]))
    isNegative = negative
  }

  private static let signs: [Unicode.Scalar] = ["-", "\u{2212}", "+"]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Marks that only ever divide thousands: blanks of every kind and apostrophes.
  private static func divides(_ mark: Unicode.Scalar) -> Bool {
    mark.properties.isWhitespace || mark == "'" || mark == "\u{2019}" || mark == "_"
  }

  private static func groups(_ core: Substring.UnicodeScalarView) -> [Group]? {
    var groups: [Group] = []
    var mark: Unicode.Scalar?
    var digits = ""
    for scalar in core {
      if isDigit(scalar) {
        digits.unicodeScalars.append(scalar)
        continue
      }
      guard scalar == "." || scalar == "," || divides(scalar) else { return nil }
      // Two marks in a row mean nothing; only before the first may digits be missing, as in `.50`.
      guard groups.isEmpty || !digits.isEmpty else { return nil }
      groups.append(Group(mark: mark, digits: digits))
      (mark, digits) = (scalar, "")
    }
    groups.append(Group(mark: mark, digits: digits))
    return groups
  }

  /// What this number by itself says of the decimal mark; nil where it fits both or has no marks.
  var settles: DecimalMark? {
    let marks = groups.compactMap(\.mark).filter { $0 == "." || $0 == "," }
    guard let last = marks.last else { return nil }
    let asDecimal: DecimalMark = last == "." ? .point : .comma
    let asDivider: DecimalMark = last == "." ? .comma : .point
    switch (isReadable(with: asDecimal), isReadable(with: asDivider)) {
    case (true, false): return asDecimal
    case (false, true): return asDivider
    case (true, true), (false, false): return nil
    }
  }

  /// Whether the number can be read with that decimal mark.
  func isReadable(with mark: DecimalMark) -> Bool { parts(with: mark) != nil }

  /// The digits before and after the decimal mark, or nil where the groups do not fit.
  ///
  /// Groups before the decimal mark have three digits, or two before a last one of three as in
  /// `12,34,567`; they are all divided by the same mark.
  func parts(with decimal: DecimalMark) -> (whole: String, fraction: String)? {
    let decimalMark: Unicode.Scalar = decimal == .point ? "." : ","
    var whole = groups
    var fraction = ""
    if let last = whole.last, last.mark == decimalMark {
      fraction = last.digits
      whole.removeLast()
    }
    guard let first = whole.first else { return nil }
    let divided = whole.dropFirst()
    guard let lastDivided = divided.last else {
      return first.digits.isEmpty && fraction.isEmpty ? nil : (first.digits, fraction)
    }
    let isUniform = divided.allSatisfy { $0.mark == lastDivided.mark && $0.mark != decimalMark }
    let middle = divided.dropLast()
    let isGrouped =
      (1...3).contains(first.digits.count) && lastDivided.digits.count == 3
      && !first.digits.hasPrefix("0")
      && (middle.allSatisfy { $0.digits.count == 3 }
        || (first.digits.count <= 2 && middle.allSatisfy { $0.digits.count == 2 }))
    guard isUniform, isGrouped else { return nil }
    return (whole.map(\.digits).joined(), fraction)
  }

  /// The number times ten to the power of `power`, rounded half away from zero.
  ///
  /// Nil where the groups do not fit the decimal mark or the result is beyond `Int`.
  func scaled(byPowerOfTen power: Int, decimalMark: DecimalMark) -> Int? {
    guard let (whole, fraction) = parts(with: decimalMark) else { return nil }
    let kept = fraction.prefix(max(0, power))
    let zeroes = String(repeating: "0", count: max(0, power - kept.count))
    guard var number = Int((whole.isEmpty ? "0" : whole) + kept + zeroes) else { return nil }
    if let next = fraction.dropFirst(kept.count).first, next >= "5" {
      let (sum, overflow) = number.addingReportingOverflow(1)
      guard !overflow else { return nil }
      number = sum
    }
    return isNegative ? -number : number
  }
}
