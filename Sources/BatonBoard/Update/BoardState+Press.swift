import BatonModel
import BatonReports
import TerminalCanvas

/// Keys: from the keymap to what is done.
extension BoardState {
  mutating func press(_ key: Key) -> [Effect] {
    let context = keyContext
    toast = nil
    if acknowledges(key) { return [] }
    selection.isChosen = true
    // What is asked for in an overlay is decided by what was seen before it was opened.
    if overlays.isEmpty { remember(subject) }
    guard let intent = Keymap.intent(of: key, in: context) else {
      guard context.takesText, let character = key.typed else { return [] }
      if case .picker(let picker) = overlays.last, let choice = picker.choice(ofDigit: character) {
        overlays.removeLast()
        return advanceTriage(after: choose(choice, in: picker))
      }
      return edit { $0.insert(String(character)) }
    }
    if let obstacle = obstacle(to: intent) {
      toast = Toast(.refused, obstacle)
      return []
    }
    switch intent {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    default: break
    }
    return advanceTriage(after: follow(intent, in: context))
  }

  private mutating func follow(_ intent: Intent, in context: KeyContext) -> [Effect] {
    switch context {
    case .board: follow(onBoard: intent)
    case .feedback: follow(inFeedback: intent)
    case .triage: follow(inTriage: intent)
    case .reports: follow(inReports: intent)
    case .meeting: follow(inMeeting: intent)
    case .lead: follow(onPage: intent)
    case .list: follow(inList: intent)
    case .picker: follow(inPicker: intent)
    case .prompt: follow(inPrompt: intent)
    case .filter: follow(inFilter: intent)
    }
  }

  mutating func paste(_ text: String) -> [Effect] {
    guard keyContext.takesText else {
      toast = Toast(.refused, "There is nothing to paste into: press / to filter first.")
      return []
    }
    return edit { $0.insert(text) }
  }

  // MARK: - Board

  private mutating func follow(onBoard intent: Intent) -> [Effect] {
    switch intent {
    case .left, .right, .up, .down, .pageUp, .pageDown, .first, .last:
      moveSelection(intent)
      return []
    case .open: return selection.lead.map { openPage(of: $0) } ?? []
    case .back:
      guard !filter.input.isEmpty else { return [] }
      filter = FilterState()
      return askForIndex()
    default: return followAnywhere(intent)
    }
  }

  /// What means the same on the board and on the page of a lead.
  mutating func followAnywhere(_ intent: Intent) -> [Effect] {
    switch intent {
    case .moveTo, .touch, .note, .assign, .nextStep, .amount: ask(intent)
    case .close: return subject.map { askWhyItEnds($0) } ?? []
    case .revive: return subject.map { revive($0) } ?? []
    case .verdict, .accept, .reject, .disqualify, .recycle, .wait, .offer, .reply, .survey, .hold,
      .block, .rate:
      return decide(intent)
    case .triage: return openTriage()
    case .reports, .firstReport: return openReports()
    case .meeting: return openMeeting()
    case .decide: overlays.append(.prompt(decisionPrompt))
    case .secondReport: return openTab(1)
    case .thirdReport: return openTab(2)
    case .fourthReport: return openTab(3)
    case .fifthReport: return openTab(4)
    case .feedbackReport: return openTab(5)
    case .surveysReport: return openTab(6)
    case .holdsReport: return openTab(7)
    case .moveLeft: return moveSubject(by: -1)
    case .moveRight: return moveSubject(by: 1)
    case .undo: return undoable.popLast().map { [$0.effect] } ?? []
    case .copyID: return subject.map { copy($0.id.rawValue) } ?? []
    case .filter:
      filter.before = filter.input
      filter.isTyping = true
    case .regroup: overlays.append(.picker(groupingPicker))
    case .chooseTheme: overlays.append(.picker(themePicker))
    case .density:
      density = effectiveDensity == .compact ? .comfortable : .compact
      settle()
    case .toggleFeedback, .growFeedback, .shrinkFeedback, .switchFocus: arrangeFeedback(intent)
    case .duplicates:
      toast = Toast(.done, "Looking for leads that are alike …")
      return [.findDuplicates]
    case .faults: overlays.append(.faults(selected: 0))
    case .help: overlays.append(.help(top: 0))
    default: break
    }
    return []
  }

  private mutating func moveSelection(_ intent: Intent) {
    let layout = BoardLayout(self)
    let column = selectedColumn
    switch intent {
    case .left: selectColumn(column - 1)
    case .right: selectColumn(column + 1)
    case .up: choose(column: column, row: selection.row - 1)
    case .down: choose(column: column, row: selection.row + 1)
    case .pageUp: choose(column: column, row: selection.row - layout.cardsInView)
    case .pageDown: choose(column: column, row: selection.row + layout.cardsInView)
    case .first: choose(column: column, row: 0)
    case .last: choose(column: column, row: .max)
    default: break
    }
    scrollToSelection()
  }

  /// Goes to another column, to the card at the same height on the screen.
  private mutating func selectColumn(_ place: Int) {
    guard index.columns.indices.contains(place) else { return }
    let cards = BoardLayout(self).cardsInView
    let height = selection.row - top(of: index.columns[selectedColumn], cards: cards)
    choose(column: place, row: top(of: index.columns[place], cards: cards) + height)
  }

  private mutating func moveSubject(by steps: Int) -> [Effect] {
    guard let lead = subject, let rank = board.rank(of: lead.stage),
      board.stages.indices.contains(rank + steps)
    else { return [] }
    let target = board.stages[rank + steps]
    return [.apply(.move(.init(to: target.id)), to: lead.id, message: "Moved to \(target.title).")]
  }

  private mutating func copy(_ text: String) -> [Effect] {
    toast = Toast(.done, "Copied \(text).")
    return [.copy(text)]
  }

  mutating func openPage(of id: LeadID) -> [Effect] {
    guard meetingView.masksNames else {
      page = LeadPage(id: id)
      return [.readLead(id)]
    }
    // Before guests nobody's page is opened who has no alias: it would tell at least the id.
    guard let lead = shelf[id] else {
      toast = Toast(.refused, "This lead is gone.")
      return []
    }
    page = LeadPage(id: id, as: BuyerAlias(of: lead, among: shelf.contents.joined()))
    return [.readLead(id)]
  }

  // MARK: - Feedback pane

  private mutating func follow(inFeedback intent: Intent) -> [Effect] {
    switch intent {
    case .up: selectFeedback(feedback.side, row: feedback.row - 1)
    case .down: selectFeedback(feedback.side, row: feedback.row + 1)
    case .pageUp: selectFeedback(feedback.side, row: feedback.row - feedbackRowsInView)
    case .pageDown: selectFeedback(feedback.side, row: feedback.row + feedbackRowsInView)
    case .first: selectFeedback(feedback.side, row: 0)
    case .last: selectFeedback(feedback.side, row: .max)
    case .left, .right: switchFeedbackSide(intent == .left ? -1 : 1)
    case .open: return feedback.selected.map { openPage(of: $0) } ?? []
    default: return followAnywhere(intent)
    }
    return []
  }

  /// The rows of the pane beside its title; 0 where it is hidden.
  private var feedbackRowsInView: Int { max(0, BoardLayout.feedbackRows(self) - 1) }

  private mutating func arrangeFeedback(_ intent: Intent) {
    let rows = feedbackRowsInView
    switch intent {
    case .toggleFeedback:
      feedback.isShown = rows == 0
      if rows > 0 { feedback.hasFocus = false }
    case .growFeedback:
      feedback.isShown = true
      feedback.rows = min(rows + 1, max(1, size.rows - 15))
    case .shrinkFeedback: feedback.rows = max(1, rows - 1)
    case .switchFocus:
      if !feedback.hasFocus, rows == 0 { feedback.isShown = true }
      feedback.hasFocus.toggle()
      if index.awaited.isEmpty {
        feedback.hasFocus = false
        toast = Toast(.done, "Nobody awaits an answer.")
      }
    default: break
    }
    settle()
  }

  /// Goes to another side that owes something, to its oldest item.
  private mutating func switchFeedbackSide(_ step: Int) {
    let sides = AwaitedItems.sides.filter { !index.awaited[$0].isEmpty }
    guard let here = sides.firstIndex(of: feedback.side), sides.indices.contains(here + step)
    else { return }
    selectFeedback(sides[here + step], row: 0)
  }

  // MARK: - Page and lists

  private mutating func follow(onPage intent: Intent) -> [Effect] {
    let screen = max(1, size.rows - 4)
    switch intent {
    case .back: page = nil
    case .up: scrollPage(by: -1)
    case .down: scrollPage(by: 1)
    case .pageUp: scrollPage(by: -screen)
    case .pageDown: scrollPage(by: screen)
    case .first: page?.top = 0
    case .last: scrollPage(by: .max / 2)
    case .left, .right: return walk(intent == .left ? -1 : 1)
    case .toggleEdits: page?.showsEdits.toggle()
    default: return followAnywhere(intent)
    }
    return []
  }

  private mutating func scrollPage(by rows: Int) {
    guard let page else { return }
    let most = LeadPageLayout(self, page).lastTop
    self.page?.top = max(0, min(page.top + rows, most))
  }

  private mutating func follow(inList intent: Intent) -> [Effect] {
    guard let overlay = overlays.last else { return [] }
    let steps: [Intent: Int] = [
      .up: -1, .down: 1, .pageUp: -10, .pageDown: 10, .first: -.max / 2, .last: .max / 2,
    ]
    switch (intent, overlay) {
    case (.back, _): overlays.removeLast()
    case (.copyID, .faults(let selected)) where faults.indices.contains(selected):
      return copy(faults[selected].file)
    case (_, .help(let top)):
      let most = max(0, HelpOverlay.lineCount(in: size) - HelpOverlay.rowsInView(of: size))
      overlays[overlays.count - 1] = .help(top: max(0, min(top + (steps[intent] ?? 0), most)))
    case (_, .faults(let selected)):
      let place = max(0, min(selected + (steps[intent] ?? 0), faults.count - 1))
      overlays[overlays.count - 1] = .faults(selected: place)
    default: break
    }
    return []
  }

  // MARK: - Filter

  private mutating func follow(inFilter intent: Intent) -> [Effect] {
    switch intent {
    case .confirm:
      guard filter.error == nil else { return [] }
      filter.isTyping = false
      return []
    case .back:
      filter.isTyping = false
      filter.input = filter.before
      return applyFilter()
    default: return edit { $0.follow(intent) }
    }
  }

  /// Takes the filter's text for the query, where it has no mistake.
  mutating func applyFilter() -> [Effect] {
    do throws(QueryError) {
      let query = try Query(filter.input.text)
      filter.error = nil
      guard query != filter.query else { return [] }
      filter.query = query
      return askForIndex()
    } catch {
      filter.error = error
      return []
    }
  }

  // MARK: - Text

  /// Changes the text that is being typed.
  mutating func edit(_ change: (inout TextInput) -> Void) -> [Effect] {
    switch overlays.last {
    case .picker(var picker):
      let before = picker.input
      change(&picker.input)
      if picker.input != before { picker.selected = 0 }
      overlays[overlays.count - 1] = .picker(picker)
    case .prompt(var prompt):
      change(&prompt.input)
      prompt.error = nil
      overlays[overlays.count - 1] = .prompt(prompt)
    case .help, .faults: break
    case nil:
      let before = filter.input
      change(&filter.input)
      return filter.input == before ? [] : applyFilter()
    }
    return []
  }
}

extension TextInput {
  /// Follows an intent about typing.
  mutating func follow(_ intent: Intent) {
    switch intent {
    case .left: move(by: -1)
    case .right: move(by: 1)
    case .lineStart: moveToStart()
    case .lineEnd: moveToEnd()
    case .deleteBackwards: deleteBackwards()
    case .deleteForwards: deleteForwards()
    case .deleteWord: deleteWordBackwards()
    case .deleteToStart: deleteToStart()
    default: break
    }
  }
}
