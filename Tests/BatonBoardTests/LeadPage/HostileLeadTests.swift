import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

@Suite struct HostileLeadTests {
  private static let texts = [
    "\u{1B}]0;owned\u{07}\u{1B}[2J\u{9B}31m", "\u{202E}live\u{2066}\u{200B}", "a\0b\tc\r\nd",
    "\u{FEFF}ﷺ\u{10D800}\u{FFFF}", "👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇪🇸", String(repeating: "e\u{301}\u{302}\u{303}", count: 500),
    "e" + String(repeating: "\u{301}", count: 5000), String(repeating: "長", count: 3000),
    String(repeating: "x", count: 1_000_000), String(repeating: "\n", count: 5000), "   ",
  ]

  /// A lead whose every text is of somebody who means harm.
  private static func lead(_ text: String) -> Lead {
    var lead = Fixtures.fullLead
    lead.name = text
    lead.tags = [text, text]
    lead.company?.name = text
    lead.company?.domain = text
    lead.company?.industry = text
    lead.people[0].name = text
    lead.people[0].email = text
    lead.people[0].approvals[0].subject = text
    lead.acquisition.creating?.source = text
    lead.acquisition.creating?.ad = Ad(headline: text, promise: text)
    lead.acquisition.first?.term = text
    lead.acquisition.first?.clickIDs = [text: text]
    lead.answers[0].answer = text
    lead.answers.append(SurveyAnswer(question: QuestionID(text), answer: text))
    lead.touches[4].summary = text
    lead.touches[4].channel = Channel(rawValue: text)
    lead.touches[5].by = text
    lead.notes[0].text = text
    lead.feedback[0].note = text
    lead.feedback[0].by = text
    lead.handoffs[0].packet?.promises = [text]
    lead.handoffs[1].offeredBy = text
    lead.roadblocks[1].kind = text
    lead.roadblocks[1].words = text
    lead.objections[0].code = text
    lead.asks[0].words = text
    lead.holds[1].reason = text
    lead.nextStep?.note = text
    lead.history[2].by = text
    lead.history[2].to = text
    lead.externalIDs = [text: text]
    lead.imported = [text: [text: .string(text)]]
    return lead
  }

  @Test(arguments: texts.indices)
  func isShownHarmlessly(_ place: Int) {
    for size in [Size(60, 300), Size(120, 200), Size(220, 150)] {
      let robot = BoardRobot(pageOf: Self.lead(Self.texts[place]), size: size)
      robot.press("e")
      let screen = robot.screen
      for line in screen {
        #expect(DisplayWidth.of(line) <= size.columns)
        #expect(
          line.unicodeScalars.allSatisfy {
            $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
          })
      }
      // What stands beside and behind the texts is where it always is.
      let page = Self.lines(of: robot)
      for heading in ["WHY THEY CAME", "ANSWERS", "PEOPLE", "TIMELINE", "HANDOFFS", "FEEDBACK"] {
        #expect(page.contains { $0.contains(heading) }, "\(heading) at \(size)")
      }
      #expect(page.contains { $0.contains("ana · revision 31") })
    }
  }

  /// The lines of the whole page, in and out of view.
  private static func lines(of robot: BoardRobot) -> [String] {
    guard let page = robot.state.page else { return [] }
    return LeadPageLayout(robot.state, page).columns.flatMap { column in
      column.parts.flatMap { part in part.lines(0..<part.count).map(\.string) }
    }
  }

  /// A megabyte in a field costs what is told of it: a long text, and not a thousand screens.
  @Test func textsAreCutWhereNobodyReadsOn() {
    let robot = BoardRobot(pageOf: Self.lead(Self.texts[8]), size: Size(120, 40))
    let plain = BoardRobot(pageOf: Fixtures.fullLead, size: Size(120, 40))
    #expect(Self.lines(of: robot).count < Self.lines(of: plain).count + 25 * PageLines.wholeText)
    #expect(Self.lines(of: robot).contains { $0.contains("x…") })
  }
}
