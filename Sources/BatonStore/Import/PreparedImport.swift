public import BatonModel
import Foundation

/// What whoever imports a file says about it.
public struct ImportOptions: Sendable {
  /// The name of a preset; nil recognises one from the headers.
  public var preset: String?
  /// A mapping that a person has looked at; nil proposes one.
  public var mapping: ImportMapping?
  /// How rows are recognised: `id`, `email`, `phone`, `row` or a column; nil leaves it to the
  /// mapping.
  public var match: String?
  /// The order of day and month, where the file leaves it open.
  public var dateOrder: DateOrder?
  /// Whether nobody is there to answer: rows without an id or an address are recognised by all
  /// their cells together then, rather than asked about.
  public var isUnattended = false
  /// Whether the file may add members, campaigns and questions to the board.
  public var mayAddToBoard = true
  /// The name under which ids and cells are filed, in place of the mapping's.
  public var source: String?
  /// The time that stands in the history, and for what the file does not date.
  public var now: Instant

  /// Options that leave all to the file.
  public init(now: Instant) { self.now = now }
}

/// What an import is doing.
public enum ImportPhase: String, Sendable {
  /// Reading the leads of the board.
  case board
  /// Reading the rows of the file.
  case rows
  /// Writing leads.
  case writing
}

/// A file that was read and understood, with the plan of what importing it would do.
///
/// Nothing is written before ``write(to:progress:)``.
public struct PreparedImport: Sendable {
  /// Told what an import is doing, how much of it is done, and its total.
  public typealias Progress =
    @Sendable (_ phase: ImportPhase, _ done: Int, _ total: Int) -> Void

  /// The file's name as it was given.
  public let name: String
  /// What its columns mean.
  public let mapping: ImportMapping
  /// How the mapping was proposed; nil where one was given.
  public let proposal: ImportProposal?
  /// What would happen.
  public let plan: ImportPlan

  /// Reads a file and plans its import.
  ///
  /// - Parameters:
  ///   - path: the file; files that it joins are looked for beside it.
  ///   - folder: the board.
  ///   - progress: told what is being read, how much of it is done, and its total; on several
  ///     threads.
  public init(
    file path: String, into folder: BoardFolder, options: ImportOptions,
    progress: @escaping Progress = { _, _, _ in }
  ) throws(ImportError) {
    let url = URL(filePath: path)
    try self.init(
      bytes: try Self.contents(of: url, name: path), name: path, into: folder, options: options,
      beside: { file throws(ImportError) in
        let sibling = url.deletingLastPathComponent().appending(path: file)
        let exists = FileManager.default.fileExists(atPath: sibling.path(percentEncoded: false))
        return exists ? try Self.contents(of: sibling, name: file) : nil
      }, progress: progress)
  }

  /// Plans the import of bytes, such as those of standard input.
  ///
  /// - Parameters:
  ///   - bytes: the contents of the file.
  ///   - name: the file's name, which tells JSON and names the source.
  ///   - folder: the board.
  ///   - beside: the contents of a file to join; nil where there is none.
  ///   - progress: as for a file.
  public init(
    bytes: [UInt8], name: String, into folder: BoardFolder, options: ImportOptions,
    beside: (String) throws(ImportError) -> [UInt8]? = { _ in nil },
    progress: @escaping Progress = { _, _, _ in }
  ) throws(ImportError) {
    let shape = options.mapping
    let table = try ImportTable(
      bytes, name: name, delimiter: shape?.delimiter, encoding: shape?.encoding)
    try self.init(
      table: table, name: name, into: folder, options: options, beside: beside,
      progress: progress)
  }

  /// Plans the import of rows that were read.
  init(
    table: ImportTable, name: String, into folder: BoardFolder, options: ImportOptions,
    beside: (String) throws(ImportError) -> [UInt8]? = { _ in nil },
    progress: @escaping Progress = { _, _, _ in }
  ) throws(ImportError) {
    let stored = try Stored(folder) { progress(.board, $0, $1) }
    let shape = options.mapping
    let preset = try Self.inFile(name) { () throws(ImportFileFault) in
      try options.preset.map { name throws(ImportFileFault) in try ImportPreset.named(name) }
        ?? (shape == nil ? ImportPreset.detected(in: table) : nil)
    }
    var tables: [String: ImportTable] = [:]
    for join in shape?.joins ?? preset?.mapping.joins ?? [] {
      guard let contents = try beside(join.file) else { continue }
      tables[join.file] = try ImportTable(contents, name: join.file)
    }
    let joined = try Self.inFile(name) { () throws(ImportFileFault) in
      try (shape ?? preset?.mapping).map { mapping throws(ImportFileFault) in
        try table.joined(by: mapping, with: tables)
      } ?? table
    }
    self.name = name
    proposal =
      shape == nil
      ? ImportProposal(table: joined, preset: preset, fileName: name, board: stored.board) : nil
    let proposed = shape ?? proposal?.mapping ?? ImportMapping(source: name)
    var mapping = try Self.inFile(name) { () throws(ImportFileFault) in
      var mapping = proposed
      if let match = options.match {
        mapping = try mapping.matching(by: match, columns: joined.columns)
      }
      if let order = options.dateOrder { mapping.dateOrder = order }
      mapping.follow(options)
      return mapping
    }
    let named = mapping.source
    let systems =
      mapping.isNamedForItsFile && shape == nil && options.source == nil
      ? KnownSystems(of: joined, mapping, among: stored.leads) : nil
    if let systems { mapping.source = systems.source }
    self.mapping = mapping
    let merged = try stored.merged(in: joined, mapping, folder)
    var plan = try Self.inFile(name) { () throws(ImportFileFault) in
      try ImportPlan(
        table: joined, mapping: mapping, teamTables: tables, board: stored.board,
        campaigns: stored.campaigns, leads: stored.leads, merged: merged,
        otherSources: systems?.others ?? [], now: options.now,
        progress: { progress(.rows, $0, $1) })
    }
    let adopted = mapping.source == named ? [] : [ImportNotice.sameSystem(mapping.source, named)]
    plan.notices = stored.notices + adopted + (proposal?.notices ?? []) + plan.notices
    self.plan = plan
  }

  private static func inFile<Result>(
    _ name: String, _ body: () throws(ImportFileFault) -> Result
  ) throws(ImportError) -> Result {
    do throws(ImportFileFault) {
      return try body()
    } catch {
      throw .file(error.named(name))
    }
  }

  private static func contents(of url: URL, name: String) throws(ImportError) -> [UInt8] {
    let kind = try? url.resourceValues(forKeys: [.isDirectoryKey, .isRegularFileKey])
    if kind?.isDirectory == true {
      throw .file(
        ImportFileFault(file: name, what: "It is a folder.", remedy: "Name the files in it."))
    }
    do {
      if kind?.isRegularFile == true { return [UInt8](try Data(contentsOf: url)) }
      // What another program writes at this moment, as in `baton import <(zcat leads.csv.gz)`.
      let pipe = try FileHandle(forReadingFrom: url)
      defer { try? pipe.close() }
      return [UInt8](try pipe.readToEnd() ?? Data())
    } catch {
      throw .file(
        ImportFileFault(
          file: name, what: "The file cannot be read.",
          remedy: "Look whether it is there and may be read by you."))
    }
  }
}

extension ImportNotice {
  fileprivate static func sameSystem(_ source: String, _ file: String) -> ImportNotice {
    ImportNotice(
      "Its ids are those that are filed under “\(source)”: they name the same people.",
      remedy: "If it is another system, say \"source\": \"\(file)\" in a mapping of its own.")
  }
}

extension ImportMapping {
  /// Whether the ids of the file are filed under its own name, as no preset names their system.
  fileprivate var isNamedForItsFile: Bool {
    preset == nil && match.contains(.id) && !logsTouches
  }

  /// Takes up what the options say of every file.
  fileprivate mutating func follow(_ options: ImportOptions) {
    if let source = options.source { self.source = source }
    if !options.mayAddToBoard { additions = BoardAdditions() }
    guard options.isUnattended, !logsTouches else { return }
    let targets = columns.values.map(\.target)
    if !targets.contains(.field(.id)), !targets.contains(.field(.email)) { match = [.row] }
  }
}

extension ImportTable {
  /// Reads a file of either kind.
  fileprivate init(
    _ bytes: [UInt8], name: String, delimiter: CSVDelimiter? = nil, encoding: TextEncoding? = nil
  ) throws(ImportError) {
    do throws(ImportFileFault) {
      self =
        ImportTable.isJSON(bytes, name: name)
        ? try ImportTable.readJSON(bytes)
        : try ImportTable.readCSV(bytes, delimiter: delimiter, encoding: encoding)
    } catch {
      throw .file(error.named(name))
    }
  }
}

/// What a board holds when an import is planned.
private struct Stored {
  let board: Board
  let campaigns: [Campaign]
  let leads: [Lead]
  let notices: [ImportNotice]

  init(
    _ folder: BoardFolder, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
  ) throws(ImportError) {
    do throws(StoreError) {
      let all = try folder.undisturbed { () throws(StoreError) in
        let read = try folder.readLeads(summarise: { $0 }, progress: progress)
        return (try folder.readBoard(), try folder.readCampaigns().records, read)
      }
      board = all.0
      campaigns = all.1
      let read = all.2
      leads = read.values.sorted { $0.id < $1.id }
      notices =
        read.faults.isEmpty
        ? []
        : [
          ImportNotice(
            "\(read.faults.count) files of leads are broken; rows that speak of those leads may "
              + "come in as new ones.",
            remedy: "Mend what “baton check” lists, then import.")
        ]
    } catch {
      throw .store(error)
    }
  }

  /// Where the leads are now that the rows of a log name by an id of before they were merged.
  func merged(
    in table: ImportTable, _ mapping: ImportMapping, _ folder: BoardFolder
  ) throws(ImportError) -> [LeadID: LeadID] {
    guard mapping.logsTouches,
      let column = table.columns.firstIndex(where: {
        mapping.column($0)?.target == .field(.id)
      })
    else { return [:] }
    let known = Set(leads.map(\.id))
    var merged: [LeadID: LeadID] = [:]
    for cell in table.cells(column) {
      let id = LeadID(CellText.trimmed(cell))
      guard !known.contains(id), merged[id] == nil,
        RecordName.refusal(of: id.rawValue) == nil
      else { continue }
      do throws(StoreError) {
        merged[id] = try folder.currentID(of: id)
      } catch {
        throw .store(error)
      }
    }
    return merged
  }
}
