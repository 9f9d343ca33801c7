import BatonModel
import BatonStore
import Foundation
import StoreActing
import Testing

/// Random commands of several actors on a real board and on leads in memory come to the same.
@Suite struct ModelTests {
  @Test(arguments: 0..<Endurance.count(3, long: 100))
  func theStoreDoesWhatAPlainModelDoes(seed: Int) throws {
    let run = try ModelRun(seed: UInt64(seed))
    for step in 0..<Endurance.count(150, long: 1000) { try run.step(step) }
    try run.compare()
  }
}
