import BatonModel
import BatonStore
import Foundation
import Testing

/// The files of "Parsing JSON is a Minefield": `y_` must be read, `n_` must not, `i_` is open.
@Suite(
  .enabled(if: SharedData.exists("json-test-suite"), "the json-test-suite files are not at hand"))
struct JSONTestSuiteTests {
  private func files() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: SharedData.url("json-test-suite/test_parsing"), includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
  }

  private func isAccepted(_ file: URL, _ repeatedKeys: JSONReader.RepeatedKeys) throws -> Bool {
    let bytes = [UInt8](try Data(contentsOf: file))
    do throws(JSONError) {
      let value = try JSONValue.decoded(from: bytes, repeatedKeys: repeatedKeys)
      let again = try JSONValue.decoded(from: value.encoded())
      #expect(again == value, "\(file.lastPathComponent)")
      return true
    } catch {
      return false
    }
  }

  @Test func readsWhatJSONAllowsAndNothingElse() throws {
    let files = try files()
    #expect(files.count > 300)
    for file in files {
      let isAccepted = try isAccepted(file, .lastCounts)
      switch file.lastPathComponent.prefix(2) {
      case "y_": #expect(isAccepted, "\(file.lastPathComponent)")
      case "n_": #expect(!isAccepted, "\(file.lastPathComponent)")
      default: break
      }
    }
  }

  @Test func refusesOnlyRepeatedKeysBesides() throws {
    let refused = try files().filter { file in
      guard file.lastPathComponent.hasPrefix("y_") else { return false }
      return try !isAccepted(file, .refused)
    }
    #expect(
      refused.map(\.lastPathComponent) == [
        "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
      ])
  }
}
