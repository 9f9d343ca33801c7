/// A picture of dots: two across and four down in each cell.
public struct BraillePlot: Sendable {
  /// The width and height in cells.
  public let size: Size
  private var patterns: [UInt8]

  /// Makes an empty picture.
  public init(size: Size) {
    self.size = size
    patterns = Array(repeating: 0, count: size.columns * size.rows)
  }

  /// The width and height in dots.
  public var dots: (across: Int, down: Int) { (size.columns * 2, size.rows * 4) }

  /// Sets a dot, counted from the upper left one; outside, nothing happens.
  public mutating func set(_ x: Int, _ y: Int) {
    guard x >= 0, y >= 0, x < dots.across, y < dots.down else { return }
    // Unicode numbers six dots down the left column and then the right; two more lie below them.
    let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    patterns[y / 4 * size.columns + x / 2] |= bits[y % 4 * 2 + x % 2]
  }

  /// Draws the course of some values across the whole width.
  ///
  /// - Parameters:
  ///   - values: In order, spread evenly; nil or no number is a gap.
  ///   - limits: What lies at the lower and at the upper edge; values beyond stay at the edge.
  ///   - step: Only each so-manieth dot is set, so that courses are told apart without colour.
  public mutating func course(_ values: [Double?], limits: ClosedRange<Double>, step: Int = 1) {
    let (across, down) = dots
    let span = limits.upperBound - limits.lowerBound
    guard across > 0, down > 0 else { return }
    var previous: (x: Int, y: Int)?
    for (index, value) in values.enumerated() {
      guard let value, !value.isNaN else {
        previous = nil
        continue
      }
      let clamped = min(max(value, limits.lowerBound), limits.upperBound)
      let share = span > 0 && span.isFinite ? (clamped - limits.lowerBound) / span : 0
      let x = values.count < 2 ? 0 : index * (across - 1) / (values.count - 1)
      let point = (x: x, y: Int(((1 - share) * Double(down - 1)).rounded()))
      line(from: previous ?? point, to: point, step: max(1, step))
      previous = point
    }
  }

  /// Draws dots from one to another, both inside.
  private mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), step: Int) {
    let length = max(abs(end.x - start.x), abs(end.y - start.y))
    for index in 0...length {
      let share = length == 0 ? 0 : Double(index) / Double(length)
      let x = start.x + Int((Double(end.x - start.x) * share).rounded())
      let y = start.y + Int((Double(end.y - start.y) * share).rounded())
      // Counted by place and not from the line's start, so that short lines join evenly.
      if (x + y).isMultiple(of: step) { set(x, y) }
    }
  }

  /// The rows of the picture; cells without a dot are spaces.
  public var lines: [String] {
    (0..<size.rows).map { row in
      var line = String.UnicodeScalarView()
      for pattern in patterns[row * size.columns..<(row + 1) * size.columns] {
        let scalar = Unicode.Scalar(0x2800 + UInt32(pattern))
        line.append(pattern == 0 ? " " : scalar ?? " ")
      }
      return String(line)
    }
  }
}
