import ArgumentParser
import Foundation

/// From arguments to an exit status: parses, runs, and says what went wrong.
enum Program {
  /// Runs the command that the arguments name, and ends the process.
  static func run(_ arguments: [String]) -> Never {
    // A file that may not grow is an error of the write, which is told; not the end without a word.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try refuseUnknownCommand(arguments)
      var command = try Baton.parseAsRoot(QueryArgument.marked(arguments))
      try command.run()
      exit(EXIT_SUCCESS)
    } catch is Output.Closed {
      exit(EXIT_SUCCESS)
    } catch {
      end(with: error)
    }
  }

  /// The parser would say that the word is unexpected, not what may stand there.
  private static func refuseUnknownCommand(_ arguments: [String]) throws(Failure) {
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help" else { return }
    let commands = Baton.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !commands.contains(word) else { return }
    throw Failure(
      "There is no command “\(word)”.",
      "Commands are \(commands.joined(separator: ", ")); see `baton --help`.", status: .usage)
  }

  private static func end(with error: any Error) -> Never {
    if let status = error as? ExitCode { exit(status.rawValue) }
    let status = Baton.exitCode(for: error)
    // Help, the version and completion scripts come as errors too.
    if status.isSuccess { Baton.exit(withError: error) }
    let failure = status == .validationFailure ? misuse(error) : Failure(error)
    StandardError.say(failure.what, failure.remedy)
    exit(failure.status.rawValue)
  }

  /// What the argument parser has to say, in two lines.
  private static func misuse(_ error: any Error) -> Failure {
    let what = Baton.message(for: error).split(separator: "\n").joined(separator: " ")
    let see = Baton.fullMessage(for: error).split(separator: "\n")
      .last { $0.hasPrefix("  See '") }?.split(separator: "'").dropFirst().first
    let help = see.map { $0.replacing(" --help", with: "") } ?? "baton"
    let usage = "See `\(help) --help`."
    return Failure(what.asSentence, usage, status: .usage)
  }
}
