import BatonModel
import BatonStore

extension Failure {
  /// What an error means to whoever gave the command.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let refusal as Refusal: self.init(refusal)
    case StoreError.refused(let refusal): self.init(refusal)
    case let error as StoreError:
      self.init(error.message.asSentence, error.remedy.asSentence)
    case let error as ImportError: self.init(error.message, error.remedy)
    case let fault as ImportFileFault: self.init(ImportError.file(fault))
    case let fault as FileFault:
      self.init(fault.description.asSentence, fault.remedy.asSentence)
    default:
      self.init("\(error)", "Try again; if it stays so, it is a fault of Baton's to be reported.")
    }
  }

  /// A refusal of the model, with the option that answers it.
  init(_ refusal: Refusal) {
    let remedy =
      switch refusal.cause {
      case .reasonRequired(let codes):
        "Say why: --reason with one of \(codes.map(\.rawValue).joined(separator: ", "))."
      case .dateRequired: "\(refusal.remedy.dropLast()): --until 2026-12-01, tue, +3d or +2w."
      case .closed: "Revive it first: baton move ID STAGE."
      case .overtaken: "Look at it with `baton show`; to do it all the same, add --anyway."
      default: refusal.remedy
      }
    self.init(refusal.what, remedy, status: refusal.isOvertaken ? .overtaken : .refused)
  }
}

extension String {
  /// The text with a capital at its beginning and a period at its end.
  ///
  /// A path keeps its letters: it begins with a dot or a slash, or holds one before a blank.
  var asSentence: String {
    let isPath = prefix { $0 != " " }.contains { "./".contains($0) }
    let begun = isPath ? self : prefix(1).uppercased() + dropFirst()
    return begun.last.map { ".?!".contains($0) } == true ? begun : begun + "."
  }
}
