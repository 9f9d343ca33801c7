public import BatonModel

/// Where a person's data is found on a board.
public struct PersonFindings: Sendable {
  /// The lead with everything in it.
  public let lead: Lead
  /// The ids under which it was known before it was merged: their notes.
  public let notes: [LeadID]
  /// The days of the meetings that speak of it.
  public let meetings: [String]
  /// The files of the inbox with rows of it, by their paths in there.
  public let inboxFiles: [String]
  /// How many rows these are.
  public let inboxRows: Int
  /// Other leads with the same e-mail address or telephone number, which are not touched.
  public let others: [LeadID]
  /// Copies of the lead in wrong places, and what repairs have kept of it, by their paths.
  public let copies: [String]
  /// What is wrong with files that speak of it, or may, and stay because they cannot be read.
  public let unread: [FileFault]
  /// Where others' leads, meetings and files of the inbox name the person still when all that is
  /// found has gone, in order.
  public let mentions: [PersonMention]
}

/// Removing what a board knows of a person, as data protection law gives everybody the right to.
extension BoardFolder {
  /// Finds everything that the board has of a lead.
  public func findPerson(_ id: LeadID) throws(StoreError) -> PersonFindings {
    let lead = try readLead(id)
    let likeness = LeadLikeness(lead)
    let everybody = try readLeads(summarise: { LeadLikeness($0) })
    var notes: [LeadID] = []
    for path in everybody.gone where try currentID(of: LeadID(path.id)) == id {
      notes.append(LeadID(path.id))
    }
    let traces = PersonTraces(lead, notes: notes)
    let search = NameSearch(traces)
    let minutes = try readMeetings()
    let meetings = minutes.records.filter { traces.removed(from: $0) != $0 }
    var (files, rows) = ([String](), 0)
    var mentions: [PersonMention] = []
    for file in try inboxPaths() {
      guard let bytes = try inboxBytes(file) else { continue }
      let cleaned = traces.removed(fromFile: bytes, name: file)
      if let cleaned {
        files.append(file)
        rows += cleaned.rows
      }
      mentions += traces.mentions(
        inLinesOf: cleaned.map { $0.bytes ?? [] } ?? bytes,
        of: "\(BoardPath.inboxFolder)/\(file)", search)
    }
    for meeting in minutes.records {
      let path = try Self.filePath(.meeting, meeting.date)
      mentions += traces.mentions(
        in: traces.removed(from: meeting).fileBytes(), of: path.description)
    }
    let others = everybody.values.filter { $0.id != id && $0.sharesContact(with: likeness) }
    let paths = try Self.leadPaths([id] + notes)
    let copies = try copies(of: paths, traces, faults: everybody.faults)
    mentions += try self.mentions(traces, search, outside: Set(paths))
    let left = minutes.faults + everybody.faults.filter { !copies.contains($0.file) }
    return PersonFindings(
      lead: lead, notes: notes.sorted(), meetings: meetings.map(\.date), inboxFiles: files,
      inboxRows: rows, others: others.map(\.id).sorted(), copies: copies,
      unread: unread(left, traces, in: paths), mentions: mentions.sorted())
  }

  /// Removes all that was found, and counts one more who was forgotten in the board's file.
  ///
  /// Everything goes or nothing does, copies too, also across a crash.
  ///
  /// - Parameter month: under which it is counted: `2026-11`.
  public func forget(_ found: PersonFindings, month: String) throws(StoreError) {
    let traces = PersonTraces(found.lead, notes: found.notes)
    var paths = [BoardPath.board]
    let leads = try Self.leadPaths([found.lead.id] + found.notes)
    for date in found.meetings { paths.append(try Self.filePath(.meeting, date)) }
    try withInboxTurn { () throws(StoreError) in
      try transact(
        on: paths + leads, inbox: found.inboxFiles, copies: found.copies, isForgetting: true
      ) { board throws(StoreError) in
        // Who was forgotten meanwhile is not counted twice.
        _ = try board.lead(found.lead.id)
        for path in leads { try board.remove(path) }
        for date in found.meetings { try board.put(traces.removed(from: try board.meeting(date))) }
        for file in found.inboxFiles {
          guard let bytes = try board.inboxFile(file),
            let cleaned = traces.removed(fromFile: bytes, name: file)
          else { continue }
          try board.putInboxFile(file, cleaned.bytes)
        }
        var settings = try board.board()
        settings.forgotten[month] = (settings.forgotten[month] ?? 0).oneMore
        try board.put(settings)
        for file in found.copies { try board.removeCopy(file) }
      }
    }
  }

  private static func leadPaths(_ ids: [LeadID]) throws(StoreError) -> [BoardPath] {
    var paths: [BoardPath] = []
    for id in ids { paths.append(try filePath(.lead, id.rawValue)) }
    return paths
  }

  /// The leads that the board's policy says are due, the longest due first, and what is wrong with
  /// the files that were left out.
  public func findDue(
    _ policy: Retention, at now: Instant
  ) throws(StoreError) -> (due: [RetentionDue], faults: [FileFault]) {
    let read = try readLeads(summarise: { policy.due($0, at: now) })
    let due = read.values.compactMap { $0 }.sorted { ($0.due, $0.lead) < ($1.due, $1.lead) }
    return (due, read.faults)
  }

  /// The regular files in the inbox and in its own folders, by their paths in there, sorted.
  private func inboxPaths() throws(StoreError) -> [String] {
    var paths: [String] = []
    for folder in ["", InboxName.taken, InboxName.rejected] {
      let place = folder.isEmpty ? BoardPath.inboxFolder : "\(BoardPath.inboxFolder)/\(folder)"
      do throws(FolderError) {
        try files.open().folder(place).forEachEntry { name, kind in
          guard kind == .file, !name.hasPrefix(".") else { return }
          paths.append(folder.isEmpty ? name : "\(folder)/\(name)")
        }
      } catch  where error.reason == .missing {
        continue
      } catch {
        throw .files(error)
      }
    }
    return paths.filter { FilePlace(inbox: $0) != nil }.sorted()
  }

  private func inboxBytes(_ path: String) throws(StoreError) -> [UInt8]? {
    guard let place = FilePlace(inbox: path) else { return nil }
    return try reachingFiles { () throws(FolderError) in
      try files.read(place.name, in: place.folder)
    }
  }
}
