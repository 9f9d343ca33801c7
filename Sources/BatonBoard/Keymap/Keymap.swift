public import TerminalCanvas

/// Which key means what, where.
public enum Keymap {
  /// The bindings of a place, in the order in which they are shown.
  public static func bindings(in context: KeyContext) -> [Binding] {
    switch context {
    case .board: board
    case .feedback: feedback
    case .triage: triage
    case .reports: reports
    case .meeting: meeting
    case .lead: lead
    case .list: list
    case .picker: picker
    case .prompt: prompt
    case .filter: text(confirm: "keep")
    }
  }

  /// What a key means in a place; nil where it means nothing.
  public static func intent(of key: Key, in context: KeyContext) -> Intent? {
    table[context]?[key]
  }

  private static let table: [KeyContext: [Key: Intent]] = Dictionary(
    uniqueKeysWithValues: KeyContext.allCases.map { context in
      let pairs = bindings(in: context).flatMap { binding in
        binding.keys.map { ($0, binding.intent) }
      }
      return (context, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    })

  private static let board: [Binding] =
    [
      Binding("enter", .open, hint: "open", .lead, "Open the page of the lead"),
      Binding("i", .triage, hint: "triage", .view, "Go through your queue, the most urgent first"),
      Binding(
        "r", .reports, hint: "reports", .view, "Where leads stand still, flow, leak, come from"),
      Binding("m", .meeting, hint: "meeting", .view, "The weekly meeting, or back to it"),
      Binding("M", .moveTo, hint: "move", .lead, "Move it to a stage, let it rest, or close it"),
      Binding("L shift-right", .moveRight, .lead, "Move it one stage forwards"),
      Binding("H shift-left", .moveLeft, .lead, "Move it one stage back"),
      Binding("v", .verdict, hint: "verdict", .verdict, "Accept, reject, recycle it …"),
    ] + leadCommands + endings.map(\.unhinted) + [
      Binding("/", .filter, hint: "filter", .view, "Filter as you type"),
      Binding("escape", .back, .view, "Clear the filter"),
      Binding("g", .regroup, hint: "group", .view, "Make columns by stage, owner, source …"),
      Binding("D", .duplicates, .view, "Look for leads that may be one buyer"),
      Binding("d", .density, hint: "density", .view, "Large or small cards"),
      Binding("f", .toggleFeedback, hint: "feedback", .view, "Show or hide the feedback pane"),
      Binding("F", .feedbackReport, .view, "Feedback in full: what is owed, answered, dropped"),
      Binding("+ =", .growFeedback, .view, "Make the feedback pane higher"),
      Binding("-", .shrinkFeedback, .view, "Make the feedback pane lower"),
      Binding("tab", .switchFocus, .view, "Go between the columns and the feedback pane"),
      Binding("left h", .left, .move, "To the column on the left"),
      Binding("right l", .right, .move, "To the column on the right"),
      Binding("up k", .up, .move, "Up a card"),
      Binding("down j", .down, .move, "Down a card"),
      Binding("page-up ctrl-b", .pageUp, .move, "Up a screen"),
      Binding("page-down ctrl-f space", .pageDown, .move, "Down a screen"),
      Binding("home", .first, .move, "To the top of the column"),
      Binding("end G", .last, .move, "To the bottom of the column"),
    ] + program

  /// What ends a lead that went without a word, or brings it back.
  private static let endings: [Binding] = [
    Binding("C", .close, hint: "close", .lead, "Close it for a reason, or say why it ended"),
    Binding("R", .revive, hint: "revive", .lead, "Bring it back, and say what happens next"),
  ]

  private static let leadCommands: [Binding] = [
    Binding("t", .touch, hint: "touch", .lead, "Log a touch: a call, a mail, a meeting"),
    Binding("x", .nextStep, hint: "next", .lead, "Say what happens next, and when"),
    Binding("n", .note, hint: "note", .lead, "Write a note"),
    Binding("a", .assign, hint: "assign", .lead, "Give it to somebody"),
    Binding("$", .amount, .lead, "Say what the deal is worth"),
    Binding("u", .undo, hint: "undo", .lead, "Take back your last change"),
    Binding("Y", .copyID, .lead, "Copy its id to the clipboard"),
    Binding("s", .rate, .verdict, "Rate it with one to five stars"),
    Binding("o", .offer, .verdict, "Offer it to another activity, with what they need to know"),
    Binding("A", .reply, .verdict, "Answer the verdict of the other side"),
    Binding("p", .hold, .verdict, "Hold: nobody contacts them until a date"),
    Binding("b", .block, .verdict, "Say what stands in their way, or that it is gone"),
    Binding("Q", .survey, .verdict, "Record what they answered to a question"),
  ]

  /// Decisions with one key, where one lead has the whole screen.
  private static let decisions: [Binding] = [
    Binding("y", .accept, hint: "accept", .verdict, "Accept it, and say what happens next"),
    Binding("r", .reject, hint: "reject", .verdict, "Reject it, before contact, for a reason"),
    Binding(
      "d", .disqualify, hint: "disqualify", .verdict, "Disqualify it, after contact, for a reason"),
    Binding("c", .recycle, hint: "recycle", .verdict, "Recycle it to nurture until a date"),
    Binding("w", .wait, hint: "wait", .verdict, "Let it wait until a date, for a reason"),
  ]

  private static let triage: [Binding] =
    decisions + [
      Binding("down j right l space", .down, hint: "skip", .move, "The next lead of the queue"),
      Binding("up k left h", .up, .move, "The lead before"),
      Binding("home", .first, .move, "The first of the queue"),
      Binding("end G", .last, .move, "The last of the queue"),
      Binding("enter", .open, hint: "open", .lead, "Open the page of the lead"),
      Binding("M", .moveTo, .lead, "Move it to a stage, let it rest, or close it"),
    ] + leadCommands + [
      Binding("g", .queueOf, hint: "whose queue", .view, "Show somebody else's queue"),
      Binding("escape i backspace", .back, hint: "board", .view, "Back to the board"),
    ] + program

  private static let reports: [Binding] =
    [
      Binding("enter", .open, hint: "drill down", .move, "Down to what the row counts"),
      Binding("escape backspace", .back, hint: "back", .move, "Back up, and to the board"),
    ] + endings + [
      Binding("tab g", .regroup, hint: "split by", .view, "Tell the rows apart by something else"),
      Binding("/", .filter, hint: "filter", .view, "Filter as you type"),
      Binding("m", .meeting, .view, "The weekly meeting, or back to it"),
      Binding("1", .firstReport, .view, "Where leads stand still"),
      Binding("2", .secondReport, .view, "The pipeline as one"),
      Binding("3", .thirdReport, .view, "What stands in buyers' way"),
      Binding("4", .fourthReport, .view, "Silent losses"),
      Binding("5", .fifthReport, .view, "What became of the leads of each source"),
      Binding("6", .feedbackReport, .view, "What each side owes the other, and what was answered"),
      Binding("7", .surveysReport, .view, "What buyers are asked, and what nobody asks them"),
      Binding("8", .holdsReport, .view, "The holds on contact, and what they cost"),
      Binding("left h", .left, .move, "The report on the left"),
      Binding("right l", .right, hint: "next report", .move, "The report on the right"),
      Binding("up k", .up, .move, "Up a row"),
      Binding("down j", .down, .move, "Down a row"),
      Binding("page-up ctrl-b", .pageUp, .move, "Up a screen"),
      Binding("page-down ctrl-f space", .pageDown, .move, "Down a screen"),
      Binding("home", .first, .move, "To the top"),
      Binding("end G", .last, .move, "To the bottom"),
      Binding("M", .moveTo, .lead, "Move it to a stage, let it rest, or close it"),
      Binding("v", .verdict, .verdict, "Accept, reject, recycle it …"),
    ] + leadCommands.map(\.unhinted) + program

  private static let meeting: [Binding] =
    [
      Binding("right l space", .right, hint: "next", .move, "The next subject"),
      Binding("left h", .left, hint: "back", .move, "The subject before"),
      Binding("enter", .open, hint: "drill down", .move, "Down to what the row counts"),
      Binding("escape backspace", .back, .move, "Back up, and to the board; m comes back"),
      Binding("up k", .up, .move, "Up a row"),
      Binding("down j", .down, .move, "Down a row"),
      Binding("page-up ctrl-b", .pageUp, .move, "Up a screen"),
      Binding("page-down ctrl-f", .pageDown, .move, "Down a screen"),
      Binding("home", .first, .move, "To the first subject"),
      Binding("end G", .last, .move, "To the last subject"),
      Binding("g", .chooseSubject, .move, "Go to a subject"),
      Binding("d", .decide, hint: "decide", .record, "Write down a decision, in one line"),
      Binding("n", .note, hint: "note", .record, "Write down what was said on the subject"),
      Binding("y", .settle, hint: "done", .record, "The selected decision is done, or is open"),
      Binding("X", .drop, .record, "Give the selected decision up, or take it up again"),
    ] + endings + [
      Binding("p", .present, hint: "present", .record, "Say who is there"),
      Binding("u", .undo, hint: "undo", .record, "Take back your last change"),
      Binding("E", .endMeeting, hint: "end", .record, "End the meeting, and write the minutes"),
      Binding("x", .maskNames, .view, "Mask the buyers’ names, or show them"),
      Binding("/", .filter, .view, "Filter as you type"),
      Binding("tab", .regroup, .view, "Tell the rows apart by something else"),
      Binding("m", .meeting, .view, "Back to the board; the meeting goes on"),
    ] + program

  private static let program: [Binding] = [
    Binding("?", .help, hint: "help", .program, "Show the keys"),
    Binding("T", .chooseTheme, .program, "Choose the colours"),
    Binding("!", .faults, .program, "List the files that cannot be read"),
    Binding("ctrl-l", .redraw, .program, "Draw the screen anew"),
    Binding("ctrl-z", .suspend, .program, "Stop Baton until `fg`"),
    Binding("q ctrl-c", .quit, hint: "quit", .program, "Leave Baton"),
  ]

  private static let feedback: [Binding] =
    [
      Binding("enter", .open, hint: "open", .lead, "Open the page of the lead"),
      Binding("up k", .up, .move, "Up a line"),
      Binding("down j", .down, .move, "Down a line"),
      Binding("page-up ctrl-b", .pageUp, .move, "Up a screen"),
      Binding("page-down ctrl-f space", .pageDown, .move, "Down a screen"),
      Binding("left h", .left, .move, "To what awaits the side on the left"),
      Binding("right l", .right, .move, "To what awaits the side on the right"),
      Binding("home", .first, .move, "To the oldest"),
      Binding("end G", .last, .move, "To the latest"),
      Binding("F", .feedbackReport, hint: "in full", .view, "Feedback in full"),
      Binding("+ =", .growFeedback, hint: "higher", .view, "Make the pane higher"),
      Binding("-", .shrinkFeedback, hint: "lower", .view, "Make the pane lower"),
      Binding("f", .toggleFeedback, hint: "hide", .view, "Hide the pane"),
      Binding("tab escape", .switchFocus, hint: "columns", .view, "Back to the columns"),
    ] + program

  private static let lead: [Binding] =
    [
      Binding("escape backspace", .back, hint: "back", .view, "Back to the board"),
      Binding("M", .moveTo, hint: "move", .lead, "Move it to a stage, let it rest, or close it"),
    ] + decisions + leadCommands + endings.map(\.unhinted) + [
      Binding("D", .decide, .lead, "Write down what was decided about it"),
      Binding("e", .toggleEdits, hint: "edits", .view, "Show or fold the edits in the timeline"),
      Binding("up k", .up, .move, "Up a line"),
      Binding("down j", .down, .move, "Down a line"),
      Binding("page-up ctrl-b", .pageUp, .move, "Up a screen"),
      Binding("page-down ctrl-f space", .pageDown, .move, "Down a screen"),
      Binding("home", .first, .move, "To the top"),
      Binding("end G", .last, .move, "To the bottom"),
      Binding("left h", .left, .move, "The lead before it in the column or list"),
      Binding("right l", .right, .move, "The lead after it in the column or list"),
    ] + program

  private static let list: [Binding] = [
    Binding("escape q ? enter", .back, hint: "close", .view, "Close"),
    Binding("up k", .up, .move, "Up a line"),
    Binding("down j", .down, .move, "Down a line"),
    Binding("page-up ctrl-b", .pageUp, .move, "Up a screen"),
    Binding("page-down ctrl-f space", .pageDown, .move, "Down a screen"),
    Binding("home", .first, .move, "To the top"),
    Binding("end G", .last, .move, "To the bottom"),
    Binding("y", .copyID, .lead, "Copy the path of the file"),
    Binding("ctrl-l", .redraw, .program, "Draw the screen anew"),
    Binding("ctrl-z", .suspend, .program, "Stop Baton until `fg`"),
    Binding("ctrl-c", .quit, .program, "Leave Baton"),
  ]

  private static let picker: [Binding] =
    [
      Binding("up ctrl-p", .up, .move, "Up a line"),
      Binding("down ctrl-n tab", .down, .move, "Down a line"),
      Binding("page-up", .pageUp, .move, "Up a screen"),
      Binding("page-down", .pageDown, .move, "Down a screen"),
    ] + text(confirm: "choose")

  private static let prompt: [Binding] =
    [
      Binding("tab", .complete, .text, "Complete the name before the cursor, in a decision")
    ] + text(confirm: "save")

  /// The keys of a line of text, which enter takes as this says.
  private static func text(confirm: String) -> [Binding] {
    [
      Binding("enter", .confirm, hint: confirm, .text, "Take what is typed or chosen"),
      Binding("escape ctrl-c", .back, hint: "cancel", .text, "Go back to how it was"),
      Binding("left ctrl-b", .left, .text, "A character to the left"),
      Binding("right ctrl-f", .right, .text, "A character to the right"),
      Binding("home ctrl-a", .lineStart, .text, "To the start"),
      Binding("end ctrl-e", .lineEnd, .text, "To the end"),
      Binding("backspace", .deleteBackwards, .text, "Delete the character before the cursor"),
      Binding("delete ctrl-d", .deleteForwards, .text, "Delete the character behind the cursor"),
      Binding("ctrl-w alt-backspace", .deleteWord, .text, "Delete the word before the cursor"),
      Binding("ctrl-u", .deleteToStart, .text, "Delete everything before the cursor"),
      Binding("ctrl-l", .redraw, .program, "Draw the screen anew"),
      Binding("ctrl-z", .suspend, .program, "Stop Baton until `fg`"),
    ]
  }
}
