import BatonModel
import BatonStore
import Testing

@Suite struct StringPoolTests {
  @Test func givesTheRightStringHoweverManyThereAre() throws {
    let pool = StringPool()
    // Twice as many strings as the pool has slots, twice, so that they displace each other.
    for _ in 0..<2 {
      for number in 0..<16_384 {
        let text = "a campaign of some name \(number)"
        let read = try String.decoded(from: Array("\"\(text)\"".utf8), pool: pool)
        guard read == text else {
          Issue.record("\(read) instead of \(text)")
          return
        }
      }
    }
  }

  @Test func sharesStringsOfASizeThatRepeats() throws {
    func address(_ text: String, _ pool: StringPool?) throws -> UnsafeRawPointer? {
      var read = try String.decoded(from: Array("\"\(text)\"".utf8), pool: pool)
      kept.append(read)
      return read.withUTF8 { UnsafeRawPointer($0.baseAddress) }
    }
    var kept: [String] = []
    let pool = StringPool()
    let campaign = "2026-q3-linkedin-ramp"
    let prose = String(repeating: "a long note ", count: 20)
    #expect(try address(campaign, pool) == address(campaign, pool))
    #expect(try address(campaign, nil) != address(campaign, nil))
    #expect(try address(prose, pool) != address(prose, pool))
  }
}
