import BatonModel
import Testing

/// Two sides in one buyer's way.
@Suite struct TouchCrossingsTests {
  private func lead(_ touches: [(Double, Side, Touch.Direction)]) -> Lead {
    var lead = testLead()
    lead.touches = touches.enumerated().map { place, touch in
      Touch(
        id: EntryID("t\(place)"), at: now.adding(hours: touch.0), side: touch.1,
        direction: touch.2, channel: .email)
    }
    return lead
  }

  @Test func countsWhoCrossedAndWhoCollided() {
    let touches = lead([
      (0, .marketing, .outbound), (1, .sales, .inbound), (20, .sales, .outbound),
      (30, .sales, .outbound), (55, .marketing, .outbound), (60, .sales, .outbound),
    ])
    let found = TouchCrossings(touches, within: 24)
    #expect(found.crossings == 3)
    #expect(found.collisions == [2: 0, 5: 4])
    #expect(TouchCrossings(touches, within: 25).collisions == [2: 0, 4: 3, 5: 4])
  }

  @Test func heedsNeitherTheOrderOfTheFileNorWhatWasTakenBack() {
    var touches = lead([(20, .sales, .outbound), (0, .marketing, .outbound)])
    #expect(TouchCrossings(touches, within: 24).collisions == [0: 1])
    touches.touches[1].retracted = Retraction(at: now, by: "aylin")
    #expect(TouchCrossings(touches, within: 24).collisions == [:])
    #expect(TouchCrossings(touches, within: 24).crossings == 0)
  }
}
