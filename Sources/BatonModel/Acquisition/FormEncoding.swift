/// Names and values as forms and addresses carry them: `name=Ana+Ruiz&city=M%C3%A1laga`.
///
/// Anybody may send such a text: nothing in it fails, and nothing in it can do harm. Source: the
/// URL standard's `application/x-www-form-urlencoded`.
public enum FormEncoding {
  /// One name with its value.
  public struct Field: Hashable, Sendable {
    /// The name, decoded.
    public let name: String
    /// The value, decoded; empty where none was given.
    public let value: String
  }

  /// The most fields that are read; no form has as many.
  public static let mostFields = 256

  /// The fields of a text in their order; those without a name are left out.
  ///
  /// - Complexity: O(bytes).
  public static func fields(of text: some StringProtocol) -> [Field] {
    let ampersand = UInt8(ascii: "&")
    let parts = text.utf8.split(separator: ampersand, maxSplits: mostFields)
    return parts.prefix(mostFields).compactMap { part in
      let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      let name = decoded(part[..<equals])
      guard !name.isEmpty else { return nil }
      return Field(name: name, value: decoded(part[equals...].dropFirst()))
    }
  }

  /// A text with `+` as a blank and `%41` as `A`.
  ///
  /// A percent sign that begins no such pair stays as it is. Bytes that are no UTF-8 become
  /// U+FFFD, and control characters, which no form lets anybody type, are left out; line feeds
  /// and tabs stay.
  static func decoded(_ bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    var pending: [UInt8] = []
    for byte in bytes {
      pending.append(byte)
      if pending[0] == UInt8(ascii: "%") {
        let isPair = pending.dropFirst().allSatisfy { hexDigit($0) != nil }
        if isPair, pending.count < 3 { continue }
        if isPair, let high = hexDigit(pending[1]), let low = hexDigit(pending[2]) {
          result.append(high << 4 | low)
          pending.removeAll(keepingCapacity: true)
          continue
        }
        // The last byte may begin a pair of its own: `%%41`.
        result += pending.dropLast()
        pending = [byte]
        if byte == UInt8(ascii: "%") { continue }
      }
      result += pending.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
      pending.removeAll(keepingCapacity: true)
    }
    result += pending
    return withoutControls(String(decoding: result, as: UTF8.self))
  }

  private static func withoutControls(_ text: String) -> String {
    func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }
    guard text.unicodeScalars.contains(where: isUnwanted) else { return text }
    var clean = String.UnicodeScalarView()
    clean.append(contentsOf: text.unicodeScalars.lazy.filter { !isUnwanted($0) })
    return String(clean)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
