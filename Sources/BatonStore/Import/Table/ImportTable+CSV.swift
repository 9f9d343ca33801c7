import BatonModel

extension ImportTable {
  /// Reads delimited text with a header row.
  ///
  /// Rows in which nothing stands are passed over. A row whose cells do not fit the header is
  /// refused and the rest read on, since nobody can say which cell is missing; only blank cells
  /// behind the last column are let pass, as spreadsheets write them. An unclosed quote refuses the
  /// file, since what follows it cannot be understood.
  ///
  /// - Parameters:
  ///   - bytes: the file's contents.
  ///   - delimiter: what separates the fields; nil finds out.
  ///   - encoding: how the characters are written; nil finds out.
  /// - Complexity: O(bytes).
  public static func readCSV(
    _ bytes: [UInt8], delimiter: CSVDelimiter? = nil, encoding: TextEncoding? = nil
  ) throws(ImportFileFault) -> ImportTable {
    let text = TextDecoding.decode(bytes, as: encoding)
    let (start, stated) = separatorLine(in: text.utf8)
    let body = start == 0 ? text.utf8 : Array(text.utf8[start...])
    var reader = CSVReader(
      utf8: body, delimiter: delimiter ?? stated ?? .detected(in: body))
    let skippedLines = start == 0 ? 0 : 1
    do throws(CSVFault) {
      guard let header = try reader.next() else { throw .noHeader }
      var table = ImportTable(
        format: .delimited, columns: names(from: header.fields), rows: [], refused: [],
        notices: notices(of: text))
      try table.readRows(
        from: &reader, skippedLines: skippedLines,
        hasReserved: body.withUnsafeBufferPointer { LoneSurrogate.firstScalar(in: $0) != nil })
      if table.isOurs { table.removeApostrophes() }
      return table
    } catch {
      throw ImportFileFault(
        line: error.line + skippedLines, what: error.explanation.asSentence, remedy: error.remedy)
    }
  }

  private mutating func readRows(
    from reader: inout CSVReader, skippedLines: Int, hasReserved: Bool
  ) throws(CSVFault) {
    while true {
      do throws(CSVFault) {
        guard let record = try reader.next() else { return }
        var cells = record.fields
        while cells.count > columns.count, cells.last.map(CellText.isBlank) ?? false {
          cells.removeLast()
        }
        if cells.allSatisfy(CellText.isBlank) { continue }
        let line = record.line + skippedLines
        guard cells.count == columns.count else {
          let fault = CSVFault.raggedRow(line: line, expected: columns.count, found: cells.count)
          refuse(fault, line: line, cells: cells)
          continue
        }
        if hasReserved, cells.contains(where: { $0.unicodeScalars.contains(where: isReserved) }) {
          refused.append(
            RefusedRow(
              line: line, reason: "A private character that Baton keeps for itself is in it.",
              remedy: "Delete the characters from U+10D800 to U+10DFFF.", cells: cells))
          continue
        }
        rows.append(Row(line: line, cells: cells))
      } catch {
        guard error.isConfinedToRecord else { throw error }
        // Behind the last column: what cannot be divided is in no column, and a row with more
        // cells than columns is refused again until somebody has mended it.
        let cells = Array(repeating: "", count: columns.count) + [reader.refusedText]
        refuse(error, line: error.line + skippedLines, cells: cells)
      }
    }
  }

  private func isReserved(_ scalar: Unicode.Scalar) -> Bool { LoneSurrogate.isReserved(scalar) }

  /// Whether Baton wrote the file: an export, or the rows that an import refused.
  private var isOurs: Bool {
    let columns = Set(columns)
    return columns.isSuperset(of: RejectFile.columns)
      || columns.isSuperset(of: ["daysInStage", "stageSince", "parkedReason"])
  }

  /// Takes off the apostrophes that keep a spreadsheet from running cells.
  private mutating func removeApostrophes() {
    columns = columns.map(SpreadsheetCell.original)
    for index in rows.indices {
      rows[index].cells = rows[index].cells.map(SpreadsheetCell.original)
    }
  }

  private mutating func refuse(_ fault: CSVFault, line: Int, cells: [String]) {
    refused.append(
      RefusedRow(
        line: line, reason: fault.explanation.asSentence, remedy: fault.remedy, cells: cells))
  }

  /// The `sep=;` by which a spreadsheet is told the delimiter, and where the line after it begins.
  static func separatorLine(in bytes: [UInt8]) -> (start: Int, stated: CSVDelimiter?) {
    guard bytes.starts(with: "sep=".utf8), bytes.count > 4,
      let stated = CSVDelimiter.allCases.first(where: { $0.byte == bytes[4] })
    else { return (0, nil) }
    let rest = bytes[5...]
    if rest.starts(with: "\r\n".utf8) { return (7, stated) }
    return rest.starts(with: "\n".utf8) ? (6, stated) : (0, nil)
  }

  private static func notices(of text: DecodedText) -> [ImportNotice] {
    var notices: [ImportNotice] = []
    if let line = text.firstLineNotUTF8 {
      notices.append(
        ImportNotice(
          "The file is not UTF-8 (line \(line)); it was read as Windows-1252.",
          remedy: "If letters look wrong, save it as UTF-8 or say its encoding in the mapping."))
    }
    if text.replacements > 0 {
      notices.append(
        ImportNotice(
          "\(text.replacements) places in the file are no text and became U+FFFD.",
          remedy: "Export the file again as UTF-8."))
    }
    return notices
  }
}

extension String {
  /// The text with a capital first letter and a full stop.
  var asSentence: String {
    prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".")
  }
}
