import BatonModel
import Testing

@testable import BatonBoard

/// The moments at which leads change by themselves.
@Suite struct DueMomentsTests {
  private static func at(_ seconds: Int64) -> Instant { Instant(seconds: seconds) }

  @Test func takesOffWhatHasComeTheEarliestFirst() {
    var due = DueMoments()
    for (seconds, lead) in [(30, "cai"), (10, "ana"), (20, "bo"), (20, "ana")] {
      due.append(Self.at(Int64(seconds)), of: LeadID(lead))
    }
    due.sort()
    #expect(due.first == Self.at(10))
    #expect(due.removeAll(upTo: Self.at(9)) == [])
    // What comes at this very moment has come.
    #expect(Set(due.removeAll(upTo: Self.at(20))) == ["ana", "bo"])
    #expect(due.first == Self.at(30))
    #expect(due.removeAll(upTo: Self.at(99)) == ["cai"])
    #expect(due.first == nil)
  }

  @Test func keepsOneMomentOfALeadOnceAndTakesThatAway() {
    var due = DueMoments()
    due.insert(Self.at(20), of: "bo")
    due.insert(Self.at(10), of: "ana")
    due.insert(Self.at(20), of: "bo")
    due.insert(Self.at(20), of: "cai")
    due.remove(Self.at(10), of: "bo")
    #expect(due.first == Self.at(10))
    due.remove(Self.at(10), of: "ana")
    due.remove(Self.at(20), of: "bo")
    #expect(due.removeAll(upTo: Self.at(99)) == ["cai"])
  }
}
