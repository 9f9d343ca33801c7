import BatonInsights
import Testing

/// The stays of `km-crm-engaging`, which several figures are checked on.
struct EngagingRows {
  let owners: [String]
  let segments: [String]
  let owner: [Int]
  let segment: [Int]
  let items: [FlowItem]
  let stays: [Stay]

  init(_ input: JSON) throws {
    owners = input["owners"].array.compactMap(\.string)
    segments = input["segments"].array.compactMap(\.string)
    owner = input["owner"].array.compactMap(\.int)
    segment = input["segment"].array.compactMap(\.int)
    items = zip(input["entered"].array, input["left"].array).map {
      FlowItem(arrived: $0.double ?? .nan, departed: $1.double)
    }
    // Days from 2016-10-20 to 2017-12-31.
    let asOf = 437.0
    stays = items.compactMap { Stay(entered: $0.arrived, left: $0.departed, asOf: asOf) }
    try #require(stays.count == owner.count && stays.count == segment.count)
  }
}
