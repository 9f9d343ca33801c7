import Foundation

/// Asks at the terminal whether something is to be done that is not easily taken back.
struct Confirmation {
  /// What is asked, with what counts as a yes: `Merge them? [y/N] `.
  let question: String
  /// What is said where nobody is there to be asked, in a sentence.
  let unasked: String
  /// What is said to anything but a yes.
  let refusal: Failure
  /// Whether an answer is a yes.
  let isYes: (String) -> Bool

  /// Returns where the answer is yes.
  ///
  /// - Throws: `Failure` where it is anything else; of wrong usage where nobody is there to answer.
  func ask() throws(Failure) {
    guard Confirmation.isPossible else {
      throw Failure(unasked, "Say --yes if you are sure.", status: .usage)
    }
    guard Confirmation.agrees(to: question, isYes) else { throw refusal }
  }

  /// Whether somebody is there to be asked.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 }

  /// Asks, and says whether the answer is a yes.
  ///
  /// - Parameter isYes: Told the answer in small letters, without blanks around it.
  static func agrees(
    to question: String, _ isYes: (String) -> Bool = { $0.hasPrefix("y") }
  ) -> Bool {
    StandardError.write(question)
    return isYes(readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? "")
  }
}
