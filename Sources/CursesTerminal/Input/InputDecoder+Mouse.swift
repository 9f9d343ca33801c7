internal import TerminalCanvas

// Mouse reports: xterm's SGR form, `ESC [ < button ; column ; row M` (or `m` when let go), and the
// old form, `ESC [ M` and three bytes, from terminals that do not know the other.
extension InputDecoder {
  mutating func finishMouse(_ final: UInt8) {
    let numbers = sequence.dropFirst().split(separator: UInt8(ascii: ";")).map(Self.number)
    guard numbers.count == 3, let code = numbers[0], let column = numbers[1],
      let row = numbers[2], final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
    else { return }
    emitMouse(
      code: code, isRelease: final == UInt8(ascii: "m"), button: Self.button(code),
      column: column - 1, row: row - 1)
  }

  mutating func takeOldMouse(_ byte: UInt8) {
    sequence.append(byte)
    guard sequence.count == 3 else { return }
    state = .ground
    guard sequence[0] >= 32 else { return }
    let code = Int(sequence[0]) - 32
    let isRelease = code & (3 | 32 | 64) == 3
    let button = isRelease ? oldMouseButton : Self.button(code)
    oldMouseButton = button ?? oldMouseButton
    emitMouse(
      code: code, isRelease: isRelease, button: button, column: Int(sequence[1]) - 33,
      row: Int(sequence[2]) - 33)
  }

  private mutating func emitMouse(
    code: Int, isRelease: Bool, button: MouseEvent.Button?, column: Int, row: Int
  ) {
    guard column >= 0, row >= 0, let action = Self.action(code, isRelease, button) else { return }
    var modifiers: Key.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    emit(.mouse(MouseEvent(action, at: Point(column, row), modifiers)))
  }

  private static func action(
    _ code: Int, _ isRelease: Bool, _ button: MouseEvent.Button?
  ) -> MouseEvent.Action? {
    if code & 128 != 0 { return nil }
    if code & 64 != 0 { return isRelease ? nil : .wheel(directions[code & 3]) }
    guard let button else { return nil }
    if isRelease { return .release(button) }
    return code & 32 != 0 ? .drag(button) : .press(button)
  }

  private static let directions: [MouseEvent.Direction] = [.up, .down, .left, .right]

  private static func button(_ code: Int) -> MouseEvent.Button? {
    [.left, .middle, .right, nil][code & 3]
  }
}
