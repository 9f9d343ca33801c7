import BatonModel

/// Finds the lead that a row speaks of among those of the board and those of the file so far.
///
/// - Complexity: O(leads) to build; a look-up is O(1).
struct LeadMatcher: Sendable {
  private let source: String
  private let matches: [ImportMatch]
  private let idsAreSubmissions: Bool
  /// What the leads are called in the file's system.
  private var records: [LeadID: String] = [:]
  private var leads: [RowKey: [LeadID]] = [:]
  /// Further names under which leads are filed with ids of the file's system.
  private let otherSources: [String]
  /// The leads by their ids under those names, for ids that none has under the file's own.
  private var elsewhere: [String: [LeadID]] = [:]
  /// Where the leads are now that were merged into others.
  private let merged: [LeadID: LeadID]

  init(
    mapping: ImportMapping, leads: some Sequence<Lead>, merged: [LeadID: LeadID] = [:],
    otherSources: [String] = []
  ) {
    self.merged = merged
    self.otherSources = otherSources
    source = mapping.source
    matches = mapping.match
    idsAreSubmissions = mapping.idsAreSubmissions
    for lead in leads { add(lead) }
  }

  /// Makes a lead known by all its names.
  mutating func add(_ lead: Lead) {
    if matches.contains(.lead) { add(lead.id, as: .lead(lead.id.rawValue)) }
    if let id = lead.externalIDs[source] {
      if id.hasPrefix(LeadWriter.rowPrefix) {
        add(lead.id, as: .row(String(id.dropFirst(LeadWriter.rowPrefix.count))))
      } else {
        add(lead.id, as: .id(id))
        records[lead.id] = id
      }
    }
    for record in lead.imported.keys where record.hasPrefix("\(source)/") {
      add(lead.id, as: .id(String(record.dropFirst(source.utf8.count + 1))))
    }
    for other in otherSources {
      guard let id = lead.externalIDs[other], elsewhere[id]?.contains(lead.id) != true else {
        continue
      }
      elsewhere[id, default: []].append(lead.id)
    }
    for person in lead.people {
      if matches.contains(.email), let key = person.email.flatMap(ContactKey.email) {
        add(lead.id, as: .email(key))
      }
      if matches.contains(.phone), let key = person.phone.flatMap(ContactKey.phone) {
        add(lead.id, as: .phone(key))
      }
    }
  }

  private mutating func add(_ id: LeadID, as key: RowKey) {
    if leads[key]?.contains(id) != true { leads[key, default: []].append(id) }
  }

  /// The lead on which a row logs a touch: there is one already, since who was never heard of is no
  /// lead because we wrote to them.
  ///
  /// - Throws: `RowRefusal` where none or several go by its names.
  func leadOfTouch(_ keys: [RowKey]) throws(RowRefusal) -> LeadID {
    for key in keys {
      guard case .lead(let name) = key else { continue }
      let id = merged[LeadID(name)] ?? LeadID(name)
      guard leads[.lead(id.rawValue)] != nil else {
        throw RowRefusal(
          reason: "This board has no lead “\(name)”.",
          remedy: "Look its id up with baton list, or give its e-mail address alone.")
      }
      return id
    }
    guard let key = keys.first else {
      throw RowRefusal(
        reason: "The row names no lead: neither its id nor an e-mail address of it.",
        remedy: "Fill one of them in; a name alone does not say which lead is meant.")
    }
    guard let id = try lead(for: keys, record: nil) else {
      throw RowRefusal(
        reason: "No lead on this board has the \(key.noun) “\(key.text)”.",
        remedy: "Import the lead or add it, then log its touches again.")
    }
    return id
  }

  /// The lead that the first of the keys with any lead names.
  ///
  /// An address does not make one lead of what the other system keeps as two records.
  ///
  /// - Parameters:
  ///   - keys: the names of the row.
  ///   - record: the row's id in its system.
  /// - Throws: `RowRefusal` where several leads go by it.
  func lead(for keys: [RowKey], record: String?) throws(RowRefusal) -> LeadID? {
    for key in keys {
      let found = named(key).filter { isSame(record, as: records[$0], by: key) }
      guard let first = found.first else { continue }
      guard found.count == 1 else {
        let list = found.prefix(3).map(\.rawValue).joined(separator: ", ")
        throw RowRefusal(
          reason: "\(found.count) leads have this \(key.noun): \(list).",
          remedy: "Take it off all but one of them, or match by id.")
      }
      return first
    }
    return nil
  }
}

extension LeadMatcher {
  private func named(_ key: RowKey) -> [LeadID] {
    if let known = leads[key] { return known }
    if case .id(let id) = key { return elsewhere[id] ?? [] }
    return []
  }

  private func isSame(_ record: String?, as known: String?, by key: RowKey) -> Bool {
    switch key {
    case .email, .phone:
      guard let record, let known, !idsAreSubmissions else { return true }
      return record == known
    case .id, .lead, .row: return true
    }
  }
}

extension RowKey {
  /// What the key is compared by.
  fileprivate var text: String {
    switch self {
    case .id(let text), .lead(let text), .email(let text), .phone(let text), .row(let text): text
    }
  }

  /// What a message calls the key.
  fileprivate var noun: String {
    switch self {
    case .id, .lead: "id"
    case .email: "e-mail address"
    case .phone: "telephone number"
    case .row: "row"
    }
  }
}
