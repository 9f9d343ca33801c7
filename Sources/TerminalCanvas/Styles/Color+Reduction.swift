extension Color {
  /// What the colour looks like, or nil for the terminal's own, which nobody knows.
  ///
  /// The first sixteen are taken as xterm shows them, although users change them.
  var appearance: RGB? {
    switch form {
    case .terminalDefault: nil
    case .palette(let index): XtermPalette.colors[Int(index)]
    case .rgb(let red, let green, let blue): RGB(red: red, green: green, blue: blue)
    }
  }

  /// How far two colours are apart in brightness, 1 to 21, or nil where one is the terminal's own.
  ///
  /// The contrast ratio of WCAG 2.2: text wants 4.5, lines and signs 3.
  public func contrast(with other: Color) -> Double? {
    guard let own = appearance, let other = other.appearance else { return nil }
    return own.contrast(with: other)
  }

  /// The colour that looks most like this one among those that a terminal shows.
  ///
  /// - Complexity: O(1), some microseconds where 256 colours are compared; keep the result.
  public func reduced(to depth: ColorDepth) -> Color {
    switch (depth, form) {
    case (.trueColor, _), (_, .terminalDefault), (.palette256, .palette):
      return self
    case (.none, _):
      return .terminalDefault
    case (.palette256, .rgb(let red, let green, let blue)):
      // The first sixteen are the user's: nobody knows how they look.
      return .nearest(to: RGB(red: red, green: green, blue: blue), in: 16..<256)
    case (.sixteen, .palette(0..<16)):
      return self
    case (.sixteen, _):
      return appearance.map { .nearestOfSixteen(to: $0) } ?? self
    }
  }

  /// Greys stay grey: a tint too faint to have a name must not become a loud blue.
  private static func nearestOfSixteen(to rgb: RGB) -> Color {
    OKLab(rgb).chroma < 0.05
      ? .nearest(to: rgb, in: [0, 7, 8, 15]) : .nearest(to: rgb, in: 0..<16)
  }

  private static func nearest(to rgb: RGB, in indices: some Sequence<Int>) -> Color {
    let lab = OKLab(rgb)
    let index = indices.min {
      XtermPalette.labs[$0].squaredDistance(to: lab)
        < XtermPalette.labs[$1].squaredDistance(to: lab)
    }
    return .palette(UInt8(index ?? 0))
  }

  /// The one of the sixteen that looks most like this colour and can be read on a background.
  fileprivate func legibleOfSixteen(on background: Color, contrast wanted: Double) -> Color {
    guard let rgb = appearance else { return self }
    let legible = (0..<16).filter {
      (Color.palette(UInt8($0)).contrast(with: background) ?? 21) >= wanted
    }
    return .nearest(to: rgb, in: legible)
  }
}

extension Style {
  /// The style with the colours that a terminal shows.
  ///
  /// Among sixteen colours, letters and what is behind them may fall together; then the letters
  /// take the nearest colour that can be told from it.
  ///
  /// - Parameters:
  ///   - depth: What the terminal shows.
  ///   - under: What is behind the letters where the style leaves that open, before reduction.
  public func reduced(to depth: ColorDepth, over under: Color? = nil) -> Style {
    var style = Style(
      foreground?.reduced(to: depth), on: background?.reduced(to: depth), attributes)
    guard depth == .sixteen, let foreground, let behind = background ?? under,
      let before = foreground.contrast(with: behind)
    else { return style }
    let reduced = behind.reduced(to: depth)
    let wanted = min(before, 3)
    if let after = style.foreground?.contrast(with: reduced), after < wanted {
      style.foreground = foreground.legibleOfSixteen(on: reduced, contrast: wanted)
    }
    return style
  }
}
