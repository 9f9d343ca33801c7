import BatonModel

/// What can be said of a row only when all of its cells are read.
extension RowReader {
  func finish(
    _ draft: RowDraft, row: ImportTable.Row, noting log: inout ReadingLog
  ) throws(RowRefusal) -> RowFacts {
    var draft = draft
    finishNames(&draft, row: row)
    finishCompany(&draft, row: row)
    try finishAmount(&draft)
    try finishPlace(&draft, row: row, on: log.book)
    finishAds(&draft.facts)
    finishArrivals(&draft.facts, noting: &log)
    draft.facts.fingerprint = fingerprint(of: row)
    draft.facts.isNamedByCells = draft.facts.keys(mapping.match).isEmpty
    draft.facts.signature = StableName.make(mappingName, draft.facts.fingerprint)
    if mapping.logsTouches {
      draft.facts.touch = try draft.touch.facts(
        from: mapping.source, fingerprint: draft.facts.fingerprint, on: log.book.board)
    }
    // Owners last: a row that is refused adds nobody to the team.
    finishOwners(&draft, noting: &log)
    return draft.facts
  }

  private func finishNames(_ draft: inout RowDraft, row: ImportTable.Row) {
    let parts = [draft.firstName, draft.lastName].compactMap { $0 }
    if draft.facts.person.name == nil, !parts.isEmpty {
      draft.facts.person.name = parts.joined(separator: " ")
    }
    if draft.facts.leadName == nil { draft.facts.name = nameTemplate?.name(for: row) }
  }

  /// Where no column names the company, its cells are kept as written: there may be no company to
  /// give them to.
  private func finishCompany(_ draft: inout RowDraft, row: ImportTable.Row) {
    guard draft.facts.company.name == nil else { return }
    for column in draft.companyColumns {
      draft.facts.kept.insert(.string(row.cells[column.index]), forKey: column.keptName)
    }
  }

  private func finishAmount(_ draft: inout RowDraft) throws(RowRefusal) {
    guard let (column, text) = draft.amount else { return }
    var reader = column.numbers
    if let currency = draft.currency {
      guard let codes = CurrencySigns.codes(of: currency), codes.count == 1 else {
        throw RowRefusal(
          reason: "“\(currency)” is no currency.", remedy: "Write its code, such as EUR.")
      }
      reader.currency = codes[0]
    }
    let amount: Money
    do throws(MoneyReader.Fault) {
      amount = try reader.read(text)
    } catch {
      throw RowRefusal(error, text: text, header: column.header, currency: reader.currency)
    }
    guard amount.minorUnits >= 0 else {
      throw RowRefusal(
        reason: "“\(text)” in “\(column.header)” is less than nothing.",
        remedy: "Write what the deal is worth, or blank the cell.")
    }
    draft.facts.amount = amount
  }

  /// An ad of which a file tells no headline is called what the file calls it.
  private func finishAds(_ facts: inout RowFacts) {
    for (moment, arrival) in facts.arrivals {
      guard let ad = arrival.ad, ad.headline.isEmpty else { continue }
      facts.arrivals[moment]?.ad?.headline = ad.promise ?? ad.id ?? ""
    }
  }

  /// What the addresses of pages tell counts where no column says it.
  private func finishArrivals(_ facts: inout RowFacts, noting log: inout ReadingLog) {
    for moment in facts.arrivals.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      facts.arrivals[moment]?.readAddresses { log.book.campaign(named: $0) }
    }
  }

  private func finishPlace(
    _ draft: inout RowDraft, row: ImportTable.Row, on book: BoardBook
  ) throws(RowRefusal) {
    var place = draft.facts.place
    if let rest = draft.rest, place.until != nil, place.outcome == nil {
      place.outcome = rest
    } else {
      place.until = nil
    }
    guard let outcome = place.outcome else {
      // A date of closing says nothing yet of a lead that is open: it is kept as written.
      place.closed = nil
      for column in draft.closedColumns {
        draft.facts.kept.insert(.string(row.cells[column.index]), forKey: column.keptName)
      }
      draft.facts.place = place
      return
    }
    if let use = outcome.reasonUse {
      let stated = draft.lostReason.flatMap(book.reason(named:))
      let candidates = [stated, place.reason, mapping.defaultLostReason]
      place.reason = candidates.compactMap { $0 }.first { id in
        book.board.reason(id)?.uses.contains(use) ?? false
      }
      if stated == nil || place.reason != stated { place.note = draft.lostReason }
      guard place.reason != nil || outcome.returns else {
        throw RowRefusal(
          reason: "A lead that is \(outcome.rawValue) needs a reason, and the row gives none that "
            + "the board knows.",
          remedy: "Map a column to “lost.reason”, or say “reason” of this word under “stages”.")
      }
    }
    draft.facts.place = place
  }

  private func finishOwners(_ draft: inout RowDraft, noting log: inout ReadingLog) {
    draft.facts.owner = draft.owner.flatMap { log.book.member(named: $0, side: .sales) }
    draft.facts.marketingOwner = draft.marketingOwner.flatMap {
      log.book.member(named: $0, side: .marketing)
    }
    if let owner = draft.facts.owner, draft.ownerManager != nil || draft.ownerOffice != nil {
      log.book.complete(owner, manager: draft.ownerManager, office: draft.ownerOffice)
    }
  }

  /// A name made of all cells of a row, whatever the order of its columns.
  private func fingerprint(of row: ImportTable.Row) -> String {
    let cells = columns.map { ($0.header, CellText.trimmed(row.cells[$0.index])) }
      .filter { !$0.1.isEmpty }.sorted { $0.0 < $1.0 }
    return StableName.make(cells.map { "\($0.0)\u{1F}\($0.1)" }.joined(separator: "\u{1E}"))
  }
}

extension RowRefusal {
  fileprivate init(_ fault: MoneyReader.Fault, text: String, header: String, currency: String) {
    switch fault {
    case .notAnAmount:
      self.init(
        reason: "“\(text)” in “\(header)” is no amount.",
        remedy: "Write it as 1234.50, or blank the cell.")
    case .unclearMark:
      self.init(
        reason: "“\(text)” in “\(header)” may be thousands or decimals.",
        remedy: "Say \"decimalMark\" in the mapping, or write it without the mark.")
    case .unclearCurrency(let sign):
      self.init(
        reason: "“\(sign)” in “\(header)” stands for several currencies; \(currency) is none.",
        remedy: "Say \"currency\" in the mapping, or write the code, such as USD.")
    case .tooLarge:
      self.init(
        reason: "“\(text)” in “\(header)” is too large.", remedy: "Look whether it is an amount.")
    }
  }
}
