import Foundation
import TerminalCanvas
import Testing
import BatonModel

@testable import BatonBoard

@Suite struct ZAnsiDump {
  @Test func dump() throws {
    guard let dir = ProcessInfo.processInfo.environment["ANSI_DIR"] else { return }
    for (t, theme) in Theme.builtIn.enumerated() {
      for size in [Size(80, 24), Size(120, 40), Size(220, 55)] {
        let robot = BoardRobot(size: size)
        let look = Look(theme: theme, depth: .trueColor)
        func save(_ name: String) throws {
          let frame = robot.state.frame(look).frame
          var out = ""
          for row in 0..<size.rows {
            out += "\u{1b}[\(row + 1);1H"
            for column in 0..<size.columns {
              let cell = frame[column, row]
              if cell.isContinuation { continue }
              out += "\u{1b}[0" + sgr(cell.style) + "m" + String(String.UnicodeScalarView(frame.glyph(of: cell).scalars))
            }
          }
          try Data(out.utf8).write(to: URL(filePath: "\(dir)/\(name)-\(t)-\(size).ansi"))
        }
        robot.press("down")
        try save("board")
        robot.press("m")
        try save("picker")
        robot.press("escape ?")
        try save("help")
        robot.press("escape / a b")
        robot.type(" is:foo")
        try save("filter")
      }
    }
  }
  func sgr(_ s: Style) -> String {
    var t = ""
    if s.attributes.contains(.bold) { t += ";1" }
    if s.attributes.contains(.dim) { t += ";2" }
    if s.attributes.contains(.italic) { t += ";3" }
    if s.attributes.contains(.underline) { t += ";4" }
    if s.attributes.contains(.reverse) { t += ";7" }
    func c(_ c: Color?, _ k: Int) -> String {
      switch c?.form { case .rgb(let r, let g, let b)?: return ";\(k);2;\(r);\(g);\(b)"; case .palette(let i)?: return ";\(k);5;\(i)"; default: return "" }
    }
    return t + c(s.foreground, 38) + c(s.background, 48)
  }
}
