/// The forms in which addresses and numbers are compared, to find who is meant.
public enum ContactKey {
  /// The form in which e-mail addresses are compared, or nil where the text is none.
  public static func email(_ text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
      !text.contains(where: \.isWhitespace)
    else { return nil }
    return text.lowercased()
  }

  /// The form in which a company's domain is compared, or nil where it says nothing of where
  /// somebody works, since anybody has a mailbox there.
  static func ownDomain(_ text: String) -> String? {
    let domain = text.lowercased()
    return domain.isEmpty || openDomains.contains(domain) ? nil : domain
  }

  /// Domains at which anybody has a mailbox.
  private static let openDomains: Set<String> = [
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com",
    "icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "web.de", "proton.me",
    "protonmail.com", "mail.com", "qq.com", "163.com",
  ]

  /// The form in which telephone numbers are compared: their digits, `00` and `+` before the
  /// country alike; nil below seven digits, which would match by chance.
  public static func phone(_ text: String) -> String? {
    var digits = text.filter { ("0"..."9").contains($0) }
    if !text.hasPrefix("+"), digits.hasPrefix("00") { digits.removeFirst(2) }
    return digits.count < 7 ? nil : digits
  }
}
