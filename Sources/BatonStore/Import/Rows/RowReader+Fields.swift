import BatonModel

/// What a single cell adds to a row's facts.
extension RowReader {
  /// Takes a cell in; false where its place was taken by an earlier column or it cannot be read,
  /// so that the cell is kept as written.
  func take(
    _ value: String, from column: Column, into draft: inout RowDraft, noting log: inout ReadingLog
  ) throws(RowRefusal) -> Bool {
    switch column.target {
    case .field(let field):
      return try take(value, as: field, from: column, into: &draft, noting: &log)
    case .arrival(let moment, let field):
      return try take(
        value, as: field, of: moment, from: column, into: &draft.facts, noting: &log)
    case .clickID(let name):
      return Self.set(&draft.facts.arrivals[.creating, default: newArrival].clickIDs[name], value)
    case .answer(let question):
      var answer = SurveyAnswer(question: question, answer: value)
      answer.provenance = mapping.rowsAreSubmissions ? .declared : .imported
      let asked = CommonHeaders.question(in: column.header) ?? column.header
      if !log.book.notes(question: question, asked: asked) { answer.asked = asked }
      draft.facts.answers.append(answer)
      return true
    case .touch(let field):
      return try take(value, as: field, from: column, into: &draft.touch, on: log.book)
    case .extra: return false
    case .ignore: return true
    }
  }

  /// Fills a fact that no earlier column has filled; false where one has.
  static func set<Value>(_ fact: inout Value?, _ value: Value) -> Bool {
    guard fact == nil else { return false }
    fact = value
    return true
  }

  private func take(
    _ value: String, as field: ImportField, from column: Column, into draft: inout RowDraft,
    noting log: inout ReadingLog
  ) throws(RowRefusal) -> Bool {
    switch field {
    case .id: return Self.set(&draft.facts.id, value)
    case .name: return Self.set(&draft.facts.name, value)
    case .currency: return Self.set(&draft.currency, value.uppercased())
    case .owner: return Self.set(&draft.owner, value)
    case .ownerManager: return Self.set(&draft.ownerManager, value)
    case .ownerOffice: return Self.set(&draft.ownerOffice, value)
    case .marketingOwner: return Self.set(&draft.marketingOwner, value)
    case .lostReason: return Self.set(&draft.lostReason, value)
    case .feedbackNote: return Self.set(&draft.facts.feedbackNote, value)
    case .personName, .firstName, .lastName, .personTitle, .email, .phone:
      return takePerson(value, as: field, into: &draft)
    case .company, .companyDomain, .industry, .country, .city, .parentCompany, .employees,
      .revenue:
      return takeCompany(value, as: field, from: column, into: &draft, noting: &log)
    case .created, .stageEntered, .closed, .parkedUntil:
      return try takeDate(value, as: field, from: column, into: &draft)
    case .stage, .outcome: return try takePlace(value, as: field, from: column, into: &draft)
    case .amount:
      guard draft.amount == nil else { return false }
      guard !BlankWords.ofTypedCells.contains(value) else { return true }
      draft.amount = (column, value)
      return true
    case .doNotEmail, .doNotCall, .doNotContact:
      return try takeConsent(value, as: field, from: column, into: &draft.facts)
    case .flags:
      let flags = Self.words(in: value)
      if flags.contains("do-not-email") { draft.facts.doNotEmail = true }
      if flags.contains("do-not-call") { draft.facts.doNotCall = true }
      return true
    case .quality:
      guard let quality = Int(value), (1...5).contains(quality) else {
        log.noteUnread(value, in: column)
        return false
      }
      return Self.set(&draft.facts.quality, quality)
    case .tags:
      draft.facts.tags += Self.words(in: value)
      return true
    case .note:
      draft.facts.notes.append(value)
      return true
    }
  }

  /// The words of a list on one cell.
  private static func words(in cell: String) -> [String] {
    cell.split { $0 == ";" || $0 == "," }.map { CellText.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }

  private func takePerson(
    _ value: String, as field: ImportField, into draft: inout RowDraft
  ) -> Bool {
    switch field {
    case .personName: Self.set(&draft.facts.person.name, value)
    case .firstName: Self.set(&draft.firstName, value)
    case .lastName: Self.set(&draft.lastName, value)
    case .personTitle: Self.set(&draft.facts.person.title, value)
    // Further addresses on the cell are kept with it as written.
    case .email:
      Self.set(&draft.facts.person.email, CellText.firstAddress(value))
        && !value.contains { $0 == ";" || $0 == "," }
    case .phone: Self.set(&draft.facts.person.phone, value)
    default: false
    }
  }

  private func takeCompany(
    _ value: String, as field: ImportField, from column: Column, into draft: inout RowDraft,
    noting log: inout ReadingLog
  ) -> Bool {
    if field != .company { draft.companyColumns.append(column) }
    switch field {
    case .company: return Self.set(&draft.facts.company.name, value)
    case .companyDomain: return Self.set(&draft.facts.company.domain, CellText.domain(value))
    case .industry: return Self.set(&draft.facts.company.industry, value)
    case .country: return Self.set(&draft.facts.company.country, value)
    case .city: return Self.set(&draft.facts.company.city, value)
    case .parentCompany: return Self.set(&draft.facts.company.parent, value)
    case .employees:
      guard let count = try? column.numbers.readCount(value), count >= 0 else {
        return noteUnreadNumber(value, in: column, noting: &log)
      }
      return Self.set(&draft.facts.company.employees, count)
    case .revenue:
      guard let money = try? column.numbers.read(value) else {
        return noteUnreadNumber(value, in: column, noting: &log)
      }
      return Self.set(&draft.facts.company.revenue, money)
    default: return false
    }
  }

  private func noteUnreadNumber(
    _ value: String, in column: Column, noting log: inout ReadingLog
  ) -> Bool {
    if BlankWords.ofTypedCells.contains(value) { return true }
    log.noteUnread(value, in: column)
    return false
  }

  private func takeDate(
    _ value: String, as field: ImportField, from column: Column, into draft: inout RowDraft
  ) throws(RowRefusal) -> Bool {
    guard !BlankWords.ofTypedCells.contains(value) else { return true }
    let instant = try date(value, in: column)
    switch field {
    case .created: return Self.set(&draft.facts.createdAt, instant)
    case .stageEntered: return Self.set(&draft.facts.place.entered, instant)
    case .parkedUntil: return Self.set(&draft.facts.place.until, instant)
    default:
      draft.closedColumns.append(column)
      return Self.set(&draft.facts.place.closed, instant)
    }
  }

  func date(_ value: String, in column: Column) throws(RowRefusal) -> Instant {
    do throws(DateReader.Fault) {
      return try column.dates.read(value)
    } catch {
      switch error {
      case .notADate:
        throw RowRefusal(
          reason: "“\(value)” in “\(column.header)” is no date.",
          remedy: "Write it as 2024-03-05, or blank the cell.")
      case .unclearOrder:
        throw RowRefusal(
          reason: "“\(value)” in “\(column.header)” may begin with the day or with the month.",
          remedy: "Write it as 2024-03-05, or import the file with --date-order dmy or mdy.")
      }
    }
  }

  private func takePlace(
    _ value: String, as field: ImportField, from column: Column, into draft: inout RowDraft
  ) throws(RowRefusal) -> Bool {
    let rule: StageRule
    if field == .outcome, let kind = Parking.Kind(rawValue: CellText.folded(value)), kind.returns,
      mapping.isOwnExport || stageRules[value] == nil
    {
      // A stage may have the same name; another column of the export says in which the lead is.
      draft.rest = kind
      return true
    } else if let known = stageRules[value] {
      rule = known
    } else if field == .outcome, let plain = StageRule(outcomeNamed: value) {
      rule = plain
    } else {
      throw RowRefusal(
        reason: "“\(value)” in “\(column.header)” is no stage that the mapping knows.",
        remedy: "Say under “stages” of the mapping where it goes.")
    }
    if draft.facts.place.stage == nil { draft.facts.place.stage = rule.stage }
    if draft.facts.place.outcome == nil {
      draft.facts.place.outcome = rule.outcome
      if rule.outcome != nil { draft.facts.place.reason = rule.reason }
    }
    return true
  }

  private func takeConsent(
    _ value: String, as field: ImportField, from column: Column, into facts: inout RowFacts
  ) throws(RowRefusal) -> Bool {
    guard let isForbidden = BooleanReader.read(value) else {
      throw RowRefusal(
        reason: "“\(value)” in “\(column.header)” says neither that it is forbidden nor allowed.",
        remedy: "Say under “values” of the column whether it means yes (forbidden) or no.")
    }
    guard isForbidden else { return true }
    if field != .doNotCall { facts.doNotEmail = true }
    if field != .doNotEmail { facts.doNotCall = true }
    return true
  }

  private func take(
    _ value: String, as field: ArrivalField, of moment: ArrivalMoment, from column: Column,
    into facts: inout RowFacts, noting log: inout ReadingLog
  ) throws(RowRefusal) -> Bool {
    var arrival = facts.arrivals[moment] ?? newArrival
    let isTaken: Bool
    switch field {
    case .source: isTaken = Self.set(&arrival.source, value)
    case .medium: isTaken = Self.set(&arrival.medium, value)
    case .term: isTaken = Self.set(&arrival.term, value)
    case .content: isTaken = Self.set(&arrival.content, value)
    case .referrer: isTaken = Self.set(&arrival.referrer, value)
    case .landingPage: isTaken = Self.set(&arrival.landingPage, value)
    case .form: isTaken = Self.set(&arrival.form, value)
    case .at:
      guard !BlankWords.ofTypedCells.contains(value) else { return true }
      isTaken = Self.set(&arrival.at, try date(value, in: column))
    case .campaign:
      guard let campaign = log.book.campaign(named: value) else { return false }
      isTaken = Self.set(&arrival.campaign, campaign)
    case .adID, .adHeadline, .adPromise:
      isTaken = Self.takeAd(value, as: field, into: &arrival)
    }
    if isTaken, mapping.rowsAreSubmissions, Self.isTold(field, by: column.header) {
      arrival.provenanceOf[field.rawValue] = .declared
    }
    if isTaken { facts.arrivals[moment] = arrival }
    return isTaken
  }

  /// Whether a form says a fact in its own words, rather than hand on a page's address.
  private static func isTold(_ field: ArrivalField, by header: String) -> Bool {
    switch field {
    case .source, .medium, .campaign, .term, .content: !header.lowercased().hasPrefix("utm")
    default: false
    }
  }

  private static func takeAd(
    _ value: String, as field: ArrivalField, into arrival: inout Arrival
  ) -> Bool {
    var ad = arrival.ad ?? Ad(headline: "")
    switch field {
    case .adID: guard set(&ad.id, value) else { return false }
    case .adPromise: guard set(&ad.promise, value) else { return false }
    default:
      guard ad.headline.isEmpty else { return false }
      ad.headline = value
    }
    arrival.ad = ad
    return true
  }
}

extension RowReader {
  /// A contact of which nothing is known yet but how we come to know it.
  private var newArrival: Arrival {
    var arrival = Arrival()
    arrival.provenance = mapping.rowsAreSubmissions ? .observed : .imported
    return arrival
  }
}
