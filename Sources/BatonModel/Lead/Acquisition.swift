/// Where a lead came from: the first contact, the one that created the lead, and the last.
public struct Acquisition: Hashable, Sendable {
  /// The first contact that we know of.
  public var first: Arrival?
  /// The contact that created the lead.
  public var creating: Arrival?
  /// The latest contact.
  public var last: Arrival?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// Nothing known.
  public init() {}

  /// The contact that stands for the lead on its card: the one that created it, else the first,
  /// else the last.
  public var principal: Arrival? { creating ?? first ?? last }
}

/// How we came to know a fact.
public enum Provenance: String, CaseIterable, Hashable, Sendable {
  /// Seen by our own systems.
  case observed
  /// Said by the buyer.
  case declared
  /// Taken from a file of another system.
  case imported
  /// Concluded by us.
  case guessed
}

/// One contact by which a buyer arrived, with what the address and the form told.
public struct Arrival: Hashable, Sendable {
  /// When it was.
  public var at: Instant?
  /// `utm_source`: where the buyer was.
  public var source: String?
  /// `utm_medium`: by what kind of traffic.
  public var medium: String?
  /// The campaign on this board.
  public var campaign: CampaignID?
  /// `utm_term`: what was searched.
  public var term: String?
  /// `utm_content`: which variant was shown.
  public var content: String?
  /// Click ids by parameter: `gclid`, `msclkid`, `fbclid`, `li_fat_id` …
  public var clickIDs: [String: String] = [:]
  /// The page before ours.
  public var referrer: String?
  /// The page of ours.
  public var landingPage: String?
  /// The form that was sent.
  public var form: String?
  /// The ad that was shown.
  public var ad: Ad?
  /// How we know these facts, where `provenanceOf` says nothing else.
  public var provenance: Provenance?
  /// How we know single facts, by the fact's key.
  public var provenanceOf: [String: Provenance] = [:]
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A contact of which nothing is known yet.
  public init() {}

  /// How we know a fact, by its key in the file; guessed where nobody said.
  public func provenance(of fact: String) -> Provenance {
    provenanceOf[fact] ?? provenance ?? .guessed
  }
}

/// What a buyer answered to a question of a survey or a form.
public struct SurveyAnswer: Hashable, Sendable {
  /// The question on this board.
  public var question: QuestionID
  /// The question as asked, where the board does not know it.
  public var asked: String?
  /// The answer as given.
  public var answer: String
  /// When it was given.
  public var at: Instant?
  /// How we know it.
  public var provenance: Provenance?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// An answer.
  public init(question: QuestionID, answer: String, at: Instant? = nil) {
    self.question = question
    self.answer = answer
    self.at = at
  }
}
