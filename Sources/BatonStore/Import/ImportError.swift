/// Why a file was not imported; nothing of it was taken in then, unless the store says otherwise.
public enum ImportError: Error, Hashable, Sendable {
  /// The file, or the mapping, cannot be used as it is.
  case file(ImportFileFault)
  /// The board's folder stood in the way.
  case store(StoreError)
  /// The same, in the midst of the work: so many leads of so many were written by then.
  case partly(StoreError, written: Int, of: Int)
  /// Something must be answered first.
  case questions([ImportQuestion])

  /// What happened, in a sentence.
  public var message: String {
    switch self {
    case .file(let fault):
      fault.place + fault.what
    case .store(let error): error.message.asSentence
    case .partly(let error, let written, let all):
      error.message.asSentence + " Of \(all) leads \(written) were written by then."
    case .questions(let questions): questions.map(\.text).joined(separator: " ")
    }
  }

  /// What to do about it, in a sentence.
  public var remedy: String {
    switch self {
    case .file(let fault): fault.remedy
    case .store(let error): error.remedy.asSentence
    case .partly(let error, _, _):
      error.remedyInTheMidst.asSentence + " Then do the same again: it adds what is missing."
    case .questions(let questions): questions.map(\.remedy).joined(separator: " ")
    }
  }
}

extension StoreError {
  /// What to do about it where something has been changed already.
  fileprivate var remedyInTheMidst: String {
    if case .files(let error) = self { error.act } else { remedy }
  }
}

extension ImportFileFault {
  /// File and line as they stand before a message.
  fileprivate var place: String {
    if file.isEmpty { return line.map { "Line \($0): " } ?? "" }
    return file + (line.map { ":\($0)" } ?? "") + ": "
  }
}

extension ImportFileFault {
  /// The fault with the name of the file in which it was found, unless it has one.
  func named(_ name: String) -> ImportFileFault {
    var fault = self
    if fault.file.isEmpty { fault.file = name }
    return fault
  }
}
