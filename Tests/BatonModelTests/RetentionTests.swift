import Testing

@testable import BatonModel

/// Which leads a policy says are to be forgotten.
@Suite struct RetentionTests {
  private let day = Instant(seconds: 1_700_000_000)
  private var policy: Retention {
    var policy = Retention()
    policy.closedDays = 100
    policy.idleDays = 300
    return policy
  }

  private func cause(after days: Double, _ change: (inout Lead) -> Void) -> RetentionDue.Cause? {
    var lead = Lead(id: "ana", name: "Ana", stage: "new", createdAt: day)
    change(&lead)
    return policy.due(lead, at: day.adding(days: days))?.cause
  }

  @Test func countsFromTheEndOrTheLastSignOfLife() {
    #expect(cause(after: 299) { _ in } == nil)
    #expect(cause(after: 300) { _ in } == .idle)
    #expect(
      cause(after: 500) {
        $0.notes = [Note(id: "n", at: day.adding(days: 250), by: "tom", text: "x")]
      } == nil)
    #expect(cause(after: 100) { $0.parked = Parking(kind: .lost, since: day) } == .closed(.lost))
    #expect(cause(after: 99) { $0.parked = Parking(kind: .silent, since: day) } == nil)
    #expect(cause(after: 9_999) { $0.parked = Parking(kind: .won, since: day) } == nil)
    #expect(cause(after: 300) { $0.parked = Parking(kind: .nurture, since: day) } == .idle)
    #expect(Retention().due(Lead(id: "a", name: "A", stage: "n", createdAt: day), at: day) == nil)
  }
}
