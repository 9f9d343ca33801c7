extension Array {
  /// The elements by time, equal times in their given order; sorts only what is out of order.
  ///
  /// A lead's events are nearly always in order already.
  ///
  /// - Complexity: O(n) where in order, else O(n log n).
  func ascending(by time: (Element) -> Double) -> [Element] {
    let isAscending = zip(self, dropFirst()).allSatisfy { time($0) <= time($1) }
    return isAscending ? self : sorted { time($0) < time($1) }
  }

  /// Visits the runs of elements that share a key, in an array sorted by it.
  ///
  /// - Complexity: O(n).
  func forEachRun(by key: (Element) -> Double, _ visit: (ArraySlice<Element>) -> Void) {
    var start = startIndex
    while start < endIndex {
      let shared = key(self[start])
      var end = start + 1
      while end < endIndex, key(self[end]) == shared { end += 1 }
      visit(self[start..<end])
      start = end
    }
  }

  /// The first index from which on `isBeyond` holds, in an array where it fails first and then
  /// holds to the end; `count` if it never holds.
  ///
  /// - Complexity: O(log n).
  func firstIndex(beyond isBeyond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
