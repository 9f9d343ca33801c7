import TerminalCanvas
import Testing

@Suite("Charts as text")
struct ChartTests {
  @Test(
    "A bar is as long as its value, to an eighth",
    arguments: [
      (0.0, ""), (0.001, "▏"), (1.0, "▊"), (5.0, "████"), (5.1, "████▏"), (10.0, "████████"),
      (99.0, "████████"), (-1.0, ""), (.nan, ""), (.infinity, "████████"),
    ])
  func horizontal(value: Double, bar: String) {
    #expect(Bar.horizontal(value, of: 10, columns: 8) == bar)
  }

  @Test("Without a limit or room there is no bar")
  func noLimit() {
    #expect(Bar.horizontal(1, of: 0, columns: 8) == "")
    #expect(Bar.horizontal(1, of: 1, columns: -1) == "")
  }

  @Test("The parts of a bar are told apart by their filling and add up")
  func stacked() {
    #expect(Bar.stacked([2, 4, 2, 2], of: 10, columns: 10) == ["██", "▒▒▒▒", "▓▓", "░░"])
    #expect(Bar.stacked([0.1, 0, 9.9], of: 10, columns: 5) == ["█", "", "▓▓▓▓"])
    #expect(Bar.stacked([50, 50], of: 10, columns: 4) == ["████", ""])
    #expect(Bar.stacked([1], of: 0, columns: 4) == [""])
  }

  @Test("A histogram grows upwards")
  func vertical() {
    #expect(
      Bar.vertical([1, 2, 4, 0], rows: 2, width: 2, gap: 1) == ["      ██   ", "▄▄ ██ ██   "])
    #expect(Bar.vertical([], rows: 2) == ["", ""])
    #expect(Bar.vertical([3], rows: 0) == [])
  }

  @Test("A sparkline shows the course, gaps and zeros")
  func sparkline() {
    #expect(Sparkline.text([1, 2, 4, nil, 0, 8]) == "▁▂▄ ▁█")
    #expect(Sparkline.text([1, 9, 2, 3], columns: 2) == "█▃")
    #expect(Sparkline.text([0, 0]) == "▁▁")
    #expect(Sparkline.text([.nan, 1]) == " █")
    #expect(Sparkline.text([]) == "")
  }

  @Test("A course of dots, whole and broken")
  func braille() {
    var plot = BraillePlot(size: Size(4, 2))
    plot.course([0, 1, 2, 3, 4, 5, 6, 7], limits: 0...7)
    #expect(plot.lines == ["  ⡠⠊", "⡠⠊"].map { $0.padding(4) })
    var broken = BraillePlot(size: Size(4, 1))
    broken.course([0, 0], limits: 0...1, step: 2)
    broken.course([1, nil, .nan, 1], limits: 0...1)
    #expect(broken.lines == ["⢁⢀⢀⢈"])
    broken.set(-1, 0)
    broken.set(8, 0)
    #expect(broken.lines == ["⢁⢀⢀⢈"])
  }
}

extension String {
  fileprivate func padding(_ columns: Int) -> String {
    self + String(repeating: " ", count: columns - count)
  }
}
