public import Foundation

/// A pseudo-terminal with a program in it, which leads its session, as a terminal window has one.
///
/// For tests and the benchmark. What the program writes is kept; what it reports on descriptor 3
/// comes line by line. All waiting is for a condition, up to a deadline.
public final class PseudoTerminal {
  /// Why something could not be had, or did not happen.
  public struct Failure: Error, CustomStringConvertible {
    /// What it was.
    public let description: String
  }

  /// Whether this system lets us open pseudo-terminals.
  public static let isAvailable = access("/dev/ptmx", R_OK | W_OK) == 0

  /// All that the program wrote to the terminal.
  public private(set) var output: [UInt8] = []
  /// All lines that it reported.
  public private(set) var reports: [String] = []
  /// The program's process.
  public let process: pid_t
  /// The line settings before anything ran.
  public let settings: termios

  private var master: Int32
  private let slave: Int32
  private let pipe: Int32
  private var unfinished: [UInt8] = []
  private var status: Int32?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - arguments: The program's path and what it is told.
  ///   - environment: Added to a bare environment with `TERM=xterm-256color`.
  ///   - columns: The terminal's width.
  ///   - rows: Its height.
  /// - Throws: `Failure` where the system has no pseudo-terminal or no such program.
  public init(
    _ arguments: [String], environment: [String: String] = [:], columns: UInt16 = 80,
    rows: UInt16 = 24
  ) throws {
    let path: String
    (master, path) = try Self.openMaster()
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    settings = try Self.settings(of: slave)
    var ends: [Int32] = [0, 0]
    guard Foundation.pipe(&ends) == 0 else { throw Failure(description: "no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    pipe = ends[0]
    var variables = [
      "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
      // The backtracer would wait for a key, and take long to read the symbols.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    process = try Self.spawn(arguments, variables, terminal: path, reports: ends[1])
    close(ends[1])
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    for descriptor in [master, slave, pipe] where descriptor >= 0 { close(descriptor) }
  }

  /// Writes bytes as if they were typed.
  public func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Writes bytes as they are taken, however slowly that may be.
  public func typeAll(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      var sink = pollfd(fd: master, events: Int16(POLLOUT), revents: 0)
      if poll(&sink, 1, 50) > 0, sink.revents & Int16(POLLOUT) != 0 {
        let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 256)) }
        if count > 0 { rest = rest.dropFirst(count) }
      }
      receive(milliseconds: 0)
    }
  }

  /// Sends a signal to the program.
  public func send(_ signal: Int32) {
    kill(process, signal)
  }

  /// Gives the terminal another size.
  public func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the terminal's window.
  public func hangUp() {
    close(master)
    master = -1
  }

  /// The line settings now.
  public func currentSettings() throws -> termios {
    try Self.settings(of: slave)
  }

  /// Waits for a report, after a number of reports, and returns how many there are up to it.
  @discardableResult
  public func waitForReport(_ line: String, after start: Int = 0) throws -> Int {
    var found: Int?
    try wait("the report \(line)") {
      found = reports.dropFirst(start).firstIndex(of: line)
      return found != nil
    }
    return (found ?? 0) + 1
  }

  /// Waits until some text has been written, after a number of bytes.
  ///
  /// - Returns: What was written from there on, to the end of that text.
  @discardableResult
  public func waitForOutput(_ text: String, after start: Int = 0) throws -> String {
    let wanted = Array(text.utf8)
    var end = start
    var searched = start
    try wait("the output \(text.debugDescription)") {
      guard let found = place(of: wanted, from: searched) else {
        searched = max(start, output.count - wanted.count + 1)
        return false
      }
      end = found + wanted.count
      return true
    }
    return String(decoding: output[start..<end], as: UTF8.self)
  }

  /// Where some bytes first occur in the output from a place on. A general search for a range takes
  /// longer than the program to draw a frame.
  func place(of wanted: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first else { return start }
    return output.withUnsafeBytes { output in
      wanted.withUnsafeBytes { wanted in
        guard let base = output.baseAddress, let sought = wanted.baseAddress else { return nil }
        var at = start
        while at + wanted.count <= output.count,
          let found = memchr(base + at, Int32(first), output.count - wanted.count + 1 - at)
        {
          if memcmp(found, sought, wanted.count) == 0 {
            return UnsafeRawPointer(found) - base
          }
          at = UnsafeRawPointer(found) - base + 1
        }
        return nil
      }
    }
  }

  /// Waits for the program's end, and returns its exit status, or minus the signal.
  public func waitForEnd() throws -> Int32 {
    try wait("the end of the program") {
      var result: Int32 = 0
      if waitpid(process, &result, WNOHANG) == process { self.status = result }
      return self.status != nil
    }
    while receive(milliseconds: 0) {}
    let status = self.status ?? 0
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }

  /// Takes what the program writes until something is so.
  public func wait(_ what: String, until condition: () -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(30)
    while !condition() {
      guard ContinuousClock.now < deadline else {
        let text = String(decoding: output, as: UTF8.self).debugDescription
        throw Failure(description: "waited for \(what); reports: \(reports); output: \(text)")
      }
      receive(milliseconds: 50)
    }
  }

  /// Takes what has come, and waits for it so long at most; whether anything came.
  @discardableResult
  func receive(milliseconds: Int32) -> Bool {
    var sources = [
      pollfd(fd: master, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&sources, 2, milliseconds) > 0 else { return false }
    var came = false
    for source in sources where source.revents & Int16(POLLIN) != 0 {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = read(source.fd, &buffer, buffer.count)
      guard count > 0 else { continue }
      came = true
      if source.fd == master { output += buffer[..<count] } else { unfinished += buffer[..<count] }
    }
    while let end = unfinished.firstIndex(of: UInt8(ascii: "\n")) {
      reports.append(String(decoding: unfinished[..<end], as: UTF8.self))
      unfinished.removeFirst(end + 1)
    }
    return came
  }
}

extension PseudoTerminal {
  /// Opens a new pseudo-terminal, and says where its other end is.
  private static func openMaster() throws -> (Int32, String) {
    #if os(Linux)
      // Swift's Glibc has no posix_openpt; these are TIOCSPTLCK and TIOCGPTN of <asm/ioctls.h>.
      let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      var locked: Int32 = 0
      var number: UInt32 = 0
      guard master >= 0, ioctl(master, 0x4004_5431, &locked) == 0,
        ioctl(master, 0x8004_5430, &number) == 0
      else { throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))") }
      return (master, "/dev/pts/\(number)")
    #else
      let master = posix_openpt(O_RDWR | O_NOCTTY)
      guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master)
      else { throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))") }
      _ = fcntl(master, F_SETFD, FD_CLOEXEC)
      return (master, String(cString: name))
    #endif
  }

  private static func settings(of descriptor: Int32) throws -> termios {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else {
      throw Failure(description: "no line settings: \(String(cString: strerror(errno)))")
    }
    return settings
  }

  /// Starts a program that leads a session with the terminal, which it opens first, as its own.
  private static func spawn(
    _ arguments: [String], _ environment: [String: String], terminal: String, reports: Int32
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    posix_spawn_file_actions_adddup2(&actions, reports, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The test runner's threads block signals that the program must get.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | 0x80))
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, arguments[0], &actions, &attributes, &argv, &envp)
    guard failure == 0 else {
      throw Failure(description: "\(arguments[0]): \(String(cString: strerror(failure)))")
    }
    return process
  }
}
