#if os(Linux)
  import BatonModel
  import Foundation
  import Testing

  @testable import BatonStore

  /// Real failures of a file system, in a mount namespace of one thread's own; they need root.
  @Suite(.enabled(if: PrivateMounts.areAllowed, "needs the right to mount"))
  struct FullDiskTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func attempt(_ mount: PrivateMounts.Kind) throws -> PrivateMounts.Outcome {
      let path = folder.path
      return PrivateMounts.run(mounting: mount, at: path) {
        let files = try BoardFiles(root: path)
        let ana = try BoardPath(.lead, "ana")
        let names = { try FileManager.default.subpathsOfDirectory(atPath: path).sorted() }
        let before = try names()
        do {
          try files.update(ana) { _ in [UInt8](repeating: 0x20, count: 1_000_000) }
          return .init(reason: nil, left: [])
        } catch StoreError.files(let error) {
          let own = ["leads/\(ana.folder.suffix(2))", "leads"]
          let left = try names().filter { !before.contains($0) && !own.contains($0) }
          return .init(reason: error.reason, left: left.filter { !$0.hasPrefix(".baton") })
        }
      }
    }

    @Test func aFullDiskIsSaidAndNothingIsLeft() throws {
      #expect(try attempt(.small) == .init(reason: .noSpace, left: []))
    }

    @Test func aReadOnlyBoardIsSaidAndCanBeRead() throws {
      try folder.write("{}", to: "board.json")
      #expect(try attempt(.readOnly) == .init(reason: .readOnly, left: []))
    }

    @Test func aChangeOfSeveralFilesIsMetByAFullDiskBeforeItBegins() throws {
      let path = folder.path
      let outcome = PrivateMounts.run(mounting: .small, at: path) {
        let board = try BoardFolder.create(at: path, board: .standard(name: "Acme"))
        let ids: [LeadID] = ["ana", "bo"]
        try board.changeLeads(ids) { id, _ in
          Lead(id: id, name: "Lead", stage: "new", createdAt: Instant(microseconds: 0))
        }
        let paths = try ids.map { try BoardFolder.filePath(.lead, $0.rawValue) }
        func rename(to name: String) throws(StoreError) {
          try board.transact(on: paths) { board throws(StoreError) in
            for id in ids {
              var lead = try board.lead(id)
              lead.name = name
              try board.put(lead)
            }
          }
        }
        func names() throws -> [String] { try ids.map { try board.readLead($0).name } }
        // Whatever is still free is filled, to the last block.
        PrivateMounts.fill("\(path)/filler")
        var left: [String] = []
        var reason: FolderError.Reason?
        do throws(StoreError) {
          try rename(to: "Renamed")
        } catch {
          if case .files(let error) = error { reason = error.reason }
          if try names() != ["Lead", "Lead"] { left.append("half a change") }
          if try board.files.readJournal() != nil { left.append("the journal") }
        }
        // Work goes on when there is room again.
        try FileManager.default.removeItem(atPath: "\(path)/filler")
        try rename(to: "Renamed")
        if try names() != ["Renamed", "Renamed"] { left.append("no change") }
        let all = try FileManager.default.subpathsOfDirectory(atPath: path)
        left += all.filter { $0.hasSuffix(".tmp") }
        return .init(reason: reason, left: left)
      }
      #expect(outcome == .init(reason: .noSpace, left: []))
    }

    @Test func whoMayOnlyReadReadsABoardWithAChangeHalfDone() throws {
      let path = folder.path
      let board = try BoardFolder.create(at: path, board: .standard(name: "Acme"))
      let ana = FilePlace(try BoardPath(.lead, "ana"))
      let lead = Lead(id: "ana", name: "Ana", stage: "new", createdAt: Instant(microseconds: 0))
      let changes = [
        FileChange(place: FilePlace(.board), was: try board.files.read(.board), becomes: nil),
        FileChange(place: ana, was: nil, becomes: LeadFile.encode(lead)),
      ]
      try board.files.writeJournal(ChangeJournal(changes, writer: "maria"), most: 0o666)
      let outcome = PrivateMounts.run(mounting: .readOnly, at: path) {
        let opened = try BoardFolder(at: path)
        let files = try opened.check().map(\.file)
        return .init(reason: nil, left: [try opened.readBoard().name] + files)
      }
      #expect(outcome == .init(reason: nil, left: ["Acme", ".baton/journal"]))
    }
  }
#endif
