extension Array {
  /// The first place whose element fulfils a condition that none before it and all behind it do;
  /// the count where none does. Logarithmic.
  func firstSorted(where isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
