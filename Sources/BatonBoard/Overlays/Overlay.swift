public import BatonModel
public import BatonReports

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

    /// Whether it is somebody of the team to whom something is given.
    var isMember: Bool {
      if case .member(_?) = choice { true } else { false }
    }

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
    /// The command is carried out in spite of it; what was typed for it, if it was.
    case insist(PendingCommand, typedIn: Prompt? = nil)
    /// The next step is this one, at this time.
    case step(NextStep.Kind, Instant)
    /// It rests or is recycled until then; nil asks for another day.
    case until(Instant?)
    /// A side says this of the lead.
    case verdict(Feedback.Verdict)
    /// The lead is so good.
    case rate(Int)
    /// The lead is offered to this activity.
    case activity(Activity)
    /// The verdict is answered so; nil asks for words.
    case reply(String?)
    /// An answer to this question is recorded.
    case question(QuestionID)
    /// A roadblock of this kind stands in the buyer's way.
    case block(String)
    /// The roadblock of this kind is gone.
    case unblock(String)
    /// The hold ends.
    case releaseHold
    /// A hold begins.
    case hold
    /// This queue is shown.
    case queue(TriageQueue.Whose)
    /// These two may be one buyer.
    case alike(LeadID, LeadID)
    /// The first becomes part of the second.
    case merge(LeadID, into: LeadID)
    /// The page of this lead is opened.
    case page(LeadID)
    /// Columns are made by this.
    case grouping(Grouping)
    /// The meeting goes to this subject.
    case subject(MeetingPart)
    /// A member is at the meeting, or is not.
    case attend(MemberID, isPresent: Bool)
    /// The meeting ends so.
    case end(End)
    /// The screen looks like this: a theme's id.
    case theme(String)
  }

  /// What is done at the end of a meeting.
  public enum End: Hashable, Sendable {
    /// Somebody says who was there, and goes on.
    case people
    /// The minutes are written into this folder.
    case minutes(String)
    /// A folder for the minutes is asked for.
    case elsewhere
    /// The record is written, and no minutes.
    case record
  }

  /// The command that a choice completes.
  public enum Pending: Hashable, Sendable {
    /// To rest, or to its end.
    case park(LeadCommand.Park)
    /// A verdict.
    case verdict(LeadCommand.VerdictDraft)
    /// An offer.
    case offer(LeadCommand.Offer)
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
  public var selected = 0 { didSet { if selected != oldValue { heldTop = nil } } }
  /// The first item in view since one was clicked, so that it stays under the mouse.
  var heldTop: Int?
  /// The command that the choice completes.
  public var pending: Pending?
  /// Whether it was asked on the heels of a command that may yet be refused.
  public var isFollowUp = false
  /// What the keys do, where it is not the usual.
  public var hint: String?
  /// Whether it says of members how much work they have.
  var weighing = Weighing.unasked

  /// How far it is known how much work the members have among whom is chosen.
  enum Weighing: Hashable, Sendable {
    case unasked, asked, told
  }

  /// A choice.
  public init(title: String, lead: LeadID?, items: [Item], pending: Pending? = nil) {
    self.title = title
    self.lead = lead
    self.items = items
    self.pending = pending
  }

  /// The choice of a digit that is pressed before anything else is typed.
  func choice(ofDigit character: Character) -> Choice? {
    guard isNumbered, input.isEmpty, let digit = character.wholeNumberValue,
      items.indices.contains(digit - 1)
    else { return nil }
    return items[digit - 1].choice
  }

  /// Whether the first nine items are chosen by a digit.
  var isNumbered: Bool { lead != nil }

  /// The items that match what has been typed.
  public var matches: [Item] {
    // Whoever types “email” means “E-mail”.
    let sought = FoldedText(input.text.filter { $0 != "-" })
    return items.filter {
      FoldedText($0.label.filter { $0 != "-" }).contains(sought)
        || FoldedText($0.detail.filter { $0 != "-" }).contains(sought)
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
    /// Until when the lead is recycled.
    case judgeUntil(LeadCommand.VerdictDraft)
    /// What goes along with an offer.
    case packet(LeadCommand.Offer)
    /// Until when nobody contacts the lead, and why.
    case hold
    /// What was done about a verdict.
    case reply
    /// What the buyer answered to a question.
    case survey(QuestionID)
    /// What the buyer says of a roadblock of this kind.
    case block(String)
    /// What the deal is worth, in this currency where none is typed.
    case amount(currency: String)
    /// What a meeting decides, about a lead that is not named in the line for guests' eyes.
    case decision(about: LeadID?)
    /// What was said on a subject of the meeting.
    case meetingNote(String)
    /// Where the minutes go; those that were ordered, where the meeting is over already.
    case minutesFolder(MinutesOrder?)

    /// Whether a decision is asked for.
    var isDecision: Bool {
      if case .decision = self { true } else { false }
    }
  }

  /// The question.
  public var title: String
  /// The forms that are understood.
  public var hint: String
  /// The lead that it is about; nil where it is about the meeting.
  public var lead: LeadID?
  /// What the text is for.
  public var purpose: Purpose
  /// What has been typed.
  public var input: TextInput
  /// What is wrong with it.
  public var error: String?
  /// What is to be weighed before it is answered, each in a sentence.
  public var warnings: [String] = []
  /// What helps to answer it, in a line.
  public var context: String?

  /// A question.
  public init(
    title: String, hint: String, lead: LeadID?, purpose: Purpose, input: TextInput = TextInput()
  ) {
    self.title = title
    self.hint = hint
    self.lead = lead
    self.purpose = purpose
    self.input = input
  }
}
