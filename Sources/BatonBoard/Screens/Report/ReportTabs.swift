import TerminalCanvas

/// Where the names of the reports stand. Drawing and the mouse agree by it.
struct ReportTabs {
  /// The place of each, its key included, in the order of `ReportState.tabs`.
  let rects: [Rect]

  init(in rect: Rect) {
    let widths = ReportState.tabs.map { DisplayWidth.of($0.title) + 2 }
    let whole = widths.reduce(0) { $0 + $1 + 1 }
    let gap = whole + 3 * widths.count <= rect.columns ? 3 : 1
    var left = rect.left + 1
    rects = widths.map { width in
      defer { left += width + gap }
      return Rect(left, rect.top, max(0, min(width, rect.right - left)), 1)
    }
  }

  /// The report whose name stands at a point.
  func tab(at point: Point) -> Int? { rects.firstIndex { $0.contains(point) } }
}
