/// The company at which a lead works.
public struct Company: Hashable, Sendable {
  /// The company's name.
  public var name: String
  /// The domain of its site and of its mail.
  public var domain: String?
  /// What it does.
  public var industry: String?
  /// Where it is.
  public var country: String?
  /// Where it is, more closely.
  public var city: String?
  /// How many people work there.
  public var employees: Int?
  /// What it turns over a year.
  public var revenue: Money?
  /// The company that it belongs to.
  public var parent: String?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A company.
  public init(name: String) { self.name = name }
}

/// A person on the buyer's side.
public struct Person: Hashable, Sendable {
  /// What a person does for the decision.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    case champion, decides, pays, uses, advises, blocks
  }

  /// The person's name within the lead.
  public var id: PersonID
  /// The person's name.
  public var name: String
  /// The position in the company.
  public var title: String?
  /// What the person does for the decision.
  public var part: Part?
  /// Where the person is written to.
  public var email: String?
  /// Where the person is called.
  public var phone: String?
  /// What the person must still agree to, or has.
  public var approvals: [Approval] = []
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A person.
  public init(id: PersonID, name: String) {
    self.id = id
    self.name = name
  }
}

/// Something that a person on the buyer's side must agree to.
public struct Approval: Hashable, Sendable {
  /// How far an approval is.
  public enum State: String, CaseIterable, Hashable, Sendable {
    case needed, asked, given, refused
  }

  /// What is to be agreed to: `budget`, `security review`, `contract`.
  public var subject: String
  /// How far it is.
  public var state: State
  /// When it came to be so.
  public var at: Instant?
  /// By when it is needed.
  public var due: Instant?
  /// What was said.
  public var note: String?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// An approval.
  public init(subject: String, state: State, at: Instant? = nil) {
    self.subject = subject
    self.state = state
    self.at = at
  }
}
