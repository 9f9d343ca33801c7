import Foundation

/// Asks at the terminal whether something is to be done that is not easily taken back.
struct Confirmation {
  /// What is asked, with what counts as a yes: `Merge them? [y/N] `.
  let question: String
  /// What is said where nobody is there to be asked, in a sentence.
  let unasked: String
  /// How a command ends that nobody could be asked about.
  var unaskedStatus = Failure.Status.refused
  /// What is said to anything but a yes.
  let refusal: Failure
  /// Whether an answer is a yes.
  let isYes: (String) -> Bool

  /// Returns where the answer is yes.
  ///
  /// - Throws: `Failure` where it is anything else, or nobody is there to answer.
  func ask() throws(Failure) {
    guard isatty(STDIN_FILENO) == 1 else {
      throw Failure(unasked, "Say --yes if you are sure.", status: unaskedStatus)
    }
    StandardError.write(question)
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
    guard isYes(answer) else { throw refusal }
  }
}
