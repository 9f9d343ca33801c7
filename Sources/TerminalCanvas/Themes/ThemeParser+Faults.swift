extension ThemeParser {
  /// Throws unless a name is made of small letters, digits, hyphens, and dots between words.
  func check(_ key: String, isColor: Bool) throws(Theme.Fault) {
    let words = key.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isMadeRight = words.allSatisfy { word in
      !word.isEmpty
        && word.allSatisfy {
          $0.isDigit || $0 == UInt8(ascii: "-")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= $0
        }
    }
    guard isMadeRight else {
      throw fault(
        "\(quoted(key)) cannot be a name",
        "use small letters, digits and hyphens, and dots between the words of a role")
    }
    guard !isColor || !isReserved(key) else {
      throw fault(
        "\(quoted(key)) cannot name a colour",
        "styles use it for something else; choose another name")
    }
  }

  private func isReserved(_ key: String) -> Bool {
    ["on", "plain", "default"].contains(key) || attribute(key[...]) != nil
      || key.utf8.allSatisfy(\.isDigit)
  }

  func twice(_ key: String) -> Theme.Fault {
    fault("\(quoted(key)) is set twice", "keep one of the lines")
  }

  func fault(_ problem: String, _ remedy: String) -> Theme.Fault {
    Theme.Fault(
      file: Sanitizer.safeText(file), line: max(1, line), problem: problem, remedy: remedy)
  }

  func quoted(_ text: some StringProtocol) -> String {
    "\"" + Sanitizer.truncated(String(text), columns: 40).text + "\""
  }
}
