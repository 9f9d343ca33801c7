import ArgumentParser
import Testing

@testable import baton

@Suite struct QueryArgumentTests {
  @Test func marksNegatedTermsOfAQueryAndNothingElse() {
    func marked(_ arguments: String...) -> [String] {
      QueryArgument.marked(arguments).map { $0.replacing("\0", with: "!") }
    }
    #expect(marked("list", "-tag:x", "is:open") == ["list", "!-tag:x", "is:open"])
    #expect(marked("list", "--json", "-helix") == ["list", "--json", "!-helix"])
    #expect(marked("list", "-h") == ["list", "-h"])
    #expect(marked("list", "-") == ["list", "!-"])
    #expect(marked("list", "--as-of", "-7d") == ["list", "--as-of", "-7d"])
    #expect(marked("list", "--as-of=-7d", "-x") == ["list", "--as-of=-7d", "!-x"])
    #expect(marked("--board", "-b", "list", "-x") == ["--board", "-b", "list", "!-x"])
    #expect(
      marked("report", "stalled", "-tag:x", "-o", "-f", "--masked", "-y")
        == ["report", "stalled", "!-tag:x", "-o", "-f", "--masked", "!-y"])
    #expect(marked("report", "meeting", "-x") == ["report", "meeting", "!-x"])
    #expect(marked("report", "holds", "-x") == ["report", "holds", "!-x"])
    #expect(marked("feedback", "-x") == ["feedback", "!-x"])
    #expect(marked("note", "ana", "feedback", "-x") == ["note", "ana", "feedback", "-x"])
    #expect(marked("touch", "ana", "meeting", "-x") == ["touch", "ana", "meeting", "-x"])
    #expect(marked("note", "ana", "-x") == ["note", "ana", "-x"])
  }

  @Test func readsTheTermsAsTyped() throws {
    let command = try Baton.parseAsRoot(QueryArgument.marked(["list", "-tag:x", "a b", "--json"]))
    let list = try #require(command as? ListCommand)
    #expect(list.query.text == "-tag:x a b")
    #expect(list.output.json)
  }
}
