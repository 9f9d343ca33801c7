import BatonModel

extension JSONError {
  /// The error of a text without a single byte.
  static let emptyText = JSONError(
    line: 1, column: 1, message: "the file is empty",
    remedy: "restore it from a backup or delete it")
}

// Every function here is kept out of line: the callers are the inner loops of the reader.
extension JSONReader {
  /// An error at a place in the text.
  @inline(never)
  func fault(
    at place: UnsafePointer<UInt8>, kind: FileFault.Kind = .malformed, _ message: String,
    remedy: String
  ) -> JSONError {
    var line = 1
    var column = 1
    for byte in UnsafeBufferPointer(start: start, count: place - start) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONError(line: line, column: column, kind: kind, message: message, remedy: remedy)
  }

  /// The error of something that JSON does not allow at `next`.
  @inline(never)
  func unexpected(_ expected: String) -> JSONError {
    if let fault = mergeConflict() ?? wrongEncoding() { return fault }
    guard next < end else {
      return fault(
        at: next, "expected \(expected), but the file ends here",
        remedy: "it may be only half written: save it again, or restore it")
    }
    let remedy =
      switch next.pointee {
      case UInt8(ascii: "\""): "put a comma or colon before it, or close what is open"
      case UInt8(ascii: "'"): "write strings and keys in double quotes"
      case UInt8(ascii: "/"), UInt8(ascii: "#"): "delete the comment; JSON has none"
      case UInt8(ascii: ","): "delete one comma"
      case UInt8(ascii: "+"), UInt8(ascii: "."): "begin the number with a digit or -"
      default: "correct it here"
      }
    return fault(at: next, "expected \(expected), found \(found(at: next))", remedy: remedy)
  }

  /// The error of a value at `next` that is JSON, but another kind than the record needs.
  @inline(never)
  mutating func mismatch(_ expected: String) -> JSONError {
    let first = skipWhitespace()
    let place = next
    let kind: String
    switch first {
    case UInt8(ascii: "\""): kind = "a string"
    case UInt8(ascii: "{"): kind = "an object"
    case UInt8(ascii: "["): kind = "a list"
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): kind = "a number"
    case UInt8(ascii: "t") where skip("true"): kind = "true"
    case UInt8(ascii: "f") where skip("false"): kind = "false"
    case UInt8(ascii: "n") where skip("null"): kind = "null"
    default: return unexpected(expected)
    }
    return fault(
      at: place, kind: .invalid, "expected \(expected), found \(kind)",
      remedy: "write \(expected) here, or delete the key")
  }

  /// The error of a token that is right in form, but not what the record needs.
  @inline(never)
  func mismatch(
    _ expected: String, at token: UnsafeBufferPointer<UInt8>, remedy: String
  ) -> JSONError {
    let text = FileFault.quote(String(decoding: token, as: UTF8.self))
    return fault(
      at: token.baseAddress ?? next, kind: .invalid, "expected \(expected), found \(text)",
      remedy: remedy)
  }

  @inline(never)
  func outOfRange(_ literal: UnsafeBufferPointer<UInt8>) -> JSONError {
    mismatch(
      "a whole number up to 9223372036854775807", at: literal, remedy: "write a smaller number")
  }

  @inline(never)
  func leadingZero(at place: UnsafePointer<UInt8>) -> JSONError {
    fault(at: place, "a number with a leading zero", remedy: "delete the zero, or quote the digits")
  }

  @inline(never)
  func trailingComma() -> JSONError {
    fault(at: next, "nothing follows the comma", remedy: "delete the comma")
  }

  @inline(never)
  func tooDeep() -> JSONError {
    fault(
      at: next, "more than \(Self.maximumDepth) lists and objects inside each other",
      remedy: "check for brackets that are never closed")
  }

  @inline(never)
  func duplicateKey(_ key: Key) -> JSONError {
    let name = (try? string(key.token)) ?? ""
    return fault(
      at: key.token.start - 1, "the key \(FileFault.quote(name)) stands twice in this object",
      remedy: "keep one of the two")
  }

  /// The error of a key that stands twice in the object that has been read after `content`.
  @inline(never)
  func secondKey(_ name: String, content: UnsafePointer<UInt8>) throws(JSONError) -> JSONError {
    var reader = self
    reader.next = content
    var isFirst = true
    var wasThere = false
    while let key = try reader.nextKey(isFirst: isFirst) {
      let isSame = try reader.string(key.token).hasSameUTF8(as: name)
      if isSame, wasThere { return duplicateKey(key) }
      wasThere = wasThere || isSame
      isFirst = false
      _ = try reader.readValue()
    }
    return unexpected("each key once")
  }

  // MARK: - Strings

  @inline(never)
  func unterminatedString() -> JSONError {
    fault(
      at: next, "this string is never closed",
      remedy: "close it with a double quote, or restore the file if it is only half written")
  }

  @inline(never)
  func controlCharacter(at place: UnsafePointer<UInt8>) -> JSONError {
    let isLineEnd = place.pointee == UInt8(ascii: "\n") || place.pointee == UInt8(ascii: "\r")
    return isLineEnd
      ? fault(
        at: place, "a string goes on beyond the end of the line",
        remedy: "close it with a double quote, or write \\n for a line break")
      : fault(
        at: place, "a control character inside of a string",
        remedy: "write it as an escape such as \\t or \\u0007")
  }

  @inline(never)
  func unknownEscape(at place: UnsafePointer<UInt8>) -> JSONError {
    fault(
      at: place, "an escape that JSON does not have",
      remedy: "write \\\\ for a backslash, and four hexadecimal digits after \\u")
  }

  @inline(never)
  func reservedScalar(at place: UnsafePointer<UInt8>) -> JSONError {
    fault(
      at: place, "a private character of U+10D800 to U+10DFFF, which Baton needs for itself",
      remedy: "delete the character")
  }

  /// The error of a string with bytes that are not UTF-8.
  @inline(never)
  func invalidUTF8(in token: StringToken) -> JSONError {
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = token.bytes.makeIterator()
    var offset = 0
    scalars: while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let scalar): offset += scalar.count
      case .error, .emptyInput: break scalars
      }
    }
    return fault(
      at: token.start + offset, "bytes that are not UTF-8", remedy: "save the file as UTF-8")
  }

  // MARK: - What stands there instead

  /// What begins at a place, in words.
  private func found(at place: UnsafePointer<UInt8>) -> String {
    let rest = UnsafeBufferPointer(start: place, count: min(end - place, 4))
    guard let scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first,
      scalar != "\u{FFFD}"
    else { return "a byte that is not UTF-8" }
    return FileFault.quote(String(scalar))
  }

  /// The error of a file in which git left both sides of a merge; nil if it did not.
  private func mergeConflict() -> JSONError? {
    let marker = UnsafeBufferPointer(start: next, count: min(end - next, 7))
    guard marker.count == 7, let first = marker.first, marker.allSatisfy({ $0 == first }),
      "<=>|".utf8.contains(first), next == start || next[-1] == UInt8(ascii: "\n")
    else { return nil }
    return fault(
      at: next, "git left both sides of a merge in this file",
      remedy: "keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>>, "
        + "or resolve with git mergetool; the driver of `baton help merge-driver` merges by field")
  }

  /// The error of a text in UTF-16 or UTF-32; nil if it is in neither.
  private func wrongEncoding() -> JSONError? {
    let head = UnsafeBufferPointer(start: start, count: min(end - start, 2))
    guard next - start < 2,
      head.contains(0) || head.elementsEqual([0xFF, 0xFE])
        || head.elementsEqual([0xFE, 0xFF])
    else { return nil }
    return fault(
      at: start, "the file is not in UTF-8 but in UTF-16 or UTF-32",
      remedy: "save the file as UTF-8")
  }
}
