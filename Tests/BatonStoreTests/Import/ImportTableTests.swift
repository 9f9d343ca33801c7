import BatonModel
import Testing

@testable import BatonStore

@Suite("Import tables")
struct ImportTableTests {
  private func csv(_ text: String) throws -> ImportTable {
    try ImportTable.readCSV(Array(text.utf8))
  }

  private func json(_ text: String) throws -> ImportTable {
    try ImportTable.readJSON(Array(text.utf8))
  }

  @Test("Rows keep their lines; rows with nothing on them are passed over")
  func rows() throws {
    let table = try csv("a,b\n\"x\ny\",1\n,\n  , \n2,\n")
    #expect(table.columns == ["a", "b"])
    #expect(table.rows.map(\.line) == [2, 6])
    #expect(table.rowCount == 2)
  }

  @Test("Columns without a name and names that stand twice are told apart")
  func headers() throws {
    #expect(
      try csv(" a ,,A,a,\n1,2,3,4,5\n").columns == ["a", "column 2", "A (2)", "a (3)", "column 5"])
  }

  @Test("Rows that do not fit the header are refused, blank cells behind it let pass")
  func raggedRows() throws {
    let table = try csv("a,b\n1,2,,\n1\n1,2,3\n\"x\"y,1\n4,5\n")
    #expect(table.rows.map(\.cells) == [["1", "2"], ["4", "5"]])
    #expect(table.refused.map(\.line) == [3, 4, 5])
    #expect(table.refused.first?.reason == "1 cells where the header has 2.")
    #expect(table.refused.first?.cells == ["1"])
    #expect(table.rowCount == 5)
  }

  @Test("A file that cannot be understood from a line on is refused whole, with the line")
  func unreadableFile() {
    #expect(
      throws: ImportFileFault(
        line: 3, what: "A quote is opened here and never closed.",
        remedy: "Close the quote, or double it if it belongs to the text.")
    ) { try csv("a,b\n1,2\n3,\"x\n4,5\n") }
    #expect(throws: ImportFileFault.self) { try csv("") }
  }

  @Test("A spreadsheet's line that says the delimiter is heeded")
  func separatorLine() throws {
    let table = try csv("sep=;\r\na;b\r\n1,5;2\r\n")
    #expect(table.columns == ["a", "b"])
    #expect(table.rows.first?.cells == ["1,5", "2"])
    #expect(table.rows.first?.line == 3)
  }

  @Test("What is not UTF-8 is told")
  func encodingNotice() throws {
    let table = try ImportTable.readCSV(Array("name\nJos".utf8) + [0xE9])
    #expect(table.rows.first?.cells == ["José"])
    #expect(
      table.notices.map(\.text) == [
        "The file is not UTF-8 (line 2); it was read as Windows-1252."
      ])
  }

  @Test("A row with text after a quote is kept as it is written, and refused until it is mended")
  func textAfterQuote() throws {
    let table = try ImportTable.readCSV(Array("id,name\r\n1,\"Ana \"Bo\" Ruiz\"\r\n2,Cy\n".utf8))
    #expect(table.rows.map(\.cells) == [["2", "Cy"]])
    #expect(table.refused.map(\.cells) == [["", "", "1,\"Ana \"Bo\" Ruiz\""]])
    let rejects = RejectFile.contents(table.refused, columns: table.columns)
    let again = try ImportTable.readCSV(rejects)
    #expect(again.rows.isEmpty)
    #expect(again.refused.map { $0.cells.last } == ["1,\"Ana \"Bo\" Ruiz\""])
  }

  @Test("Half of a pair of surrogates, which is no text, becomes U+FFFD")
  func loneSurrogates() throws {
    let json = #"[{"name": "Eve \ud800", "tags": ["a\udfff", "b"], "\ud801k": "\ud83d\ude00"}]"#
    let table = try ImportTable.readJSON(Array(json.utf8))
    #expect(table.columns == ["name", "tags", "\u{FFFD}k"])
    #expect(table.rows.map(\.cells) == [["Eve \u{FFFD}", "a\u{FFFD}; b", "\u{1F600}"]])
  }

  @Test("The private characters that stand for lone surrogates are refused")
  func reservedCharacters() throws {
    let table = try csv("a\nx\u{10D800}\n\u{10FFFD}\n")
    #expect(table.refused.map(\.line) == [2])
    #expect(table.rows.map(\.line) == [3])
  }

  @Test("A list of objects, with lines, nested keys and lists")
  func jsonList() throws {
    let table = try json(
      """
      [
        {"id": 7, "person": {"name": "Ana"}, "tags": ["a", "b"], "open": true, "none": null},

        {"id": 1.50, "extra": [{"x": 1}]}, 5
      ]
      """)
    #expect(table.columns == ["id", "none", "open", "person.name", "tags", "extra"])
    #expect(table.rows.map(\.line) == [2, 4])
    #expect(table.rows.map(\.cells).first == ["7", "", "true", "Ana", "a; b", ""])
    #expect(table.rows.map(\.cells).last == ["1.50", "", "", "", "", "[{\"x\":1}]"])
    #expect(table.refused.map(\.line) == [4])
  }

  @Test("JSON Lines: a broken line is refused, the rest read on")
  func jsonLines() throws {
    let table = try json("{\"a\": 1}\r\n\n{\"a\": }\n{\"a\": 2, \"a\": 3}\n")
    #expect(table.rows.map(\.line) == [1, 4])
    #expect(table.rows.map(\.cells) == [["1"], ["3"]])
    #expect(table.refused.map(\.line) == [3])
  }

  @Test("One object is one row; broken JSON tells its line")
  func jsonDocument() throws {
    #expect(try json("{\n \"a\": 1\n}").rows.map(\.cells) == [["1"]])
    let error = #expect(throws: ImportFileFault.self) {
      try json("[\n{\"a\": 1},\n{\"a\" 2}\n]")
    }
    #expect(error?.line == 3)
  }

  @Test("JSON is told by the file's name, else by how it begins")
  func jsonOrCSV() {
    #expect(ImportTable.isJSON(Array("a,b".utf8), name: "x.JSONL"))
    #expect(!ImportTable.isJSON(Array("[a],b".utf8), name: "x.csv"))
    #expect(ImportTable.isJSON(Array("\u{FEFF} [{}]".utf8), name: "-"))
    #expect(!ImportTable.isJSON(Array("name,email".utf8), name: "-"))
  }

  @Test(
    "A join adds the columns of another file by a key, aliases known, and tells what is missing")
  func join() throws {
    let deals = try csv("id,product\n1,GTX Pro\n2,GTXPro\n3, gtx pro \n4,XYZ\n5,\n")
    let products = try csv("product,price\nGTX Pro,4821\nMG,55\n")
    var mapping = ImportMapping(source: "x")
    mapping.joins = [ImportJoin(file: "products.csv", on: "product")]
    var column = ColumnMapping(.field(.name))
    column.values = ["GTXPro": "GTX Pro"]
    mapping.columns["product"] = column
    let joined = try deals.joined(by: mapping, with: ["products.csv": products])
    #expect(joined.columns == ["id", "product", "products.price"])
    #expect(joined.rows.map { $0.cells[2] } == ["4821", "4821", "4821", "", ""])
    #expect(
      joined.notices.map(\.text) == [
        "1 rows have a product that products.csv does not know: XYZ."
      ])
    let without = try deals.joined(by: mapping, with: [:])
    #expect(without.columns == ["id", "product"])
    #expect(without.notices.count == 1)
  }
}

@Suite("Import mapping file")
struct ImportMappingTests {
  @Test("A mapping is readable, in short forms where they say all")
  func writing() {
    var mapping = ImportMapping(source: "fair", match: [.email])
    mapping.columns["Mail"] = ColumnMapping(.field(.email))
    mapping.columns["Opt out"] = ColumnMapping.words(.field(.doNotEmail), ["Stop": "yes"])
    mapping.stages["Hot"] = StageRule(stage: "qualify")
    mapping.stages["Gone"] = StageRule(outcome: .lost, reason: "price")
    mapping.notAnswered = ["Select"]
    #expect(
      String(decoding: mapping.encoded(), as: UTF8.self) == """
        {
          "columns": {
            "Mail": "person.email",
            "Opt out": {
              "to": "consent.doNotEmail",
              "values": {
                "Stop": "yes"
              }
            }
          },
          "match": [
            "email"
          ],
          "notAnswered": [
            "Select"
          ],
          "schema": 1,
          "source": "fair",
          "stages": {
            "Gone": {
              "outcome": "lost",
              "reason": "price"
            },
            "Hot": "qualify"
          }
        }

        """)
  }

  @Test("Every target has one name, and is read back by it")
  func targets() {
    for field in ImportField.allCases {
      #expect(ImportTarget(path: field.rawValue) == .field(field))
    }
    for path in [
      "acquisition.source", "acquisition.first.campaign", "acquisition.last.ad.headline",
      "acquisition.click:gclid", "answer:budget", "touch.channel", "extra", "extra:series",
      "ignore",
    ] {
      #expect(ImportTarget(path: path)?.path == path)
    }
    for path in ["", "email", "answer:", "acquisition.", "acquisition.foo", "touch.foo", "extra:"] {
      #expect(ImportTarget(path: path) == nil)
    }
  }

  @Test("A mistake is told with its line and what may stand there")
  func mistakes() {
    let text = """
      {
        "columns": {
          "Mail": "e-mail"
        },
        "match": ["email"], "schema": 1, "source": "x"
      }
      """
    let error = #expect(throws: ImportFileFault.self) {
      _ = try ImportMapping.read(Array(text.utf8), file: "map.json")
    }
    #expect(error?.file == "map.json")
    #expect(error?.line == 3)
    #expect(error?.remedy.contains("person.email") == true)
    let later = "{\"match\": [\"id\"], \"schema\": 2, \"source\": \"x\"}"
    #expect(throws: ImportFileFault.self) {
      _ = try ImportMapping.read(Array(later.utf8), file: "map.json")
    }
  }

  @Test("A mapping that names what the board lacks is refused before anything is read")
  func checks() throws {
    let board = Board.standard(name: "Test")
    var mapping = ImportMapping(source: "x")
    try mapping.check(on: board)
    mapping.stages["a"] = StageRule(stage: "nowhere")
    #expect(throws: ImportFileFault.self) { try mapping.check(on: board) }
    mapping.stages["a"] = StageRule(outcome: .nurture)
    #expect(throws: ImportFileFault.self) { try mapping.check(on: board) }
    mapping.stages["a"] = StageRule(outcome: .lost, reason: "no-such")
    #expect(throws: ImportFileFault.self) { try mapping.check(on: board) }
    mapping.stages = [:]
    mapping.match = []
    #expect(throws: ImportFileFault.self) { try mapping.check(on: board) }
  }

  @Test("Rows can be matched by another column, but not by a name")
  func matching() throws {
    let csv = "Ref,Name,Mail\nr1,Ana,a@x.io\n"
    let proposal = try ImportFixture().proposal(csv)
    let headers = ["Ref", "Name", "Mail"]
    let byRef = try proposal.mapping.matching(by: "ref", columns: headers)
    #expect(byRef.match == [.id])
    #expect(byRef.columns["Ref"]?.target == .field(.id))
    #expect(try proposal.mapping.matching(by: "mail", columns: headers).match == [.email])
    #expect(try proposal.mapping.matching(by: "row", columns: headers).match == [.row])
    #expect(throws: ImportFileFault.self) {
      try proposal.mapping.matching(by: "Name", columns: headers)
    }
    #expect(throws: ImportFileFault.self) {
      try proposal.mapping.matching(by: "Nothing", columns: headers)
    }
  }

  @Test("The source is the file's name, whichever download of it this is")
  func sources() {
    #expect(ImportProposal.source(of: "/tmp/Fair Leads (2).csv") == "fair-leads")
    #expect(ImportProposal.source(of: "leads.rejects.csv") == "leads")
    #expect(ImportProposal.source(of: "潜在.csv") == "file")
  }
}
