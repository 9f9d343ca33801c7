extension Money {
  /// The amount in whole units, with decimals only where there are any: `12000`, `-0.50`.
  public var exactUnits: String {
    let places = Money.decimalPlaces(of: currency)
    let magnitude = String(minorUnits.magnitude)
    let digits = String(repeating: "0", count: max(0, places + 1 - magnitude.count)) + magnitude
    let decimals = digits.suffix(places)
    let sign = minorUnits < 0 ? "-" : ""
    return sign + digits.dropLast(places)
      + (decimals.allSatisfy { $0 == "0" } ? "" : "." + decimals)
  }

  /// The same with its thousands in groups: `12 000.50`.
  public var groupedUnits: String {
    let text = exactUnits
    let sign = text.prefix { $0 == "-" }
    let whole = text.dropFirst(sign.count).prefix { $0 != "." }
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { grouped += " " }
      grouped.append(digit)
    }
    return sign + grouped + text.dropFirst(sign.count + whole.count)
  }
}
