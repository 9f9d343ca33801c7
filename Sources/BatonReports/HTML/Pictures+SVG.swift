internal import TerminalCanvas

extension ReportPage.Picture {
  /// The picture as inline SVG. What it shows stands in figures beside it, so that it is hidden
  /// from whoever has the page read out.
  func add(to page: inout Markup) {
    switch self {
    case .bar(let share, _):
      page.element(
        "svg",
        [
          "class": "bar", "viewBox": "0 0 100 10", "preserveAspectRatio": "none",
          "aria-hidden": "true",
        ]
      ) { page in
        let width = share.isFinite ? min(1, max(0, share)) * 100 : 0
        page.element("rect", ["width": SVG.number(width), "height": "10"])
      }
    case .course(let values, let beyond):
      let most = max(1, values.max() ?? 1)
      page.element(
        "svg",
        [
          "class": "course", "viewBox": "0 0 \(values.count * 12) 24", "role": "img",
          "aria-label": values.map { SVG.number($0) }.joined(separator: ", "),
        ]
      ) { page in
        for (place, value) in values.enumerated() {
          let height = max(1, value / most * 24)
          page.element(
            "rect",
            [
              "x": "\(place * 12)", "y": SVG.number(24 - height), "width": "9",
              "height": SVG.number(height),
              "class": beyond.map { place >= $0 } ?? false ? "beyond" : "within",
            ])
        }
      }
    }
  }
}

extension ReportPage.Chart {
  /// The picture as a figure with inline SVG.
  func add(to page: inout Markup) {
    page.element("figure") { page in
      page.element("figcaption", text: title)
      page.element(
        "svg",
        [
          "class": "chart", "viewBox": "0 0 \(SVG.width) \(SVG.height)", "role": "img",
          "aria-label": title,
        ]
      ) { page in
        switch kind {
        case .histogram: addBars(to: &page)
        case .stacked: addAreas(to: &page)
        }
        SVG.line((0, SVG.base), (Double(SVG.width), SVG.base), "axis", &page)
        SVG.label(ends.0, at: (0, SVG.base + 22), anchor: "start", &page)
        SVG.label(ends.1, at: (Double(SVG.width), SVG.base + 22), anchor: "end", &page)
      }
      if kind == .stacked, series.count > 1 { addLegend(to: &page) }
    }
  }

  /// The series without what cannot be drawn.
  private var drawn: [(name: String, values: [Double])] {
    series.map { part in (part.name, part.values.map { $0.isFinite ? min(1e15, max(0, $0)) : 0 }) }
  }

  private func addBars(to page: inout Markup) {
    let values = drawn.first?.values ?? []
    let most = max(1, values.max() ?? 1)
    let step = Double(SVG.width) / Double(max(1, values.count))
    for (place, value) in values.enumerated() where value > 0 {
      let height = value / most * (SVG.base - SVG.top)
      let left = Double(place) * step
      page.element(
        "rect",
        [
          "x": SVG.number(left + step * 0.08), "y": SVG.number(SVG.base - height),
          "width": SVG.number(step * 0.84), "height": SVG.number(height),
          "class": mark.map { place >= $0.place } ?? false ? "beyond" : "within",
        ])
      SVG.label(
        Wording.count(Int(value)), at: (left + step / 2, SVG.base - height - 6), anchor: "middle",
        &page)
    }
    guard let mark else { return }
    let place = Double(mark.place) * step
    SVG.line((place, 8), (place, SVG.base), "mark", &page)
    SVG.label(mark.text, at: (place + 6, 18), anchor: "start", &page)
  }

  /// Areas one on the other, with a line between two, so that they are told apart without colour.
  private func addAreas(to page: inout Markup) {
    let series = drawn
    let count = series.map(\.values.count).min() ?? 0
    guard count > 0 else { return }
    let sums = (0..<count).map { place in series.reduce(0) { $0 + $1.values[place] } }
    let most = max(1, sums.max() ?? 1)
    func point(_ place: Int, _ value: Double) -> String {
      let x = Double(SVG.width) * Double(place) / Double(max(1, count - 1))
      return "\(SVG.number(x)),\(SVG.number(SVG.base - value / most * (SVG.base - SVG.top)))"
    }
    var below = [Double](repeating: 0, count: count)
    for (number, part) in series.enumerated() {
      let above = (0..<count).map { below[$0] + part.values[$0] }
      let upper = (0..<count).map { point($0, above[$0]) }
      let lower = (0..<count).reversed().map { point($0, below[$0]) }
      page.element(
        "polygon",
        ["class": "area a\(number % 8)", "points": (upper + lower).joined(separator: " ")])
      below = above
    }
  }

  /// What each area is, from the top as they lie, with its last value.
  private func addLegend(to page: inout Markup) {
    page.element("ul", ["class": "legend"]) { page in
      for (number, part) in drawn.enumerated().reversed() {
        page.element("li") { page in
          page.element("svg", ["viewBox": "0 0 10 10", "aria-hidden": "true"]) { page in
            page.element("rect", ["class": "a\(number % 8)", "width": "10", "height": "10"])
          }
          page.text(" \(part.name) \(part.values.last.map { Wording.count(Int($0)) } ?? "")")
        }
      }
    }
  }
}

/// The measures of a chart, and what all charts are made of.
private enum SVG {
  static let width = 720
  static let height = 240
  /// Where bars and areas stand.
  static let base = 210.0
  /// Up to where they grow.
  static let top = 34.0

  /// A number with at most two decimals, always with a point.
  static func number(_ number: Double) -> String {
    guard number.isFinite else { return "0" }
    let hundredths = Int((number * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  static func line(
    _ from: (Double, Double), _ to: (Double, Double), _ name: String, _ page: inout Markup
  ) {
    page.element(
      "line",
      [
        "class": name, "x1": number(from.0), "y1": number(from.1), "x2": number(to.0),
        "y2": number(to.1),
      ])
  }

  static func label(
    _ text: String, at point: (Double, Double), anchor: String, _ page: inout Markup
  ) {
    page.element(
      "text", ["x": number(point.0), "y": number(point.1), "text-anchor": anchor], text: text)
  }
}
