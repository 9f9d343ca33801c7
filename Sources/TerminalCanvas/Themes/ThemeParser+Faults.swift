extension ThemeParser {
  /// Throws unless a name is made of small letters, digits, hyphens, and dots between words.
  func check(_ key: String, isColor: Bool) throws(Theme.Fault) {
    let isMadeRight = key.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty
        && $0.allSatisfy {
          $0 == "-" || $0.isASCIIDigit || ("a"..."z").contains($0)
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
      || key.allSatisfy(\.isASCIIDigit)
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
