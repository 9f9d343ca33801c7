import BatonModel
import BatonStore
import Foundation

/// What a user sets for themselves, in `config.json` of the settings folder; every key may miss.
struct Settings: JSONRecord, Hashable {
  /// Who gives commands, where neither `--actor` nor `$BATON_USER` says so.
  var actor: String?
  /// The name of the dashboard's theme.
  var theme: String?
  var unknown: JSONObject = [:]

  static let blank = Settings()
  static let fields: RecordFields<Settings> = [
    .optional("actor", \.actor),
    .optional("theme", \.theme),
  ]

  /// The settings in a file; the defaults where there is none.
  ///
  /// - Throws: `Failure` with the place of the mistake in the file.
  static func read(from file: String) throws(Failure) -> Settings {
    guard FileManager.default.fileExists(atPath: file) else { return Settings() }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Failure("\(file) cannot be read.", "Give yourself the right to read it.")
    }
    do throws(JSONError) {
      return try Settings.decoded(from: [UInt8](data))
    } catch {
      let fault = FileFault(file: file, error)
      throw Failure(fault.description.asSentence, fault.remedy.asSentence)
    }
  }
}
