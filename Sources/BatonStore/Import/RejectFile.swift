/// The file of the rows that were refused, with the reason before each.
///
/// It keeps the columns of the file that was imported, so that it can be mended and imported
/// itself: its own columns are passed over then.
public enum RejectFile {
  /// The headers of the columns that stand before those of the imported file.
  public static let columns = ["baton: line", "baton: reason", "baton: remedy"]

  /// What the file is called: `leads.csv` has its rows in `leads.rejects.csv`.
  public static func name(for file: String) -> String {
    var parts = file.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, !(parts.last ?? "").contains("/") { parts.removeLast() }
    return parts.joined(separator: ".") + ".rejects.csv"
  }

  /// The file's contents.
  ///
  /// The cells are those of the imported file, made harmless where a spreadsheet would run them.
  ///
  /// - Parameters:
  ///   - refused: the rows.
  ///   - columns: the headers of the imported file.
  public static func contents(_ refused: [RefusedRow], columns: [String]) -> [UInt8] {
    var writer = CSVWriter()
    writer.append(Self.columns + columns.map(SpreadsheetCell.harmless))
    for row in refused {
      let missing = max(0, columns.count - row.cells.count)
      let cells = row.cells + Array(repeating: "", count: missing)
      writer.append(
        [String(row.line), row.reason, row.remedy] + cells.map(SpreadsheetCell.harmless))
    }
    return writer.takeBytes()
  }
}
