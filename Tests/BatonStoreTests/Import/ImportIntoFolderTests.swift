import BatonModel
import Foundation
import Synchronization
import Testing

@testable import BatonStore

/// Files imported into boards on a disk.
@Suite("Import into a folder")
final class ImportIntoFolderTests: NewBoardSuite {
  private func prepare(
    _ file: String, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> PreparedImport {
    var options = ImportOptions(now: now)
    change(&options)
    return try PreparedImport(file: files.path(file), into: board, options: options)
  }

  private func leads() throws -> [Lead] {
    try board.readLeads(summarise: { $0 }).values.sorted { $0.name < $1.name }
  }

  /// Every file of the board with its contents.
  private func contents() throws -> [String: Data] {
    let root = files.path("board")
    var all: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root)
    where path.hasSuffix(".json") {
      all[path] = FileManager.default.contents(atPath: "\(root)/\(path)")
    }
    return all
  }

  @Test("What comes in is on the disk with its owner, campaign and questions")
  func creation() throws {
    try files.write(
      "id,name,owner,campaign,Why?\n1,Ana,Maria Costa,Spring,Because\n2,Bo,,,\n", to: "leads.csv")
    let prepared = try prepare("leads.csv")
    #expect(try leads().isEmpty)
    let told = Mutex<[[Int]]>([])
    let result = try prepared.write(to: board) { _, done, total in
      told.withLock { $0.append([done, total]) }
    }
    #expect(told.withLock { $0 } == [[1, 2], [2, 2]])
    #expect(result.read == 2)
    #expect(result.created == 2)
    #expect(try leads().map(\.name) == ["Ana", "Bo"])
    #expect(try leads().map(\.owner) == ["maria-costa", nil])
    #expect(try board.readBoard().member("maria-costa")?.side == .sales)
    #expect(try board.readBoard().questions.contains { $0.id == "why" && $0.text == "Why?" })
    #expect(try board.readCampaigns().records.map(\.title) == ["Spring"])
  }

  @Test("Planning writes nothing, and running it twice changes no byte")
  func twice() throws {
    try files.write("id,name,stage,note\n1,Ana,New,Call\n2,Bo,Qualify,\n", to: "leads.csv")
    let empty = try contents()
    _ = try prepare("leads.csv")
    #expect(try contents() == empty)
    _ = try prepare("leads.csv").write(to: board)
    let once = try contents()
    #expect(once.count == 3)
    let again = try prepare("leads.csv").write(to: board)
    #expect(again.created == 0)
    #expect(again.unchanged == 2)
    #expect(try contents() == once)
  }

  @Test("The same file into another board gives the same bytes")
  func repeatable() throws {
    try files.write("id,name,stage\n1,Ana,New\n2,Bo,Qualify\n", to: "leads.csv")
    _ = try prepare("leads.csv").write(to: board)
    let other = try BoardFolder.create(
      at: files.path("other"), board: .standard(name: "Test", currency: "EUR"))
    _ = try PreparedImport(
      file: files.path("leads.csv"), into: other, options: ImportOptions(now: now)
    ).write(to: other)
    for (path, data) in try contents() {
      #expect(FileManager.default.contents(atPath: files.path("other/\(path)")) == data)
    }
  }

  @Test("What somebody changed since the plan was made is kept")
  func changedMeanwhile() throws {
    try files.write("id,name,phone\n1,Ana,+34 600 000\n", to: "leads.csv")
    _ = try prepare("leads.csv").write(to: board)
    try files.write("id,name,phone\n1,Ana,+34 700 000\n", to: "leads.csv")
    let prepared = try prepare("leads.csv")
    let id = try #require(try leads().first?.id)
    try board.changeLead(id) { $0.tags = ["vip"] }
    _ = try prepared.write(to: board)
    let lead = try #require(try leads().first)
    #expect(lead.tags == ["vip"])
    #expect(lead.people.map(\.phone) == ["+34 700 000"])
    #expect(lead.revision == 3)
  }

  @Test("A lead whose file is broken is left alone, and its row refused")
  func brokenLead() throws {
    try files.write("id,name\n1,Ana\n2,Bo\n", to: "leads.csv")
    _ = try prepare("leads.csv").write(to: board)
    let id = try #require(try leads().first).id
    let path = "board/" + (try #require(BoardFolder.file(of: id)))
    try files.write("{ half", to: path)
    let result = try prepare("leads.csv").write(to: board)
    #expect(result.created == 0)
    #expect(result.unchanged == 1)
    #expect(result.refused.map(\.line) == [2])
    #expect(result.notices.count == 1)
    #expect(try files.text(path) == "{ half")
  }

  @Test("A lead that is removed between plan and writing is not brought back half")
  func removedMeanwhile() throws {
    try files.write("id,name\n1,Ana\n", to: "leads.csv")
    _ = try prepare("leads.csv").write(to: board)
    try files.write("id,name\n1,Ana Ruiz\n", to: "leads.csv")
    let prepared = try prepare("leads.csv")
    let id = try #require(try leads().first).id
    try FileManager.default.removeItem(
      atPath: files.path("board/" + (try #require(BoardFolder.file(of: id)))))
    let result = try prepared.write(to: board)
    #expect(result.updated == 0)
    #expect(result.refused.map(\.line) == [2])
    #expect(try leads().isEmpty)
  }

  @Test("The rows that were refused can be mended in their own file and imported")
  func rejects() throws {
    try files.write(
      "id,name,amount\n1,Ana,5\n2,Bo,\"a lot\"\n3,=Cy,much\n4\n", to: "leads.csv")
    let prepared = try prepare("leads.csv")
    let result = try prepared.write(to: board)
    #expect(result.created == 1)
    #expect(result.refused.map(\.line) == [3, 4, 5])
    let name = RejectFile.name(for: "leads.csv")
    #expect(name == "leads.rejects.csv")
    let rejects = RejectFile.contents(result.refused, columns: prepared.plan.columns)
    var text = String(decoding: rejects, as: UTF8.self)
    #expect(
      text.split(separator: "\r\n").prefix(2) == [
        "baton: line,baton: reason,baton: remedy,id,name,amount",
        "3,“a lot” in “amount” is no amount.,\"Write it as 1234.50, or blank the cell.\",2,Bo,a lot",
      ])
    text = text.replacing("a lot\r\n", with: "7\r\n").replacing("much\r\n", with: "8\r\n")
    try files.write(text, to: name)
    let again = try prepare(name)
    #expect(again.mapping.source == "leads")
    #expect(try again.write(to: board).created == 3)
    #expect(try leads().map(\.name) == ["=Cy", "Ana", "Bo", "leads 4"])
    #expect(try leads().map(\.externalIDs) == ["3", "1", "2", "4"].map { ["leads": $0] })
    #expect(try leads().first?.cells(of: "leads") == ["amount": "8"])
  }

  @Test("Questions stop an import before anything is written")
  func questions() throws {
    try files.write("id,name,created\n1,Ana,03/04/2026\n", to: "leads.csv")
    let prepared = try prepare("leads.csv")
    #expect(throws: ImportError.questions(prepared.plan.questions)) {
      try prepared.write(to: board)
    }
    let told = try prepare("leads.csv") { $0.dateOrder = .monthFirst }
    #expect(try told.write(to: board).created == 1)
  }

  @Test("A saved mapping is taken instead of a proposal; joined files are found beside the file")
  func savedMapping() throws {
    try files.write("key;who;stage\n1;Ana;hot\n", to: "odd.csv")
    try files.write("who,city\nAna,Lima\n", to: "people.csv")
    try files.write(
      """
      {
        "columns": {"key": "id", "people.city": "extra:town", "stage": "stage", "who": "name"},
        "joins": [{"file": "people.csv", "key": "who", "on": "who"}],
        "match": ["id"], "schema": 1, "source": "odd", "stages": {"hot": "qualify"}
      }
      """, to: "map.json")
    let mapping = try ImportMapping.read(Array(try files.text("map.json").utf8), file: "map.json")
    let result = try prepare("odd.csv") { $0.mapping = mapping }.write(to: board)
    #expect(result.created == 1)
    let lead = try #require(try leads().first)
    #expect(lead.stage == "qualify")
    #expect(lead.cells(of: "odd") == ["stage": "hot", "town": "Lima"])
  }

  @Test("A file that is not there, and a preset that there is not, are told")
  func mistakes() throws {
    #expect(throws: ImportError.self) { try prepare("nothing.csv") }
    try files.write("id,name\n1,Ana\n", to: "leads.csv")
    let error = #expect(throws: ImportError.self) {
      try prepare("leads.csv") { $0.preset = "act" }
    }
    #expect(error?.message.hasSuffix("leads.csv: There is no preset “act”.") == true)
    #expect(error?.remedy.contains("hubspot-contacts") == true)
  }

  @Test(
    "Hostile text comes in, and stands in the files exactly as it was",
    .enabled(if: SharedData.exists("naughty-strings"), "the naughty strings are not at hand"))
  func naughtyStrings() throws {
    let data = try Data(contentsOf: SharedData.url("naughty-strings/blns.json"))
    let strings = try JSONDecoder().decode([String].self, from: data)
    var writer = CSVWriter()
    writer.append(["id", "title", "name", "company", "source", "phone", "note"])
    for (number, text) in strings.enumerated() {
      writer.append(["n\(number)", text, "N \(text)", text, text, text, text])
    }
    try Data(writer.bytes).write(to: URL(filePath: files.path("naughty.csv")))
    let result = try prepare("naughty.csv").write(to: board)
    #expect(result.created + result.refused.count == strings.count)
    #expect(result.refused.isEmpty)
    let byID = Dictionary(
      try leads().map { ($0.externalIDs["naughty"] ?? "", $0) }, uniquingKeysWith: { $1 })
    for (number, text) in strings.enumerated() {
      let lead = try #require(byID["n\(number)"])
      let isBlank = CellText.isBlank(text)
      #expect(lead.imported["naughty"]?["title"]?.string == (isBlank ? nil : text))
      #expect(lead.name == CellText.trimmed("N \(text)"))
      #expect((lead.company?.name ?? "") == CellText.trimmed(text))
      #expect((lead.acquisition.creating?.source ?? "") == CellText.trimmed(text))
      #expect(lead.notes.map(\.text) == (isBlank ? [] : [CellText.trimmed(text)]))
    }
    #expect(try prepare("naughty.csv").write(to: board).unchanged == strings.count)
  }

  @Test("Next week's file has other leads' ids under its own name only where it names others")
  func nextWeek() throws {
    try files.write("Lead Number,Lead Name\nA-1,Ana\nA-2,Bo\n", to: "a.csv")
    _ = try prepare("a.csv") { $0.match = "Lead Number" }.write(to: board)
    try files.write("Lead Number,Lead Name\nA-1,Ana\nA-2,Bo\nA-3,Cy\n", to: "a2.csv")
    let again = try prepare("a2.csv") { $0.match = "Lead Number" }
    #expect(again.mapping.source == "a")
    #expect(
      again.plan.notices.map(\.text) == [
        "Its ids are those that are filed under “a”: they name the same people."
      ])
    let result = try again.write(to: board)
    #expect(result.created == 1)
    #expect(result.unchanged == 2)
    try files.write("Lead Number,Lead Name\nA-1,Kit\nA-2,Lou\n", to: "fair.csv")
    #expect(try prepare("fair.csv") { $0.match = "Lead Number" }.write(to: board).created == 2)
    var named = try prepare("a2.csv") { $0.match = "Lead Number" }.mapping
    named.source = "another"
    let mapping = named
    #expect(try prepare("a2.csv") { $0.mapping = mapping }.plan.created == 3)
  }

  @Test(
    "What stops an import in its midst says how much is done, and running it again does the rest")
  func stopped() throws {
    let rows = (1...120).map { "\($0),Lead \($0)" }
    try files.write("id,name\n" + rows.joined(separator: "\n") + "\n", to: "leads.csv")
    let prepared = try prepare("leads.csv")
    // The folders come in the order of their names, some of them at a time.
    let ids = prepared.plan.creations.map(\.lead.id)
    let folders = ids.compactMap { BoardFolder.file(of: $0)?.split(separator: "/")[1] }
    let last = "board/leads/\(try #require(folders.max()))"
    try files.write("", to: last)
    let error = #expect(throws: ImportError.self) { try prepared.write(to: board) }
    guard case .partly(_, let written, 120) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(written > 0 && written < 120)
    #expect(error?.message.hasSuffix("Of 120 leads \(written) were written by then.") == true)
    #expect(error?.remedy.hasSuffix(" Then do the same again: it adds what is missing.") == true)
    try FileManager.default.removeItem(atPath: files.path(last))
    #expect(try leads().count == written)
    let rest = try prepare("leads.csv").write(to: board)
    #expect(rest.created == 120 - written)
    #expect(rest.unchanged == written)
  }
}
