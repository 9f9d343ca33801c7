/// A campaign: what we said, where, and what it cost.
public struct Campaign: Hashable, Sendable {
  /// The version of the file format.
  public var schema = Board.currentSchema
  /// Counts the rewrites of the file.
  public var revision = 1
  /// The campaign's name in files; also the name of its file.
  public var id: CampaignID
  /// The words on the screen.
  public var title: String
  /// Where it ran: `linkedin`, `google`, `fair`.
  public var channel: String?
  /// What it cost.
  public var cost: Money?
  /// Who in marketing answers for it.
  public var owner: MemberID?
  /// When it began.
  public var start: Instant?
  /// When it ended.
  public var end: Instant?
  /// What was shown to buyers.
  public var ads: [Ad] = []
  /// The codes of the objections that its copy answers.
  public var answersObjections: [String] = []
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A campaign.
  public init(id: CampaignID, title: String) {
    self.id = id
    self.title = title
  }
}

/// What was shown to a buyer.
public struct Ad: Hashable, Sendable {
  /// The ad's id at the place where it ran.
  public var id: String?
  /// The headline as the buyer read it.
  public var headline: String
  /// What the ad promises, in a sentence.
  public var promise: String?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// An ad.
  public init(id: String? = nil, headline: String, promise: String? = nil) {
    self.id = id
    self.headline = headline
    self.promise = promise
  }
}
