import TerminalCanvas

/// Lines below each other, of which a part of a page consists.
struct PageLines {
  /// The columns that a line takes at most.
  let width: Int
  let look: Look
  /// Whether rows tell the whole of their texts, rather than a few lines.
  let tellsAll: Bool
  private(set) var lines: [StyledText] = []

  /// The lines of a text that is told whole: more than anybody says at once, and few enough that a
  /// megabyte in a file keeps no key waiting.
  static let wholeText = 500

  /// The columns of the labels, which stand at the left of what they name.
  var labelWidth: Int { width >= 26 ? 10 : 8 }

  init(width: Int, look: Look, tellsAll: Bool = false) {
    self.width = max(1, width)
    self.look = look
    self.tellsAll = tellsAll
  }

  /// An empty line, save at the top.
  mutating func blank() {
    if !lines.isEmpty { lines.append(StyledText()) }
  }

  /// A line that is cut where it is too long.
  mutating func line(_ text: StyledText) {
    lines.append(text.truncated(to: width))
  }

  /// A text in a few lines.
  mutating func paragraph(_ text: StyledText, maxLines: Int = 3) {
    lines += text.wrapped(to: width, maxLines: maxLines)
  }

  /// Parts side by side; only what is longer than a line is broken, into two at most.
  mutating func packed(_ parts: [StyledText], separator: StyledText) {
    let gap = separator.width(upTo: width)
    var line = StyledText()
    var used = 0
    for part in parts where !part.runs.isEmpty {
      let columns = part.width(upTo: width)
      if used > 0, used + gap + columns > width {
        self.line(line)
        (line, used) = (StyledText(), 0)
      }
      if columns > width {
        paragraph(part, maxLines: 2)
        continue
      }
      if used > 0 {
        line += separator
        used += gap
      }
      line += part
      used += columns
    }
    if used > 0 { self.line(line) }
  }

  /// A heading, with something quiet at its right where there is room, else below it.
  mutating func heading(_ title: String, aside: StyledText = StyledText()) {
    heading(StyledText(title, look[.heading]), aside: aside)
  }

  /// A title that is styled, with something quiet at its right or below it.
  mutating func heading(_ text: StyledText, aside: StyledText) {
    let room = width - text.width(upTo: width) - aside.width(upTo: width)
    if aside.runs.isEmpty {
      lines.append(text.truncated(to: width))
    } else if room >= 2 {
      lines.append(text + StyledText(String(repeating: " ", count: room)) + aside)
    } else {
      lines.append(text.truncated(to: width))
      lines.append(aside.truncated(to: width))
    }
  }

  /// A label and what it names: in a few lines, or all, which leave the label's columns free.
  mutating func row(
    _ label: String, _ text: StyledText, labelRole: Role = .textFaint, labelWidth: Int? = nil,
    maxLines: Int = 3
  ) {
    let columns = labelWidth ?? self.labelWidth
    let wrapped = text.wrapped(
      to: width - columns - 1, maxLines: tellsAll ? PageLines.wholeText : maxLines)
    add(wrapped, besides: label, labelRole, columns: columns)
  }

  /// A label and parts that stay whole, with points between them.
  mutating func row(_ label: String, packed parts: [StyledText]) {
    var inner = PageLines(width: width - labelWidth - 1, look: look)
    inner.packed(parts, separator: StyledText(" · ", look[.textFaint]))
    add(inner.lines, besides: label, .textFaint, columns: labelWidth)
  }

  private mutating func add(
    _ added: [StyledText], besides label: String, _ role: Role, columns: Int
  ) {
    for (place, line) in added.enumerated() {
      let label = Sanitizer.fitted(place == 0 ? label : "", columns: columns)
      lines.append(StyledText("\(label) ", look[role]) + line)
    }
  }

  /// A section with a heading; left out where the body adds nothing.
  mutating func section(
    _ title: String, aside: StyledText = StyledText(), _ body: (inout PageLines) -> Void
  ) {
    var inner = PageLines(width: width, look: look, tellsAll: tellsAll)
    body(&inner)
    guard !inner.lines.isEmpty else { return }
    blank()
    heading(title, aside: aside)
    lines += inner.lines
  }
}
