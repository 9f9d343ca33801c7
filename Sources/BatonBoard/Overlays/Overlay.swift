public import BatonModel

/// Something that lies over the screen and takes the keys.
public enum Overlay: Hashable, Sendable {
  /// The keys and the filter language.
  case help(top: Int)
  /// The files that cannot be read.
  case faults(selected: Int)
  /// A choice.
  case picker(Picker)
  /// A line of text.
  case prompt(Prompt)
}

/// A choice among a few things, narrowed by typing.
public struct Picker: Hashable, Sendable {
  /// One thing to choose.
  public struct Item: Hashable, Sendable {
    /// What is chosen.
    public var choice: Choice
    /// The words for it.
    public var label: String
    /// What helps to choose.
    public var detail: String

    /// A thing to choose.
    public init(_ choice: Choice, label: String, detail: String = "") {
      self.choice = choice
      self.label = label
      self.detail = detail
    }
  }

  /// What a choice leads to.
  public enum Choice: Hashable, Sendable {
    /// The lead goes to a stage.
    case stage(StageID)
    /// The lead is parked so.
    case park(Parking.Kind)
    /// The lead comes back to where it was.
    case revive
    /// A parked lead gets this reason.
    case reason(ReasonID)
    /// The lead goes to a member, or to nobody.
    case member(MemberID?)
    /// The touch was on this channel, in this direction, with this outcome.
    case touch(Channel, Touch.Direction, Touch.Outcome?)
    /// The next step is of this kind; nil clears it.
    case nextStep(NextStep.Kind?)
    /// Somebody else's change of the same field stays.
    case leave
    /// The command is carried out in spite of it.
    case insist(PendingCommand)
    /// Columns are made by this.
    case grouping(Grouping)
    /// The screen looks like this: a theme's id.
    case theme(String)
  }

  /// The question.
  public var title: String
  /// The lead that it is about; nil where it is about the board.
  public var lead: LeadID?
  /// Everything that can be chosen.
  public var items: [Item]
  /// What has been typed to narrow the choice.
  public var input = TextInput()
  /// The selected item among those that match.
  public var selected = 0
  /// The command that a choice of a reason completes.
  public var pending: LeadCommand.Park?

  /// A choice.
  public init(title: String, lead: LeadID?, items: [Item], pending: LeadCommand.Park? = nil) {
    self.title = title
    self.lead = lead
    self.items = items
    self.pending = pending
  }

  /// The items that match what has been typed.
  public var matches: [Item] {
    let sought = FoldedText(input.text)
    return items.filter {
      FoldedText($0.label).contains(sought) || FoldedText($0.detail).contains(sought)
    }
  }
}

/// A line of text that is asked for.
public struct Prompt: Hashable, Sendable {
  /// What the text is for.
  public enum Purpose: Hashable, Sendable {
    /// A note on the lead.
    case note
    /// What a touch was about.
    case touch(LeadCommand.TouchDraft)
    /// When the next step is due.
    case nextStep(NextStep.Kind)
    /// Until when the lead rests.
    case parkUntil(LeadCommand.Park)
    /// What the deal is worth.
    case amount
  }

  /// The question.
  public var title: String
  /// The forms that are understood.
  public var hint: String
  /// The lead that it is about.
  public var lead: LeadID
  /// What the text is for.
  public var purpose: Purpose
  /// What has been typed.
  public var input: TextInput
  /// What is wrong with it.
  public var error: String?

  /// A question.
  public init(
    title: String, hint: String, lead: LeadID, purpose: Purpose, input: TextInput = TextInput()
  ) {
    self.title = title
    self.hint = hint
    self.lead = lead
    self.purpose = purpose
    self.input = input
  }
}
