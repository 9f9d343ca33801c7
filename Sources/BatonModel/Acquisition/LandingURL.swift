/// The address of the page on which a buyer arrived, with what its parameters tell.
///
/// Parameters stand behind `?`, and with some single-page sites behind `#`; where both have one,
/// the former counts. Names are compared without regard to capitals, blank values count as none.
public struct LandingURL: Hashable, Sendable {
  /// The host in lower case, without port and `www.`; nil where the text names none.
  public let host: String?
  /// The ids of clicks on ads, by the parameter's name as the platform writes it.
  public let clickIDs: [String: String]
  private let values: [String: String]

  /// The most bytes that a value may have; a longer one is no campaign's name but a flood.
  private static let longestValue = 512

  /// Takes an address apart; any text will do.
  public init(_ address: String) {
    let text = address.utf8
    let hash = text.firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex
    let question = text[..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash
    host = Self.host(in: text[..<question])
    var values: [String: String] = [:]
    // Behind `#` a path of the site's own may come first: `#/offer?utm_source=x`.
    let inside = text[hash...].dropFirst()
    let start = inside.firstIndex(of: UInt8(ascii: "?")).map(inside.index(after:))
    for part in [text[question..<hash].dropFirst(), inside[(start ?? inside.startIndex)...]] {
      for field in FormEncoding.fields(of: Substring(part)) {
        let value = field.value.trimmingBlanks
        guard !value.isEmpty, value.utf8.count <= Self.longestValue else { continue }
        let name = field.name.lowercased()
        if values[name] == nil { values[name] = value }
      }
    }
    self.values = values
    clickIDs = values.filter { AdPlatform.ofClick[$0.key] != nil }
  }

  /// The value of a parameter, decoded and without blanks at its ends.
  public subscript(parameter: String) -> String? { values[parameter.lowercased()] }

  private static func host(in text: Substring.UTF8View) -> String? {
    var rest = Substring(text)
    guard let scheme = rest.firstRange(of: "//") else { return nil }
    rest = rest[scheme.upperBound...].prefix { $0 != "/" }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    let name = rest.prefix { $0 != ":" }.lowercased()
    let bare = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    return bare.isEmpty ? nil : bare
  }
}

/// Where traffic comes from, in the words of `utm_source` and `utm_medium`.
struct TrafficOrigin: Hashable, Sendable {
  let source: String
  let medium: String
}

/// The advertising platforms that add the id of a click to the address behind an ad.
struct AdPlatform: Sendable {
  /// What `utm_source` and `utm_medium` would say.
  let origin: TrafficOrigin

  private init(_ source: String, _ medium: String) {
    origin = TrafficOrigin(source: source, medium: medium)
  }

  private static let google = AdPlatform("google", "cpc")

  /// The platforms by the parameter in which they pass a click's id.
  static let ofClick: [String: AdPlatform] = [
    "gclid": google, "gbraid": google, "wbraid": google,
    "msclkid": AdPlatform("bing", "cpc"),
    // Facebook adds it to links that people share, too: who is right stays a guess.
    "fbclid": AdPlatform("facebook", "paid"),
    "li_fat_id": AdPlatform("linkedin", "paid"),
    "ttclid": AdPlatform("tiktok", "paid"),
    "twclid": AdPlatform("twitter", "paid"),
  ]
}

extension TrafficOrigin {
  /// What the page before ours tells; nil for a page of our own and for a text without a host.
  init?(referrer: String, landingHost: String?) {
    guard let host = LandingURL(referrer).host, host != landingHost else { return nil }
    let labels = host.split(separator: ".").map(String.init)
    if host == "t.co" || host == "x.com" {
      self.init(source: "twitter", medium: "social")
    } else if host == "lnkd.in" {
      self.init(source: "linkedin", medium: "social")
    } else if let engine = labels.first(where: Self.engines.contains), labels.last != engine {
      self.init(source: engine, medium: "organic")
    } else if let network = labels.first(where: Self.networks.contains), labels.last != network {
      self.init(source: network, medium: "social")
    } else {
      self.init(source: host, medium: "referral")
    }
  }

  private static let engines: Set<String> = [
    "google", "bing", "duckduckgo", "yahoo", "ecosia", "baidu", "yandex", "startpage", "qwant",
  ]
  private static let networks: Set<String> = [
    "facebook", "instagram", "linkedin", "twitter", "reddit", "youtube", "tiktok", "xing",
    "pinterest",
  ]
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmingBlanks: String {
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[start...end])
  }
}
