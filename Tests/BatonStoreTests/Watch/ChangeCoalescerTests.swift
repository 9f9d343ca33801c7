import Testing

@testable import BatonStore

@Suite struct ChangeCoalescerTests {
  @Test func whatIsChangedTogetherGoesOutTogether() {
    var coalescer = ChangeCoalescer()
    let second: UInt64 = 1_000_000_000
    coalescer.hold(true, at: second)
    coalescer.note("a", at: second + 1)
    #expect(coalescer.take(at: second + 500_000_000) == nil)
    coalescer.note("b", at: second + 600_000_000)
    coalescer.hold(false, at: second + 600_000_001)
    #expect(coalescer.deadline == second + 1 + ChangeCoalescer.shortestWindow)
    #expect(coalescer.take(at: second + 600_000_001) == .changed(["a", "b"]))
  }

  @Test func whoDiesInTheMidstOfItHoldsNothingForLong() {
    var coalescer = ChangeCoalescer()
    coalescer.hold(true, at: 0)
    coalescer.note("a", at: 1)
    #expect(coalescer.deadline == ChangeCoalescer.longestHold)
    #expect(coalescer.take(at: ChangeCoalescer.longestHold) == .changed(["a"]))
    coalescer.note("b", at: ChangeCoalescer.longestHold + 1)
    #expect(coalescer.take(at: 2 * ChangeCoalescer.longestHold) == .changed(["b"]))
  }

  private static let millisecond: UInt64 = 1_000_000
  private var coalescer = ChangeCoalescer()

  private mutating func note(_ path: String, at time: UInt64) {
    coalescer.note(path, at: time * Self.millisecond)
  }

  private mutating func take(at time: UInt64) -> FolderEvent? {
    coalescer.take(at: time * Self.millisecond)
  }

  private var deadline: UInt64? { coalescer.deadline.map { $0 / Self.millisecond } }

  @Test mutating func nothingIsDueWhileNothingHappens() {
    #expect(deadline == nil)
    #expect(take(at: 1000) == nil)
  }

  @Test mutating func oneSaveIsOneEventAfterAQuietMoment() {
    note("a", at: 100)
    note("b", at: 101)
    note("a", at: 102)
    #expect(deadline == 106)
    #expect(take(at: 105) == nil)
    #expect(take(at: 106) == .changed(["a", "b"]))
    #expect(deadline == nil)
    #expect(take(at: 200) == nil)
  }

  @Test mutating func constantChangesDoNotPutTheEventOff() {
    for time in 100..<116 { note("a", at: UInt64(time)) }
    #expect(deadline == 116)
    #expect(take(at: 116) == .changed(["a"]))
  }

  @Test mutating func aLongBurstMakesFewEvents() {
    var times: [UInt64] = []
    for time in 0..<2000 {
      note("\(time)", at: UInt64(time))
      if let deadline, deadline <= UInt64(time), take(at: UInt64(time)) != nil {
        times.append(UInt64(time))
      }
    }
    #expect(times == [16, 49, 114, 243, 500, 757, 1014, 1271, 1528, 1785])
  }

  @Test mutating func aFileSavedAgainAndAgainIsToldOfAtOnceEachTime() {
    for time in stride(from: UInt64(0), to: 200, by: 10) {
      note("a", at: time)
      #expect(deadline == time + 4)
      #expect(take(at: time + 4) == .changed(["a"]))
    }
  }

  @Test mutating func afterABurstTheNextChangeIsSoonAgain() {
    for time in 0..<500 {
      note("\(time)", at: UInt64(time))
      _ = take(at: UInt64(time))
    }
    _ = take(at: 1000)
    for time in 2000..<2016 { note("b", at: UInt64(time)) }
    #expect(deadline == 2016)
  }

  @Test mutating func aRescanSwallowsTheRest() {
    note("a", at: 100)
    coalescer.note(.overflow, at: 101 * Self.millisecond)
    coalescer.note(.folderMoved, at: 102 * Self.millisecond)
    note("b", at: 103)
    #expect(take(at: 107) == .rescan(.overflow))
    note("c", at: 200)
    #expect(take(at: 204) == .changed(["c"]))
  }
}
