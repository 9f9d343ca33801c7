public import TerminalCanvas

/// Keys and what they mean in some place. The hint bar, the help and the guide are made from these.
public struct Binding: Sendable {
  /// Under which heading the help lists it.
  public enum Section: String, CaseIterable, Sendable {
    case move = "Moving about"
    case verdict = "What of it"
    case record = "The record"
    case lead = "The selected lead"
    case view = "The view"
    case program = "Baton"
    case text = "Typing"
  }

  /// The keys; the first is the one that is shown.
  public let keys: [Key]
  /// What they mean.
  public let intent: Intent
  /// One or two words for the hint bar; nil keeps it out of there.
  public private(set) var hint: String?
  /// A sentence for the help.
  public let help: String
  /// Under which heading the help lists it.
  public let section: Section

  init(
    _ keys: String, _ intent: Intent, hint: String? = nil, _ section: Section, _ help: String
  ) {
    self.keys = keys.split(separator: " ").compactMap { Key(String($0)) }
    self.intent = intent
    self.hint = hint
    self.help = help
    self.section = section
  }

  /// The same, kept out of the hint bar.
  var unhinted: Binding {
    var binding = self
    binding.hint = nil
    return binding
  }
}

/// Where keys go.
public enum KeyContext: Hashable, Sendable, CaseIterable {
  /// The columns.
  case board
  /// The feedback pane.
  case feedback
  /// The triage screen.
  case triage
  /// The reports.
  case reports
  /// The meeting.
  case meeting
  /// The page of a lead.
  case lead
  /// A list over the screen: help, broken files.
  case list
  /// A choice, narrowed by typing.
  case picker
  /// A line of text.
  case prompt
  /// The filter.
  case filter

  /// The words above its keys in the help.
  public var title: String {
    switch self {
    case .board: "Board"
    case .feedback: "Feedback pane"
    case .triage: "Triage"
    case .reports: "Reports"
    case .meeting: "Meeting"
    case .lead: "Lead page"
    case .list: "Lists"
    case .picker: "Choosing"
    case .prompt: "Typing"
    case .filter: "Filter"
    }
  }

  /// Whether a key that means nothing else writes its character.
  var takesText: Bool { self == .picker || self == .prompt || self == .filter }
}
