import BatonModel

extension MoneyReader {
  /// What the numbers of a column say about their decimal mark.
  static func evidence(in cells: some Sequence<String>) -> ColumnEvidence<DecimalMark> {
    var evidence = ColumnEvidence<DecimalMark>.open
    for cell in cells { evidence.take(decimalMark(settledBy: cell)) }
    return evidence
  }
}
