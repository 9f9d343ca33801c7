import CursesTerminal
import Dispatch
import Foundation
import TerminalCanvas

/// A program for the tests of `CursesTerminal`: tells on descriptor 3 whatever the terminal tells
/// it, and does what some keys ask for.
@main
@MainActor
struct TerminalProbe {
  static func main() {
    let probe = Probe(environment: ProcessInfo.processInfo.environment)
    probe.start()
    dispatchMain()
  }
}

@MainActor
final class Probe {
  private var terminal: CursesTerminal?
  private var scene = "empty"
  private var random = SplitMix(state: 1)
  private let environment: [String: String]

  init(environment: [String: String]) {
    self.environment = environment
  }

  func start() {
    let terminal = CursesTerminal(environment: environment) { [weak self] ending in
      self?.report("ending \(ending)")
      self?.finish(ending.exitStatus)
    }
    self.terminal = terminal
    do {
      try terminal.start { [weak self] in self?.receive($0) }
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
    show(environment["SCENE"] ?? "empty")
    report("process \(getpid())")
    report("ready \(terminal.size) \(terminal.colorDepth)")
  }

  private func receive(_ event: TerminalEvent) {
    report(describe(event))
    switch event {
    case .key(let key): receive(key)
    case .resize: show(scene)
    case .paste, .mouse, .focus: break
    }
  }

  private func receive(_ key: Key) {
    switch key.description {
    case "ctrl-q": finish(0)
    case "f1": show("empty")
    case "f2": show("second")
    case "f5": crash()
    case "f6": fatalError("the probe was asked to trap")
    case "f7": abort()
    case "f8": run("echo ON THE PLAIN")
    case "f20": run("echo before; kill -TSTP $$; echo after")
    case "f9": terminal?.setTitle("a\u{1B}]0;evil\u{07}title")
    case "f10": report("copied \(terminal?.copyToClipboard("Zoë") == true)")
    case "f11": FileHandle.standardError.write(Data("a stray message\n".utf8))
    case "f12": exit(7)
    case "f13": show("one")
    case "f14": show("chaos")
    case "f15": show("busy")
    case "f16": show("letters")
    case "f17": show("wide words")
    case "f18": report("depth \(descend(1))")
    case "f19": show("gradient")
    default: break
    }
  }

  private func show(_ name: String) {
    guard let terminal else { return }
    scene = name
    let frame = Scenes.frame(name, size: terminal.size, random: &random)
    terminal.show(frame, cursor: Scenes.cursor(name))
    if name == "chaos" { report("frame \(frame.lines.joined(separator: "|"))") }
    report("shown \(name)")
  }

  private func run(_ script: String) {
    report("ran \((try? terminal?.run(["sh", "-c", script])) ?? -1)")
  }

  private func crash() {
    UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
  }

  /// Runs out of stack.
  private func descend(_ depth: Int) -> Int {
    depth == 0 ? 0 : descend(depth &+ 1) &+ descend(depth &+ 2)
  }

  private func finish(_ status: Int32) {
    terminal?.stop()
    exit(status)
  }

  private func report(_ line: String) {
    var line = line + "\n"
    line.withUTF8 { _ = write(3, $0.baseAddress, $0.count) }
  }

  private func describe(_ event: TerminalEvent) -> String {
    switch event {
    case .key(let key): "key \(key)"
    case .paste(let text): "paste \(text.debugDescription)"
    case .resize(let size): "resize \(size)"
    case .focus(let has): "focus \(has)"
    case .mouse(let mouse):
      "mouse \(mouse.action) \(mouse.position.column),\(mouse.position.row)"
    }
  }
}
