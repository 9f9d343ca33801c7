public import BatonModel
import Dispatch

/// What somebody sent through a form, as its handler passes it on: one JSON object, or one line
/// as browsers encode forms.
public struct Submission: Sendable {
  /// The most bytes that a submission may have.
  public static let mostBytes = 1_048_576

  let table: ImportTable

  /// Reads a submission.
  ///
  /// - Throws: where there is nothing, too much, or several.
  public init(_ bytes: [UInt8]) throws(ImportFileFault) {
    guard bytes.count <= Self.mostBytes else {
      throw ImportFileFault(
        what: "The submission is larger than \(Self.mostBytes / 1024) KiB.",
        remedy: "Leave attachments out, and give many leads to baton import.")
    }
    let first = bytes.first { $0 > 0x20 }
    let table =
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
      ? try ImportTable.readJSON(bytes) : try ImportTable(form: bytes)
    if let refused = table.refused.first {
      throw ImportFileFault(
        line: refused.line, what: refused.reason, remedy: "Give one JSON object.")
    }
    guard table.rows.count <= 1 else {
      throw ImportFileFault(
        what: "There are \(table.rows.count) submissions.",
        remedy: "Give one at a time, or all of them to baton import.")
    }
    guard !table.rows.isEmpty else {
      throw ImportFileFault(
        what: "The submission is empty.", remedy: "Give one JSON object or form-encoded line.")
    }
    self.table = table
  }
}

/// What became of a submission.
public struct IntakeResult: Sendable {
  /// The lead that it came to.
  public let lead: LeadID
  /// Whether the lead came in with it.
  public let isNew: Bool
  /// Whether it told anything that was not known; false for one that was taken in before.
  public let isChanged: Bool
  /// Which hold a touch was made against.
  public let warnings: [ImportNotice]
}

extension BoardFolder {
  /// Takes a submission in: as a new lead, or as a touch of the one with the same e-mail address.
  ///
  /// One at a time, so that two submissions of one person make one lead; one with the id of an
  /// earlier one changes nothing. It adds neither campaigns nor questions to the board, and decides
  /// nothing that the team decides.
  ///
  /// - Parameters:
  ///   - source: the name of the form, under which ids and fields are filed.
  ///   - now: when it came in.
  public func takeIn(
    _ submission: Submission, source: String = "form", now: Instant
  ) throws(ImportError) -> IntakeResult {
    var options = ImportOptions(now: now)
    options.preset = ImportPreset.form.name
    options.source = source
    options.mayAddToBoard = false
    return try takeIn(submission, named: source, options)
  }

  /// Takes a touch in that a tool of ours tells of, on the lead of that id or e-mail address.
  ///
  /// Not for what anybody may send: it says what we did. It is logged once, by its own id or by all
  /// that it says.
  ///
  /// - Parameter now: when it came in.
  public func takeTouch(_ submission: Submission, now: Instant) throws(ImportError) -> IntakeResult
  {
    var options = ImportOptions(now: now)
    options.preset = ImportPreset.touches.name
    return try takeIn(submission, named: ImportPreset.touches.name, options)
  }

  private func takeIn(
    _ submission: Submission, named source: String, _ options: ImportOptions
  ) throws(ImportError) -> IntakeResult {
    var options = options
    options.isUnattended = true
    return try holdingInbox { () throws(ImportError) in
      let prepared = try PreparedImport(
        table: submission.table, name: source, into: self, options: options)
      let result = try prepared.write(to: self)
      if let refused = result.refused.first {
        throw .file(ImportFileFault(what: refused.reason, remedy: refused.remedy))
      }
      guard let lead = prepared.plan.lastLead else {
        throw .file(
          ImportFileFault(what: "The submission says nothing.", remedy: "Look at its fields."))
      }
      return IntakeResult(
        lead: lead, isNew: result.created > 0, isChanged: result.created + result.updated > 0,
        warnings: prepared.plan.warnings)
    }
  }

  /// Runs what only one process at a time may do: matching what comes in with what is there.
  func holdingInbox<Result>(
    _ body: () throws(ImportError) -> Result
  ) throws(ImportError) -> Result {
    let outcome: Swift.Result<Result, ImportError>
    do throws(StoreError) {
      outcome = try withInboxTurn { () throws(StoreError) in
        do throws(ImportError) {
          return .success(try body())
        } catch {
          return .failure(error)
        }
      }
    } catch {
      throw .store(error)
    }
    return try outcome.get()
  }

  /// The same for what only the board's folder can fail.
  func withInboxTurn<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    // Longer than a writer waits: a large file that is taken in keeps a visitor's form waiting, and
    // must not have it lost.
    let locks = BoardLocks(root: files.root, patience: .seconds(60))
    return try locks.withLocks(on: [BoardLocks.inboxTurn], body)
  }
}

extension ImportTable {
  /// Reads the fields of a form as browsers encode them; a name that comes again adds its value.
  init(form bytes: [UInt8]) throws(ImportFileFault) {
    let text = CellText.trimmed(String(decoding: bytes, as: UTF8.self))
    guard !text.contains("\n"), text.contains("=") else {
      throw ImportFileFault(
        what: text.isEmpty
          ? "The submission is empty." : "The submission is neither JSON nor form-encoded.",
        remedy: "Give one JSON object, or one line such as name=Ana&email=ana%40helix.example.")
    }
    var columns: [String] = []
    var cells: [String] = []
    for field in FormEncoding.fields(of: text) {
      // PHP and others mark fields of several values so.
      let name = field.name.hasSuffix("[]") ? String(field.name.dropLast(2)) : field.name
      if let place = columns.firstIndex(of: name) {
        cells[place] += cells[place].isEmpty ? field.value : "; \(field.value)"
      } else {
        columns.append(name)
        cells.append(field.value)
      }
    }
    self.init(
      format: .json, columns: ImportTable.names(from: columns),
      rows: [Row(line: 1, cells: cells)], refused: [], notices: [])
  }
}
