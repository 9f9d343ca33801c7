import BatonModel
import Foundation
import Testing

@testable import BatonStore

/// Submissions that nobody would send on purpose, from a seed.
@Suite("Odd submissions")
struct SubmissionFuzzTests {
  private static let seeds = [
    #"{"name": "Ana", "email": "ana@x.example", "answers": {"budget": "10k"}, "consent": "no"}"#,
    #"{"submission_id": "s1", "landing_page": "https://a.example/?utm_source=x&gclid=%41#b=c"}"#,
    "name=Ana+Ruiz&email=ana%40x.example&message=a%0Ab&tags%5B%5D=x&tags%5B%5D=y",
    #"[{"phone": "+34 600 123 456", "created": "2026-11-01T10:00:00Z", "n": 1e400}]"#,
  ]

  /// A seed with some bytes replaced, removed, doubled or cut off.
  private static func mutant(_ number: Int) -> [UInt8] {
    var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
    var bytes = Array(seeds[next(seeds.count)].utf8)
    for _ in 0...next(4) {
      guard !bytes.isEmpty else { break }
      let place = next(bytes.count)
      switch next(5) {
      case 0: bytes[place] = UInt8(next(256))
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: bytes[place...].prefix(next(20)), at: place)
      case 3: bytes.removeLast(next(bytes.count / 2))
      default: bytes.insert(contentsOf: Array("%&+=\"\\{}[]\0".utf8).shuffledBy(next), at: place)
      }
    }
    return bytes
  }

  @Test("Each is refused with a reason, or leaves a board without faults")
  func mutants() throws {
    let files = try TemporaryFolder()
    let board = try files.newBoard()
    var taken = 0
    for number in 0..<200 {
      do {
        let submission = try Submission(Self.mutant(number))
        let result = try board.takeIn(submission, now: Instant(seconds: 1_800_000_000))
        #expect(RecordName.refusal(of: result.lead.rawValue) == nil)
        taken += 1
      } catch let error as ImportFileFault {
        #expect(!error.what.isEmpty && !error.remedy.isEmpty)
      } catch let error as ImportError {
        #expect(!error.message.isEmpty && !error.remedy.isEmpty)
        if case .store = error { Issue.record("\(number): \(error.message)") }
      }
    }
    #expect(taken > 25)
    #expect(try board.check() == [])
    // Sent again, none of them changes anything that it did not change the first time.
    let count = try board.readLeads(summarise: { $0 }).values.count
    for number in 0..<200 {
      guard let submission = try? Submission(Self.mutant(number)) else { continue }
      _ = try? board.takeIn(submission, now: Instant(seconds: 1_800_000_100))
    }
    #expect(try board.readLeads(summarise: { $0 }).values.count == count)
  }
}

extension [UInt8] {
  /// The bytes in an order that the numbers tell.
  fileprivate func shuffledBy(_ next: (Int) -> Int) -> [UInt8] {
    var bytes = self
    for place in bytes.indices { bytes.swapAt(place, next(bytes.count)) }
    return bytes
  }
}
